import { describe, expect, it } from 'vitest'
import { computeBenefit } from '@/domain/benefit/compute'
import type { Month } from '@/domain/calendar'
import * as after from '@/domain/rates/assets-after-other-programme'
import * as application from '@/domain/rates/assets-at-application'
import * as assets from '@/domain/rates/assets'
import * as basic from '@/domain/rates/basic-income'
import * as children from '@/domain/rates/children'
import * as income from '@/domain/rates/income'
import * as property from '@/domain/rates/property'
import * as recovery from '@/domain/rates/recovery'
import * as claimants from '@/domain/rates/refugee-claimants'
import * as assistance from '@/domain/rates/social-assistance'
import * as solidarity from '@/domain/rates/social-solidarity'
import * as special from '@/domain/rates/special-benefits'
import { rateFor } from '@/domain/rates/table'
import type { RateTable } from '@/domain/rates/table'
import { adult, situation } from '../benefit/build'
import published from './published-amounts.json'

/*
 * Every amount gathered from publications against our tables: the amount of its first month, and how sure we are, never
 * surer than its reader. What differs is named below with its reason.
 */
type Amount = readonly [
  programme: string,
  key: string,
  household: string,
  from: string,
  value: number,
  confidence: string,
]
const amounts = published.amounts as unknown as readonly Amount[]

