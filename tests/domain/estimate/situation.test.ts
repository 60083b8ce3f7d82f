import { describe, expect, it } from 'vitest'
import { ageBefore, ageOnLastSeptember30 } from '@/domain/benefit/age'
import type { Month } from '@/domain/calendar'
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
})
