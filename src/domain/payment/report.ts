import type { CauseCode } from '../benefit/codes'
import type { PaymentItem } from './item'

/*
 * The rehearsal of a run: against the month before, who changes, by how much, and why. Sums are in cents.
 */

export const moves = ['up', 'down', 'same', 'new', 'stopped'] as const
export type PaymentMove = (typeof moves)[number]

/** How many households, and by how much in all. */
export type Counted = { readonly count: number; readonly cents: number }

export const marks = ['carriedForward', 'held', 'ended', 'notComputed', 'decided', 'recovery'] as const
export type PaymentMark = (typeof marks)[number]

export type PaymentReport = {
  readonly total: Counted
  /** The same households, the month before. */
  readonly before: Counted
  readonly pay: Counted
  readonly moves: Readonly<Record<PaymentMove, Counted>>
  /** What changed a line, the most frequent first. A household has as many as lines that changed. */
  readonly reasons: readonly (Counted & { readonly cause: CauseCode })[]
  readonly marks: Readonly<Record<PaymentMark, Counted>>
}

/** An item as the report looks at it. */
export type ReportedItem = PaymentItem & {
  readonly carriedForward: boolean
  readonly decisionId: string | null
}

/** Where an item stands against the month before. */
export function moveOf({ totalCents, beforeCents }: Pick<PaymentItem, 'totalCents' | 'beforeCents'>) {
  if (beforeCents === null) return 'new'
  if (totalCents === beforeCents) return 'same'
  if (totalCents === 0) return 'stopped'
  return totalCents > beforeCents ? 'up' : 'down'
}

/** Counts items one after the other, and gives the report at any time: nothing is kept of an item. */
export function reporting(): {
  readonly add: (item: ReportedItem) => void
  readonly report: () => PaymentReport
} {
  const none = () => ({ count: 0, cents: 0 })
  const [total, before, pay] = [none(), none(), none()]
  const moved = { up: none(), down: none(), same: none(), new: none(), stopped: none() }
  const marked = {
    ...{ carriedForward: none(), held: none(), ended: none() },
    ...{ notComputed: none(), decided: none(), recovery: none() },
  }
  const causes = new Map<CauseCode, { count: number; cents: number }>()
  const count = (where: { count: number; cents: number }, cents: number) => {
    where.count += 1
    where.cents += cents
  }
  return {
    add: (item) => {
      const { totalCents, beforeCents, payCents, recoveryCents, state } = item
      count(total, totalCents)
      if (payCents > 0) count(pay, payCents)
      if (beforeCents !== null) count(before, beforeCents)
      count(moved[moveOf(item)], totalCents - (beforeCents ?? 0))
      if (item.carriedForward) count(marked.carriedForward, totalCents)
      if (state !== 'paid') count(marked[state], totalCents)
      if (state === 'paid' && item.decisionId !== null) count(marked.decided, totalCents)
      if (recoveryCents > 0) count(marked.recovery, recoveryCents)
      for (const { cause, cents } of item.why) {
        const known = causes.get(cause) ?? none()
        count(known, cents)
        causes.set(cause, known)
      }
    },
    report: () => ({
      ...{ total, before, pay, moves: moved, marks: marked },
      reasons: [...causes]
        .map(([cause, counted]) => ({ cause, ...counted }))
        .sort((one, other) => other.count - one.count || (one.cause < other.cause ? -1 : 1)),
    }),
  }
}
