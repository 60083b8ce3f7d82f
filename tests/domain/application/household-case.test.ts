import { describe, expect, test } from 'vitest'
import { caseOf, caseOfNextMonth } from '@/domain/application/household-case'
import type { Day } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'
import { estimate } from '@/domain/estimate/estimate'
import { answers, child, couple, date, today } from './build'

const adult = (overrides: Draft = {}, day: Day = today) => caseOf(answers(overrides), day).adults[0]!
const children = (overrides: Record<string, string>, day: Day = today) =>
  caseOf(answers({ livesWith: 'children', ...child(0, overrides) }), day).children

test('a single adult with nothing may receive aid, of the days left in the month', () => {
  const told = estimate(caseOf(answers(), today))
  expect(told.eligibility.outcome).toBe('eligible')
  expect(told.programme).toBe('aimForEmployment')
  expect(told.benefit?.computed && told.benefit.totalCents).toBeGreaterThan(0)
})

test('an empty draft is no refusal and no promise: what is missing is said', () => {
  const told = estimate(caseOf({}, today))
  expect(told.eligibility.outcome).toBe('incomplete')
  expect(caseOf({}, today)).toMatchObject({ liquidAssetsCents: null, property: null, children: [] })
  expect(caseOf({}, today).adults[0]).toMatchObject({
    status: null,
    livesInQuebec: null,
    student: null,
    livesWithParent: null,
    hasHadAssistance: null,
  })
})

