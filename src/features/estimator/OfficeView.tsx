import { contactCentrePhone, displayPhone, numberToCall } from '@/domain/offices/phone'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Phone } from '@/ui/Phone'
import { TextField } from '@/ui/TextField'
import styles from './estimator.module.css'
import type { NearOffice, OfficeSearch } from './queries'

/** The office of a postal code; `ask` when the code may be given here. */
export function OfficeView(props: {
  readonly locale: Locale
  readonly office: OfficeSearch
  readonly ask?: boolean
}) {
  const { locale, office, ask } = props
  const t = textsOf(locale, 'estimator')
  const common = textsOf(locale, 'common')
  const centre = () => <Phone number={displayPhone(contactCentrePhone)} />
  const found = office.found === 'some' ? office.offices : []
  if (!ask && found.length === 0) return null
  return (
    <section id="office" aria-labelledby="office-title">
      <h2 id="office-title">{t('office.title')}</h2>
      {found.length > 0 && (
        <>
          <p>{t('office.found', { count: found.length })}</p>
          {found.map((one) => (
            <Office key={one.nameFr} locale={locale} office={one} />
          ))}
          <p>{t('office.confirm')}</p>
        </>
      )}
      {office.found === 'none' && <p>{t.rich('office.none', { number: centre })}</p>}
      {ask && (
        <div data-print="no">
          <p>{t('office.text')}</p>
          <Form action="/api/estimator/office" hidden={{ language: locale }}>
            <TextField
              name="postalCode"
              label={t('office.label')}
              optional={common('optional')}
              value={office.typed}
              width="short"
              autoComplete="postal-code"
              maxLength={10}
              {...(office.found === 'notReadable' ? { error: t('error.postalCode') } : {})}
            />
            <Button kind="secondary">{t('office.button')}</Button>
          </Form>
        </div>
      )}
    </section>
  )
}

function Office(props: { readonly locale: Locale; readonly office: NearOffice }) {
  const { locale, office } = props
  const t = textsOf(locale, 'estimator')
  const { phone, reaches } = numberToCall(office)
  const number = () => <Phone number={displayPhone(phone)} />
  const place = [office.address, office.city, office.postalCode].filter((part) => part !== null).join(', ')
  return (
    <div className={styles.office}>
      <div className={styles.officeName}>{locale === 'fr' ? office.nameFr : office.nameEn}</div>
      <div>{place}</div>
      <div>{t.rich(reaches === 'office' ? 'office.call' : 'office.callCentre', { number })}</div>
    </div>
  )
}
