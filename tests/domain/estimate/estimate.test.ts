import { describe, expect, it } from 'vitest'
import { cents } from '@/domain/money'
import { estimate } from '@/domain/estimate/estimate'
import { caseAdult, householdCase } from './build'

describe('an estimate', () => {
  it('E-151 an eligible household has its programme and its benefit', () => {
    const answer = estimate(householdCase({ programme: null }))
    expect(answer.eligibility.outcome).toBe('eligible')
    expect(answer.programme).toBe('socialAssistance')
    expect(answer.benefit).toMatchObject({ computed: true, totalCents: 845_00 })
    expect(answer.provisional).toBe(false)
  })

  it('E-152 a refused household has neither', () => {
    const answer = estimate(householdCase({ adults: [caseAdult({ student: true })] }))
    expect(answer.eligibility.outcome).toBe('ineligible')
    expect(answer).toMatchObject({ programme: null, benefit: null })
  })

  it('E-153 refused for its income alone, it has the calculation that shows why', () => {
    const rich = caseAdult({ netWorkIncomeMonthlyCents: cents(3_000_00) })
    const answer = estimate(householdCase({ adults: [rich] }))
    expect(answer.eligibility.outcome).toBe('ineligible')
    expect(answer.eligibility.reasons.map((one) => one.code)).toEqual(['incomeAboveNeeds'])
    expect(answer.programme).toBe('socialAssistance')
    expect(answer.benefit).toMatchObject({ totalCents: 0 })
  })

  it('E-154 refused for its income and something else, it has both reasons and no calculation', () => {
    const rich = caseAdult({ netWorkIncomeMonthlyCents: cents(3_000_00), inCustody: true })
    const answer = estimate(householdCase({ adults: [rich] }))
    expect(answer.eligibility.reasons.map((one) => one.code)).toEqual(['inCustody', 'incomeAboveNeeds'])
    expect(answer.benefit).toBeNull()
  })

  it('E-155 too little known: questions, no amount', () => {
    const answer = estimate(householdCase({ liquidAssetsCents: null }))
    expect(answer.eligibility.outcome).toBe('incomplete')
    expect(answer.eligibility.questions.map((one) => one.code)).toEqual(['liquidAssets'])
    expect(answer).toMatchObject({ programme: null, benefit: null })
  })
})
