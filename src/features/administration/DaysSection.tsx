import { yearOf, type Day } from '@/domain/calendar'
import { regionOf } from '@/domain/offices/regions'
import { daysOffOf, exceptionalDays } from '@/domain/statement/holidays'
import { formatDay, formatInstant, formatMonth, formatWeekdayOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Details } from '@/ui/Details'
import { Table } from '@/ui/Table'
import type { WideExtension } from './queries'

/** The days that are not business days, this year and the next, with the rule and the days added to it. */
export function HolidaysSection({ locale, today }: { readonly locale: Locale; readonly today: Day }) {
  const t = textsOf(locale, 'administration')
  const calendar = textsOf(locale, 'calendar')
  const evidence = t as unknown as (key: string) => string
  const years = [yearOf(today), yearOf(today) + 1]
  return (
    <>
      <h2>{t('days.title')}</h2>
      <p>{t('days.lead')}</p>
      <p>{t('days.source')}</p>
      {years.map((year) => (
        <Details key={year} summary={t('days.year', { year: String(year) })}>
          <Table
            id={`days.${year}`}
            caption={t('days.year', { year: String(year) })}
            captionHidden
            columns={[{ label: t('days.day') }, { label: t('days.holiday') }, { label: t('days.own') }]}
            rows={daysOffOf(year).map(({ on, code, original }) => ({
              key: on,
              cells: [
                formatWeekdayOfMonth(on, locale),
                code === 'decreed' ? calendar('decreedDay') : calendar(`holiday.${code}`),
                formatWeekdayOfMonth(original, locale),
              ],
            }))}
          />
        </Details>
      ))}
      <Details summary={t('days.added')}>
        <Table
          id="days.added"
          caption={t('days.added')}
          captionHidden
          columns={[{ label: t('days.day') }, { label: t('source') }]}
          rows={exceptionalDays.map(({ day, confidence }) => ({
            key: day,
            cells: [
              formatDay(day, locale),
              t('sourceMark', {
                source: evidence(`days.evidence.${day}`),
                mark: textsOf(locale, 'benefit')(`confidence.${confidence}.title`),
              }),
            ],
          }))}
        />
      </Details>
    </>
  )
}

/** How a closing moves the limit of a statement, and the later limits that were granted to more than one household. */
export function ClosingsSection(props: {
  readonly locale: Locale
  readonly extensions: readonly WideExtension[]
}) {
  const { locale, extensions } = props
  const t = textsOf(locale, 'administration.closings')
  const who = ({ scope, regionCode, officeFr, officeEn }: WideExtension) => {
    if (scope === 'region' && regionCode) return regionOf(regionCode).name
    if (scope === 'office') return (locale === 'fr' ? officeFr : officeEn) ?? ''
    return t('everyone')
  }
  return (
    <>
      <h2>{t('title')}</h2>
      <p>{t('lead')}</p>
      <p>{t('never')}</p>
      <p>
        <a href={paths.proposals(locale)}>{t('ask')}</a>
      </p>
      {extensions.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Table
          id="closings"
          caption={t('caption')}
          stacks
          columns={[
            { label: t('who') },
            { label: t('month') },
            { label: t('until') },
            { label: t('reason') },
          ]}
          rows={extensions.map((extension) => ({
            key: extension.id,
            cells: [
              who(extension),
              formatMonth(extension.month, locale),
              formatInstant(extension.newInstant, locale),
              locale === 'fr' ? extension.reasonFr : extension.reasonEn,
            ],
          }))}
        />
      )}
    </>
  )
}
