import type { Constraint, FileProgramme } from '../benefit/situation'
import { addMonths, type Month } from '../calendar'
import type { Confidence } from '../rates/table'
import type { Files, FilingPolicy, FilingRule } from './policy'

/** What the duty of a household depends on, in the month concerned. */
export type FilingSituation = {
  readonly programme: FileProgramme
  /** One entry per adult of the household. */
  readonly constraints: readonly Constraint[]
  readonly fluctuatingIncome: boolean
}

/** What an agent decided for one household and one month, with a reason. */
export type IndividualDecision = { readonly files: Files; readonly reason: string }

/** Whether a household files the month's statement, and why. A change is reported in either case (s. 36). */
export type Obligation = { readonly files: Files; readonly why: ObligationReason }

export type ObligationReason =
  | { readonly code: 'policy'; readonly source: string; readonly confidence: Confidence }
  /** An agent asks for a statement the policy does not ask for. */
  | { readonly code: 'added'; readonly reason: string }
  /** An agent spares a statement the policy asks for. */
  | { readonly code: 'lifted'; readonly reason: string }
  /** The file is closed: the payment this statement leads to is not to be made. */
  | { readonly code: 'closed'; readonly from: Month }

/**
 * The duty of a household for a month, from the policy in force that month.
 * An individual decision outranks the policy; one that says the same as the policy changes nothing, not even why.
 * Throws RangeError when no line of the policy fits: a policy must answer for every programme.
 */
export function obligationFor(
  situation: FilingSituation,
  policy: FilingPolicy,
  decision: IndividualDecision | null,
): Obligation {
  const rule = policy.whoFiles.find((candidate) => fits(candidate, situation))
  if (!rule)
    throw new RangeError(`The filing policy from ${policy.from} says nothing of ${situation.programme}`)
  if (decision && decision.files !== rule.files) {
    const code = decision.files === 'always' ? 'added' : 'lifted'
    return { files: decision.files, why: { code, reason: decision.reason } }
  }
  return { files: rule.files, why: { code: 'policy', ...policy.sources.whoFiles } }
}

/**
 * The duty of a household whose file is closed from a month on: none for the statements that lead to a payment from then
 * on, whatever the policy or a person asked before. Null when the closing does not concern the month.
 */
export function closedObligation(month: Month, from: Month | null): Obligation | null {
  const isOver = from !== null && addMonths(month, 1) >= from
  return isOver ? { files: 'whenChanged', why: { code: 'closed', from } } : null
}

function fits(rule: FilingRule, situation: FilingSituation): boolean {
  return (
    (rule.programme === undefined || rule.programme === situation.programme) &&
    (rule.constraint === undefined || rule.constraint === mostSevere(situation.constraints)) &&
    (rule.fluctuatingIncome === undefined || rule.fluctuatingIncome === situation.fluctuatingIncome)
  )
}

function mostSevere(constraints: readonly Constraint[]): Constraint {
  if (constraints.includes('severe')) return 'severe'
  return constraints.includes('temporary') ? 'temporary' : 'none'
}
