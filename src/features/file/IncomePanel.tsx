import type { MonthIncomeTold } from '@/domain/statement/income-over'
import { incomeTopics } from '@/domain/statement/confirmation'
import type { Cents } from '@/domain/money'
import { formatMoney, formatMonth, formatShortMoney, formatShortMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Columns } from '@/ui/Columns'

/** The income of a year, month by month: the first thing to look at when an amount surprises. */
export function IncomePanel(props: { readonly locale: Locale; readonly income: readonly MonthIncomeTold[] }) {
  const { locale, income } = props
  const t = textsOf(locale, 'casefile.income')
  const [first, last] = [income[0], income.at(-1)]
  const highest = income.reduce<MonthIncomeTold | null>(
    (most, one) => (one.totalCents > (most?.totalCents ?? 0) ? one : most),
    null,
  )
  if (!first || !last || !highest) return <p>{t('nothing')}</p>
  return (
    <>
      <Columns
        id="income"
        title={t('picture', {
          first: formatMonth(first.month, locale),
          last: formatMonth(last.month, locale),
          highest: formatMoney(highest.totalCents, locale),
          month: formatMonth(highest.month, locale),
        })}
        series={incomeTopics.map((topic) => t(topic))}
        columns={income.map((month) => ({
          key: month.month,
          short: formatShortMonth(month.month, locale),
          label: formatMonth(month.month, locale),
          values: incomeTopics.map((topic) => month[topic]),
          total: formatMoney(month.totalCents, locale),
          shortTotal: formatShortMoney((Math.round(month.totalCents / 100) * 100) as Cents, locale),
          texts: incomeTopics.map((topic) => formatMoney(month[topic], locale)),
          ...(month.estimated ? { mark: t('estimated') } : {}),
        }))}
        table={{ summary: t('table'), what: t('month'), total: t('total') }}
      />
      <p>{t('note')}</p>
    </>
  )
}
