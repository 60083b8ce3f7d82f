import { reasonCodes as eligibilityCodes, type ReasonCode as EligibilityCode } from '../eligibility/codes'
import { outcomesOf, type Outcome } from './outcomes'
import type { TaskKind } from './task'

/*
 * Why a decision is what it is: reasons by code, each with the article it rests on, what it may be a reason for, and
 * what must be known to say it. Each has a sentence in both languages: `decisions.reason.<code>`, or that of
 * `eligibility.reason.<code>` for what is met or not by a situation.
 */

/** What a rule was read in: the Act, its Regulation, or a subject of the ministry's manual. */
export type Article = {
  readonly text: 'act' | 'regulation' | 'manual'
  readonly number: string
  /** Whether that very article was read, or is told by another source (`shared/domain/rules.md`). */
  readonly confidence: 'confirmed' | 'uncertain'
}

/** What a sentence says besides its words. */
export const factNames = ['amountCents', 'limitCents', 'day', 'month', 'document'] as const
export type FactName = (typeof factNames)[number]

/** Cents for amounts, text for the rest: a day, a month, the identifier of a document asked for. */
export type ReasonFacts = {
  readonly amountCents?: number
  readonly limitCents?: number
  readonly day?: string
  readonly month?: string
  readonly document?: string
}

/** A reason as it is given: its code, what it is about when it is about one item, and what its sentence needs. */
export type GivenReason = {
  readonly code: ReasonCode
  readonly item?: string
  readonly facts?: ReasonFacts
}

type Reason = {
  readonly article: Article
  readonly kinds: readonly TaskKind[]
  readonly outcomes: readonly Outcome[]
  readonly needs: readonly FactName[]
  /** Told with the sentence when known; nothing is missing without it. */
  readonly mayHave: readonly FactName[]
}

const act = (number: string): Article => ({ text: 'act', number, confidence: 'confirmed' })
const manual = (number: string): Article => ({ text: 'manual', number, confidence: 'confirmed' })
const unsure = (article: Article): Article => ({ ...article, confidence: 'uncertain' })
const regulation = (number: string): Article => ({ text: 'regulation', number, confidence: 'confirmed' })

const filed: readonly TaskKind[] = ['statement', 'change', 'missing']
const told: readonly TaskKind[] = ['statement', 'change']
const any: readonly TaskKind[] = ['statement', 'change', 'missing', 'application', 'review']
const well: readonly Outcome[] = ['accepted', 'partlyAccepted', 'released', 'changed']
const badly: readonly Outcome[] = ['partlyAccepted', 'refused', 'held', 'ended', 'changed', 'maintained']
const onlyBadly: readonly Outcome[] = ['refused', 'ended', 'maintained']

const own = {
  // What is accepted.
  agreesWithFile: reason(act('36'), told, ['accepted', 'partlyAccepted', 'released']),
  provedByDocuments: reason(act('36'), any, well),
  incomeCounted: reason(manual('42317'), any, [...well, 'refused', 'maintained'], ['amountCents', 'month']),
  incomeNotCounted: reason(regulation('111'), any, well, ['amountCents']),
  workIncomeExcluded: reason(regulation('114'), any, well, ['amountCents', 'limitCents']),
  needsChanged: reason(act('48'), any, well, ['month']),
  changesNothing: reason(act('48'), told, ['accepted']),
  eligible: reason(act('48'), ['application', 'review'], well, ['month']),
  applicationMonth: reason(regulation('45'), ['application', 'review'], well, ['day']),
  healthRecognised: reason(unsure(act('53')), any, well, ['month']),
  lateAccepted: reason(act('36'), filed, ['accepted', 'partlyAccepted', 'released']),
  nothingMissing: reason(act('36'), filed, ['accepted', 'released']),
  receivedSince: reason(act('36'), any, ['accepted', 'released', 'changed'], ['day']),
  officeMistake: reason(unsure(act('48')), any, ['changed', 'released', 'accepted']),

  // What is not proved, or not there.
  notProved: reason(act('36'), any, badly, [], ['day']),
  documentNotGiven: reason(act('36'), any, badly, ['document', 'day']),
  documentNotUsable: reason(act('36'), any, badly, ['document'], ['day']),
  answerNotGiven: reason(act('36'), any, badly, ['day']),
  noStatement: reason(
    act('36'),
    ['missing', 'statement', 'review'],
    ['held', 'ended', 'maintained'],
    ['month'],
    ['day'],
  ),
  saidByOthers: reason(manual('43223'), [...filed, 'review'], badly, ['day']),
  spouseDisagrees: reason(act('36'), told, ['held', 'partlyAccepted', 'refused']),

  // What ends or lowers.
  assetsAboveLimit: reason(act('48'), any, badly, ['amountCents', 'limitCents']),
  otherRightFirst: reason(act('63'), any, ['partlyAccepted', 'refused', 'held', 'maintained']),
  ownRequest: reason(unsure(act('36')), [...any, 'closing'], ['ended', 'refused']),
  deceased: reason(unsure(act('36')), ['closing'], ['ended']),
  // What leaves a file open that someone wanted closed.
  staysOpen: reason(unsure(act('36')), ['closing'], ['refused']),

  // After a review.
  reviewConfirms: reason(act('107'), ['review'], ['maintained']),
  reviewFindsOtherwise: reason(act('107'), ['review'], ['changed', 'released']),
  reviewTooLate: reason(act('118'), ['review'], ['refused'], ['day']),
} as const