describe('an adult', () => {
  test('has their age on the day', () => {
    expect(adult({}, '2026-04-02' as Day).age).toBe(26)
    expect(adult({}, '2026-04-03' as Day).age).toBe(27)
    expect(adult(date('birthDate', '2008-02-29'), '2026-02-28' as Day).age).toBe(17)
  })

  test('a minor says what makes them an adult', () => {
    const minor = date('birthDate', '2009-01-01')
    expect(adult(minor).emancipated).toBeNull()
    expect(adult({ ...minor, emancipation: 'none' }).emancipated).toBe(false)
    expect(adult({ ...minor, emancipation: 'fullyEmancipated' }).emancipated).toBe(true)
  })

  test.each([
    ['bornInQuebec', '', 'citizen'],
    ['bornInCanada', '', 'citizen'],
    ['citizenBornAbroad', '', 'citizen'],
    ['permanentResident', '', 'permanentResident'],
    ['protectedPerson', '', 'protectedPerson'],
    ['refugeeClaimant', '', 'refugeeClaimant'],
    ['other', 'claimNotHeard', 'claimNotHeard'],
    ['other', 'temporaryResident', 'temporaryResident'],
    ['other', 'unknown', null],
    ['', '', null],
  ])('status %s %s is %s', (status, otherStatus, expected) => {
    expect(adult({ status, otherStatus }).status).toBe(expected)
  })

  test('studies count full-time, past general secondary, once begun', () => {
    const student = (more: Draft) => adult(more).student
    expect(student({ studies: 'fullTime', studyLevel: 'college' })).toBe(true)
    expect(student({ studies: 'fullTime', studyLevel: 'vocational' })).toBe(true)
    expect(student({ studies: 'fullTime', studyLevel: 'secondary' })).toBe(false)
    expect(student({ studies: 'partTime', studyLevel: 'university' })).toBe(false)
    const planned = { studies: 'planned', plannedLevel: 'college', plannedLoad: 'fullTime' }
    expect(student({ ...planned, ...date('studiesStart', '2026-11-28') })).toBe(false)
    expect(student({ ...planned, ...date('studiesStart', '2026-11-27') })).toBe(true)
    expect(student({ studies: 'no' })).toBe(false)
  })

  test('weeks of pregnancy are counted back from the day it is due', () => {
    const weeks = (due: string) => adult({ health: 'pregnant', ...date('dueDate', due) }).pregnantWeeks
    expect(weeks('2027-04-16')).toBe(20)
    expect(weeks('2027-04-17')).toBe(19)
    expect(weeks('2026-11-20')).toBe(40)
    expect(adult({ health: 'none', ...date('dueDate', '2027-04-16') }).pregnantWeeks).toBe(0)
  })

  test('where one lives: detention, a community, a care facility', () => {
    expect(adult({ dwelling: 'detention' }).inCustody).toBe(true)
    expect(adult({ dwelling: 'religiousCommunity' }).inReligiousCommunity).toBe(true)
    expect(adult({ dwelling: 'careFacility' }).sheltered).toBe(true)
    expect(adult()).toMatchObject({ inCustody: false, inReligiousCommunity: false, sheltered: false })
    expect(caseOf(answers({ dwelling: 'subsidised' }), today).subsidisedHousing).toBe(true)
  })

  test('assistance before, and how long with a severe constraint', () => {
    expect(adult({ assistanceBefore: 'never' }).hasHadAssistance).toBe(false)
    expect(adult({ assistanceBefore: 'before' }).hasHadAssistance).toBe(true)
    expect(adult({ assistanceBefore: 'unknown' }).hasHadAssistance).toBeNull()
    const long = {
      assistanceBefore: 'before',
      health: 'severe',
      healthLasts: 'forGood',
      severeMonths: 'atLeast66',
    }
    expect(adult(long).severeMonthsOfLast72).toBe(66)
    expect(estimate(caseOf(answers(long), today)).programme).toBe('basicIncome')
    expect(adult({ ...long, assistanceBefore: 'never' }).severeMonthsOfLast72).toBe(0)
  })

  test('who is not asked whether they depend on their parents does not', () => {
    expect(adult({ independence: 'none' }).dependsOnParents).toBe(true)
    expect(adult({ independence: 'selfSupporting' }).dependsOnParents).toBe(false)
    expect(adult({ independence: 'none', ...date('birthDate', '1996-11-27') }).dependsOnParents).toBe(false)
    expect(adult({ independence: 'none', ...date('birthDate', '1996-11-28') }).dependsOnParents).toBe(true)
    expect(adult({ independence: 'none', health: 'severe', healthLasts: 'forGood' }).dependsOnParents).toBe(
      false,
    )
  })

  test('days away, without those of leaving and of coming back', () => {
    const stay = {
      away: 'yes',
      ...date('leftOn', '2026-11-03'),
      ...date('backOn', '2026-11-19'),
      awayReason: 'none',
    }
    expect(adult(stay).absence).toEqual({ consecutiveDays: 15, daysOfMonth: 15, excused: false })
    expect(adult({ ...stay, awayReason: 'medicalCare' }).absence?.excused).toBe(true)
    expect(adult().absence).toBeNull()
  })
})

describe('a spouse', () => {
  test('has their own facts; until they answer, what they must say is missing', () => {
    const [, spouse] = caseOf(
      couple({ 'spouse.health': 'severe', 'spouse.healthLasts': 'forGood' }),
      today,
    ).adults
    expect(spouse).toMatchObject({ age: 36, constraint: 'severe', status: 'citizen', livesWithParent: false })
    const silent = Object.fromEntries(
      Object.entries(couple()).filter(([name]) => !name.startsWith('spouse.')),
    )
    const alone = caseOf({ ...silent, spouseAnswers: 'self' }, today)
    expect(alone.adults).toHaveLength(2)
    expect(alone).toMatchObject({ liquidAssetsCents: null, property: null })
    expect(estimate(alone).eligibility.outcome).toBe('incomplete')
  })

  test('a couple of less than a year is none; any one test makes one', () => {
    const adults = (tie: string) => caseOf(couple({ couple: tie }), today).adults.length
    expect(['married', 'childTogether', 'aYear', 'aYearBefore'].map(adults)).toEqual([2, 2, 2, 2])
    expect(['lessThanAYear', 'notACouple', ''].map(adults)).toEqual([1, 1, 1])
  })
})

