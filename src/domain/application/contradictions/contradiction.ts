import type { Day } from '../../calendar'
import type { Adult } from '../adult'
import type { PageName } from '../questions'

/** Sentences: `contradiction.<code>`. */
export const contradictionCodes = [
  'healthNumberName',
  'healthNumberBirth',
  'childHealthNumberName',
  'childHealthNumberBirth',
  'sameNumber',
  'temporarySinOfCitizen',
  'sinExpired',
  'institutionUnknown',
  'arrivalBeforeBirth',
  'childBeforeParent',
  'sameChildTwice',
  'jobBeforeBirth',
  'jobEndBeforeStart',
  'backBeforeLeft',
  'coupleBeforeBirth',
  'unionEndBeforeBirth',
  'incomeLossBeforeJobEnd',
  'newSpouseWithoutSpouse',
  'lostSpouseWithSpouse',
  'newChildWithoutChild',
  'healthReasonWithoutHealth',
  'endOfStudiesWhileStudying',
  'noIncomeWithIncome',
  'awaitingNothing',
  'homeWithoutHome',
  'hostedByNobody',
] as const
export type ContradictionCode = (typeof contradictionCodes)[number]

export type Place = readonly [page: PageName, whose: Adult, index?: number]
export type Found = { readonly code: ContradictionCode; readonly pages: readonly Place[] }

export const when = (isSo: boolean, code: ContradictionCode, ...pages: readonly Place[]): Found[] =>
  isSo ? [{ code, pages }] : []

export const isBefore = (one: Day | null, other: Day | null): boolean =>
  one !== null && other !== null && one < other
