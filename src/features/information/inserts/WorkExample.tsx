import { addMonths, dayOf, monthOf } from '@/domain/calendar'
import { labelsOf } from '@/domain/eligibility/labels'
import { cents } from '@/domain/money'
import { benefitLineTitle, benefitLineValues } from '@/i18n/benefit-words'
import { formatDifference, formatMoney, formatMonth, formatOfMonth, formatShortMoney } from '@/i18n/format'
import { textsOf } from '@/i18n/texts'
import { Table } from '@/ui/Table'
import type { Drawn } from '../Prose'
import { exampleBenefit, examplePay, ladderOf } from './work-example'

/** `::workExample`: a pay of last month and this month's aid, line by line, as every estimate computes them. */
export function WorkExample({ locale, now }: Drawn) {
  const t = textsOf(locale, 'rates')
  const b = textsOf(locale, 'benefit')
  const month = monthOf(dayOf(now))
  const labels = labelsOf(month)
  const { lines, totalCents, provisional } = exampleBenefit(month, examplePay)
  const money = (amount: typeof totalCents) => formatShortMoney(amount, locale)
  return (
    <>
      <p>
        {t('example.lead', {
          pay: money(examplePay),
          month: formatMonth(addMonths(month, -1), locale),
        })}
      </p>
      <Table
        id="work-example"
        caption={t('example.caption', { ofMonth: formatOfMonth(month, locale) })}
        columns={[{ label: t('what') }, { label: t('example.amount'), numeric: true }]}
        rows={lines.map(({ code, cents: amount, detail }) => ({
          key: code,
          cells: [
            <>
              {benefitLineTitle(code, labels, locale)}
              <br />
              {b(`line.${code}.why`, benefitLineValues(detail, locale))}
            </>,
            formatDifference(amount, locale),
          ],
        }))}
        foot={{ key: 'total', cells: [t('example.total'), formatMoney(totalCents, locale)] }}
      />
      <p>
        {t('example.kept', {
          pay: money(examplePay),
          both: money(cents(examplePay + totalCents)),
          without: money(exampleBenefit(month, cents(0)).totalCents),
        })}
      </p>
      {provisional && <p>{b('confidence.provisional')}</p>}
    </>
  )
}

/** `::workLadder`: what the same person keeps at each pay, until the aid stops. */
export function WorkLadder({ locale, now }: Drawn) {
  const t = textsOf(locale, 'rates')
  const month = monthOf(dayOf(now))
  return (
    <Table
      id="work-ladder"
      caption={t('ladder.caption', { ofMonth: formatOfMonth(month, locale) })}
      columns={(['pay', 'aid', 'both'] as const).map((column) => ({
        label: t(`ladder.${column}`),
        numeric: column !== 'pay',
      }))}
      rows={ladderOf(month).map(({ pay, aid, both }) => ({
        key: String(pay),
        cells: [pay, aid, both].map((amount) => formatShortMoney(amount, locale)),
      }))}
    />
  )
}