/** The table of a published amount: by programme and key, then by household; `any` serves every household. */
const tables: Record<string, Record<string, RateTable>> = {
  'all recoveryWithholdingOrdinary': { any: recovery.ordinaryCents },
  'all recoveryWithholdingFalseDeclaration': { any: recovery.falseDeclarationCents },
  'all recoveryWithholdingRepeatedFalseDeclaration': { any: recovery.repeatedFalseDeclarationCents },
  'all recoveryWithholdingSheltered': { any: recovery.shelteredCents },

  'basic_income basicBenefit': { any: basic.basicCents },
  'basic_income singlePersonAdjustment': { any: basic.singlePersonCents },
  'basic_income minorChildAdjustment': { any: basic.minorChildCents },
  'basic_income adultStudentChildAdjustment': { any: basic.adultStudentChildCents },
  'basic_income annualWorkIncomeExclusion': { any: basic.yearlyWorkExclusionCents },
  'basic_income workIncomeReductionRate': { any: basic.yearlyReductionBasisPoints },
  'basic_income liquidAssetsLimit': { any: basic.liquidAssetsCents },
  'basic_income nonRecipientSpouseLiquidAssetsExclusion': { any: basic.spouseLiquidAssetsCents },
  'basic_income propertyExclusion': { any: property.basicIncomeExclusionCents },

  'social_assistance basicBenefit': {
    one_adult: assistance.basicOneAdultCents,
    two_adults: assistance.basicTwoAdultsCents,
    spouse_of_student: assistance.basicSpouseOfStudentCents,
  },
  'social_assistance basicBenefitAdjustment': { any: assistance.adjustmentCents },
  'social_assistance temporaryConstraintAllowance': {
    one_adult: assistance.temporaryOneAdultCents,
    two_adults_both_constrained: assistance.temporaryTwoAdultsCents,
  },
  'social_assistance singleAdultAdjustment': { any: assistance.singleAdultCents },
  'social_assistance childAdjustmentAge12to17': { any: children.adolescentCents },
  'social_assistance childAdjustmentCcbFirstChild': { any: children.firstChildCents },
  'social_assistance childAdjustmentCcbSecondChild': { any: children.secondChildCents },
  'social_assistance childAdjustmentCcbThirdAndNextChild': { any: children.eachMoreChildCents },
  'social_assistance childAdjustmentFamilyAllowanceBased': { any: children.familyAllowanceCents },
  'social_assistance singleParentAdjustmentFamilyAllowanceBased': { any: children.singleParentCents },
  'social_assistance refugeeClaimantAdjustment': {
    refugee_claimant_one_adult: claimants.oneAdultCents,
    refugee_claimant_one_adult_sharing_dwelling: claimants.oneAdultSharingCents,
    refugee_claimant_sheltered: claimants.oneAdultSharingCents,
    refugee_claimant_two_adults: claimants.twoAdultsCents,
  },
  'social_assistance specialBenefitPregnancy': { any: special.pregnancyCents },
  'social_assistance specialLiquidAssetsExclusion': { any: assets.specialExclusionCents },
  'social_assistance liquidAssetsAtApplication': {
    '1_adult_0_child': application.oneAdultCents,
    '1_adult_1_child': application.oneAdultOneChildCents,
    '1_adult_2_children': application.oneAdultTwoChildrenCents,
    '1_adult_3_children': application.oneAdultThreeChildrenCents,
    '2_adults_0_child': application.twoAdultsCents,
    '2_adults_1_child': application.twoAdultsOneChildCents,
    '2_adults_2_children': application.twoAdultsTwoChildrenCents,
    '2_adults_3_children': application.twoAdultsThreeChildrenCents,
    each_additional_child: application.eachMoreChildCents,
    each_child_with_handicap_supplement: application.eachHandicappedChildCents,
    spouse_of_student_0_child: application.spouseOfStudentCents,
  },
  'social_assistance liquidAssetsAtApplicationAfterOtherProgram': {
    '1_adult_0_child': after.oneAdultCents,
    '1_adult_1_child': after.oneAdultOneChildCents,
    '1_adult_2_children': after.oneAdultTwoChildrenCents,
    '2_adults_0_child': after.twoAdultsCents,
    '2_adults_1_child': after.twoAdultsOneChildCents,
    '2_adults_2_children': after.twoAdultsTwoChildrenCents,
    each_additional_child: after.eachMoreChildCents,
    each_child_with_handicap_supplement: after.eachHandicappedChildCents,
    sheltered_minor_with_child: after.shelteredMinorWithChildCents,
    spouse_of_student_0_child: after.spouseOfStudentCents,
    spouse_of_student_first_child: after.spouseOfStudentFirstChildCents,
  },
  'social_assistance liquidAssetsExclusion': {
    one_adult: assets.socialAssistanceAloneCents,
    family: assets.socialAssistanceFamilyCents,
  },
  'social_assistance propertyExclusion': { any: property.socialAssistanceExclusionCents },
  'social_assistance workIncomeExclusion': {
    one_adult: income.workExclusionOneAdultCents,
    two_adults: income.workExclusionTwoAdultsCents,
  },

  'social_solidarity basicBenefit': {
    one_adult: solidarity.basicOneAdultCents,
    spouse_of_student: solidarity.basicSpouseOfStudentCents,
  },
  'social_solidarity basicBenefitAdjustment': { any: solidarity.adjustmentCents },
  'social_solidarity adjustment6672': {
    one_adult: solidarity.adjustment6672Cents,
    spouse_of_student: solidarity.adjustment6672Cents,
    two_adults: solidarity.adjustment6672TwoAdultsCents,
  },
  'social_solidarity liquidAssetsExclusion': {
    one_adult: assets.socialSolidarityAloneCents,
    family: assets.socialSolidarityFamilyCents,
  },
  'social_solidarity propertyExclusion': { any: property.socialSolidarityExclusionCents },
  'social_solidarity workIncomeExclusion': {
    any: income.solidarityWorkExclusionOneAdultCents,
    one_adult: income.solidarityWorkExclusionOneAdultCents,
    two_adults: income.solidarityWorkExclusionTwoAdultsCents,
  },
  'social_solidarity totalBenefit': { two_adults: solidarity.totalTwoAdultsCents },
}