describe('a child', () => {
  test('has the age of the last September 30, the year they are 5', () => {
    expect(
      children({ 'birthDate.year': '2021', 'birthDate.month': '10', 'birthDate.day': '1' })[0]?.age,
    ).toBe(4)
    expect(
      children({ 'birthDate.year': '2021', 'birthDate.month': '9', 'birthDate.day': '30' })[0]?.age,
    ).toBe(5)
    expect(
      children({ 'birthDate.year': '2020', 'birthDate.month': '10', 'birthDate.day': '1' })[0]?.age,
    ).toBe(6)
    expect(children({ 'birthDate.year': '' })).toEqual([])
    const october = { 'birthDate.year': '2021', 'birthDate.month': '10', 'birthDate.day': '1' }
    expect(children(october, '2026-10-15' as Day)[0]?.age).toBe(4)
  })

  test('shared custody in days of two weeks; a child placed for good is not here', () => {
    const percent = (more: Record<string, string>) => children(more)[0]?.custodyPercent
    expect(percent({ lives: 'sharedCustody', custodyDays: '7' })).toBe(50)
    expect(percent({ lives: 'sharedCustody', custodyDays: '5' })).toBe(36)
    expect(percent({ lives: 'sharedCustody', custodyDays: 'abc' })).toBe(100)
    expect(percent({ lives: 'placedForGood' })).toBe(0)
    expect(percent({ lives: 'awayReturns' })).toBe(100)
  })

  test('a grown child is at school or not, and may be married', () => {
    const grown = { 'birthDate.year': '2006', inSchool: 'yes', childIs: 'none' }
    expect(children(grown)[0]).toMatchObject({ age: 20, student: true, emancipated: false })
    expect(children({ ...grown, inSchool: 'no' })[0]?.student).toBe(false)
    expect(children({ ...grown, childIs: 'married' })[0]?.emancipated).toBe(true)
    expect(children({ handicap: 'yes' })[0]?.handicapSupplement).toBe(true)
    expect(children({ handicap: 'asked' })[0]?.handicapSupplement).toBe(false)
  })
})

describe('money', () => {
  const liquid = (overrides: Draft) => caseOf(answers(overrides), today).liquidAssetsCents
  test('at hand, less what is on its way to pay the home, never below nothing', () => {
    expect(liquid({ accounts: '500', cash: '20', outstanding: '300' })).toBe(220_00)
    expect(liquid({ accounts: '500', cash: '20', outstanding: '800' })).toBe(0)
    expect(liquid({ accounts: '500', outstanding: '', outstandingUnknown: 'yes' })).toBe(500_00)
    expect(liquid({ accounts: '', accountsUnknown: 'yes' })).toBeNull()
  })

  test('retirement savings are left out up to 60,000 $', () => {
    expect(liquid({ accounts: '0', owned: 'retirement', retirementValue: '60000' })).toBe(0)
    expect(liquid({ accounts: '0', owned: 'retirement', retirementValue: '60 100' })).toBe(100_00)
    expect(
      liquid({ accounts: '0', owned: 'investments moneyOwed', investmentsValue: '50', moneyOwedValue: '25' }),
    ).toBe(75_00)
    // What is not ticked is not counted, whatever was typed.
    expect(liquid({ accounts: '0', investmentsValue: '50' })).toBe(0)
  })

  test('both adults together', () => {
    expect(caseOf(couple({ accounts: '100', 'spouse.accounts': '50' }), today).liquidAssetsCents).toBe(150_00)
  })

  test('property: the home, the rest, the vehicles that are theirs', () => {
    const draft = answers({
      dwelling: 'ownHome',
      homeValue: '200000',
      homeDebt: '0',
      owned: 'building vehicle business',
      'buildings.0.value': '1000',
      'buildings.0.another': 'yes',
      'buildings.1.value': '500',
      businessValue: '250',
      'vehicles.0.tenure': 'owned',
      'vehicles.0.adapted': 'yes',
      'vehicles.0.value': '12000',
      'vehicles.0.another': 'yes',
      'vehicles.1.tenure': 'leased',
      'vehicles.1.value': '9000',
    })
    expect(caseOf(draft, today).property).toEqual({
      residenceCents: 200_000_00,
      otherCents: 1_750_00,
      vehicles: [{ valueCents: 12_000_00, adapted: true }],
    })
    expect(caseOf({ ...draft, businessValue: '', businessValueUnknown: 'yes' }, today).property).toBeNull()
  })

  test('what was given away, in whole months', () => {
    const gave = {
      givenAway: 'yes',
      'gifts.0.what': 'Auto',
      'gifts.0.value': '3000',
      ...date('gifts.0.on', '2026-06-15'),
    }
    expect(caseOf(answers(gave), today).givenAway).toEqual([{ valueCents: 3_000_00, monthsAgo: 5 }])
    expect(caseOf(answers({ ...gave, givenAway: 'no' }), today).givenAway).toEqual([])
  })
})

