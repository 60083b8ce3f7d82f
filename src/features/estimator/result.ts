import { addMonths, type Day, monthOf } from '@/domain/calendar'
import type { BenefitResult } from '@/domain/benefit/line'
import type { Programme } from '@/domain/benefit/situation'
import type { Month } from '@/domain/calendar'
import type { Outcome, Question, Reason } from '@/domain/eligibility/eligibility'
import type { HouseholdCase } from '@/domain/estimate/case'
import { estimate, type Estimate } from '@/domain/estimate/estimate'
import { unknownAsNothing } from '@/domain/estimate/settled'
import { cents } from '@/domain/money'
import type { Cents } from '@/domain/money'
import { type Assumed, assumedIn, caseOf } from './case-of'
import { type Draft, valueOf } from './draft'
import { type Further, furtherFor, type Paper, papersFor } from './further'

/** One point of the curve: work income of a month, the aid it leaves, and both together. */
export type CurvePoint = { readonly workCents: Cents; readonly aidCents: Cents; readonly totalCents: Cents }

/** An amount of a month, and how it was reached; null when none can be given. */
export type Payment = {
  readonly month: Month
  readonly programme: Programme | null
  readonly benefit: BenefitResult | null
}

/** Everything the page of the result says, before words. */
export type Result = {
  /** `nextMonth`: the days left of this month would pay nothing, a whole one would. */
  readonly outcome: Outcome | 'nextMonth'
  /** Refusals when not eligible; otherwise what one should know. */
  readonly reasons: readonly Reason[]
  readonly questions: readonly Question[]
  readonly assumed: readonly Assumed[]
  /** A whole month of aid: the next one. Of what is not known, nothing is counted against the person. */
  readonly whole: Payment
  /** The month of application, from today; null when aid is received already. */
  readonly first: Payment | null
  readonly today: Day
  /** What the month's aid becomes as the first adult works more; empty when none is paid whatever they earn. */
  readonly curve: readonly CurvePoint[]
  readonly workCents: Cents
  readonly couple: boolean
  readonly further: readonly Further[]
  readonly papers: readonly Paper[]
}

const STEP_CENTS = 5_000
/** The curve goes this far, or until the aid has stopped for a while. */
const LONGEST_CENTS = 300_000
const AFTER_THE_END_CENTS = 40_000

/** Whether aid can be received, how much, and why: from the answers and the day alone. */
export function resultOf(draft: Draft, today: Day): Result {
  const thisMonth = monthOf(today)
  const next = caseOf(draft, addMonths(thisMonth, 1), null)
  const onAid = ['short', 'long'].includes(valueOf(draft, 'aid'))
  const asked = onAid ? null : caseOf(draft, thisMonth, today)
  const whole = estimate(next)
  const first = asked && estimate(asked)
  // Money at hand is judged on the day of application; whatever else, alike in both months.
  const deciding = first && first.eligibility.outcome !== 'eligible' ? first : whole
  const { eligibility } = deciding
  // Refused for income alone, the calculation comes to zero and explains it; refused otherwise, there is none.
  const isRefused = eligibility.outcome === 'ineligible' && deciding.benefit === null
  const assumed = assumedIn(draft)
  const isForNextMonth =
    first !== null && whole.eligibility.outcome === 'eligible' && isTooLateOnly(first.eligibility)
  const found = isForNextMonth ? 'nextMonth' : eligibility.outcome
  const outcome = found === 'eligible' && assumed.length > 0 ? 'incomplete' : found
  const possible = unknownAsNothing(next)
  const shown = (of: Estimate, household: HouseholdCase): Payment =>
    isRefused ? { ...paymentOf(of), benefit: null } : paymentOf(isUnsure(of) ? estimate(household) : of)
  return {
    outcome,
    reasons: eligibility.reasons,
    questions: eligibility.questions,
    assumed,
    whole: shown(whole, possible),
    first: first && asked && shown(first, unknownAsNothing(asked)),
    today,
    curve: isRefused ? [] : curveOf(possible),
    workCents: cents(next.adults[0]?.netWorkIncomeMonthlyCents ?? 0),
    couple: next.adults.length > 1,
    further: furtherFor(next, outcome),
    papers: papersFor(next, draft),
  }
}

/** Income covers the few days left of the month, and nothing else stands in the way. */
const isTooLateOnly = ({ outcome, reasons }: Estimate['eligibility']): boolean =>
  outcome === 'ineligible' && reasons.every(({ code }) => code === 'incomeAboveDaysLeft')

const isUnsure = ({ eligibility }: Estimate): boolean => eligibility.outcome === 'incomplete'

const paymentOf = ({ month, programme, benefit }: Estimate): Payment => ({ month, programme, benefit })

function curveOf(household: HouseholdCase): CurvePoint[] {
  const [first, ...others] = household.adults
  if (!first) return []
  const besides = [{ ...first, netWorkIncomeMonthlyCents: 0 }, ...others].reduce(
    (sum, adult) => sum + adult.netWorkIncomeMonthlyCents + adult.netSelfEmploymentMonthlyCents,
    0,
  )
  const points: CurvePoint[] = []
  let stopped = 0
  for (let work = 0; work <= LONGEST_CENTS && stopped <= AFTER_THE_END_CENTS; work += STEP_CENTS) {
    const adults = [{ ...first, netWorkIncomeMonthlyCents: cents(work) }, ...others]
    const { benefit } = estimate({ ...household, adults })
    const aid = benefit?.computed ? benefit.totalCents : cents(0)
    if (aid === 0) stopped += STEP_CENTS
    points.push({ workCents: cents(work), aidCents: aid, totalCents: cents(work + besides + aid) })
  }
  return points.some(({ aidCents }) => aidCents > 0) ? points : []
}
