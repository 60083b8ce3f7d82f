import { describe, expect, it } from 'vitest'
import type { Month } from '@/domain/calendar'
import { estimate } from '@/domain/estimate/estimate'
import { caseAdult, caseChild, householdCase } from '../estimate/build'
import { alone, applicant, couple, glance, glanceOf, open } from './build'

const severe = { constraint: 'severe' } as const
const long = { constraint: 'severe', severeMonthsOfLast72: 66 } as const

describe('the programme that applies', () => {
  it('E-500 no severe constraint: Social Assistance', () => {
    expect(estimate(alone()).programme).toBe('socialAssistance')
    expect(open(alone())).toEqual(['socialAssistance'])
    expect(open(alone({ constraint: 'temporary' }))).toEqual(['socialAssistance'])
  })

  it('E-501 a severe constraint: Social Solidarity alone', () => {
    expect(estimate(alone(severe)).programme).toBe('socialSolidarity')
    expect(open(alone(severe))).toEqual(['socialSolidarity'])
    expect(glanceOf('socialAssistance', alone(severe))).toBe('ineligible hasSevereConstraint')
    expect(glanceOf('socialSolidarity', alone())).toBe('ineligible noSevereConstraint')
  })

  it('E-502 of two adults, one with a severe constraint is enough', () => {
    expect(glanceOf('socialSolidarity', couple(severe))).toBe('eligible')
  })

  it('E-503 a full-time student gives no programme to their spouse', () => {
    const household = couple({ ...severe, student: true })
    expect(glanceOf('socialSolidarity', household)).toBe('ineligible noSevereConstraint')
    expect(glanceOf('socialAssistance', household)).toBe('eligible spouseIsStudent')
  })

  it('E-504 a household in a programme already is taken at its word', () => {
    const inAssistance = householdCase({ programme: 'socialAssistance', adults: [caseAdult(severe)] })
    expect(estimate(inAssistance).programme).toBe('socialAssistance')
    const inSolidarity = householdCase({ programme: 'socialSolidarity' })
    expect(glance(inSolidarity)).toBe('eligible')
  })

  it('E-505 gives an outcome for the four programmes, in order', () => {
    const names = estimate(alone()).eligibility.programmes.map((one) => one.programme)
    expect(names).toEqual(['socialAssistance', 'socialSolidarity', 'basicIncome', 'aimForEmployment'])
  })
})

describe('Basic Income', () => {
  it('E-510 66 of the last 72 months with a severe constraint: the passage is automatic', () => {
    expect(open(alone(long))).toEqual(['basicIncome'])
    expect(glanceOf('socialSolidarity', alone(long))).toBe('ineligible goesToBasicIncome')
  })

  it('E-511 65 months are too short', () => {
    const household = alone({ ...long, severeMonthsOfLast72: 65 })
    expect(glanceOf('basicIncome', household)).toBe('ineligible severeForTooShort')
    expect(open(household)).toEqual(['socialSolidarity'])
  })

  it('E-512 not before January 2023', () => {
    const before = { ...alone(long), month: '2022-12' as Month, applicationDay: null }
    expect(glanceOf('basicIncome', before)).toBe('ineligible basicIncomeNotYet')
    expect(open(before)).toEqual(['socialSolidarity'])
    expect(open({ ...before, month: '2023-01' as Month })).toEqual(['basicIncome'])
    expect(glance({ ...before, programme: 'basicIncome' })).toBe('ineligible basicIncomeNotYet')
    const without = { ...alone(), month: '2022-12' as Month, applicationDay: null }
    expect(glanceOf('basicIncome', without)).toBe('ineligible noSevereConstraint basicIncomeNotYet')
  })

  it('E-513 months of the past without a constraint now open nothing', () => {
    const household = alone({ severeMonthsOfLast72: 70 })
    expect(glanceOf('basicIncome', household)).toBe('ineligible noSevereConstraint severeForTooShort')
    expect(open(household)).toEqual(['socialAssistance'])
  })

  it('E-514 a couple has two files: the office is to be called', () => {
    expect(glance(couple(long))).toBe('incomplete spouseOnBasicIncome?')
    expect(glanceOf('socialAssistance', couple(long))).toBe('incomplete spouseOnBasicIncome?')
    expect(glanceOf('socialSolidarity', couple(long))).toBe('incomplete spouseOnBasicIncome?')
    expect(estimate(couple(long)).benefit).toBeNull()
  })

  it('E-515 a single parent has one file', () => {
    const household = applicant({ adults: [caseAdult(long)], children: [caseChild()] })
    expect(glance(household)).toBe('eligible')
  })
})

