import { formatDay, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { Amount } from '@/ui/Amount'
import { BackLink } from '@/ui/BackLink'
import { PageTitle } from '@/ui/PageTitle'
import { BenefitLines } from './PreviewView'
import type { PaymentPage } from './queries'
import { wordsOf } from './words'

/** One payment, line by line, with the rule and the source of each line. */
export function PaymentView({ locale, payment }: { readonly locale: Locale; readonly payment: PaymentPage }) {
  const say = wordsOf(locale, 'statement')
  const { benefit } = payment
  return (
    <>
      <BackLink href={paths.file(locale)}>{say('backToFile')}</BackLink>
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
      <BenefitLines locale={locale} benefit={benefit} />
      <p>
        <a href={paths.statement(locale, payment.statementMonth)}>
          {say('payment.statementLink', { ofMonth: formatOfMonth(payment.statementMonth, locale) })}
        </a>
      </p>
    </>
  )
}
