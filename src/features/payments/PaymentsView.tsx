import { formatCount, formatDay, formatInstant, formatMoney, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { PageTitle } from '@/ui/PageTitle'
import { Table } from '@/ui/Table'
import type { RunLine } from './queries'

/** How a run is called: the regular one of a month, or its supplementary number. */
export function titleOf({ month, number }: Pick<RunLine, 'month' | 'number'>, locale: Locale): string {
  const t = textsOf(locale, 'payments')
  const ofMonth = formatOfMonth(month, locale)
  return number === 0 ? t('regular', { ofMonth }) : t('supplementary', { ofMonth, number })
}

/** The runs of payments: what each is of, how far it is, and the way to its rehearsal. */
export function PaymentsView({ locale, runs }: { locale: Locale; runs: readonly RunLine[] }) {
  const t = textsOf(locale, 'payments')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      {runs.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Table
          id="runs"
          caption={t('runs')}
          captionHidden
          stacks
          columns={[
            { label: t('run') },
            { label: t('state') },
            { label: t('cutOff') },
            { label: t('paidOn') },
            { label: t('households'), numeric: true },
            { label: t('pays'), numeric: true },
          ]}
          rows={runs.map((run) => ({
            key: run.id,
            cells: [
              <a key="link" href={paths.paymentRun(locale, run.id)}>
                {titleOf(run, locale)}
              </a>,
              t(`stateOf.${run.state}`),
              formatInstant(run.cutOff, locale),
              run.number === 0 ? formatDay(run.paidOn, locale) : t('onceReleased'),
              formatCount(run.households, locale),
              formatMoney(run.payCents, locale),
            ],
          }))}
        />
      )}
    </>
  )
}
