import { describe, expect, it } from 'vitest'
import {
  type NewHousehold,
  newHousehold,
  type Settled,
  sparedMonths,
  wholeAnswers,
} from '@/domain/application/admission'
import { isOwnFileNumber, makeFileNumber } from '@/domain/application/file-number'
import { caseOf } from '@/domain/application/household-case'
import { depositOf } from '@/domain/application/new-home'
import type { Day } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'
import { estimate } from '@/domain/estimate/estimate'
import { defaultPolicies } from '@/domain/statement/policy'
import { answers, child, couple, date } from './build'

/*
 * The household an accepted application makes. Numbered cases:
 *   AD-01 one adult: who, where, how reached, in which programme, since when
 *   AD-02 the month of application is paid from its day, the next one whole; the same amounts as the estimate
 *   AD-03 a couple: each adult with their own language and constraint; the spouse's own answers count
 *   AD-04 a couple whose spouse was to answer and did not makes no household
 *   AD-05 dependent children only; one to be born, placed for good, or grown and gone is not of it
 *   AD-06 a programme that a file does not hold is chosen by the office, and decides the amounts
 *   AD-07 the office's word on a constraint decides
 *   AD-08 no address, no account, a protected address, a way to be reached that is not safe
 *   AD-09 a name or a birth date that is missing hinders
 *   AD-11 the statements a new household need not file
 *   AD-10 a file number is copied right or is none
 */
const day = '2026-11-16' as Day
const before: Draft = { assistanceBefore: 'before' }
function made(draft: Draft, settled: Settled = {}, on: Day = day): NewHousehold {
  const household = newHousehold(draft, on, settled)
  if (!household || 'hindrance' in household) throw new Error(`No household: ${JSON.stringify(household)}`)
  return household
}

