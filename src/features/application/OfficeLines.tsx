import { isToAssign } from '@/domain/application/routing'
import { displayPhone, numberToCall } from '@/domain/offices/phone'
import type { Locale } from '@/i18n/locale'
import { Phone } from '@/ui/Phone'
import type { ReceiptPage } from './queries'
import { officeReason } from './receipt-words'
import type { Words } from './words'

/** The office that has the application, how to reach it, and why it is this one. */
export function OfficeLines(props: {
  readonly say: Words
  readonly locale: Locale
  readonly page: ReceiptPage
}) {
  const { say, locale, page } = props
  const { office, routed } = page
  const reason = officeReason(say, page)
  if (!office || isToAssign(routed)) return <p>{reason}</p>
  return (
    <>
      <p>
        <strong>{locale === 'fr' ? office.nameFr : office.nameEn}</strong>
        {office.address && (
          <>
            <br />
            {office.address}, {office.city}
          </>
        )}
        <br />
        <Phone number={displayPhone(numberToCall(office).phone)} />
      </p>
      <p>{reason}</p>
      {routed.details.notes.map((note) => (
        <p key={note}>{say(`route.note.${note}`)}</p>
      ))}
      {!routed.certain && <p>{say('route.unsure')}</p>}
    </>
  )
}
