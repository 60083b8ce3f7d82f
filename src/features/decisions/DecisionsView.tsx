import { dayOf } from '@/domain/calendar'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { PageTitle } from '@/ui/PageTitle'
import { Table } from '@/ui/Table'
import { aboutText } from './notice'
import type { DecisionLine } from './queries'

/** The decisions about someone's household, the latest first. */
export function DecisionsView(props: {
  readonly locale: Locale
  readonly decisions: readonly DecisionLine[]
  readonly back: string
}) {
  const { locale, decisions } = props
  const t = textsOf(locale, 'decisions')
  return (
    <>
      <BackLink href={paths.file(locale)}>{props.back}</BackLink>
      <PageTitle>{t('title')}</PageTitle>
      <p>{decisions.length === 0 ? t('empty') : t('lead')}</p>
      {decisions.length > 0 && (
        <DecisionTable {...{ locale, decisions }} hrefOf={(id) => paths.decision(locale, id)} />
      )}
    </>
  )
}

/** The decisions about an application, where one follows it; nothing while there is none. */
export function ApplicationDecisions(props: {
  readonly locale: Locale
  readonly decisions: readonly DecisionLine[]
}) {
  const { locale, decisions } = props
  if (decisions.length === 0) return null
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{textsOf(locale, 'decisions')('progress.title')}</h2>
      <DecisionTable {...{ locale, decisions }} hrefOf={(id) => paths.applicationDecision(locale, id)} />
    </section>
  )
}

function DecisionTable(props: {
  readonly locale: Locale
  readonly decisions: readonly DecisionLine[]
  readonly hrefOf: (id: string) => string
}) {
  const { locale } = props
  const t = textsOf(locale, 'decisions')
  return (
    <Table
      id="decision-list"
      caption={t('caption')}
      captionHidden
      stacks
      columns={[
        { label: t('column.about') },
        { label: t('column.outcome') },
        { label: t('column.left'), short: true },
        { label: t('column.review'), short: true },
      ]}
      rows={props.decisions.map((decision) => ({
        key: decision.id,
        cells: [
          <a key="open" href={props.hrefOf(decision.id)}>
            {aboutText(decision, { locale })}
          </a>,
          t(`outcome.${decision.outcome}`),
          formatDay(dayOf(decision.leftAt), locale),
          formatDay(decision.contestUntil, locale),
        ],
      }))}
    />
  )
}
