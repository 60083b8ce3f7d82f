import { regionOf } from '@/domain/offices/regions'
import { formatInstant, formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { publicState } from '@/server/public-state'
import { serviceLog, type PublicExtension } from '@/server/service-log'
import { Notice } from '@/ui/Notice'
import { Table } from '@/ui/Table'

/**
 * What is known of the service: `now`, whether it is up; `planned`, the work announced; `outages` and `extensions`, the
 * logs of twelve months. Of what it cannot ask, the page says so.
 */
export async function ServiceStatus({ locale, of }: { readonly locale: Locale; readonly of: string }) {
  switch (of) {
    case 'now':
      return <Now locale={locale} />
    case 'planned':
      return <Planned locale={locale} />
    case 'outages':
      return <Outages locale={locale} />
    case 'extensions':
      return <Extensions locale={locale} />
    default:
      throw new Error(`Nothing of the service is called “${of}”`)
  }
}

type Props = { readonly locale: Locale }

async function Now({ locale }: Props) {
  const t = textsOf(locale, 'notices.status')
  const { answers, log } = await serviceLog()
  const { notices } = await publicState()
  const is = (kind: string) => notices.some((notice) => notice.kind === kind)
  const state =
    answers === null
      ? 'unknown'
      : !answers
        ? 'away'
        : is('outage')
          ? 'outage'
          : is('plannedWork')
            ? 'work'
            : 'up'
  const look = { unknown: 'info', away: 'error', outage: 'error', work: 'warning', up: 'success' } as const
  const instant = log && formatInstant(log.knownAt, locale)
  return (
    <>
      <Notice kind={look[state]} title={t(`now.${state}`)} asideOfHeadings>
        <p>{t(`now.${state}Text`)}</p>
      </Notice>
      {instant && <p>{answers ? t('checked', { instant }) : t('lastKnown', { instant })}</p>}
    </>
  )
}

async function Planned({ locale }: Props) {
  const t = textsOf(locale, 'notices.status')
  const { answers, log } = await serviceLog()
  const { notices } = await publicState()
  const planned = notices.filter(({ kind }) => kind === 'plannedWork')
  if (planned.length > 0) {
    return (
      <ul>
        {planned.map(({ id, text }) => (
          <li key={id}>{text[locale]}</li>
        ))}
      </ul>
    )
  }
  return <p>{answers || log ? t('planned.none') : t('notKnown')}</p>
}

async function Outages({ locale }: Props) {
  const t = textsOf(locale, 'notices.status')
  const { log } = await serviceLog()
  if (!log) return <p>{t('notKnown')}</p>
  const lines = [
    ...log.outages.map((outage) => ({ ...outage, what: outage.text[locale] })),
    ...log.interruptions.map(({ kind, from, until }) => ({
      ...{ id: `${kind} ${from}`, from, until, what: t(`outages.seen.${kind}`) },
    })),
  ].sort((one, other) => (one.from > other.from ? -1 : 1))
  if (lines.length === 0) return <p>{t('outages.none')}</p>
  return (
    <Table
      id="outages"
      stacks
      caption={t('outages.caption')}
      columns={[{ label: t('outages.from') }, { label: t('outages.until') }, { label: t('outages.what') }]}
      rows={lines.map(({ id, from, until, what }) => ({
        key: id,
        cells: [
          formatInstant(from, locale),
          until ? formatInstant(until, locale) : t('outages.lasting'),
          what,
        ],
      }))}
    />
  )
}

async function Extensions({ locale }: Props) {
  const t = textsOf(locale, 'notices.status')
  const { log } = await serviceLog()
  if (!log) return <p>{t('notKnown')}</p>
  if (log.extensions.length === 0) return <p>{t('extensions.none')}</p>
  const who = (scope: PublicExtension['scope']): string => {
    if (scope.kind === 'office') return scope.name[locale]
    return scope.kind === 'region' ? regionOf(scope.regionCode).name : t('extensions.everyone')
  }
  return (
    <Table
      id="extensions"
      stacks
      caption={t('extensions.caption')}
      columns={[
        { label: t('extensions.month') },
        { label: t('extensions.who') },
        { label: t('extensions.until') },
        { label: t('extensions.why') },
      ]}
      rows={log.extensions.map(({ id, month, scope, newInstant, reason }) => ({
        key: id,
        cells: [formatMonth(month, locale), who(scope), formatInstant(newInstant, locale), reason[locale]],
      }))}
    />
  )
}