describe('Aim for Employment', () => {
  const first = { hasHadAssistance: false } as const

  it('E-520 a first application leads there, and is presumed eligible for Social Assistance', () => {
    expect(estimate(alone(first)).programme).toBe('aimForEmployment')
    expect(glanceOf('aimForEmployment', alone(first))).toBe('eligible firstApplication')
    expect(glanceOf('socialAssistance', alone(first))).toBe('eligible firstApplication')
  })

  it('E-521 what refuses Social Assistance refuses it', () => {
    expect(glanceOf('aimForEmployment', alone({ ...first, student: true }))).toBe(
      'ineligible fullTimeStudies',
    )
    expect(glanceOf('aimForEmployment', alone({ ...first, ...severe }))).toBe(
      'ineligible hasSevereConstraint',
    )
  })

  it('E-522 not for someone who has had assistance', () => {
    expect(glanceOf('aimForEmployment', alone())).toBe('ineligible notFirstApplication')
  })

  it('E-523 not said: asked for this programme, and nothing else waits for it', () => {
    const household = alone({ hasHadAssistance: null })
    expect(glanceOf('aimForEmployment', household)).toBe('incomplete hasHadAssistance?')
    expect(glance(household)).toBe('eligible')
  })

  it('E-524 not asked of a household on assistance', () => {
    const household = householdCase({ adults: [caseAdult({ hasHadAssistance: null })] })
    expect(glanceOf('aimForEmployment', household)).toBe('ineligible notFirstApplication')
  })

  it('E-525 not before April 2018', () => {
    const before = { ...alone(first), month: '2018-03' as Month, applicationDay: null }
    expect(glanceOf('aimForEmployment', before)).toBe('ineligible aimForEmploymentNotYet')
    expect(estimate(before).programme).toBe('socialAssistance')
    expect(estimate({ ...before, month: '2018-04' as Month }).programme).toBe('aimForEmployment')
  })

  it('E-526 one adult of two is enough', () => {
    expect(glanceOf('aimForEmployment', couple(first))).toBe('eligible firstApplication')
    expect(glanceOf('aimForEmployment', couple(first, { hasHadAssistance: null }))).toBe(
      'eligible firstApplication',
    )
  })
})

describe('the parents', () => {
  it.each([
    [
      'E-530 it is not known whether they live together',
      alone({ livesWithParent: null }),
      'incomplete livesWithParent?',
    ],
    ['E-531 living with one refuses nobody', alone({ livesWithParent: true }), 'eligible'],
    ['E-532 dependence not said', alone({ dependsOnParents: null }), 'incomplete dependsOnParents?'],
    [
      'E-533 dependent, contribution not known',
      alone({ dependsOnParents: true, parentalContributionMonthlyCents: null }),
      'incomplete parentalContribution?',
    ],
    ['E-534 dependent, contribution known', alone({ dependsOnParents: true }), 'eligible'],
    [
      'E-535 independent: the contribution is not asked',
      alone({ dependsOnParents: false, parentalContributionMonthlyCents: null }),
      'eligible',
    ],
    [
      'E-536 not in Social Solidarity',
      alone({
        ...severe,
        livesWithParent: null,
        dependsOnParents: null,
        parentalContributionMonthlyCents: null,
      }),
      'eligible',
    ],
    [
      'E-537 a couple contributes for nobody, and is asked where it lives',
      couple({ dependsOnParents: null, livesWithParent: null }),
      'incomplete livesWithParent?',
    ],
  ])('%s', (_name, household, answer) => {
    expect(glance(household)).toBe(answer)
  })

  it('E-538 a single parent is asked nothing of their own parents', () => {
    const adults = [caseAdult({ livesWithParent: null, dependsOnParents: null })]
    expect(glance(applicant({ adults, children: [caseChild()] }))).toBe('eligible')
  })
})
