import { describe, expect, it } from 'vitest'
import { ageBefore, ageOnLastSeptember30 } from '@/domain/benefit/age'
import type { Day, Month } from '@/domain/calendar'
import { benefitSituationOf } from '@/domain/estimate/situation'
import { cents } from '@/domain/money'
import { caseAdult, caseChild, householdCase } from './build'

const of = (overrides: Parameters<typeof householdCase>[0]) =>
  benefitSituationOf(householdCase(overrides), 'socialAssistance')

describe('what a case says of a benefit', () => {
  it.each(['2026-01', '2026-09', '2026-10', '2026-12', '2024-02'])(
    'E-101 an age is the one on the eve of %s, and on the last September 30',
    (text) => {
      const month = text as Month
      for (const age of [0, 4, 5, 17, 58, 120]) {
        const [adult] = of({ month, adults: [caseAdult({ age })] }).adults
        if (!adult) throw new Error('The adult was lost')
        expect(ageBefore(adult.birthDate, month)).toBe(age)
        expect(ageOnLastSeptember30(adult.birthDate, month)).toBe(age)
      }
    },
  )

  it('E-102 one student of two adults: the other has the amounts of a student’s spouse', () => {
    const couple = [caseAdult({ student: true, age: 20 }), caseAdult({ age: 30 })]
    expect(of({ adults: couple })).toMatchObject({ spouseOfStudent: true, adults: [{ id: 'b' }] })
    expect(of({ adults: couple.toReversed() })).toMatchObject({
      spouseOfStudent: true,
      adults: [{ id: 'a' }],
    })
  })
  it('E-103 two students, or one alone, have no such spouse', () => {
    const student = caseAdult({ student: true })
    expect(of({ adults: [student, student] }).spouseOfStudent).toBe(false)
    expect(of({ adults: [student] }).spouseOfStudent).toBe(false)
  })

  it.each([
    ['E-110 a child of 17', { age: 17, student: false }, 1],
    ['E-111 a child of 18 at school', { age: 18 }, 1],
    ['E-112 a child of 18 who left school', { age: 18, student: false }, 0],
    ['E-113 a child who is married or a parent', { emancipated: true }, 0],
    ['E-114 shared custody, 40 %', { custodyPercent: 40 }, 1],
    ['E-115 shared custody, 39 %', { custodyPercent: 39 }, 0],
  ])('%s', (_name, child, count) => {
    expect(of({ children: [caseChild(child)] }).children).toHaveLength(count)
  })

  it('E-120 a single parent in a parent’s home keeps the whole basic benefit', () => {
    const adults = [caseAdult({ livesWithParent: true })]
    expect(of({ adults }).livesWithParents).toBe(true)
    expect(of({ adults, children: [caseChild()] }).livesWithParents).toBe(false)
    expect(of({ adults: [...adults, caseAdult()], children: [caseChild()] }).livesWithParents).toBe(true)
  })

  it('E-130 income keeps its adult; what a job that ended brought is apart', () => {
    const adults = [
      caseAdult({
        netWorkIncomeMonthlyCents: cents(500_00),
        endedWork: { netMonthlyCents: cents(200_00), lastedMonths: 3, declaredInTime: true },
      }),
      caseAdult({
        netSelfEmploymentMonthlyCents: cents(70_00),
        otherIncome: [{ kind: 'pension', monthlyCents: cents(10_00) }],
      }),
    ]
    const { income } = of({ adults })
    expect(income.work.map((job) => [job.netCents, job.ended !== null])).toEqual([
      [300_00, false],
      [200_00, true],
    ])
    expect(income.selfEmployment).toEqual([{ netCents: 70_00 }])
    expect(income.other).toEqual([{ adultId: 'b', kind: 'pension', monthlyCents: 10_00 }])
  })
  it('E-131 what was not said counts for nothing', () => {
    expect(of({ liquidAssetsCents: null }).liquidAssetsCents).toBe(0)
  })

  it('E-140 the month of application follows no month of assistance', () => {
    const applicationDay = '2026-11-10' as Day
    expect(of({ applicationDay, monthsOnAssistance: 5 })).toMatchObject({
      applicationDay,
      monthsOnAssistance: 0,
    })
    expect(of({ monthsOnAssistance: 5 })).toMatchObject({ monthsOnAssistance: 5 })
    expect(of({ monthsOnAssistance: 5 }).applicationDay).toBeUndefined()
  })
  it('E-141 a refugee claimant is known by their status', () => {
    const [adult] = of({ adults: [caseAdult({ status: 'refugeeClaimant' })] }).adults
    expect(adult?.refugeeClaimant).toBe(true)
    expect(of({}).adults[0]?.refugeeClaimant).toBe(false)
  })
  it.each([
    ['E-142 depends on their parents', true, 90_00],
    ['E-143 it was not said', null, 90_00],
    ['E-144 does not', false, 0],
  ])('%s: what the parents owe', (_name, dependsOnParents, owed) => {
    const adult = caseAdult({ dependsOnParents, parentalContributionMonthlyCents: cents(90_00) })
    expect(of({ adults: [adult] }).parentalContributionCents).toBe(owed)
  })
  it('E-145 every other fact is carried as it is', () => {
    const facts = { sheltered: true, pregnantWeeks: 21, severeMonthsOfLast72: 70 }
    const property = { residenceCents: cents(1), otherCents: cents(2), vehicles: [] }
    const given = {
      givenAway: [{ valueCents: cents(3), monthsAgo: 4 }],
      sharesDwelling: true,
      property,
    }
    const situation = of({
      ...given,
      adults: [caseAdult(facts)],
      children: [
        caseChild({
          handicapSupplement: true,
          familyAllowanceMonthlyCents: cents(5),
          canadaChildBenefitMonthlyCents: cents(6),
        }),
      ],
      comesFromOtherProgramme: true,
      shelterAllowanceMonthlyCents: cents(7),
      recoveryWithholdingMonthlyCents: cents(8),
    })
    expect(situation).toMatchObject({
      ...given,
      adults: [facts],
      children: [{ handicapSupplement: true, familyAllowanceCents: 5, canadaChildBenefitCents: 6 }],
      fromOtherProgramme: true,
      shelterAllowanceCents: 7,
      recoveryWithholdingCents: 8,
    })
  })
  it('E-146 a job that ended keeps how long it lasted, and whether it was declared in time', () => {
    const endedWork = { netMonthlyCents: cents(900_00), lastedMonths: 3, declaredInTime: true }
    const adult = caseAdult({ netWorkIncomeMonthlyCents: cents(500_00), endedWork })
    // Never more than the work income it is a part of.
    expect(of({ adults: [adult] }).income.work).toMatchObject([
      { netCents: 500_00, lastedMonths: 3, declaredInTime: true },
    ])
  })
})
