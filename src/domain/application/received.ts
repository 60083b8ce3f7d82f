import type { Instant } from '../calendar'
import type { AgencyClock } from './agency-clock'

/** What the order of the applications an office received depends on. */
export type Received = {
  /** An urgent need was told: no food, no shelter, violence. */
  readonly urgent: boolean
  readonly clock: AgencyClock
  /** When the first version was sent. */
  readonly sentAt: Instant
}

const ranks: Readonly<Record<AgencyClock['state'], number>> = {
  overdue: 0,
  running: 1,
  stopped: 2,
  notStarted: 3,
  notSent: 4,
  kept: 5,
  broken: 5,
  withdrawn: 6,
}

/**
 * The order in which an office looks at applications: urgent needs first, then promises that are broken or end soonest,
 * then those that wait for people, and among equals the one that has waited longest. What ended comes last, urgent or
 * not.
 */
export function byPromise(one: Received, other: Received): number {
  const isOver = ({ clock }: Received) => ranks[clock.state] > ranks.notSent
  const day = ({ clock }: Received) => ('promisedDay' in clock ? (clock.promisedDay ?? '') : '')
  return (
    Number(isOver(one)) - Number(isOver(other)) ||
    (isOver(one) ? 0 : Number(other.urgent) - Number(one.urgent)) ||
    ranks[one.clock.state] - ranks[other.clock.state] ||
    compare(day(one), day(other)) ||
    compare(one.sentAt, other.sentAt)
  )
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
