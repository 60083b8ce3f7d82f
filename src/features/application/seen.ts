import 'server-only'
import { inputNames } from '@/domain/application/journey'
import type { AskedField } from '@/domain/application/question'
import { type Draft, valueOf } from '@/domain/draft'
import { digestFor } from '@/server/secrets'

/**
 * What the answers of a page are, in a few letters. Drawn into its form: what is kept without a press is kept over these
 * answers only, so that one that comes late, or from a tab left open, never undoes a newer press. Keyed, because a page
 * may ask for a number that must not be guessed from it.
 */
export function markOfAnswers(fields: readonly AskedField[], draft: Draft): string {
  const answers = fields.flatMap(inputNames).map((name) => valueOf(draft, name))
  return digestFor('form', JSON.stringify(answers)).toString('base64url').slice(0, 16)
}
