import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { institutionName } from '@/domain/account/institutions'
import {
  agreesWithBirth,
  agreesWithName,
  birthsOf,
  isTemporarySin,
  readAccountNumber,
  readHealthNumber,
  readInstitutionNumber,
  readSin,
  readTransitNumber,
} from '@/domain/application/numbers'
import type { Day } from '@/domain/calendar'

/** Nine digits whose last is the check digit; published as an example that belongs to nobody. */
const example = '046454286'

/** The digit that makes eight others a number whose check is right. */
function withCheck(eight: string): string {
  const sum = [...eight].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + Math.floor(value / 10) + (value % 10)
  }, 0)
  return eight + String((10 - (sum % 10)) % 10)
}

describe('a social insurance number', () => {
  test('begins with 1 to 7, or with 9', () => {
    for (const first of '12345679') {
      expect(readSin(withCheck(`${first}4645428`))).toEqual({ value: withCheck(`${first}4645428`) })
    }
    expect(readSin(example)).toEqual({ problem: 'sin.neverIssued' })
    expect(readSin(withCheck('84645428'))).toEqual({ problem: 'sin.neverIssued' })
  })

  test('has a check digit: one wrong digit, or two exchanged, are seen', () => {
    const right = withCheck('13069254')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = (Number(right[at]) + shift) % 10
        const wrong = right.slice(0, at) + String(digit) + right.slice(at + 1)
        expect(readSin(wrong)).toEqual({ problem: 'sin.check' })
      }),
    )
    expect(readSin('310692544').problem).toBe('sin.check')
  })

  test('is welcome with spaces, hyphens and other digits', () => {
    const right = withCheck('13069254')
    const spaced = `${right.slice(0, 3)} ${right.slice(3, 6)}-${right.slice(6)}`
    expect(readSin(` ${spaced} `)).toEqual({ value: right })
    const arabic = [...right].map((digit) => String.fromCharCode(0x0660 + Number(digit))).join('')
    expect(readSin(arabic)).toEqual({ value: right })
  })

  test('says what is wrong', () => {
    expect(readSin('')).toEqual({ problem: 'sin.required' })
    expect(readSin('12345678')).toEqual({ problem: 'sin.digits' })
    expect(readSin('1234567890')).toEqual({ problem: 'sin.digits' })
    expect(readSin('EXEN99040312')).toEqual({ problem: 'sin.digits' })
  })

  test('is temporary when it begins with 9', () => {
    expect(isTemporarySin(' 9')).toBe(true)
    expect(isTemporarySin('٩٠٠')).toBe(true)
    expect(isTemporarySin('130 692 544')).toBe(false)
  })
})

describe('a health insurance number', () => {
  test('is four letters and eight digits that hold a day of birth', () => {
    expect(readHealthNumber('exen 9904 0312')).toEqual({ value: 'EXEN99040312' })
    expect(readHealthNumber('MODL-9056-1512')).toEqual({ value: 'MODL90561512' })
    expect(readHealthNumber('')).toEqual({ problem: 'healthNumber.required' })
    expect(readHealthNumber('EXE 9904 0312')).toEqual({ problem: 'healthNumber.format' })
    // The 31st of April, the 13th month, and a woman's 13th month.
    for (const wrong of ['EXEN99043112', 'EXEN99130312', 'EXEN99630312', 'EXEN99500312', 'EXEN99000312']) {
      expect(readHealthNumber(wrong), wrong).toEqual({ problem: 'healthNumber.birth' })
    }
    // The 29th of February exists in 2000 only.
    expect(birthsOf('EXEN00022912')).toEqual(['2000-02-29'])
  })

  test('agrees with a day of birth of either century, and of either sex', () => {
    expect(agreesWithBirth('EXEN05040312', '2005-04-03' as Day)).toBe(true)
    expect(agreesWithBirth('EXEN05540312', '1905-04-03' as Day)).toBe(true)
    expect(agreesWithBirth('EXEN05540312', '2005-04-04' as Day)).toBe(false)
  })

  test('agrees with names as the card writes them', () => {
    expect(agreesWithName('EXEN99040312', 'Exemple', 'Noé')).toBe(true)
    expect(agreesWithName('LEXE99040312', 'Le', 'Éric')).toBe(true)
    expect(agreesWithName('OCOE99040312', 'O’Connor', 'Éric')).toBe(true)
    expect(agreesWithName('EXEL99040312', 'Exemple', 'Noé')).toBe(false)
    // A name in another script cannot be compared: nobody is told that their card is wrong.
    expect(agreesWithName('EXEN99040312', 'نجم', 'ليلى')).toBe(true)
  })
})

describe('the three numbers of an account', () => {
  test('transit of five digits, institution of three, account of seven to twelve', () => {
    expect(readTransitNumber('12 345')).toEqual({ value: '12345' })
    expect(readTransitNumber('1234')).toEqual({ problem: 'transit.format' })
    expect(readTransitNumber(' ')).toEqual({ problem: 'transit.required' })
    expect(readInstitutionNumber('٨١٥')).toEqual({ value: '815' })
    expect(readInstitutionNumber('0815')).toEqual({ problem: 'institution.format' })
    expect(readInstitutionNumber('')).toEqual({ problem: 'institution.required' })
    expect(readAccountNumber('123-4567')).toEqual({ value: '1234567' })
    expect(readAccountNumber('123456')).toEqual({ problem: 'account.format' })
    expect(readAccountNumber('1234567890123')).toEqual({ problem: 'account.format' })
    expect(readAccountNumber('')).toEqual({ problem: 'account.required' })
  })

  test('the institution is named from its number; a number that is not known has no name', () => {
    expect(institutionName('006')).toEqual({ fr: 'Banque Nationale', en: 'National Bank' })
    for (const number of ['999', '', 'constructor', '__proto__']) expect(institutionName(number)).toBeNull()
  })
})
