import 'server-only'
import type { Door } from './db'
import type { Viewer } from './viewer'

export type CountedForm = 'statement' | 'change' | 'application'

/**
 * Counts the questions of a form that were answered wrongly, so that those which lead people astray are put right. The
 * name of a question alone: not who, where, nor what was answered. One entry of a list counts as any other.
 */
export async function countMistakes(
  { sql }: Door,
  { role }: Viewer,
  form: CountedForm,
  fields: readonly string[],
): Promise<void> {
  // What the staff type for a person says nothing of the questions.
  if (role !== 'citizen' && role !== 'representative' && role !== 'applicant') return
  const questions = [...new Set(fields.map(questionOf))].filter((name) =>
    /^[A-Za-z][A-Za-z.-]{0,59}$/.test(name),
  )
  if (questions.length > 0) await sql('select count_mistakes($1, $2)', [form, questions])
}

/** The question of a field: `work.1.gross` and the part of an adult's identifier say `work.gross`. */
export const questionOf = (field: string): string =>
  field
    .split('.')
    .filter((part) => !/^\d+$/.test(part) && !/^[0-9a-f-]{36}$/i.test(part))
    .join('.')
