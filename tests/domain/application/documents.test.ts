import { describe, expect, test } from 'vitest'
import { benefitNames } from '@/domain/application/benefits'
import { documentKinds } from '@/domain/application/document-kinds'
import { documentReasons, documentsOf } from '@/domain/application/documents'
import type { Draft } from '@/domain/draft'
import { answers, child, couple, date, today } from './build'

/** The papers beyond those of a single adult with an account and a deposit. */
const usual = ['identityPhoto.applicant', 'accountStatement.applicant', 'depositProof.household']
const idsOf = (draft: Draft) => documentsOf(draft, today).map(({ id }) => id)
const moreOf = (overrides: Draft) => idsOf(answers(overrides)).filter((id) => !usual.includes(id))
const find = (draft: Draft, id: string) => documentsOf(draft, today).find((one) => one.id === id)
const job = (more: Record<string, string>): Draft =>
  Object.fromEntries(
    Object.entries({ employer: 'Café', jobKind: 'employee', another: 'no', ...more }).map(([name, value]) => [
      `jobs.0.${name}`,
      value,
    ]),
  )

test('a single adult with an account: who they are, the statement of the account, the cheque', () => {
  expect(idsOf(answers())).toEqual(usual)
  expect(find(answers(), 'depositProof.household')?.required).toBe(false)
  expect(find(answers(), 'identityPhoto.applicant')).toMatchObject({
    required: true,
    why: 'everyAdult',
    about: null,
  })
  // Nothing in any account: nothing to print.
  expect(idsOf(answers({ accounts: '0', deposit: 'no' }))).toEqual(['identityPhoto.applicant'])
  expect(idsOf(answers({ accounts: '', accountsUnknown: 'yes' }))).toContain('accountStatement.applicant')
})

test.each([
  ['bornInQuebec', []],
  ['bornInCanada', ['birthCertificate.applicant']],
  ['citizenBornAbroad', ['citizenshipProof.applicant']],
  ['permanentResident', ['permanentResidenceProof.applicant']],
  ['protectedPerson', ['refugeeStatusDecision.applicant']],
  ['refugeeClaimant', ['refugeeClaimProof.applicant']],
  ['other', ['otherStatusProof.applicant']],
  ['constructor', []],
])('status %s: its own paper and no other', (status, papers) => {
  expect(moreOf({ status })).toEqual(papers)
})

describe('health', () => {
  test('a report from a month on; a pregnancy has its own', () => {
    expect(moreOf({ health: 'temporary', healthLasts: 'underAMonth' })).toEqual([])
    expect(moreOf({ health: 'temporary', healthLasts: 'underAYear' })).toEqual(['medicalReport.applicant'])
    expect(moreOf({ health: 'severe pregnant', healthLasts: 'unknown' })).toEqual([
      'medicalReport.applicant',
      'pregnancyProof.applicant',
    ])
  })
})

describe('work', () => {
  test('pay that goes on, pay of a business, pay that just ended; nothing of an old job', () => {
    const now = { work: 'now', ...job({ goesOn: 'yes' }) }
    expect(moreOf(now)).toEqual(['wageProof.applicant.0'])
    expect(find(answers(now), 'wageProof.applicant.0')?.about).toBe('Café')
    expect(moreOf({ ...now, 'jobs.0.jobKind': 'selfEmployed' })).toEqual(['selfEmploymentProof.applicant.0'])
    const ended = (on: string) => ({
      work: 'lastYear',
      ...job({}),
      ...date('jobs.0.jobEnd', on),
      'jobs.0.lastPay': '80',
    })
    expect(moreOf(ended('2026-10-01'))).toEqual(['endedWorkProof.applicant.0'])
    expect(moreOf(ended('2026-09-30'))).toEqual([])
  })
})

describe('income', () => {
  test('each benefit has its paper; support that is not paid has none that must be', () => {
    expect(moreOf({ income: 'oldAgeSecurity rentReceived' })).toEqual([
      'benefitProof.applicant.oldAgeSecurity',
      'rentalProof.applicant.rentReceived',
    ])
    const support = (childSupportStatus: string) =>
      find(answers({ income: 'childSupport', childSupportStatus }), 'supportProof.applicant.childSupport')
        ?.required
    expect(support('received')).toBe(true)
    expect(support('notReceived')).toBe(false)
    expect(find(answers({ income: 'gift' }), 'otherIncomeProof.applicant.gift')?.about).toBe('gift')
    // It changes no amount at the application: nobody waits for its paper.
    expect(
      find(answers({ income: 'shelterAllowance' }), 'benefitProof.applicant.shelterAllowance')?.required,
    ).toBe(false)
    const all = idsOf(
      answers({
        income: benefitNames.join(' '),
        childSupportStatus: 'received',
        spousalSupportStatus: 'received',
      }),
    )
    expect(all.filter((id) => /Proof\.applicant\./.test(id))).toHaveLength(benefitNames.length)
  })

  test('an adult who depends on their parents has their form to obtain', () => {
    expect(moreOf({ independence: 'none' })).toEqual(['parentalContribution.applicant'])
    expect(find(answers({ independence: 'none' }), 'parentalContribution.applicant')?.substitutes).toContain(
      'parentsRefuse',
    )
    expect(moreOf({ independence: 'none', ...date('birthDate', '1990-04-03') })).toEqual([])
  })
})

