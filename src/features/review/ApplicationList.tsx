import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Table } from '@/ui/Table'
import { Tag } from '@/ui/Tag'
import type { ReceivedApplication } from './applications'
import { clockWords, clockColours } from './application-words'

/** The applications the office received and has not decided, most urgent first. */
export function ApplicationList(props: {
  readonly locale: Locale
  readonly applications: { readonly lines: readonly ReceivedApplication[]; readonly more: boolean }
}) {
  const { locale, applications } = props
  const { lines, more } = applications
  const t = textsOf(locale, 'review.applications')
  const row = (line: ReceivedApplication) => ({
    key: line.id,
    cells: [
      <a key="open" href={paths.officeApplication(locale, line.id)}>
        {line.signedName}
      </a>,
      line.receiptNumber,
      formatInstant(line.sentAt, locale),
      line.urgent ? (
        <Tag key="urgent" kind="error">
          {t('urgent')}
        </Tag>
      ) : (
        t('notUrgent')
      ),
      <Tag key="clock" kind={clockColours[line.clock.state]}>
        {clockWords(locale, line.clock)}
      </Tag>,
      t('missingCount', { count: line.missing }),
      `${t(`reason.${line.route.reason}`)}${line.route.certain ? '' : ` (${t('unsure')})`}`,
    ],
  })
  return (
    <section aria-labelledby="applications">
      <h2 id="applications">{t('title')}</h2>
      <p>{t('lead', { count: lines.length })}</p>
      {lines.length > 0 && (
        <Table
          id="received-applications"
          caption={t('caption')}
          captionHidden
          columns={[
            { label: t('column.name') },
            { label: t('column.receipt'), short: true },
            { label: t('column.when') },
            { label: t('column.urgency'), short: true },
            { label: t('column.clock') },
            { label: t('column.missing') },
            { label: t('column.route') },
          ]}
          rows={lines.map(row)}
        />
      )}
      {more && <p>{t('more', { count: lines.length })}</p>}
    </section>
  )
}
