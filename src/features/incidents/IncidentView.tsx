import { formatDay, formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Details } from '@/ui/Details'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import type { Entry } from './entries'
import { IncidentForm } from './IncidentForm'
import styles from './incidents.module.css'
import { errorsOf } from './problems'
import type { IncidentPage } from './queries'
import type { IncidentNote } from './schema'
import { keptWords, linesOf, missingWords } from './words'

/** One incident: what is missing, its entry, its form for whoever may complete it, and what it said before. */
export function IncidentView(props: {
  readonly locale: Locale
  readonly page: IncidentPage
  readonly note: IncidentNote | undefined
  readonly formKey: string
}) {
  const { locale, page, note, formKey } = props
  const { latest, older, form } = page
  const t = textsOf(locale, 'incidents')
  const missing = missingWords(latest.incident, locale)
  return (
    <>
      <ErrorSummary
        title={textsOf(locale, 'common')('errorSummary')}
        errors={errorsOf(form?.problems ?? [], locale)}
      />
      <BackLink href={paths.incidents(locale)}>{t('title')}</BackLink>
      <PageTitle>{t('knownOn', { day: formatDay(latest.incident.awareFrom, locale) })}</PageTitle>
      {note && <Notice kind={note === 'changed' ? 'warning' : 'success'} title={t(`told.${note}`)} />}
      {missing.length === 0 ? (
        <Notice kind="success" title={t('whole')} />
      ) : (
        <Notice kind="warning" title={t('stillMissing')}>
          <ul>
            {missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p>{t('keptUntil', { day: keptWords(latest.incident, locale) })}</p>
      <h2>{t('entry')}</h2>
      <EntryLines locale={locale} entry={latest} />
      {older.length > 0 && (
        <Details summary={t('older', { count: older.length })}>
          {older.map((entry) => (
            <section key={entry.version} aria-labelledby={`version.${entry.version}`}>
              <h3 id={`version.${entry.version}`}>{t('versionOf', { version: entry.version })}</h3>
              <EntryLines locale={locale} entry={entry} />
            </section>
          ))}
        </Details>
      )}
      {form && (
        <>
          <h2>{t('completeTitle')}</h2>
          <p>{t('completeLead')}</p>
          <p>{t('noNames')}</p>
          <IncidentForm
            locale={locale}
            form={form}
            formKey={formKey}
            of={{ id: latest.incidentId, version: latest.version }}
          />
        </>
      )}
    </>
  )
}

function EntryLines({ locale, entry }: { readonly locale: Locale; readonly entry: Entry }) {
  const t = textsOf(locale, 'incidents')
  return (
    <SummaryList
      rows={[
        ...linesOf(entry.incident, locale).map(({ name, value }) => ({
          term: t(`line.${name}`),
          value:
            value === '' ? (
              t('unknown')
            ) : (
              <p dir="auto" className={styles.words}>
                {value}
              </p>
            ),
        })),
        {
          term: t('savedBy'),
          value: t('byAt', {
            name: entry.recordedBy,
            instant: formatInstant(entry.recordedAt, locale),
            version: entry.version,
          }),
        },
      ]}
    />
  )
}
