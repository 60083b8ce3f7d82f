import type { SourceId } from '../rates/sources'
import type { Confidence } from '../rates/table'
import type { QuestionCode, ReasonCode } from './codes'

type Grounds = { readonly source: SourceId; readonly confidence: Confidence }

/** Where each rule was read, and how sure it is. */
export const grounds: { readonly [code in ReasonCode]: Grounds } = {
  notResident: { source: 'adel42329', confidence: 'confirmed' },
  absentFromQuebec: { source: 'adel42329', confidence: 'confirmed' },
  claimNotHeard: { source: 'adel42387', confidence: 'confirmed' },
  // Deduced: no temporary resident is in the list of those who may receive aid.
  temporaryResident: { source: 'adel42331', confidence: 'secondary' },
  noStatus: { source: 'adel42404', confidence: 'confirmed' },
  humanitarianNeedsSpouse: { source: 'adel42387', confidence: 'confirmed' },
  minorNotEmancipated: { source: 'adel42404', confidence: 'confirmed' },
  // Widely known; the article was not re-read.
  fullTimeStudies: { source: 'lapf27', confidence: 'uncertain' },
  inCustody: { source: 'adel42404', confidence: 'confirmed' },
  religiousCommunity: { source: 'adel42404', confidence: 'confirmed' },
  hasSevereConstraint: { source: 'quebecCaProgrammes', confidence: 'confirmed' },
  noSevereConstraint: { source: 'quebecCaProgrammes', confidence: 'confirmed' },
  severeForTooShort: { source: 'oc1140_2022', confidence: 'confirmed' },
  goesToBasicIncome: { source: 'oc1140_2022', confidence: 'confirmed' },
  basicIncomeNotYet: { source: 'oc1140_2022', confidence: 'confirmed' },
  // The order was read, the day the programme began was not.
  aimForEmploymentNotYet: { source: 'oc1085_2017', confidence: 'uncertain' },
  notFirstApplication: { source: 'oc1085_2017', confidence: 'confirmed' },
  liquidAssetsAboveLimit: { source: 'lapf48', confidence: 'confirmed' },
  incomeAboveNeeds: { source: 'lapf48', confidence: 'confirmed' },
  // How the days are counted was read in the parallel regime.
  incomeAboveDaysLeft: { source: 'adel44523', confidence: 'secondary' },
  spouseIsStudent: { source: 'quebecCa2023', confidence: 'confirmed' },
  firstApplication: { source: 'oc1085_2017', confidence: 'confirmed' },
  // That other rights come first was read; that this pension is one of them from 65 was not.
  oldAgeSecurityFirst: { source: 'lapf63', confidence: 'secondary' },
}

/** Where the rule a question serves was read. */
export const questionSources: { readonly [code in QuestionCode]: SourceId } = {
  livesInQuebec: 'adel42329',
  status: 'adel42331',
  emancipated: 'adel42404',
  student: 'lapf27',
  livesWithParent: 'rapf57',
  dependsOnParents: 'adel43036',
  parentalContribution: 'adel42606',
  liquidAssets: 'lapf48',
  property: 'adel43006',
  hasHadAssistance: 'oc1085_2017',
  otherAdultRefused: 'adel42404',
  spouseOnBasicIncome: 'adel42418',
}
