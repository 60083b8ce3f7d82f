import { formatInstant, formatList, formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Table } from '@/ui/Table'
import { Tag } from '@/ui/Tag'
import type { TagKind } from '@/ui/Tag'
import { ApplicationList } from './ApplicationList'
import type { ReceivedLine, ReceivedList } from './queries'

const colours: Record<ReceivedLine['urgency'], TagKind> = {
  disagreement: 'error',
  situation: 'warning',
  income: 'info',
  late: 'warning',
  unchanged: 'neutral',
}

/** What the office received for this month and the one before, most urgent first. */
export function ReceivedListView({ locale, list }: { readonly locale: Locale; readonly list: ReceivedList }) {
  const t = textsOf(locale, 'review')
  const office = list.office && (locale === 'fr' ? list.office.nameFr : list.office.nameEn)
  const urgent = list.applications.lines.filter(
    (line) => line.urgent && line.clock.state !== 'withdrawn',
  ).length
  const row = (line: ReceivedLine) => ({
    key: line.id,
    cells: [
      <a key="open" href={paths.officeStatement(locale, line.id)}>
        {line.filedFor}
      </a>,
      line.fileNumber,
      t(`kind.${line.kind}`, {
        month: formatMonth(line.month, locale),
        ofMonth: formatOfMonth(line.month, locale),
      }) + (line.version > 1 ? ` ${t('versionShort', { version: line.version })}` : ''),
      <Tag key="urgency" kind={colours[line.urgency]}>
        {t(`urgency.${line.urgency}`)}
      </Tag>,
      line.changed.length > 0
        ? formatList(
            line.changed.map((topic) => t(`topic.${topic}`)),
            locale,
          )
        : t('nothing'),
      <>
        {formatInstant(line.receivedAt, locale)}
        {line.late && <> · {t('late')}</>}
      </>,
    ],
  })
  return (
    <>
      <PageTitle caption={office}>{t('title')}</PageTitle>
      {urgent > 0 && (
        <Notice kind="error" title={t('applications.urgentTitle', { count: urgent })}>
          <p>
            <a href="#applications">{t('applications.urgentLink')}</a>
          </p>
        </Notice>
      )}
      <p>{t('lead', { count: list.lines.length })}</p>
      {list.lines.length === 0 ? (
        <Notice kind="info" title={t('empty')} />
      ) : (
        <Table
          id="received"
          caption={t('caption')}
          captionHidden
          columns={[
            { label: t('column.household') },
            { label: t('column.file'), short: true },
            { label: t('column.what') },
            { label: t('column.urgency'), short: true },
            { label: t('column.changed') },
            { label: t('column.received') },
          ]}
          rows={list.lines.map(row)}
        />
      )}
      {list.more && <p>{t('more', { count: list.lines.length })}</p>}
      <ApplicationList locale={locale} applications={list.applications} />
    </>
  )
}
