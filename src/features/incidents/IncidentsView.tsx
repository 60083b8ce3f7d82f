import { incidentConfidence } from '@/domain/privacy/incident'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonGroup, ButtonLink } from '@/ui/Button'
import { PageTitle } from '@/ui/PageTitle'
import { Table } from '@/ui/Table'
import { Tag } from '@/ui/Tag'
import type { Entry } from './entries'
import { linesOf, missingWords } from './words'

/** How much of the circumstances the list shows, in characters. */
const SHOWN = 140

/** The register of confidentiality incidents, with what is still missing of each entry. */
export function IncidentsView(props: {
  readonly locale: Locale
  readonly entries: readonly Entry[]
  readonly mayRecord: boolean
}) {
  const { locale, entries, mayRecord } = props
  const t = textsOf(locale, 'incidents')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      {incidentConfidence !== 'confirmed' && <p>{t('uncertain')}</p>}
      <ButtonGroup>
        {mayRecord && <ButtonLink href={paths.newIncident(locale)}>{t('new')}</ButtonLink>}
        <ButtonLink href={`/api/incidents/export?language=${locale}`} kind="secondary">
          {t('export')}
        </ButtonLink>
      </ButtonGroup>
      {entries.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Table
          id="register"
          stacks
          caption={t('caption')}
          captionHidden
          columns={[
            { label: t('line.aware') },
            { label: t('line.circumstances') },
            { label: t('line.persons') },
            { label: t('column.risk') },
            { label: t('column.missing') },
          ]}
          rows={entries.map((entry) => rowOf(entry, locale))}
        />
      )}
    </>
  )
}

function rowOf({ incidentId, incident }: Entry, locale: Locale) {
  const t = textsOf(locale, 'incidents')
  const missing = missingWords(incident, locale)
  const persons = linesOf(incident, locale).find(({ name }) => name === 'persons')!.value
  const { circumstances, serious } = incident
  return {
    key: incidentId,
    cells: [
      <a key="open" href={paths.incident(locale, incidentId)}>
        {t('knownOn', { day: formatDay(incident.awareFrom, locale) })}
      </a>,
      <span key="what" dir="auto">
        {circumstances.length > SHOWN ? `${circumstances.slice(0, SHOWN)}…` : circumstances}
      </span>,
      persons === '' ? t('unknown') : persons,
      serious === null ? t('unknown') : t(serious ? 'serious' : 'notSerious'),
      missing.length === 0 ? (
        <Tag key="whole" kind="success">
          {t('whole')}
        </Tag>
      ) : (
        <ul key="missing">
          {missing.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ),
    ],
  }
}
