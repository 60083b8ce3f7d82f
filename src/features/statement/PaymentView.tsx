import type { Cents } from '@/i18n/format'
import {
  formatDay,
  formatDifference,
  formatMoney,
  formatMonth,
  formatOfMonth,
  formatShortMoney,
  formatShortMonth,
} from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { Amount } from '@/ui/Amount'
import { BackLink } from '@/ui/BackLink'
import { Columns } from '@/ui/Columns'
import { PageTitle } from '@/ui/PageTitle'
import { Table } from '@/ui/Table'
import type { PaymentPage } from './payment-queries'
import { BenefitLines, Comparison } from './PreviewView'
import { wordsOf } from './words'

/** One payment, line by line, with the rule and the source of each line, and why it differs from the one before. */
export function PaymentView({ locale, payment }: { readonly locale: Locale; readonly payment: PaymentPage }) {
  const say = wordsOf(locale, 'statement')
  const { benefit, before, differences } = payment
  return (
    <>
      <BackLink href={paths.ownPayments(locale)}>{say('payment.back')}</BackLink>
      <PageTitle>{say('payment.title', { ofMonth: formatOfMonth(payment.month, locale) })}</PageTitle>
      {benefit.computed && (
        <p>
          <Amount cents={benefit.totalCents} locale={locale} large />
        </p>
      )}
      <p>
        {say(payment.isPast ? 'payment.paidOn' : 'payment.willBe', {
          day: formatDay(payment.paidOn, locale),
        })}{' '}
        {say('payment.carried')}
      </p>
      {benefit.computed && before?.computed && (
        <Comparison {...{ locale, before, differences, after: benefit }} />
      )}
      <BenefitLines locale={locale} benefit={benefit} />
      <p>
        <a href={paths.statement(locale, payment.statementMonth)}>
          {say('payment.statementLink', { ofMonth: formatOfMonth(payment.statementMonth, locale) })}
        </a>
      </p>
    </>
  )
}

/** Twelve months of payments: a picture, and the same as a list that leads to each calculation. */
export function PaymentsView(props: { readonly locale: Locale; readonly payments: readonly PaymentPage[] }) {
  const { locale, payments } = props
  const say = wordsOf(locale, 'statement')
  const totalOf = ({ benefit }: PaymentPage): Cents => (benefit.computed ? benefit.totalCents : (0 as Cents))
  const [first, last] = [payments[0], payments.at(-1)]
  return (
    <>
      <BackLink href={paths.file(locale)}>{say('backToFile')}</BackLink>
      <PageTitle>{say('payments.title')}</PageTitle>
      {!first || !last ? (
        <p>{say('payments.none')}</p>
      ) : (
        <>
          <p>
            {say(last.isPast ? 'payments.last' : 'payments.next', {
              amount: formatMoney(totalOf(last), locale),
              day: formatDay(last.paidOn, locale),
            })}
          </p>
          <Columns
            id="payments"
            title={say('payments.picture', {
              first: formatMonth(first.month, locale),
              last: formatMonth(last.month, locale),
            })}
            series={[say('payments.series')]}
            columns={payments.map((payment) => ({
              key: payment.month,
              short: formatShortMonth(payment.month, locale),
              label: formatMonth(payment.month, locale),
              values: [totalOf(payment)],
              total: formatMoney(totalOf(payment), locale),
              shortTotal: formatShortMoney((Math.round(totalOf(payment) / 100) * 100) as Cents, locale),
              texts: [formatMoney(totalOf(payment), locale)],
            }))}
            table={null}
          />
          <Table
            id="payments.list"
            caption={say('payments.list')}
            stacks
            columns={[
              { label: say('payments.month') },
              { label: say('payments.paidOn') },
              { label: say('payments.amount'), numeric: true },
              { label: say('payments.change'), numeric: true },
            ]}
            rows={[...payments].reverse().map((payment) => ({
              key: payment.month,
              cells: [
                <a key="month" href={paths.payment(locale, payment.month)}>
                  {formatMonth(payment.month, locale)}
                </a>,
                formatDay(payment.paidOn, locale),
                formatMoney(totalOf(payment), locale),
                changeOf(payment, locale) ?? say('payments.same'),
              ],
            }))}
          />
          <p>{say('payments.why')}</p>
          <p>
            <a href={paths.content(locale, 'calendar')}>{say('payments.calendar')}</a>
          </p>
        </>
      )}
    </>
  )
}

/** How it differs from the one before; null when it does not, or there is none. */
function changeOf({ benefit, before }: PaymentPage, locale: Locale): string | null {
  if (!benefit.computed || !before?.computed || benefit.totalCents === before.totalCents) return null
  return formatDifference((benefit.totalCents - before.totalCents) as Cents, locale)
}
