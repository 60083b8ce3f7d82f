import { LONGEST_NOTE, readEmail, readMobile } from '../account/contact'
import { maskAccount, readPostalCode } from '../account/where-to-pay'
import type { Day } from '../calendar'
import { type Draft, valueOf } from '../draft'
import type { Adult } from './adult'
import { adultsOf } from './facts'
import { ownName } from './names'
import { readAccountNumber, readInstitutionNumber, readTransitNumber } from './numbers'

/* Where the people of an application live, how they are reached, and where they are paid, as a file keeps it. */

export type NewAddress = {
  readonly street: string
  readonly unit: string | null
  readonly city: string
  readonly postalCode: string
  readonly fromDay: Day
  readonly protected: boolean
}

export type NewContact = {
  readonly email: string | null
  readonly mobile: string | null
  readonly notifyBy: 'email' | 'none'
  readonly safeNote: string | null
}

/** The numbers of an account, as they are sealed, and what is shown of them. */
export type NewDeposit = { readonly numbers: string; readonly masked: string }

/** Where they live; null for who has no address. Protected as soon as one adult asks for it. */
export function homeOf(answers: Draft, fromDay: Day): NewAddress | null {
  const said = (name: string): string => valueOf(answers, name).replace(/\s+/g, ' ').trim()
  const postalCode = readPostalCode(said('postalCode'))
  if (said('street') === '' || said('city') === '' || postalCode === null) return null
  return {
    street: said('street'),
    unit: said('unit') || null,
    city: said('city'),
    postalCode,
    fromDay,
    protected: adultsOf(answers).some(
      (adult) => valueOf(answers, ownName(adult, 'protectAddress')) === 'yes',
    ),
  }
}

/** How an adult is reached. News go by e-mail only to who said that any time is safe. */
export function contactOf(answers: Draft, adult: Adult): NewContact | null {
  const value = (name: string): string => valueOf(answers, ownName(adult, name))
  const kept = (read: { readonly value: string | null } | { readonly problem: string }): string | null =>
    'value' in read ? read.value : null
  const email = kept(readEmail(value('email')))
  const mobile = kept(readMobile(value('phone')))
  const note = value('safeReach') === 'onlyAsISay' ? value('reachWords').trim().slice(0, LONGEST_NOTE) : ''
  if (email === null && mobile === null && note === '') return null
  const isSafe = value('safeReach') === 'anyTime'
  return { email, mobile, notifyBy: isSafe && email !== null ? 'email' : 'none', safeNote: note || null }
}

/** Where they are paid; null without the three numbers: then a cheque. */
export function depositOf(answers: Draft): NewDeposit | null {
  if (valueOf(answers, 'deposit') !== 'yes') return null
  const institution = readInstitutionNumber(valueOf(answers, 'institution')).value
  const transit = readTransitNumber(valueOf(answers, 'transit')).value
  const account = readAccountNumber(valueOf(answers, 'account')).value
  if (!institution || !transit || !account) return null
  return { numbers: `${institution}-${transit}-${account}`, masked: maskAccount(account) }
}
