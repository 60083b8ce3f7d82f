import { addDays, dayOf, type Day, type Instant } from '../calendar'
import { businessDaysAfter, businessDaysIn, isBusinessDay } from '../statement/holidays'
import { inOrder, type ApplicationEvent } from './events'
import { decisionTerm, termOn } from './terms'
import { waitingOf, type Awaited } from './waiting'

/*
 * The clock that runs on the agency, not on people. It starts when the application is sent and nothing it requires is
 * missing, stops while the agency waits for the people who apply, and goes on where it was when they answered.
 *
 * A business day counts when the clock ran from its beginning to its end: the day on which the last document comes
 * does not, nor the one on which the clock stops or goes on. Asked and answered within one day, nothing is lost.
 */

export type AgencyClock =
  | { readonly state: 'notSent' }
  /** Something required is missing. */
  | { readonly state: 'notStarted'; readonly waitsFor: readonly Awaited[] }
  | (Counted & {
      readonly state: 'running'
      /** Decided by the end of this day, if nothing more is asked. */
      readonly promisedDay: Day
      /** Which of the days today is, 1 for the first; null on a day that does not count. */
      readonly today: number | null
    })
  | (Counted & {
      readonly state: 'stopped'
      readonly since: Instant
      readonly waitsFor: readonly Awaited[]
    })
  /** The promised day went by without a decision. Asking for something afterwards does not repair it. */
  | {
      readonly state: 'overdue'
      readonly startedAt: Instant
      readonly promisedDay: Day
      /** Business days since the promised day, today included. */
      readonly businessDaysLate: number
      readonly waitsFor: readonly Awaited[]
    }
  /** Decided: in time, or late. `promisedDay` is null when it was decided before the clock had to start. */
  | { readonly state: 'kept'; readonly decidedAt: Instant; readonly promisedDay: Day | null }
  | { readonly state: 'broken'; readonly decidedAt: Instant; readonly promisedDay: Day }
  /** Nothing is to be decided any more. */
  | { readonly state: 'withdrawn'; readonly at: Instant }

type Counted = {
  readonly startedAt: Instant
  /** Whole days counted before today. */
  readonly counted: number
  /** Days left, today included when it counts. Never less than one. */
  readonly left: number
  readonly of: number
}

/** Where the clock stands at an instant. Events after it are not looked at. */
export function agencyClock(events: readonly ApplicationEvent[], now: Instant): AgencyClock {
  const past = inOrder(events).filter(({ at }) => at <= now)
  if (!past.some(({ kind }) => kind === 'sent')) {
    const withdrawn = past.find(({ kind }) => kind === 'withdrawn' || kind === 'erased')
    return withdrawn ? { state: 'withdrawn', at: withdrawn.at } : { state: 'notSent' }
  }
  const end = past.find(({ kind }) => kind === 'decided' || kind === 'withdrawn')
  if (end?.kind === 'withdrawn') return { state: 'withdrawn', at: end.at }

  const spans = spansOf(past, end?.at ?? null)
  const waitsFor = end ? [] : (waitingOf(past).at(-1)?.awaited ?? [])
  const first = spans[0]
  if (!first) {
    return end ? { state: 'kept', decidedAt: end.at, promisedDay: null } : { state: 'notStarted', waitsFor }
  }
  const of = termOn(decisionTerm, dayOf(first.from)).days
  const count = countedIn(spans, of, end?.at ?? now)
  if (end) {
    const { promisedDay } = count
    // Decided while the clock was stopped: no day had been promised.
    if (promisedDay === null || dayOf(end.at) <= promisedDay)
      return { state: 'kept', decidedAt: end.at, promisedDay }
    return { state: 'broken', decidedAt: end.at, promisedDay }
  }
  const today = dayOf(now)
  if (count.promisedDay !== null && today > count.promisedDay) {
    const businessDaysLate = businessDaysIn(addDays(count.promisedDay, 1), today)
    return {
      state: 'overdue',
      startedAt: first.from,
      promisedDay: count.promisedDay,
      businessDaysLate,
      waitsFor,
    }
  }
  const shared = { startedAt: first.from, counted: count.counted, left: of - count.counted, of }
  const last = spans.at(-1)!
  if (last.to !== null) return { state: 'stopped', ...shared, since: last.to, waitsFor }
  const counts = today > dayOf(last.from) && isBusinessDay(today)
  return {
    state: 'running',
    ...shared,
    promisedDay: count.promisedDay!,
    today: counts ? count.counted + 1 : null,
  }
}

/** When the clock ran: from an instant to another, or still. */
type Span = { readonly from: Instant; readonly to: Instant | null }

/** The spans in which nothing was awaited, those of one day joined: asked and answered within a day loses nothing. */
function spansOf(past: readonly ApplicationEvent[], endedAt: Instant | null): Span[] {
  const sentAt = past.find(({ kind }) => kind === 'sent')!.at
  const spans: Span[] = []
  for (const { at, awaited } of waitingOf(past)) {
    if (at < sentAt || (endedAt !== null && at >= endedAt)) continue
    const last = spans.at(-1)
    const runs = last !== undefined && last.to === null
    if (awaited.length > 0 && runs) spans[spans.length - 1] = { ...last, to: at }
    if (awaited.length > 0 || runs) continue
    if (last?.to && dayOf(last.to) === dayOf(at)) spans[spans.length - 1] = { from: last.from, to: null }
    else spans.push({ from: at, to: null })
  }
  return spans
}

/**
 * The whole days counted before the day of `now`, and the day promised: by the days left when the clock runs, or the
 * one on which the last of them fell. Null while the clock is stopped with days left.
 */
function countedIn(
  spans: readonly Span[],
  of: number,
  now: Instant,
): { counted: number; promisedDay: Day | null } {
  let counted = 0
  for (const { from, to } of spans) {
    const start = dayOf(from)
    const promisedDay = businessDaysAfter(start, of - counted)
    if (to === null) {
      const before = businessDaysIn(addDays(start, 1), addDays(dayOf(now), -1))
      return { counted: Math.min(of, counted + before), promisedDay }
    }
    // Only whole days count: the one on which the clock stopped does not.
    if (promisedDay < dayOf(to)) return { counted: of, promisedDay }
    counted += businessDaysIn(addDays(start, 1), addDays(dayOf(to), -1))
  }
  return { counted, promisedDay: null }
}
