/** What cannot wait, as the first question asks it, in its order. */
export const urgentNeeds = [
  'noFood',
  'noShelter',
  'evictedSoon',
  'energyCutOff',
  'medication',
  'violence',
] as const
export type UrgentNeed = (typeof urgentNeeds)[number]

/** What was ticked, as the answer is kept: the needs parted by spaces, or `none`. Null when nothing we know was. */
export function urgentAnswerOf(ticked: readonly string[]): string | null {
  const needs = urgentNeeds.filter((need) => ticked.includes(need))
  // Who ticks a need and "none of these" is taken to be in need: the other mistake is the worse one.
  if (needs.length > 0) return needs.join(' ')
  return ticked.includes('none') ? 'none' : null
}

/** The needs of an answer as it is kept. */
export function urgentNeedsIn(answer: string | null): UrgentNeed[] {
  const said = answer?.split(' ') ?? []
  return urgentNeeds.filter((need) => said.includes(need))
}
