import { changeTopics, type ChangeTopic } from '../statement/answers'
import type { FiledAnswers } from '../statement/confirmation'
import { partsOf, type AnswerDifference } from '../statement/differences'
import type { Outcome } from './outcomes'
import { isInFavour } from './review'

/*
 * What there is to verify, item by item. One item that is not proved never blocks the others: each is ticked, decided
 * and explained by itself.
 */

/** How an item was found. `cleared` takes back what was said of it before. */
export const verificationOutcomes = ['verified', 'unproved', 'cleared'] as const
export type VerificationOutcome = (typeof verificationOutcomes)[number]

/** One thing to verify, by a code that stays the same as long as its subject does. */
export type Item = { readonly code: string } & (
  | { readonly about: 'part'; readonly topic: ChangeTopic; readonly index: number }
  /** Something told before is there no more. */
  | { readonly about: 'gone'; readonly topic: ChangeTopic }
  /** A topic that was ticked with nothing in it. */
  | { readonly about: 'topic'; readonly topic: ChangeTopic }
  /** The estimates of the month before, made final. */
  | { readonly about: 'confirmed' }
  /** Why it came late. */
  | { readonly about: 'lateReason' }
  /** A paper asked of who applies, by its requirement. */
  | { readonly about: 'document'; readonly requirement: string }
  /** A word on the answers of a part of an application. */
  | { readonly about: 'answers'; readonly part: ApplicationPart }
)

/** The parts of an application that are verified without a paper of their own. */
export const applicationParts = ['identity', 'household', 'housing', 'income', 'assets', 'studies'] as const
export type ApplicationPart = (typeof applicationParts)[number]

/** What a statement, or a change, asks to be verified: every part that was told, and what is gone. */
export function statementItems(filing: {
  readonly answers: FiledAnswers
  readonly differences: readonly AnswerDifference[]
  readonly lateReason: string | null
}): Item[] {
  const { answers, differences } = filing
  const told = changeTopics
    .filter((topic) => answers.changed.includes(topic))
    .flatMap((topic): Item[] => {
      const parts = partsOf(answers, topic).map((_, index): Item => ({
        code: `${topic}.${index}`,
        about: 'part',
        topic,
        index,
      }))
      const gone = differences.some((one) => one.topic === topic && one.what === 'removed')
      if (gone) return [...parts, { code: `${topic}.gone`, about: 'gone', topic }]
      return parts.length > 0 ? parts : [{ code: topic, about: 'topic', topic }]
    })
  return [
    ...told,
    ...(answers.confirmed.length > 0 ? [{ code: 'confirmed', about: 'confirmed' } as const] : []),
    ...(filing.lateReason === null ? [] : [{ code: 'lateReason', about: 'lateReason' } as const]),
  ]
}

/** Every code a filing's items may have, whatever it is compared with. */
export function possibleCodes(answers: FiledAnswers, lateReason: string | null): string[] {
  const gone = answers.changed.map((topic): AnswerDifference => ({
    topic,
    what: 'removed',
    before: null,
    after: null,
    fields: [],
  }))
  return [
    ...statementItems({ answers, differences: gone, lateReason }).map(({ code }) => code),
    ...answers.changed,
  ]
}

/** What an application asks to be verified: its answers part by part, then each paper it named. */
export function applicationItems(requirements: readonly string[]): Item[] {
  return [
    ...applicationParts.map((part): Item => ({ code: `answers.${part}`, about: 'answers', part })),
    ...[...new Set(requirements)]
      .sort()
      .map((requirement): Item => ({ code: `document.${requirement}`, about: 'document', requirement })),
  ]
}

/** Whether a code is one of an application's items: a part of its answers, or a paper by its requirement. */
export function isApplicationItem(code: string): boolean {
  const [kind, rest = ''] = [code.slice(0, code.indexOf('.')), code.slice(code.indexOf('.') + 1)]
  if (kind === 'answers') return applicationParts.some((part) => part === rest)
  return kind === 'document' && /^[A-Za-z]{1,40}(\.\w{1,30}){0,3}$/.test(rest) && code.length <= 80
}

/** What was last said of an item. */
export type Verified = { readonly item: string; readonly outcome: VerificationOutcome }

/** How much is done: an item whose last word was taken back is to be looked at again. */
export function progressOf(
  items: readonly Item[],
  verified: readonly Verified[],
): { readonly verified: number; readonly unproved: number; readonly left: number } {
  const outcomes = items.map(({ code }) => verified.find(({ item }) => item === code)?.outcome)
  const count = (outcome: VerificationOutcome) => outcomes.filter((one) => one === outcome).length
  const [done, unproved] = [count('verified'), count('unproved')]
  return { verified: done, unproved, left: items.length - done - unproved }
}

/** What a decision says of one item: one that waits for a proof is neither accepted nor refused. */
export type DecidedOutcome = 'accepted' | 'refused' | 'waiting'

/**
 * What a decision says of the items that were looked at; of the others it says nothing. One that is not proved takes
 * nothing from the rest: where all is accepted or only held, it waits for its proof.
 */
export function decidedItems(
  outcome: Outcome,
  verified: readonly Verified[],
): { readonly item: string; readonly outcome: DecidedOutcome }[] {
  const unproved = sayOfUnproved[outcome]
  return verified.flatMap(({ item, outcome: found }) => {
    if (found === 'unproved') return [{ item, outcome: unproved }]
    return found === 'verified' && isInFavour(outcome) ? [{ item, outcome: 'accepted' as const }] : []
  })
}

const sayOfUnproved: Readonly<Record<Outcome, DecidedOutcome>> = {
  accepted: 'waiting',
  released: 'waiting',
  changed: 'waiting',
  held: 'waiting',
  partlyAccepted: 'refused',
  refused: 'refused',
  ended: 'refused',
  maintained: 'refused',
}
