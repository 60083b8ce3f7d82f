import { type Day, parseDay, yearOf } from '../calendar'
import { readAccount, readInstitution, readTransit } from '../account/where-to-pay'
import { spaces, westernDigits, type Reading } from '../typed'

/*
 * The numbers people copy from a card. What no card can bear is refused; what disagrees with another answer is not: it
 * is told on the page where everything is checked (`contradictions.ts`).
 */

/** Digits only, from what is copied with spaces, hyphens or another script's digits. */
const digitsOf = (typed: string): string =>
  westernDigits(typed.normalize('NFKC'))
    .replace(spaces, '')
    .replace(/[-‐-―.]/g, '')

/**
 * A social insurance number: nine digits whose check digit is right (Luhn). No one has one that begins with 0 or with 8,
 * which are for fictitious numbers and for businesses; 9 is of a stay that ends. Kept without spaces.
 */
export function readSin(typed: string): Reading<string> {
  const text = digitsOf(typed)
  if (text === '') return { problem: 'sin.required' }
  if (!/^\d{9}$/.test(text)) return { problem: 'sin.digits' }
  if (/^[08]/.test(text)) return { problem: 'sin.neverIssued' }
  return hasRightCheckDigit(text) ? { value: text } : { problem: 'sin.check' }
}

/** Luhn: every second digit doubled, its own digits added, and the sum a multiple of ten. */
function hasRightCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Whether a typed number is a temporary one, whose holder is asked until when it is good. */
export const isTemporarySin = (typed: string): boolean => digitsOf(typed).startsWith('9')

/**
 * A health insurance number (RAMQ): three letters of the family name, one of the given name, then the year, month and
 * day of birth in six digits, the month raised by 50 for a woman, and two more. Kept without spaces, in capitals.
 */
export function readHealthNumber(typed: string): Reading<string> {
  const text = westernDigits(typed.normalize('NFKC'))
    .replace(spaces, '')
    .replace(/[-‐-―.]/g, '')
    .toUpperCase()
  if (text === '') return { problem: 'healthNumber.required' }
  if (!/^[A-Z]{4}\d{8}$/.test(text)) return { problem: 'healthNumber.format' }
  return birthsOf(text).length > 0 ? { value: text } : { problem: 'healthNumber.birth' }
}

/** The days of birth a health number may stand for: its year has two digits, so there is one for each century. */
export function birthsOf(number: string): Day[] {
  const [year = '', month = '', day = ''] = [number.slice(4, 6), number.slice(6, 8), number.slice(8, 10)]
  const real = Number(month) > 50 ? Number(month) - 50 : Number(month)
  return ['19', '20'].flatMap(
    (century) => parseDay(`${century}${year}-${String(real).padStart(2, '0')}-${day}`) ?? [],
  )
}

/** Letters as the health card writes them: no accents, no hyphens, capitals only. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z]/g, '')

/** A name of fewer letters is filled with X. A name in another script cannot be compared. */
export function agreesWithName(number: string, familyName: string, givenName: string): boolean {
  const [family, given] = [plain(familyName), plain(givenName)]
  if (family === '' || given === '') return true
  return number.slice(0, 4) === family.slice(0, 3).padEnd(3, 'X') + given.slice(0, 1)
}

/** Whether the number may be of someone born that day. */
export const agreesWithBirth = (number: string, birth: Day): boolean =>
  yearOf(birth) < 1900 || birthsOf(number).includes(birth)

/** The number of a branch. */
export function readTransitNumber(typed: string): Reading<string> {
  if (digitsOf(typed) === '') return { problem: 'transit.required' }
  const value = readTransit(westernDigits(typed))
  return value === null ? { problem: 'transit.format' } : { value }
}

/** The number of an institution. Its name is derived, never asked (`account/institutions.ts`). */
export function readInstitutionNumber(typed: string): Reading<string> {
  if (digitsOf(typed) === '') return { problem: 'institution.required' }
  const value = readInstitution(westernDigits(typed))
  return value === null ? { problem: 'institution.format' } : { value }
}

/** The number of an account. */
export function readAccountNumber(typed: string): Reading<string> {
  if (digitsOf(typed) === '') return { problem: 'account.required' }
  const value = readAccount(westernDigits(typed))
  return value === null ? { problem: 'account.format' } : { value }
}
