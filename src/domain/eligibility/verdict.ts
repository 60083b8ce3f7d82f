import type { Confidence } from '../rates/table'
import { leastSure } from '../rates/table'
import { questionCodes, reasonCodes } from './codes'
import type { QuestionCode, ReasonCode } from './codes'
import type { Question, Reason } from './eligibility'
import { grounds, questionSources } from './reasons'

/** What a criterion says of a household: met, perhaps with a reserve; not met, and why; or what it must know first. */
export type Verdict = {
  readonly is: 'met' | 'missing' | 'notMet'
  readonly reasons: readonly Reason[]
  readonly questions: readonly Question[]
}

const none = [] as const

/** Nothing to say against. */
export const met: Verdict = { is: 'met', reasons: none, questions: none }

/** Met, with something the household should know. */
export function reserve(code: ReasonCode): Verdict {
  return { is: 'met', reasons: [reasonOf(code)], questions: none }
}

/** Refused. `confidence` is that of the amounts the refusal rests on. */
export function notMet(code: ReasonCode, confidence: Confidence = 'confirmed'): Verdict {
  return { is: 'notMet', reasons: [reasonOf(code, confidence)], questions: none }
}

/** A fact that decides is not known. */
export function missing(code: QuestionCode): Verdict {
  return { is: 'missing', reasons: none, questions: [{ code, source: questionSources[code] }] }
}

function reasonOf(code: ReasonCode, confidence: Confidence = 'confirmed'): Reason {
  const { source, confidence: own } = grounds[code]
  return { code, source, confidence: leastSure([own, confidence]) }
}

const weight = { met: 0, missing: 1, notMet: 2 } as const

/**
 * Two verdicts as one. A refusal outweighs a question, a question outweighs a reserve; what is alike is kept from both.
 * The order of the two makes no difference. Criteria hold their verdicts ready, so nothing is made for the usual household.
 */
export function both(one: Verdict, other: Verdict): Verdict {
  if (other === met || one === other) return one
  if (one === met) return other
  if (one.is === 'notMet' || other.is === 'notMet') {
    if (weight[one.is] > weight[other.is]) return one
    if (weight[one.is] < weight[other.is]) return other
  }
  return {
    is: weight[one.is] > weight[other.is] ? one.is : other.is,
    reasons: inOrder(reasonCodes, one.reasons, other.reasons),
    questions: inOrder(questionCodes, one.questions, other.questions),
  }
}

/** Each once, in the order of the codes. */
function inOrder<Code, Item extends { readonly code: Code }>(
  codes: readonly Code[],
  one: readonly Item[],
  other: readonly Item[],
): readonly Item[] {
  if (other.length === 0) return one
  if (one.length === 0) return other
  const items = new Map<Code, Item>()
  for (const item of one) items.set(item.code, item)
  for (const item of other) items.set(item.code, item)
  return codes.flatMap((code) => items.get(code) ?? [])
}
