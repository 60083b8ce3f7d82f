/** Every line a benefit can have, in the order they are shown. Sentences: `benefit.line.<code>`. */
export const lineCodes = [
  'basicBenefit',
  'basicBenefitAdjustment',
  'livingWithParents',
  'singleAdultAdjustment',
  'temporaryAllowance',
  'childAdjustment',
  'parentalInsurance',
  'workIncome',
  'selfEmployment',
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
  'lumpSum',
  'liquidAssets',
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
  basicBenefit: 'need',
  basicBenefitAdjustment: 'need',
  livingWithParents: 'need',
  singleAdultAdjustment: 'need',
  temporaryAllowance: 'need',
  childAdjustment: 'need',
  lumpSum: 'assets',
  liquidAssets: 'assets',
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
  'incomeStarted',
  'incomeRose',
  'incomeFell',
  'incomeEnded',
  'exclusionUsedElsewhere',
  'assetsRose',
  'assetsFell',
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
export const refusalReasons = ['basicIncome', 'noRate'] as const
export type RefusalReason = (typeof refusalReasons)[number]

/**
 * What gives the temporary allowance: recognised by the office, age, a young child of a single parent, or
 * different grounds for the two adults of a couple.
 */
export const allowanceGrounds = ['recognised', 'age', 'youngChild', 'several'] as const
export type AllowanceGround = (typeof allowanceGrounds)[number]