/** What a situation does not meet is a reason to refuse, to end, or to have been right. */
const situation: readonly TaskKind[] = ['application', 'statement', 'change', 'review']
const notMet = (article: Article, outcomes: readonly Outcome[] = onlyBadly) =>
  reason(article, situation, outcomes)
/** The same, for which a file may also be closed. */
const gone = (article: Article, outcomes: readonly Outcome[] = onlyBadly) =>
  reason(article, [...situation, 'closing'], outcomes)
const reserve = (article: Article) => reason(article, situation, well)
const ofSituation: Readonly<Record<EligibilityCode, Reason>> = {
  notResident: gone(manual('42329')),
  absentFromQuebec: gone(manual('42329'), [...onlyBadly, 'held']),
  claimNotHeard: notMet(manual('42387')),
  temporaryResident: notMet(unsure(manual('42331'))),
  noStatus: notMet(manual('42404')),
  humanitarianNeedsSpouse: notMet(manual('42387')),
  minorNotEmancipated: notMet(manual('42404')),
  fullTimeStudies: notMet(unsure(act('27'))),
  inCustody: notMet(manual('42404')),
  religiousCommunity: notMet(manual('42404')),
  hasSevereConstraint: reserve(unsure(manual('42418'))),
  noSevereConstraint: notMet(unsure(manual('42418')), [...onlyBadly, 'partlyAccepted']),
  severeForTooShort: notMet(unsure(regulation('177.60')), [...onlyBadly, 'partlyAccepted']),
  goesToBasicIncome: reserve(unsure(regulation('177.60'))),
  basicIncomeNotYet: notMet(unsure(regulation('177.60'))),
  aimForEmploymentNotYet: notMet(unsure(act('83.1'))),
  notFirstApplication: reserve(unsure(act('83.1'))),
  liquidAssetsAboveLimit: notMet(act('48')),
  incomeAboveNeeds: notMet(act('48')),
  incomeAboveDaysLeft: notMet(unsure(manual('44523'))),
  spouseIsStudent: reserve(unsure(regulation('57'))),
  firstApplication: reserve(unsure(act('83.1'))),
  oldAgeSecurityFirst: reserve(unsure(act('63'))),
}

export type OwnReasonCode = keyof typeof own
export type ReasonCode = OwnReasonCode | EligibilityCode

export const reasons: Readonly<Record<ReasonCode, Reason>> = { ...own, ...ofSituation }

/** Every reason, in the order they are offered. */
export const decisionReasonCodes: readonly ReasonCode[] = [
  ...(Object.keys(own) as OwnReasonCode[]),
  ...eligibilityCodes,
]

/** Whether the words of a reason are those of the rules of eligibility. */
export const isOfSituation = (code: ReasonCode): code is EligibilityCode => code in ofSituation

/** The reasons that may be given for an outcome of a task of this kind, in order. */
export function reasonsFor(kind: TaskKind, outcome: Outcome): ReasonCode[] {
  if (!outcomesOf[kind].includes(outcome)) return []
  return decisionReasonCodes.filter((code) => servesFor(reasons[code], kind, outcome))
}

/** What is wrong with the reasons given: none, one that is not for this outcome, one whose sentence lacks a fact. */
export type ReasonProblem =
  | { readonly problem: 'noReason' }
  | { readonly problem: 'notForThis'; readonly code: string }
  | { readonly problem: 'factMissing'; readonly code: ReasonCode; readonly fact: FactName }

/** What keeps these reasons from being given; empty when nothing does. */
export function reasonProblems(
  kind: TaskKind,
  outcome: Outcome,
  given: readonly { readonly code: string; readonly facts?: ReasonFacts | undefined }[],
): ReasonProblem[] {
  if (given.length === 0) return [{ problem: 'noReason' }]
  return given.flatMap(({ code, facts }): ReasonProblem[] => {
    if (!isReason(code) || !reasonsFor(kind, outcome).includes(code)) return [{ problem: 'notForThis', code }]
    return reasons[code].needs
      .filter((fact) => facts?.[fact] === undefined)
      .map((fact) => ({ problem: 'factMissing', code, fact }))
  })
}

/** Whether a text is the code of a reason. */
export const isReason = (code: string): code is ReasonCode => Object.hasOwn(reasons, code)

function servesFor({ kinds, outcomes }: Reason, kind: TaskKind, outcome: Outcome): boolean {
  // What ends a file is no reason to leave it open.
  if (kind === 'closing' && outcome === 'refused' && outcomes.includes('ended')) return false
  return kinds.includes(kind) && outcomes.includes(outcome)
}

function reason(
  article: Article,
  kinds: readonly TaskKind[],
  outcomes: readonly Outcome[],
  needs: readonly FactName[] = [],
  mayHave: readonly FactName[] = [],
): Reason {
  return { article, kinds, outcomes, needs, mayHave }
}
