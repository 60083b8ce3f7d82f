import { formatInstant, formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonLink } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import type { CheckedReceipt } from './queries'

/** What a receipt number proves, or that it proves nothing. */
export function CheckedReceiptView(props: {
  readonly locale: Locale
  readonly typed: string
  readonly receipt: CheckedReceipt | null
}) {
  const { locale, receipt } = props
  const t = textsOf(locale, 'public.receipt')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {receipt ? (
        <>
          <Notice kind="success" title={t('genuine')} />
          <SummaryList
            rows={[
              { term: t('number'), value: receipt.number },
              {
                term: t('about'),
                value: t(`kind.${receipt.kind}`, {
                  month: formatMonth(receipt.month, locale),
                  ofMonth: formatOfMonth(receipt.month, locale),
                }),
              },
              { term: t('version'), value: String(receipt.version) },
              { term: t('received'), value: formatInstant(receipt.receivedAt, locale) },
              ...(receipt.dueAt ? [{ term: t('due'), value: formatInstant(receipt.dueAt, locale) }] : []),
            ]}
          />
        </>
      ) : (
        <Notice kind="warning" title={t('unknown', { number: props.typed })}>
          <p>{t('unknownText')}</p>
        </Notice>
      )}
      <p>
        <ButtonLink href={paths.checkReceipt(locale)} kind="secondary">
          {t('another')}
        </ButtonLink>
      </p>
    </>
  )
}
