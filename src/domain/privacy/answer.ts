import { isOpen, mayExtend, mostExtensionDays, wordsProblem } from './request'
import type { Article, PrivacyFacts, PrivacyKind, WordsProblem } from './request'
import type { Instant } from '../calendar'

/*
 * What the office answers to a request about one's own information, and why it refuses.; the numbers of the
 * articles were recalled, and not read, where they are `uncertain`.
 */

export const privacyOutcomes = ['granted', 'partly', 'refused'] as const
export type PrivacyOutcome = (typeof privacyOutcomes)[number]

/** What a refusal may rest on. Each has a sentence in both languages. */
export const grounds = [
  'notHeld',
  'aboutOthers',
  'health',
  'proceedings',
  'notCollected',
  'difficult',
  'accurate',
  'byPerson',
] as const
export type Ground = (typeof grounds)[number]

type Rule = Article & { readonly of: readonly PrivacyKind[] }
const uncertain = { confidence: 'uncertain' } as const

/**
 * The article of each ground, and what it may refuse.
 * - notHeld: the agency does not hold it;
 * - aboutOthers: it would tell of someone else, and could harm them;
 * - health: for now, a health professional says it would gravely harm the person;
 * - proceedings: it would harm an inquiry or a case before a court;
 * - notCollected: created or inferred, and not collected from the person;
 * - difficult: giving it in such a format raises serious practical difficulties;
 * - accurate: the agency shows that it is right and complete, and kept lawfully;
 * - byPerson: no machine alone decided.
 */
export const ruleOfGround: Readonly<Record<Ground, Rule>> = {
  notHeld: { article: '1', of: ['access', 'portability', 'rectification'], ...uncertain },
  aboutOthers: { article: '88', of: ['access', 'portability'], ...uncertain },
  health: { article: '87.1', of: ['access', 'portability'], ...uncertain },
  proceedings: { article: '87', of: ['access', 'portability', 'automatedDecision'], ...uncertain },
  notCollected: { article: '84', of: ['portability'], ...uncertain },
  difficult: { article: '84', of: ['portability'], ...uncertain },
  accurate: { article: '90', of: ['rectification'], ...uncertain },
  byPerson: { article: '65.2', of: ['automatedDecision'], confidence: 'secondary' },
}

/** The grounds on which a request of a kind may be refused, in their order. */
export const groundsOf = (kind: PrivacyKind): readonly Ground[] =>
  grounds.filter((ground) => ruleOfGround[ground].of.includes(kind))

/** An answer as it is given. Granted whole, it rests on no ground. */
export type PrivacyAnswer = {
  readonly outcome: PrivacyOutcome
  readonly ground: Ground | null
  readonly words: string
}
export type AnswerProblem = {
  readonly field: 'outcome' | 'ground' | 'words'
  readonly problem: WordsProblem
}

/** Reads an answer to a request of a kind: the answer, or everything to put right. */
export function readAnswer(
  kind: PrivacyKind,
  typed: { readonly outcome: string; readonly ground: string; readonly words: string },
): { readonly answer: PrivacyAnswer } | { readonly problems: readonly AnswerProblem[] } {
  const problems: AnswerProblem[] = []
  const outcome = privacyOutcomes.find((one) => one === typed.outcome)
  if (!outcome) problems.push({ field: 'outcome', problem: 'missing' })
  const ground = outcome === 'granted' ? null : (groundsOf(kind).find((one) => one === typed.ground) ?? null)
  if (outcome && outcome !== 'granted' && !ground) problems.push({ field: 'ground', problem: 'missing' })
  const wrong = wordsProblem(typed.words)
  if (wrong) problems.push({ field: 'words', problem: wrong })
  if (problems.length > 0 || !outcome) return { problems }
  return { answer: { outcome, ground, words: typed.words.trim() } }
}

/** More time to answer, and why; the person reads it. Days are from 1 to `mostExtensionDays`. */
export type PrivacyExtension = { readonly days: number; readonly reason: string }
export type ExtensionProblem =
  | { readonly field: 'days'; readonly problem: 'days' }
  | { readonly field: 'reason'; readonly problem: WordsProblem }

/** Reads an extension: its days and its reason, or everything to put right. */
export function readExtension(typed: {
  readonly days: string
  readonly reason: string
}): { readonly extension: PrivacyExtension } | { readonly problems: readonly ExtensionProblem[] } {
  const problems: ExtensionProblem[] = []
  const days = /^\s*\d{1,2}\s*$/.test(typed.days) ? Number(typed.days) : 0
  if (days < 1 || days > mostExtensionDays) problems.push({ field: 'days', problem: 'days' })
  const wrong = wordsProblem(typed.reason)
  if (wrong) problems.push({ field: 'reason', problem: wrong })
  return problems.length > 0 ? { problems } : { extension: { days, reason: typed.reason.trim() } }
}

/** Why a request cannot be answered or extended now; null when it can. */
export type Closed = 'answered' | 'withdrawn'
export type NoExtension = Closed | 'extended' | 'tooLate'

export const whyClosed = (facts: PrivacyFacts): Closed | null =>
  isOpen(facts) ? null : facts.answeredAt ? 'answered' : 'withdrawn'

/** Why the time cannot be extended now; null when it can. */
export function whyNoExtension(facts: PrivacyFacts, now: Instant): NoExtension | null {
  if (mayExtend(facts, now)) return null
  return whyClosed(facts) ?? (facts.extendedAt ? 'extended' : 'tooLate')
}
