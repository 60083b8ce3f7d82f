/**
 * How long a task has waited, in classes of whole days, both ends included; the last one has no end. The bounds are
 * those of the promises made: an answer in two business days, a decision within five, ten and fifteen.
 */
export const ages = [
  { from: 0, until: 1 },
  { from: 2, until: 4 },
  { from: 5, until: 9 },
  { from: 10, until: 14 },
  { from: 15, until: null },
] as const

/** Where the classes after the first begin, as `width_bucket` wants them. */
export const ageBounds: readonly number[] = ages.slice(1).map(({ from }) => from)
