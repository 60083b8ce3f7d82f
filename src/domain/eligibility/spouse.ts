import type { Known } from '../estimate/case'

/**
 * What is asked about another adult, in the order of form 3003. A fact is null until it is said; a temporary absence
 * changes none of them.
 */
export type SpouseFacts = {
  /** Another adult lives here, even if they are away for a time. */
  readonly livesWithOtherAdult: Known<boolean>
  readonly marriedOrCivilUnion: Known<boolean>
  readonly parentsOfSameChild: Known<boolean>
  /** They live as a couple, and have for a year or more. */
  readonly coupleForOneYear: Known<boolean>
  /** They once lived together a whole year, and are a couple again. */
  readonly coupleAgainAfterOneYear: Known<boolean>
}

/** The questions in their order: the answer to one decides whether the next is asked. */
export const spouseQuestions = [
  'livesWithOtherAdult',
  'marriedOrCivilUnion',
  'parentsOfSameChild',
  'coupleForOneYear',
  'coupleAgainAfterOneYear',
] as const satisfies readonly (keyof SpouseFacts)[]
export type SpouseQuestion = (typeof spouseQuestions)[number]

/** Yes or no; or, while it is not decided, the one question to ask next. */
export type SpouseAnswer =
  | { readonly decided: true; readonly spouse: boolean }
  | { readonly decided: false; readonly next: SpouseQuestion }

/**
 * Whether the other adult is a spouse (definitions of form 3003). Living together comes first; then any one test is
 * enough: marriage or civil union, a child of both, or a couple that has lived together for a year, now or before.
 * A couple of less than a year is not one yet, and neither are two people who only share a dwelling.
 */
export function isSpouse(facts: SpouseFacts): SpouseAnswer {
  if (facts.livesWithOtherAdult === false) return { decided: true, spouse: false }
  // A test already met decides by itself, whatever was left unsaid before it.
  const together = facts.livesWithOtherAdult === true
  if (together && spouseQuestions.some((one) => one !== 'livesWithOtherAdult' && facts[one] === true)) {
    return { decided: true, spouse: true }
  }
  const next = spouseQuestions.find((question) => facts[question] === null)
  return next ? { decided: false, next } : { decided: true, spouse: false }
}
