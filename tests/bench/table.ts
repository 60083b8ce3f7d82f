/** What one measure found in one round. Times are milliseconds. */
export type Round = {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly bytes: number
  readonly errors: number
}

/** A measure over all its rounds. */
export type Figure = Round & { readonly name: string }

/** The smallest value that at least `share` of the values do not exceed (nearest rank). NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return NaN
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
}

/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return NaN
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** One figure of several rounds: the middle of each number, so that one bad second decides nothing; every error. */
export function figureOf(name: string, rounds: readonly Round[]): Figure {
  const middle = (pick: (round: Round) => number) => median(rounds.map(pick))
  return {
    name,
    perSecond: middle((round) => round.perSecond),
    p50: middle((round) => round.p50),
    p99: middle((round) => round.p99),
    bytes: middle((round) => round.bytes),
    errors: rounds.reduce((sum, round) => sum + round.errors, 0),
  }
}

/**
 * How many times as fast as its yardstick something is: the middle of the rounds' own ratios, since the two of one
 * round were measured side by side.
 */
export function ratioOf(measured: readonly Round[], yardstick: readonly Round[]): number {
  const rounds = Math.min(measured.length, yardstick.length)
  const ratios = Array.from(
    { length: rounds },
    (_, round) => measured[round]!.perSecond / yardstick[round]!.perSecond,
  )
  return median(ratios)
}

/** How many times as long an answer takes in the larger town: 1 when it does not grow. */
export function growthOf(small: readonly Round[], large: readonly Round[]): number {
  return ratioOf(small, large)
}

/** A target, and whether it is met. A figure that is not a number meets nothing. */
export function verdict(value: number, limit: { atLeast?: number; atMost?: number }): 'met' | 'missed' {
  const enough = limit.atLeast === undefined || value >= limit.atLeast
  const little = limit.atMost === undefined || value <= limit.atMost
  return enough && little && !Number.isNaN(value) ? 'met' : 'missed'
}

/** Lines of a table: the first column to the left, the others to the right, each as wide as it must be. */
export function linesOf(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [header, ...rows]
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  return all.map((row) =>
    widths
      .map((width, column) =>
        column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width),
      )
      .join('  ')
      .trimEnd(),
  )
}
