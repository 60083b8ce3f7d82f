import type { Day } from '../calendar'

/** What may need a second person. */
export const watched = ['hold', 'override', 'bankChange', 'wideExtension', 'refusal'] as const
export type Watched = (typeof watched)[number]

/** From a day on: `always`, one in so many drawn by number, or never. Rows are added, never edited. Newest first. */
export type FourEyesPolicy = {
  readonly from: Day
  readonly of: Readonly<Record<Watched, 'always' | 'never' | { readonly oneIn: number }>>
  readonly source: string
}

const first = '2016-01-01' as Day

export const fourEyes: readonly FourEyesPolicy[] = [
  {
    from: first,
    of: {
      hold: 'always',
      override: 'always',
      bankChange: 'always',
      wideExtension: 'always',
      refusal: { oneIn: 10 },
    },
    source: 'Decision of the project: money never moves, and aid is never held, by one person alone',
  },
]

/** A share of refusals that two supervisors set, from a day on: one in so many. */
export type Sampling = { readonly from: Day; readonly oneIn: number }

/**
 * The policies with the shares set by two supervisors, the newest first. Only the share changes: what is always watched
 * stays so, and one in one is always. A policy of the domain that begins later has the last word.
 */
export function withSamplings(
  samplings: readonly Sampling[],
  policies: readonly FourEyesPolicy[] = fourEyes,
): readonly FourEyesPolicy[] {
  const set = samplings.map(({ from, oneIn }): FourEyesPolicy => {
    const refusal = oneIn <= 1 ? ('always' as const) : { oneIn }
    const { of } = policyOn(from, policies)
    return { from, of: { ...of, refusal }, source: 'Two supervisors' }
  })
  return [...set, ...policies]
}

/** The policy in force on a day: the newest; of two that begin together, the first. */
export function policyOn(on: Day, policies: readonly FourEyesPolicy[] = fourEyes): FourEyesPolicy {
  const inForce = policies.filter(({ from }) => from <= on)
  return inForce.reduce((one, other) => (other.from > one.from ? other : one), inForce[0] ?? policies[0]!)
}

/**
 * Whether a second person must agree. A refusal is drawn by the digits of its task's identifier, so that nobody can try
 * again for another draw. `draw` is a whole number of 0 or more.
 */
export function needsSecond(what: Watched, on: Day, draw: number, policies = fourEyes): boolean {
  const rule = policyOn(on, policies).of[what]
  if (rule === 'always' || rule === 'never') return rule === 'always'
  return draw % rule.oneIn === 0
}

/** The draw of a task: the last digits of its identifier, which are random. */
export const drawOf = (taskId: string): number => Number.parseInt(taskId.replaceAll('-', '').slice(-7), 16)
