/*
 * Why a household may not receive aid, and what must be asked before it can be said. Each code has a sentence in both
 * languages: `eligibility.reason.<code>` and `eligibility.question.<code>`. Lists are in the order they are shown.
 */

/** Refusals: one is enough. The last three are reserves: the household may receive aid, and should know this. */
export const reasonCodes = [
  'notResident',
  'absentFromQuebec',
  'claimNotHeard',
  'temporaryResident',
  'noStatus',
  'humanitarianNeedsSpouse',
  'minorNotEmancipated',
  'fullTimeStudies',
  'inCustody',
  'religiousCommunity',
  'hasSevereConstraint',
  'noSevereConstraint',
  'severeForTooShort',
  'goesToBasicIncome',
  'basicIncomeNotYet',
  'aimForEmploymentNotYet',
  'notFirstApplication',
  'liquidAssetsAboveLimit',
  'incomeAboveNeeds',
  'incomeAboveDaysLeft',
  'spouseIsStudent',
  'firstApplication',
  'oldAgeSecurityFirst',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** Facts not said yet, then what only the office can settle: the last two say to call. */
export const questionCodes = [
  'livesInQuebec',
  'status',
  'emancipated',
  'student',
  'livesWithParent',
  'dependsOnParents',
  'parentalContribution',
  'liquidAssets',
  'property',
  'hasHadAssistance',
  'otherAdultRefused',
  'spouseOnBasicIncome',
] as const
export type QuestionCode = (typeof questionCodes)[number]
