import type { ReactNode } from 'react'
import { explainDifference } from '@/domain/benefit/compare'
import type { Benefit } from '@/domain/benefit/line'
import { labelsOf } from '@/domain/eligibility/labels'
import { benefitLineTitle } from '@/i18n/benefit-words'
import { formatDifference, formatMoney, formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Details } from '@/ui/Details'
import { MoneyField } from '@/ui/MoneyField'
import type { Calculation } from './calculation'

/** The amount by the rules, with what it is compared with and its lines; and another in its place. */
export function CalculationField(props: {
  readonly locale: Locale
  readonly calculation: Calculation
  /** The lines of the calculation, drawn. */
  readonly lines: ReactNode
  readonly typed: string
  readonly error?: string | undefined
}) {
  const { locale, calculation, lines, error } = props
  const { benefit, next, before } = calculation
  const t = textsOf(locale, 'deciding')
  if (!benefit?.computed) {
    return (
      <>
        <h2>{t('form.calculation')}</h2>
        <p>{t('form.notCalculated')}</p>
      </>
    )
  }
  return (
    <>
      <h2>{t('form.calculation')}</h2>
      <Amounts {...{ locale, benefit, next, before }} />
      <Details summary={t('form.lines')}>{lines}</Details>
      <MoneyField
        name="amount"
        locale={locale}
        label={t('form.amount')}
        hint={[t('form.amountHint'), ...(next === null ? [] : [t('form.amountDays')])].join(' ')}
        value={props.typed}
        optional={t('form.optional')}
        {...(error ? { error } : {})}
      />
    </>
  )
}

function Amounts(
  props: { readonly locale: Locale; readonly benefit: Benefit } & Omit<Calculation, 'benefit'>,
) {
  const { locale, benefit, next, before } = props
  const t = textsOf(locale, 'deciding')
  const amountOf = (one: Benefit) => ({
    amount: formatMoney(one.totalCents, locale),
    month: formatMonth(one.month, locale),
  })
  const differences = before?.computed ? explainDifference(before, benefit) : []
  return (
    <>
      {before?.computed && <p>{t('form.without', amountOf(before))}</p>}
      <p>{t(before?.computed ? 'form.with' : 'form.calculated', amountOf(benefit))}</p>
      {next?.computed && <p>{t('form.next', amountOf(next))}</p>}
      {before?.computed && differences.length === 0 && <p>{t('form.nothingDiffers')}</p>}
      {differences.length > 0 && (
        <ul>
          {differences.map(({ code, cents }) => (
            <li key={code}>
              {t('form.difference', {
                line: benefitLineTitle(code, labelsOf(benefit.month), locale),
                amount: formatDifference(cents, locale),
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