describe('income', () => {
  test('pay that goes on by the month; the last pay of a job that ended', () => {
    const net = (overrides: Draft) => adult(overrides).netWorkIncomeMonthlyCents
    const job = { work: 'now', 'jobs.0.goesOn': 'yes', 'jobs.0.net': '200', 'jobs.0.frequency': 'biweekly' }
    expect(net(job)).toBe(433_33)
    expect(
      net({
        ...job,
        'jobs.0.another': 'yes',
        'jobs.1.goesOn': 'no',
        ...date('jobs.1.jobEnd', '2026-11-02'),
        'jobs.1.lastPay': '90',
      }),
    ).toBe(523_33)
    expect(net({ ...job, work: 'never' })).toBe(0)
  })

  test('benefits by kind; the shelter allowance is a fact of its own', () => {
    const draft = answers({
      income: 'quebecPension crimeVictims shelterAllowance lumpSum',
      'incomes.quebecPension.amount': '300',
      'incomes.quebecPension.frequency': 'monthly',
      'incomes.crimeVictims.amountUnknown': 'yes',
      'incomes.shelterAllowance.amount': '150',
      'incomes.shelterAllowance.frequency': 'monthly',
      'incomes.lumpSum.amount': '1000',
      'incomes.lumpSum.frequency': 'once',
    })
    const { adults, shelterAllowanceMonthlyCents } = caseOf(draft, today)
    expect(adults[0]?.otherIncome).toEqual([
      { kind: 'pension', monthlyCents: 300_00 },
      { kind: 'lumpSum', monthlyCents: 1_000_00 },
    ])
    expect(shelterAllowanceMonthlyCents).toBe(150_00)
  })
})

test('the month that follows is whole, and without what has ended', () => {
  const draft = answers({
    work: 'now',
    'jobs.0.goesOn': 'yes',
    'jobs.0.net': '300',
    'jobs.0.frequency': 'monthly',
    'jobs.0.another': 'yes',
    'jobs.1.goesOn': 'no',
    ...date('jobs.1.jobEnd', '2026-11-02'),
    'jobs.1.lastPay': '90',
    income: 'employmentInsurance quebecPension',
    'incomes.employmentInsurance.amount': '400',
    'incomes.employmentInsurance.frequency': 'monthly',
    'incomes.employmentInsurance.goesOn': 'no',
    'incomes.quebecPension.amount': '200',
    'incomes.quebecPension.frequency': 'monthly',
    'incomes.quebecPension.goesOn': 'yes',
  })
  expect(caseOf(draft, today).adults[0]).toMatchObject({
    netWorkIncomeMonthlyCents: 390_00,
    otherIncome: [{ kind: 'employmentInsurance' }, { kind: 'pension' }],
  })
  const next = caseOfNextMonth(draft, today)
  expect(next).toMatchObject({ month: '2026-12', applicationDay: null })
  expect(next.adults[0]).toMatchObject({
    netWorkIncomeMonthlyCents: 300_00,
    otherIncome: [{ kind: 'pension', monthlyCents: 200_00 }],
  })
})