test('what is owned', () => {
  expect(moreOf({ owned: 'vehicle valuables moneyOwed' })).toEqual([])
  expect(
    moreOf({
      dwelling: 'ownHome',
      owned: 'retirement investments building business lifeInsurance',
      'buildings.0.what': 'Chalet',
      givenAway: 'yes',
      'gifts.0.what': 'Auto',
    }),
  ).toEqual([
    'savingsProof.applicant.retirement',
    'savingsProof.applicant.investments',
    'realEstateProof.applicant.0',
    'businessProof.applicant',
    'insuranceProof.applicant',
    'disposalProof.applicant.0',
    'realEstateProof.household',
  ])
  expect(moreOf({ owned: 'lifeInsurance', cashValue: '0' })).toEqual([])
})

test('children, each by name', () => {
  const draft = answers({
    livesWith: 'children',
    ...child(0, { lives: 'sharedCustody', another: 'yes' }),
    ...child(1, { givenName: 'Max', handicap: 'yes' }),
  })
  expect(find(draft, 'custodyDocument.household.0')?.about).toBe('Zoé')
  expect(find(draft, 'childHandicapProof.household.1')?.about).toBe('Max')
  expect(find(draft, 'custodyDocument.household.1')).toBeUndefined()
})

test('needs, a mandate, an absence', () => {
  expect(moreOf({ needs: 'glasses medication' })).toEqual(['needProof.household.glasses'])
  expect(moreOf({ reason: 'funeral' })).toEqual(['deathCertificate.household', 'deceasedBalances.household'])
  expect(moreOf({ helper: 'represented' })).toEqual(['mandateProof.applicant'])
  expect(moreOf({ helper: 'someoneHelps' })).toEqual([])
  expect(moreOf({ away: 'yes' })).toEqual(['absenceProof.applicant'])
})

test('each adult has papers of their own', () => {
  const draft = couple({ 'spouse.status': 'permanentResident', 'spouse.accounts': '5' })
  expect(idsOf(draft).filter((id) => id.includes('.spouse'))).toEqual([
    'identityPhoto.spouse',
    'permanentResidenceProof.spouse',
    'accountStatement.spouse',
  ])
})

test('every kind of paper and every reason is met, and each paper has a way out', () => {
  const everything = answers({
    helper: 'represented',
    health: 'severe pregnant',
    healthLasts: 'aYearOrMore',
    livesWith: 'children',
    ...child(0, { lives: 'sharedCustody', handicap: 'yes' }),
    work: 'now',
    ...job({ goesOn: 'yes', another: 'yes' }),
    'jobs.1.jobKind': 'selfEmployed',
    'jobs.1.goesOn': 'yes',
    'jobs.1.another': 'yes',
    'jobs.2.goesOn': 'no',
    ...date('jobs.2.jobEnd', '2026-11-02'),
    'jobs.2.lastPay': '10',
    away: 'yes',
    income: benefitNames.join(' '),
    owned: 'retirement building business lifeInsurance',
    givenAway: 'yes',
    needs: 'glasses funeral',
  })
  const statuses = [
    'bornInCanada',
    'citizenBornAbroad',
    'permanentResident',
    'protectedPerson',
    'refugeeClaimant',
    'other',
  ]
  const drafts = [
    everything,
    answers({ independence: 'none' }),
    ...statuses.map((status) => answers({ status })),
  ]
  const met = drafts.flatMap((draft) => documentsOf(draft, today))
  expect(Object.keys(documentKinds).filter((kind) => !met.some((one) => one.kind === kind))).toEqual([])
  expect(documentReasons.filter((why) => !met.some((one) => one.why === why))).toEqual([])
  for (const { accepted, substitutes } of Object.values(documentKinds)) {
    expect(accepted.length).toBeGreaterThan(0)
    expect(substitutes.at(-1)).toBe('call')
  }
})
