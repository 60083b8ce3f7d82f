import { explainDifference } from '../benefit/compare'
import type { CauseCode, LineCode } from '../benefit/codes'
import type { Benefit } from '../benefit/line'
import { cents, type Cents } from '../money'
import type { PaymentState, PlannedPayment } from './planned'

/** Why one line differs from the month before: cents after less before. */
export type Why = { readonly code: LineCode; readonly cause: CauseCode; readonly cents: Cents }

/** What a run does for one household. */
export type PaymentItem = {
  readonly state: PaymentState
  /** The benefit of the month; zero when aid has ended or cannot be computed. */
  readonly totalCents: Cents
  /** What this run pays of it: never below zero, nothing while it is held. */
  readonly payCents: Cents
  /** What is withheld for a debt, as a positive amount, already taken off the total. */
  readonly recoveryCents: Cents
  /** The benefit of the month before; null when there was none. */
  readonly beforeCents: Cents | null
  readonly why: readonly Why[]
}

/**
 * The item of a planned payment. In a supplementary run, what earlier runs paid is taken off; when it was too much,
 * nothing is paid and nothing is taken back: a claim is for a person to decide (LAPF 86).
 * @param before the benefit of the month before, null when the household was not aided
 * @param paidBefore what earlier runs paid for the same month
 */
export function itemOf(planned: PlannedPayment, before: Benefit | null, paidBefore: Cents): PaymentItem {
  const { state, benefit } = planned
  const paid = benefit.computed && state !== 'ended' && state !== 'notComputed'
  const total = paid ? benefit.totalCents : cents(0)
  const recovery = paid ? -(benefit.lines.find(({ code }) => code === 'recovery')?.cents ?? 0) : 0
  const differs = before !== null && before.totalCents !== total && paid
  return {
    state,
    totalCents: total,
    payCents: cents(state === 'paid' ? Math.max(0, total - paidBefore) : 0),
    recoveryCents: cents(recovery),
    beforeCents: before?.totalCents ?? null,
    why: differs
      ? explainDifference(before, benefit).map(({ code, cause, cents: change }) => ({
          code,
          cause,
          cents: change,
        }))
      : [],
  }
}

/** Whether an item is in a supplementary run: only what differs from what earlier runs came to. */
export function isInSupplementary(
  item: PaymentItem,
  earlier: { readonly state: PaymentState; readonly totalCents: number } | null,
): boolean {
  return earlier === null || earlier.state !== item.state || earlier.totalCents !== item.totalCents
}

/** Three countings of one run that must agree: by its batches, by the database over its items, by its export. */
export type ControlTotals = {
  readonly households: number
  readonly payCents: number
  /** Of the lines of the export, in order; null where lines are not written. */
  readonly digest: string | null
}

/** Whether countings agree, to the household, the cent and the letter. */
export function totalsAgree(...all: readonly ControlTotals[]): boolean {
  const [first, ...others] = all
  const digests = all.flatMap(({ digest }) => (digest === null ? [] : [digest]))
  return (
    first !== undefined &&
    others.every(
      ({ households, payCents }) => households === first.households && payCents === first.payCents,
    ) &&
    digests.every((digest) => digest === digests[0])
  )
}
