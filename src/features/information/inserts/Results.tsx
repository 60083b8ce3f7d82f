import type { ReactNode } from 'react'
import { formatCount, formatInstant, formatMonth, formatPercent } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import {
  arrivals,
  channels,
  publishedFigures,
  type Count,
  type PublishedMonth,
} from '@/server/published-figures'
import { Bar } from '@/ui/Bar'
import { Table } from '@/ui/Table'

/**
 * What is published of the statements: `months`, asked for and received; `arrivals`, when they come; `channels`, by which
 * way; `begun`, begun online and not sent. Every bar stands in the table that says its figure.
 */
export async function Results({ locale, of }: { readonly locale: Locale; readonly of: string }) {
  const draw = drawings[of as keyof typeof drawings]
  if (!draw) throw new Error(`No result is called “${of}”`)
  const months = await publishedFigures()
  const latest = months?.[0]
  if (!months || !latest) return <p>{textsOf(locale, 'results')('notKnown')}</p>
  return draw(months, latest, locale)
}

const drawings = { months: drawMonths, arrivals: drawArrivals, channels: drawChannels, begun: drawBegun }

function drawMonths(months: readonly PublishedMonth[], latest: PublishedMonth, locale: Locale): ReactNode {
  const t = textsOf(locale, 'results')
  return (
    <>
      <Table
        id="months"
        caption={t('months.caption')}
        columns={[
          { label: t('month') },
          { label: t('months.asked'), numeric: true },
          { label: t('months.onTime'), numeric: true },
          { label: t('months.late'), numeric: true },
          { label: t('months.missing'), numeric: true },
        ]}
        rows={months.map(({ month, figures }) => ({
          key: month,
          cells: [
            formatMonth(month, locale),
            told(figures.asked, locale),
            share(figures.onTime, figures.asked, locale),
            told(figures.late, locale),
            told(figures.missing, locale),
          ],
        }))}
      />
      <p>{t('counted', { instant: formatInstant(latest.computedAt, locale) })}</p>
    </>
  )
}

function drawArrivals(_months: readonly PublishedMonth[], latest: PublishedMonth, locale: Locale): ReactNode {
  const t = textsOf(locale, 'results')
  const { times } = latest.figures
  return (
    <Parts
      id="arrivals"
      locale={locale}
      caption={t('arrivals.caption', { month: formatMonth(latest.month, locale) })}
      what={t('arrivals.when')}
      parts={arrivals.map((name) => ({ name: t(`arrivals.${name}`), count: times[name] }))}
    />
  )
}

function drawChannels(_months: readonly PublishedMonth[], latest: PublishedMonth, locale: Locale): ReactNode {
  const t = textsOf(locale, 'results')
  const { figures, month } = latest
  return (
    <Parts
      id="channels"
      locale={locale}
      caption={t('channels.caption', { month: formatMonth(month, locale) })}
      what={t('channels.how')}
      parts={channels.map((name) => ({ name: t(`channels.${name}`), count: figures.channels[name] }))}
    />
  )
}

function drawBegun(months: readonly PublishedMonth[], _latest: PublishedMonth, locale: Locale): ReactNode {
  const t = textsOf(locale, 'results')
  return (
    <Table
      id="begun"
      caption={t('begun.caption')}
      columns={[
        { label: t('month') },
        { label: t('begun.sent'), numeric: true },
        { label: t('begun.notSent'), numeric: true },
      ]}
      rows={months.map(({ month, figures }) => ({
        key: month,
        cells: [
          formatMonth(month, locale),
          told(figures.channels.web, locale),
          share(figures.begun, sum([figures.begun, figures.channels.web]), locale),
        ],
      }))}
    />
  )
}

/** The parts of a month's statements, each with its share of all of them. */
function Parts(props: {
  readonly id: string
  readonly locale: Locale
  readonly caption: string
  readonly what: string
  readonly parts: readonly { readonly name: string; readonly count: Count }[]
}) {
  const { locale, parts } = props
  const whole = sum(parts.map(({ count }) => count))
  return (
    <Table
      id={props.id}
      caption={props.caption}
      columns={[{ label: props.what }, { label: textsOf(locale, 'results')('statements'), numeric: true }]}
      rows={parts.map(({ name, count }) => ({ key: name, cells: [name, share(count, whole, locale)] }))}
    />
  )
}

/** Below this a share of rounded counts would say more than is known. */
const LEAST_WHOLE = 100

/** A count, and what part of the whole it is: in percent, and as a bar. */
function share(count: Count, whole: Count, locale: Locale): ReactNode {
  if (count === null || whole === null || whole < LEAST_WHOLE) return told(count, locale)
  const part = count / whole
  return (
    <>
      {told(count, locale)} ({formatPercent(Math.round(part * 100), locale)})
      <Bar share={part} />
    </>
  )
}

const told = (count: Count, locale: Locale): string =>
  count === null ? textsOf(locale, 'results')('few') : formatCount(count, locale)

/** A sum of rounded counts; what is too few to be told adds nothing to it. */
const sum = (counts: readonly Count[]): number =>
  counts.reduce<number>((total, count) => total + (count ?? 0), 0)
