import type { IncomeKind } from '../benefit/income-kinds'
import type { Constraint, Programme } from '../benefit/situation'
import type { Day, Month } from '../calendar'
import type { Cents } from '../money'

/*
 * What an estimate is asked about: a household as a person describes it, without a file. Amounts are whole cents, a
 * month's unless the name says otherwise. Ages, not birth dates: nobody has to say who they are.
 *
 * `null` is a fact not known yet. It makes the answer incomplete where the fact decides, and never a guess.
 */

/** A fact, or null when it was not said. */
export type Known<Fact> = Fact | null

export type HouseholdCase = {
  /** The month paid. Its income is that of the month before, except in the month of application. */
  readonly month: Month
  /** The day of application, in `month`: that month's payment follows other rules. Null when aid is already paid. */
  readonly applicationDay: Day | null
  /** The programme the household is in already; null to work it out. */
  readonly programme: Programme | null
  /** One or two: the person asking, then their spouse. */
  readonly adults: readonly CaseAdult[]
  /** Dependent children, and those who may be. */
  readonly children: readonly CaseChild[]
  /** Held on the application day, or on the last day of the month before. */
  readonly liquidAssetsCents: Known<Cents>
  readonly property: Known<CaseProperty>
  /** What was given away or squandered in the last 24 months: its value, and the whole months since. */
  readonly givenAway: readonly { readonly valueCents: Cents; readonly monthsAgo: number }[]
  /** Whole months of assistance without a break before `month`. */
  readonly monthsOnAssistance: number
  /** Applies while leaving Aim for Employment, a specific programme, or with a claim slip (RAPF 48, 53). */
  readonly comesFromOtherProgramme: boolean
  readonly subsidisedHousing: boolean
  /** Another adult who is not of the household has the same dwelling. */
  readonly sharesDwelling: boolean
  /** Shelter allowance received the month before. */
  readonly shelterAllowanceMonthlyCents: Cents
  readonly recoveryWithholdingMonthlyCents: Cents
}

export type CaseAdult = {
  /** Whole years on the last day of the month before; in the month of application, on that day. */
  readonly age: number
  readonly constraint: Constraint
  readonly status: Known<CanadianStatus>
  readonly livesInQuebec: Known<boolean>
  /** Full-time studies at the post-secondary or vocational level. */
  readonly student: Known<boolean>
  readonly livesWithParent: Known<boolean>
  /** Of an adult under 18: married once, parent of a dependent child, or fully emancipated. */
  readonly emancipated: Known<boolean>
  readonly inCustody: boolean
  /** Of a community that can provide for its members. */
  readonly inReligiousCommunity: boolean
  /** In a CHSLD, a hospital or a rehabilitation centre. */
  readonly sheltered: boolean
  /** Weeks of pregnancy; 0 when not pregnant. */
  readonly pregnantWeeks: number
  /** Months with a severe constraint, of the last 72: from 66 the Basic Income Program. */
  readonly severeMonthsOfLast72: number
  /** Has had last-resort assistance before: if not, Aim for Employment. */
  readonly hasHadAssistance: Known<boolean>
  readonly absence: CaseAbsence | null
  readonly netWorkIncomeMonthlyCents: Cents
  /** Of that, from jobs that ended: since when it had been paid, and whether it was declared in time. */
  readonly endedWork: CaseEndedWork | null
  readonly netSelfEmploymentMonthlyCents: Cents
  readonly otherIncome: readonly CaseIncome[]
  /** What the parents must contribute; null when not known, 0 when they need not. */
  readonly parentalContributionMonthlyCents: Known<Cents>
  /** Deemed dependent on their parents (ADEL 43036); null when not said. */
  readonly dependsOnParents: Known<boolean>
}

/** A stay outside Québec: the longest run of days, and all the days of the same month. */
export type CaseAbsence = {
  readonly consecutiveDays: number
  readonly daysOfMonth: number
  readonly excused: boolean
}

export type CaseEndedWork = {
  readonly netMonthlyCents: Cents
  readonly lastedMonths: number
  readonly declaredInTime: boolean
}

export type CaseIncome = { readonly kind: IncomeKind; readonly monthlyCents: Cents }

/** How a person stands in Canada (rules of status, ADEL 42331, 42387). */
export const canadianStatuses = [
  'citizen',
  'permanentResident',
  'protectedPerson',
  'refugeeClaimant',
  'refusedClaimantAllowedToStay',
  'humanitarianWithQuebecCertificate',
  'claimNotHeard',
  'temporaryResident',
  'none',
] as const
export type CanadianStatus = (typeof canadianStatuses)[number]

export type CaseChild = {
  /** Whole years; of a child who turns 5 around the school year, the age on the last September 30 decides. */
  readonly age: number
  /** Of one's own: married, a parent, or emancipated: no dependent child any more. */
  readonly emancipated: boolean
  /** Attends school, full- or part-time: an adult child then stays dependent. */
  readonly student: boolean
  /** Share of the time the child lives here, in percent. */
  readonly custodyPercent: number
  readonly handicapSupplement: boolean
  /** What is received for the child; null when it is received in full, so that nothing needs filling. */
  readonly familyAllowanceMonthlyCents: Cents | null
  readonly canadaChildBenefitMonthlyCents: Cents | null
}

export type CaseProperty = {
  /** The home they own: standardised municipal value. */
  readonly residenceCents: Cents
  /** Other land and buildings, and movables that are not left out. */
  readonly otherCents: Cents
  readonly vehicles: readonly { readonly valueCents: Cents; readonly adapted: boolean }[]
}
