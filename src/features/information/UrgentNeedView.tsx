import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { PageTitle } from '@/ui/PageTitle'
import { Phone } from '@/ui/Phone'
import { PhoneLines } from './PhoneLines'
import { phoneNumbers } from './phone-numbers'

const needs = [
  ['danger', phoneNumbers.emergency],
  ['violence', phoneNumbers.violence],
  ['distress', phoneNumbers.suicide],
  ['worry', phoneNumbers.social],
  ['food', phoneNumbers.community],
] as const

/** The lines to call, each under its need; `only` those named. */
export function UrgentLines(props: {
  readonly locale: Locale
  readonly only?: readonly (typeof needs)[number][0][]
}) {
  const t = textsOf(props.locale, 'public.urgent')
  return needs
    .filter(([need]) => props.only?.includes(need) ?? true)
    .map(([need, number]) => (
      <section key={need}>
        <h2>{t(`${need}Title`)}</h2>
        <p>{t.rich(need, { number: () => <Phone number={number} /> })}</p>
      </section>
    ))
}

/** Whom to call now, most pressing first. */
export function UrgentNeedView({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'public.urgent')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      <UrgentLines locale={locale} />
      <h2>{t('moneyTitle')}</h2>
      <p>{t('money')}</p>
      <PhoneLines locale={locale} />
      <h2>{t('exitTitle')}</h2>
      <p>{t('exit')}</p>
    </>
  )
}
