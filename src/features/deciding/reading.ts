import { readFacts, type FactField } from '@/domain/decision/given-facts'
import { readMove, type GivenMove, type MoveField } from '@/domain/decision/move-form'
import type { Outcome } from '@/domain/decision/outcomes'
import type { GivenReason } from '@/domain/decision/reasons'
import { outcomeBy } from '@/domain/decision/taking'
import type { Verb } from '@/domain/decision/transitions'
import type { Around } from './around'
import { typedMove, type TypedFields } from './typed'

export type FormProblem = { readonly field: MoveField | FactField; readonly problem: string }
export type ReadForm = {
  readonly move: GivenMove
  readonly reasons: readonly GivenReason[]
  /** What is decided; null for a move that decides nothing. */
  readonly outcome: Outcome | null
}

/** Reads the whole form of a move, its facts included; or tells what to put right, in the order of the form. */
export function readForm(
  verb: Verb,
  fields: TypedFields,
  around: Around,
): ReadForm | { readonly problems: readonly FormProblem[] } {
  const typed = typedMove(fields)
  const read = readMove(verb, typed, around)
  const chosen = around.reasons.filter((code) => typed.reasons.includes(code))
  const facts = readFacts(chosen, fields, around.asked)
  const outcome = outcomeBy(around.kind, around.outcomes, chosen)
  const problems: FormProblem[] = [...('problems' in read ? read.problems : []), ...facts.problems]
  if (around.outcomes.length > 0 && outcome === null) problems.unshift({ field: 'reasons', problem: 'apart' })
  if ('problems' in read || problems.length > 0) return { problems }
  return { move: read.move, reasons: facts.reasons, outcome: around.outcomes.length > 0 ? outcome : null }
}
