import { dayOf, daysBetween, type Instant } from '@/domain/calendar'
import { answerDueOn, statusOf } from '@/domain/privacy/request'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { PageTitle } from '@/ui/PageTitle'
import { Table } from '@/ui/Table'
import type { OfficePrivacyPage, OfficeRequest } from './office-queries'

/** The requests of an office about personal information: those that wait, the nearest limit first, then the others. */
export function OfficePrivacyView(props: { readonly locale: Locale; readonly page: OfficePrivacyPage }) {
  const { locale, page } = props
  const t = textsOf(locale, 'privacy.office')
  const table = (id: string, caption: string, requests: readonly OfficeRequest[]) => (
    <Table
      id={id}
      stacks
      caption={caption}
      captionHidden
      columns={[
        { label: t('number') },
        { label: t('who') },
        { label: t('file'), short: true },
        { label: t('what') },
        { label: t('limit') },
        { label: t('state') },
      ]}
      rows={requests.map((request) => ({
        key: request.id,
        cells: [
          <a key="open" href={paths.officePrivacyRequest(locale, request.id)}>
            {request.receiptNumber}
          </a>,
          request.askedBy,
          request.fileNumber,
          textsOf(locale, 'privacy')(`kind.${request.kind}`),
          formatDay(answerDueOn(request), locale),
          <State key="state" locale={locale} request={request} now={page.now} />,
        ],
      }))}
    />
  )
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      <h2>{t('open')}</h2>
      {page.open.length === 0 ? <p>{t('noneOpen')}</p> : table('open', t('caption'), page.open)}
      <h2>{t('closed')}</h2>
      {page.closed.length === 0 ? <p>{t('noneClosed')}</p> : table('closed', t('closedCaption'), page.closed)}
    </>
  )
}

/** Where a request stands, in words: how many days are left, or by how many it is late. */
export function State(props: {
  readonly locale: Locale
  readonly request: OfficeRequest
  readonly now: Instant
}) {
  const { locale, request, now } = props
  const status = statusOf(request, now)
  const t = textsOf(locale, 'privacy.office')
  const left = daysBetween(dayOf(now), answerDueOn(request))
  if (status === 'overdue') return <strong>{t('late', { days: -left })}</strong>
  if (status === 'received' || status === 'extended') return t('days', { days: left })
  return textsOf(locale, 'privacy')(`status.${status}`)
}
