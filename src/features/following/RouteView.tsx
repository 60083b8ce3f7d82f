import { isToAssign } from '@/domain/application/routing'
import { displayPhone, numberToCall } from '@/domain/offices/phone'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Phone } from '@/ui/Phone'
import type { ProgressPage } from './queries'

/** The office that has the application, how to reach it, and why this one. */
export function RouteView(props: {
  readonly locale: Locale
  readonly sent: NonNullable<ProgressPage['sent']>
}) {
  const { locale, sent } = props
  const { office, route } = sent
  const t = textsOf(locale, 'following.office')
  const why = textsOf(locale, 'application.route')
  const toAssign = office === null || isToAssign({ officeCode: office.code })
  const { phone, reaches } = numberToCall(office ?? { phone: null, tollFree: null })
  const number = () => <Phone number={displayPhone(phone)} />
  const { delegatedTo, notes } = route.details
  return (
    <section aria-labelledby="office">
      <h2 id="office">{t('title')}</h2>
      {toAssign ? (
        <>
          <p>
            <strong>{why('toAssign')}</strong>
          </p>
          <p>{t('toAssignText')}</p>
          <p>{t.rich('call', { number })}</p>
        </>
      ) : (
        <>
          <p>
            <strong>{locale === 'fr' ? office.nameFr : office.nameEn}</strong>
          </p>
          {office.address && (
            <p>{[office.address, office.city, office.postalCode].filter(Boolean).join(', ')}</p>
          )}
          <p>{t.rich(reaches === 'office' ? 'call' : 'callCentre', { number })}</p>
        </>
      )}
      <h3>{t('why')}</h3>
      <p>{why(`reason.${route.reason}`)}</p>
      {delegatedTo && !toAssign && <p>{t('delegated')}</p>}
      {notes.map((note) => (
        <p key={note}>{why(`note.${note}`)}</p>
      ))}
      {!route.certain && !toAssign && <p>{why('unsure')}</p>}
    </section>
  )
}
