/** Every line a benefit can have, in the order they are shown. Sentences: `benefit.line.<code>`. */
export const lineCodes = [
  'sheltered',
  'basicBenefit',
  'adjustment6672',
  'basicBenefitAdjustment',
  'livingWithParents',
  'temporaryAllowance',
  'singleAdultAdjustment',
  'refugeeClaimant',
  'childAdjustment',
  'familyAllowance',
  'childBenefit',
  'participationAllowance',
  'singlePerson',
  'minorChildren',
  'adultStudents',
  'applicationDays',
  'pregnancyBenefit',
  'parentalInsurance',
  'workIncome',
  'selfEmployment',
  'ceasedIncome',
  'employmentInsurance',
  'pension',
  'workAccident',
  'roadAccident',
  'childSupport',
  'spousalSupport',
  'rent',
  'roomAndBoard',
  'investment',
  'trainingAllowance',
  'gift',
  'otherIncome',
  'supportAllowance',
  'parentalContribution',
  'yearlyIncome',
  'lumpSum',
  'givenAway',
  'liquidAssets',
  'property',
  'notBelowZero',
  'workIncomeSupplement',
  'recovery',
] as const
export type LineCode = (typeof lineCodes)[number]

/** What a line does: adds a need, takes income or assets off, stops at zero, adds the supplement, withholds. */
export const lineKinds = ['need', 'income', 'assets', 'floor', 'supplement', 'recovery'] as const
export type LineKind = (typeof lineKinds)[number]

/** The kind of each line that is not an income. */
const otherKinds: { readonly [code in LineCode]?: LineKind } = {
  sheltered: 'need',
  basicBenefit: 'need',
  adjustment6672: 'need',
  basicBenefitAdjustment: 'need',
  livingWithParents: 'need',
  temporaryAllowance: 'need',
  singleAdultAdjustment: 'need',
  refugeeClaimant: 'need',
  childAdjustment: 'need',
  familyAllowance: 'need',
  childBenefit: 'need',
  participationAllowance: 'need',
  singlePerson: 'need',
  minorChildren: 'need',
  adultStudents: 'need',
  applicationDays: 'need',
  pregnancyBenefit: 'need',
  lumpSum: 'assets',
  givenAway: 'assets',
  liquidAssets: 'assets',
  property: 'assets',
  notBelowZero: 'floor',
  workIncomeSupplement: 'supplement',
  recovery: 'recovery',
}

/** The kind of a line. */
export function kindOf(code: LineCode): LineKind {
  return otherKinds[code] ?? 'income'
}

/** Why a line differs from the month before. Sentences: `benefit.cause.<code>`. */
export const causeCodes = [
  'rateChanged',
  'situationChanged',
  'applicationBegan',
  'applicationOver',
  'incomeStarted',
  'incomeRose',
  'incomeFell',
  'incomeEnded',
  'exclusionUsedElsewhere',
  'contributionChanged',
  'assetsRose',
  'assetsFell',
  'propertyRose',
  'propertyFell',
  'stopsAtZero',
  'supplementStarted',
  'supplementFollowsWork',
  'supplementEnded',
  'recoveryStarted',
  'recoveryChanged',
  'recoveryEnded',
] as const
export type CauseCode = (typeof causeCodes)[number]

/** Why no benefit can be computed. Sentences: `benefit.refusal.<reason>`. */
export const refusalReasons = ['noRate'] as const
export type RefusalReason = (typeof refusalReasons)[number]

/**
 * What gives the temporary allowance: recognised by the office, a pregnancy, age, a young child of a single parent, a
 * child with the handicap supplement, or different grounds for the two adults of a couple.
 */
export const allowanceGrounds = [
  'recognised',
  'pregnancy',
  'age',
  'youngChild',
  'handicappedChild',
  'several',
] as const
export type AllowanceGround = (typeof allowanceGrounds)[number]
