import { addDays } from '@/domain/calendar'
import { formatDay, formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { PageTitle } from '@/ui/PageTitle'
import { Table } from '@/ui/Table'
import { Tag } from '@/ui/Tag'
import type { CloseLook, Glass, Listed } from './queries'
import { searchAddress } from './schema'
import { TrailNav } from './TrailNav'

/** Looks at the file of someone of the same family name, or of the same dwelling: to be asked about, nothing more. */
export function CloseLooksView({
  locale,
  list,
}: {
  readonly locale: Locale
  readonly list: Listed<CloseLook>
}) {
  const t = textsOf(locale, 'trail')
  return (
    <>
      <PageTitle>{t('page.alikeLooks')}</PageTitle>
      <TrailNav locale={locale} at="alikeLooks" />
      <p>{t('closeLead')}</p>
      <PeriodLines locale={locale} list={list} at={paths.alikeLooks(locale)} />
      {list.lines.length > 0 && (
        <Table
          id="close"
          caption={t('page.alikeLooks')}
          captionHidden
          columns={[
            { label: t('column.who') },
            { label: t('column.at'), short: true },
            { label: t('column.file'), short: true },
            { label: t('column.alike') },
            { label: t('column.looks'), numeric: true },
          ]}
          rows={list.lines.map((look) => ({
            key: look.id,
            cells: [
              <WhoLink key="who" locale={locale} look={look} />,
              formatInstant(look.at, locale),
              look.fileNumber,
              <>
                {look.surname && <Tag kind="warning">{t('sameSurname')}</Tag>}
                {look.address && <Tag kind="error">{t('sameAddress')}</Tag>}
              </>,
              look.looks,
            ],
          }))}
        />
      )}
    </>
  )
}

/** Files opened by breaking the glass: who, which, why in their own words, and what their office made of it. */
export function OpeningsView({ locale, list }: { readonly locale: Locale; readonly list: Listed<Glass> }) {
  const t = textsOf(locale, 'trail')
  const opening = textsOf(locale, 'opening')
  return (
    <>
      <PageTitle>{t('page.openings')}</PageTitle>
      <TrailNav locale={locale} at="openings" />
      <p>{t('openingsLead')}</p>
      <PeriodLines locale={locale} list={list} at={paths.openings(locale)} />
      {list.lines.length > 0 && (
        <Table
          id="openings"
          caption={t('page.openings')}
          captionHidden
          columns={[
            { label: t('column.who') },
            { label: t('column.at'), short: true },
            { label: t('column.file'), short: true },
            { label: t('column.why') },
            { label: t('column.looks'), numeric: true },
            { label: t('column.explained') },
          ]}
          rows={list.lines.map((glass) => ({
            key: glass.id,
            cells: [
              <WhoLink key="who" locale={locale} look={glass} />,
              formatInstant(glass.at, locale),
              glass.fileNumber,
              <>
                {opening(`reason.${glass.reason}`)}
                <br />
                {glass.words}
              </>,
              glass.looks,
              t(glass.explained === 'closed' ? 'explained' : 'notExplained'),
            ],
          }))}
        />
      )}
    </>
  )
}

function WhoLink({ locale, look }: { readonly locale: Locale; readonly look: CloseLook | Glass }) {
  const t = textsOf(locale, 'trail')
  const office = (locale === 'fr' ? look.officeFr : look.officeEn) ?? t('noOffice')
  return (
    <>
      <a href={searchAddress(paths.trail(locale), { staffId: look.staffId })}>{look.staffName}</a>, {office}
    </>
  )
}

function PeriodLines(props: {
  readonly locale: Locale
  readonly list: Listed<unknown>
  readonly at: string
}) {
  const { locale, list, at } = props
  const t = textsOf(locale, 'trail')
  const { from, until, isLatest } = list.period
  return (
    <>
      <h2>{t('period', { from: formatDay(from, locale), until: formatDay(until, locale) })}</h2>
      <p>{t('count', { count: list.lines.length })}</p>
      {list.more && <p>{t('tooMany', { count: list.lines.length })}</p>}
      <ul>
        <li>
          <a href={withQuery(at, { until: addDays(from, -1) })}>{t('periodBefore')}</a>
        </li>
        {!isLatest && (
          <li>
            <a href={at}>{t('periodLatest')}</a>
          </li>
        )}
      </ul>
    </>
  )
}