/** Published under each of the two programmes of last resort, with one table. */
const common: Record<string, Record<string, RateTable>> = {
  childSupportExclusion: { any: income.childSupportExclusionCents },
  disposalMonthlyReduction: { any: property.givenAwayReductionCents },
  employmentAssistanceAllowanceExclusion: {
    per_adult: income.trainingExclusionCents,
    single_parent: income.trainingExclusionSingleParentCents,
  },
  excessPropertyMonthlyRate: { any: property.countedBasisPoints },
  giftExclusion: { any: income.giftExclusionCents },
  roomBoardDeemedIncome: { any: income.roomCents },
  roomBoardDeemedIncomeAdditionalFamilyMember: { any: income.roomAdditionalPersonCents },
  supportAllowanceExclusion: { any: income.supportExclusionCents },
  vehicleExclusion: { any: property.vehicleExclusionCents },
  workIncomeSupplementRate: { any: income.supplementBasisPoints },
}

function tableOf([programme, key, household]: Amount): RateTable | undefined {
  const found = tables[`${programme} ${key}`] ?? common[key]
  return found?.[household] ?? found?.any
}

const name = ([programme, key, household, from]: Amount) => `${programme} ${key} ${household} ${from}`
const monthOf = (from: string) => from.slice(0, 7) as Month

/** Published amounts that are no table of ours, checked by the benefit or by two tables together. */
const elsewhere = (one: Amount) =>
  one[1] === 'basicBenefitLivingWithParents' || (one[1] === 'totalBenefit' && !tableOf(one))

/** Not ours, and why. */
const notOurs: Record<string, string> = {
  'social_assistance singleAdultAdjustment one_adult 2014-01-01':
    'before our first month; three calculators are newer than the text that shows 20 $',
}

/** Surer here than their reader was, because the finance ministry's calculator agrees. */
const surer =
  /^social_assistance (basicBenefit|basicBenefitAdjustment|temporaryConstraintAllowance) .*20(23|24|25|26)/

const compared = amounts.filter((one) => !elsewhere(one) && !notOurs[name(one)])

describe('the published amounts', () => {
  it('R-40 are 163, each known here', () => {
    expect(amounts).toHaveLength(163)
    expect(compared.filter((one) => !tableOf(one)).map(name)).toEqual([])
  })

  it.each(compared.map((one) => [name(one), one] as const))('R-41 %s', (label, one) => {
    const rate = rateFor(tableOf(one) ?? [], monthOf(one[3]))
    expect(rate.value).toBe(one[4])
    if (one[5] === 'uncertain' && !surer.test(label)) expect(rate.confidence).not.toBe('confirmed')
  })

  it.each(
    amounts
      .filter((one) => one[1] === 'basicBenefitLivingWithParents')
      .map((one) => [name(one), one] as const),
  )('R-42 %s: the basic benefit less the reduction', (_label, one) => {
    const table = one[2] === 'two_adults' ? assistance.basicTwoAdultsCents : assistance.basicOneAdultCents
    const at = monthOf(one[3])
    expect(rateFor(table, at).value - rateFor(assistance.livingWithParentsCents, at).value).toBe(one[4])
  })

  const households: Record<string, ReturnType<typeof adult>[]> = {
    one_adult: [adult()],
    one_adult_health_constraint: [adult('temporary')],
    two_adults: [adult(), adult('none', '1988-02-11', 'b')],
    two_adults_one_constrained: [adult('temporary'), adult('none', '1988-02-11', 'b')],
    two_adults_both_constrained: [adult('temporary'), adult('temporary', '1988-02-11', 'b')],
  }
  it.each(amounts.filter((one) => one[1] === 'totalBenefit').map((one) => [name(one), one] as const))(
    'R-43 %s: what is paid',
    (_label, [programme, , household, from, value]) => {
      const solidarityCase = programme === 'social_solidarity'
      const [first, ...others] = households[household] ?? []
      const adults = [...(first ? [solidarityCase ? adult('severe') : first] : []), ...others]
      const benefit = computeBenefit(
        situation({
          month: monthOf(from),
          programme: solidarityCase ? 'socialSolidarity' : 'socialAssistance',
          adults,
        }),
      )
      expect(benefit).toMatchObject({ computed: true, totalCents: value })
    },
  )
})