describe('the household of an application', () => {
  it('AD-01 holds its one adult', () => {
    const household = made(
      answers({ ...before, fileNumber: ' ABCD-1234 ', email: 'noe@example.org', phone: '514 555-0123' }),
    )
    expect(household).toMatchObject({
      fromDay: day,
      programme: 'socialAssistance',
      onAssistanceSince: '2026-11',
      livesWithParents: false,
      subsidisedDwelling: false,
      fluctuatingIncome: false,
      address: {
        street: '15, rue de l’Exemple',
        unit: null,
        city: 'Québec',
        postalCode: 'G1R 4S9',
        protected: false,
      },
    })
    expect(household.people).toEqual([
      {
        ...{
          key: 'applicant',
          role: 'adult',
          givenName: 'Noé',
          familyName: 'Exemple',
          birthDate: '1999-04-03',
        },
        ...{ language: 'fr', toldFileNumber: 'ABCD-1234', constraint: 'none' },
        contact: { email: 'noe@example.org', mobile: '+15145550123', notifyBy: 'email', safeNote: null },
      },
    ])
    expect(made(answers({ ...before, work: 'now' })).fluctuatingIncome).toBe(true)
    expect(made(answers({ ...before, dwelling: 'subsidised' })).subsidisedDwelling).toBe(true)
  })

  it('AD-02 is paid from the day of application, then whole', () => {
    const draft = answers(before)
    const { payments } = made(draft)
    expect(payments.map(({ month }) => month)).toEqual(['2026-11', '2026-12'])
    const told = estimate(caseOf(draft, day)).benefit
    expect(payments[0]).toEqual(told)
    expect(payments[0]!.lines.find(({ code }) => code === 'applicationDays')?.detail).toMatchObject({
      days: 15,
      daysOfMonth: 30,
    })
    expect(payments[1]!.lines.some(({ code }) => code === 'applicationDays')).toBe(false)
    expect(payments[0]!.totalCents).toBeLessThan(payments[1]!.totalCents)
    // On the first of the month, both are whole.
    const first = made(draft, {}, '2026-11-01' as Day).payments
    expect(first[0]!.totalCents).toBe(first[1]!.totalCents)
  })

  it('AD-03 holds both adults of a couple', () => {
    const draft = couple({
      ...before,
      'spouse.assistanceBefore': 'before',
      'spouse.lettersLanguage': 'en',
      'spouse.health': 'severe',
      'spouse.healthLasts': 'yearOrMore',
    })
    const household = made(draft)
    expect(
      household.people.map(({ key, givenName, language, constraint }) => [
        key,
        givenName,
        language,
        constraint,
      ]),
    ).toEqual([
      ['applicant', 'Noé', 'fr', 'none'],
      ['spouse', 'Léa', 'en', 'severe'],
    ])
    expect(household.programme).toBe('socialSolidarity')
  })

  it('AD-04 waits for a spouse who answers for themselves', () => {
    const alone = couple({ spouseAnswers: 'self' })
    expect(wholeAnswers(alone, null)).toBe('spouseNotHeard')
    const own = { ...alone, 'spouse.fileNumber': 'ZZZZ' }
    expect(wholeAnswers(alone, own)).toBe(own)
    expect(wholeAnswers(couple(), null)).toEqual(couple())
    expect(wholeAnswers(answers(), null)).toEqual(answers())
  })

  it('AD-05 holds the children who depend on it', () => {
    const family = (overrides: Record<string, string>) =>
      made(answers({ ...before, livesWith: 'children', ...child(0, overrides) })).people.map(({ key }) => key)
    expect(family({})).toEqual(['applicant', 'child.0'])
    expect(family({ lives: 'placedForGood' })).toEqual(['applicant'])
    expect(family({ 'birthDate.year': '2027' })).toEqual(['applicant'])
    const grown = { 'birthDate.year': '2006', inSchool: 'no', childIs: 'none' }
    expect(family(grown)).toEqual(['applicant'])
    expect(family({ ...grown, inSchool: 'yes' })).toEqual(['applicant', 'child.0'])
  })

  it('AD-06 is in a programme that a file holds, chosen when the answers lead to another', () => {
    expect(newHousehold(answers(), day)).toBeNull()
    const chosen = made(answers(), { programme: 'socialAssistance' })
    expect(chosen.payments[0]).toMatchObject({ programme: 'socialAssistance' })
  })

  it('AD-07 takes the office’s word on a constraint', () => {
    const told = made(answers(before))
    const settled = made(answers(before), { constraints: { applicant: 'temporary' } })
    expect(settled.people[0]!.constraint).toBe('temporary')
    expect(settled.payments[1]!.totalCents).toBeGreaterThan(told.payments[1]!.totalCents)
  })

  it('AD-08 has an address, an account and a way to be reached, when there is one', () => {
    const homeless = answers({ ...before, dwelling: 'noHome', street: '', deposit: 'no' })
    expect(made(homeless).address).toBeNull()
    expect(made(homeless).people[0]!.contact).toBeNull()
    expect(depositOf(homeless)).toBeNull()
    expect(depositOf(answers())).toEqual({ numbers: '815-12345-1234567', masked: '•••• 4567' })
    const unsafe = { safeReach: 'onlyAsISay', reachWords: 'Après 18 h', email: 'noe@example.org' }
    expect(made(answers({ ...before, ...unsafe })).people[0]!.contact).toEqual({
      ...{ email: 'noe@example.org', mobile: null, notifyBy: 'none', safeNote: 'Après 18 h' },
    })
    expect(made(answers({ ...before, protectAddress: 'yes' })).address!.protected).toBe(true)
    expect(
      made(couple({ ...before, 'spouse.assistanceBefore': 'before', 'spouse.protectAddress': 'yes' }))
        .address!.protected,
    ).toBe(true)
  })

  it('AD-09 needs names and birth dates', () => {
    expect(newHousehold(answers({ givenName: ' ' }), day)).toEqual({ hindrance: 'nameMissing' })
    expect(newHousehold(answers({ 'birthDate.year': '' }), day)).toEqual({ hindrance: 'birthDateMissing' })
    expect(newHousehold(couple(date('spouseBirthDate', '1990-02-31')), day)).toEqual({
      hindrance: 'birthDateMissing',
    })
  })
})

it.each([
  // The month of application is told by it, however early; the next is filed when ten days are left at least.
  ['2026-11-01', '2026-11-02', ['2026-11']],
  ['2026-11-16', '2026-11-18', ['2026-11']],
  ['2026-11-16', '2026-12-05', ['2026-11']],
  ['2026-11-16', '2026-12-06', ['2026-11', '2026-12']],
  ['2026-11-16', '2027-01-20', ['2026-11', '2026-12', '2027-01']],
])('AD-11 applied on %s and admitted on %s, it is spared %j', (applied, admitted, months) => {
  expect(sparedMonths(applied as Day, admitted as Day, defaultPolicies)).toEqual(months)
})

it('AD-10 numbers a file so that a wrong copy is seen', () => {
  const number = makeFileNumber(2026, new Uint8Array([1, 2, 3, 250, 255]))
  expect(number).toMatch(/^26-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(isOwnFileNumber(number)).toBe(true)
  for (const at of [3, 4, 5, 6, 8, 9, 10, 11]) {
    const other = number[at] === '7' ? '8' : '7'
    expect(isOwnFileNumber(number.slice(0, at) + other + number.slice(at + 1))).toBe(false)
  }
  expect(isOwnFileNumber('DEMO-0001-01')).toBe(false)
  expect(() => makeFileNumber(2026, new Uint8Array(4))).toThrow(RangeError)
})
