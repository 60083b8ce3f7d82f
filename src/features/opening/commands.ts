import 'server-only'
import { paths, withQuery } from '@/i18n/paths'
import { parseFileNumber } from '@/server/access-codes'
import { storable } from '@/server/account-forms'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import type { Staff } from '@/server/viewer'
import { FEWEST_LETTERS, MOST_LETTERS, type Opening, type OpeningNote } from './schema'

const statusOf: Record<OpeningNote, number> = {
  'not-found': 404,
  'own-office': 409,
  'too-many': 429,
  reason: 422,
  words: 422,
  ended: 404,
}

/**
 * Opens a file of any office, by its number alone, for half an hour: the contact centre to answer a call, anyone else
 * by breaking the glass, with a reason. The database writes it in the trail, found or not.
 */
export async function openFile({ viewer, input, locale }: Call<Staff, Opening>): Promise<Answer> {
  const not = (note: OpeningNote, more: Record<string, string> = {}): Answer => ({
    to: withQuery(paths.openFile(locale), { note, ...more }),
    status: statusOf[note],
    data: { code: note },
  })
  const fileNumber = parseFileNumber(input.fileNumber ?? '')
  if (!fileNumber) return not('not-found')
  const breaks = viewer.role !== 'contact'
  const words = storable({ words: input.words ?? '' })['words']!.trim()
  if (breaks && !input.reason) return not('reason')
  if (breaks && (words.length < FEWEST_LETTERS || words.length > MOST_LETTERS)) return not('words')
  return withViewer(viewer, async ({ sql }) => {
    const [row] = await sql<{ outcome: string; household: string | null }>(
      'select outcome, household from open_file($1, $2, $3)',
      breaks ? [fileNumber, input.reason, words] : [fileNumber, 'call', null],
    )
    const { outcome, household } = row!
    if (outcome === 'own-office') return not(outcome, { file: household! })
    if (outcome !== 'opened') return not(outcome === 'not-allowed' ? 'not-found' : (outcome as OpeningNote))
    return { to: paths.openedFile(locale, household!), data: { code: 'opened', household } }
  })
}
