import type { Day } from '../calendar'
import type { Cents } from '../money'

/**
 * What a household answers in a statement, or when it reports a change: the same parts in both.
 * Only the ticked topics carry answers; the rest is as it was (LAPF s. 36; form SR-2601).
 */
export type StatementAnswers = {
  /** What the person says has changed. Empty is the first-class answer "nothing changed". */
  readonly changed: readonly ChangeTopic[]
  /** Work income of the month, per adult and per job. */
  readonly work: readonly WorkIncome[]
  readonly selfEmployment: readonly SelfEmploymentIncome[]
  readonly otherIncome: readonly OtherIncome[]
  readonly people: readonly PersonChange[]
  readonly move: Move | null
  readonly studies: readonly StudiesChange[]
  readonly absences: readonly Absence[]
  readonly assets: Assets | null
  readonly health: readonly HealthChange[]
  /** Anything else, in the person's own words. Never empty when the topic is ticked. */
  readonly other: string | null
}

/** The topics in the order they are asked. */
export const changeTopics = [
  'work',
  'selfEmployment',
  'otherIncome',
  'people',
  'move',
  'studies',
  'absence',
  'assets',
  'health',
  'other',
] as const
export type ChangeTopic = (typeof changeTopics)[number]

/** An amount known for certain, or a careful guess to be confirmed next month. */
export type Certainty = 'final' | 'estimated'

/** One job of one adult. `ended` is the last day worked when the job stopped this month. */
export type WorkIncome = {
  readonly adultId: string
  readonly employer: string
  readonly grossCents: Cents
  readonly netCents: Cents
  readonly certainty: Certainty
  readonly ended: Day | null
}

/** Net profit of the month: what came in less the expenses of the activity. Never below zero here. */
export type SelfEmploymentIncome = {
  readonly adultId: string
  readonly activity: string
  readonly netCents: Cents
  readonly certainty: Certainty
}

/** Other income by kind, gross, as due for the month (RAPF ss. 111 and 114; ADEL 42317). */
export const otherIncomeKinds = [
  'employmentInsurance',
  'parentalInsurance',
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
  'lumpSum',
  'other',
] as const
export type OtherIncomeKind = (typeof otherIncomeKinds)[number]
export type OtherIncome = {
  readonly adultId: string
  readonly kind: OtherIncomeKind
  readonly monthlyCents: Cents
  readonly certainty: Certainty
}

export type PersonChange = {
  readonly what:
    'spouseArrived' | 'spouseLeft' | 'childArrived' | 'childLeft' | 'otherAdultArrived' | 'otherAdultLeft'
  readonly name: string
  readonly on: Day
}

export type Move = {
  readonly on: Day
  readonly street: string
  readonly city: string
  readonly postalCode: string
  readonly tenure: 'tenant' | 'subsidisedTenant' | 'owner' | 'roomer' | 'withParents' | 'other'
  readonly monthlyRentCents: Cents | null
}

export type StudiesChange = {
  readonly adultId: string
  readonly what: 'started' | 'changed' | 'ended'
  readonly on: Day
  readonly level: 'secondary' | 'vocational' | 'college' | 'university'
  readonly fullTime: boolean
}

export type Absence = {
  readonly adultId: string
  readonly leftOn: Day
  /** Null while the person is still away. */
  readonly backOn: Day | null
  readonly place: string
  readonly reason: string
}

/** Money at hand and in accounts on the last day of the month, and what was bought, sold, received or given. */
export type Assets = {
  readonly liquidCents: Cents
  readonly details: string | null
}

export type HealthChange = {
  readonly adultId: string
  readonly what: 'newConstraint' | 'constraintEnded' | 'pregnancy' | 'admitted' | 'released'
  readonly on: Day
}

/** "Nothing changed": every list empty. */
export const nothingChanged: StatementAnswers = {
  changed: [],
  work: [],
  selfEmployment: [],
  otherIncome: [],
  people: [],
  move: null,
  studies: [],
  absences: [],
  assets: null,
  health: [],
  other: null,
}
