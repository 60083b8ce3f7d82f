import type { Day, Month } from '../calendar'
import type { OtherIncome, SelfEmploymentIncome, WorkIncome } from '../statement/answers'
import type { Cents } from '../money'
import type { IncomeKind } from './income-kinds'

/**
 * Everything the benefit of one month depends on. Needs are those of `month`; income and liquid assets
 * are those of the month before (prior-month rule, ADEL 42317).
 */
export type BenefitSituation = {
  /** The month paid, M+1. */
  readonly month: Month
  readonly programme: Programme
  /** One or two. */
  readonly adults: readonly AdultSituation[]
  readonly children: readonly ChildSituation[]
  /** The adult lives in the same dwelling as a parent and no exception applies (RAPF s. 57). */
  readonly livesWithParents: boolean
  /** The other spouse is a full-time student, so the adult has the student's-spouse amounts. */
  readonly spouseOfStudent: boolean
  /** Low-rental or subsidised dwelling: no single-adult adjustment (RAPF s. 67.3). */
  readonly subsidisedDwelling: boolean
  /** Whole months of uninterrupted assistance before `month`. */
  readonly monthsOnAssistance: number
  readonly income: MonthIncome
  /** Held on the last day of the month before. */
  readonly liquidAssetsCents: Cents
  /** Agreed or ordered monthly withholding on a debt, before its cap of half the benefit (ADEL 43347). */
  readonly recoveryWithholdingCents: Cents

  // What a file here does not hold. Left out, each changes nothing.

  /** In `month`, when it is the month of application: income is then that of `month`, money that of the day. */
  readonly applicationDay?: Day
  /** Applies while leaving a specific programme: the month of application is whole (RAPF 169). */
  readonly fromOtherProgramme?: boolean
  /** Someone outside the household has the same dwelling (RAPF 41-43): for refugee claimants only. */
  readonly sharesDwelling?: boolean
  /** Shelter allowance of the month before (RAPF 67.3). */
  readonly shelterAllowanceCents?: Cents
  /** What the parents of an adult alone must contribute each month. */
  readonly parentalContributionCents?: Cents
  readonly property?: PropertySituation
  readonly givenAway?: readonly { readonly valueCents: Cents; readonly monthsAgo: number }[]
}

/** Property owned, at its standardised or market value. */
export type PropertySituation = {
  readonly residenceCents: Cents
  readonly otherCents: Cents
  readonly vehicles: readonly { readonly valueCents: Cents; readonly adapted: boolean }[]
}

/** What came in during the month before the one paid. */
export type MonthIncome = {
  readonly work: readonly JobIncome[]
  readonly selfEmployment: readonly Pick<SelfEmploymentIncome, 'netCents'>[]
  readonly other: readonly ReceivedIncome[]
}

/** Net work income of one job; `ended` when it stopped in the month. Then its duration and declaration matter. */
export type JobIncome = Pick<WorkIncome, 'netCents' | 'ended'> & {
  readonly lastedMonths?: number
  readonly declaredInTime?: boolean
}

export type ReceivedIncome = Pick<OtherIncome, 'adultId' | 'monthlyCents'> & { readonly kind: IncomeKind }

export const programmes = ['socialAssistance', 'socialSolidarity', 'basicIncome', 'aimForEmployment'] as const
export type Programme = (typeof programmes)[number]
/** The programmes a household's file may be in here. */
export type FileProgramme = Exclude<Programme, 'aimForEmployment'>

export type AdultSituation = {
  readonly id: string
  readonly birthDate: Day
  readonly constraint: Constraint
  /** In a CHSLD, a hospital or a rehabilitation centre. */
  readonly sheltered?: boolean
  readonly pregnantWeeks?: number
  /** Awaits a decision on a claim for refugee protection (RAPF 67.1). */
  readonly refugeeClaimant?: boolean
  /** Of the last 72 months, those with a severe constraint. */
  readonly severeMonthsOfLast72?: number
}
/** Health or employment constraint; the wording depends on the date (Bill 71), the value does not. */
export type Constraint = 'none' | 'temporary' | 'severe'

export type ChildSituation = {
  readonly birthDate: Day
  readonly handicapSupplement?: boolean
  /** Received for the child, when it is less than the whole; null or left out when whole. */
  readonly familyAllowanceCents?: Cents | null
  readonly canadaChildBenefitCents?: Cents | null
}
