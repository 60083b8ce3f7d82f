import {
  addMonths,
  dayOf,
  dayOfMonth,
  type Instant,
  instant,
  lastDay,
  type Month,
  monthOf,
  startOfDay,
} from '../../src/domain/calendar'
import { dueInstant } from '../../src/domain/statement/deadline'
import { defaultPolicies, type FilingPolicy, policyFor } from '../../src/domain/statement/policy'
import type { Office } from '../../src/domain/offices/office'
import type { PostalArea } from '../../src/domain/offices/postal-code'
import type { Weights } from './random'

/** What every household of a population shares: the seed, when it takes place, and where. */
export type Frame = {
  readonly seed: number
  /** The current month: its statements are partly filed. */
  readonly month: Month
  /** Nothing was received after this. */
  readonly asOf: Instant
  /** The months that may have filings, oldest first; the current one is the last. */
  readonly months: readonly FrameMonth[]
  readonly regions: Weights<readonly PostalArea[]>
}

/** A month, with what takes long to compute about it. */
export type FrameMonth = {
  readonly month: Month
  readonly policy: FilingPolicy
  readonly dueAt: Instant
  /** The first millisecond of each of its days in Québec; the 1st is at 0. */
  readonly days: readonly number[]
}

/** Ten in the morning on the 10th, when the demo begins; earlier when the clock stands before it. */
export function asOfIn(now: Instant): Instant {
  const tenth = at(Date.parse(startOfDay(dayOfMonth(monthOf(dayOf(now)), 10))) + 10 * 3_600_000)
  return now < tenth ? startOfDay(dayOf(now)) : tenth
}

/** The frame of a population whose last filings are received up to an instant, after `history` whole months. */
export function frameOf(options: {
  readonly seed: number
  readonly asOf: Instant
  readonly history: number
  readonly offices: readonly Office[]
  readonly areas: readonly PostalArea[]
}): Frame {
  const { seed, asOf, history, areas } = options
  const month = monthOf(dayOf(asOf))
  const months = Array.from({ length: history + 1 }, (_, index) =>
    frameMonth(addMonths(month, index - history)),
  )
  const regions = thousands.map(
    ([code, weight]) => [areas.filter(({ regionCode }) => regionCode === code), weight] as const,
  )
  return { seed, month, asOf, months, regions: regions.filter(([list]) => list.length > 0) }
}

function frameMonth(month: Month): FrameMonth {
  const policy = policyFor(month, defaultPolicies)
  const days = Array.from({ length: Number(lastDay(month).slice(8)) }, (_, index) =>
    Date.parse(startOfDay(dayOfMonth(month, index + 1))),
  )
  return { month, policy, dueAt: dueInstant(month, policy), days }
}

export const at = (milliseconds: number): Instant => instant(new Date(milliseconds).toISOString())

/** Thousands of inhabitants of each region, to the nearest that matters for made-up people (census of 2021). */
const thousands: Weights<string> = [
  ...([
    ['01', 200],
    ['02', 278],
    ['03', 757],
    ['04', 274],
    ['05', 500],
    ['06', 2004],
    ['07', 405],
  ] as const),
  ...([
    ['08', 147],
    ['09', 89],
    ['10', 46],
    ['11', 91],
    ['12', 433],
    ['13', 438],
    ['14', 529],
  ] as const),
  ...([
    ['15', 635],
    ['16', 1464],
    ['17', 254],
  ] as const),
]
