import 'server-only'
import { parseReceiptNumber } from '@/domain/statement/receipt-number'
import type { Locale } from '@/i18n/locale'
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
 * by breaking the glass, with a reason. By the number of its receipt, the contact centre opens an application. The
 * database writes it in the trail, found or not.
 */
export async function openFile({ viewer, input, locale }: Call<Staff, Opening>): Promise<Answer> {
  const not = (note: OpeningNote, more: Record<string, string> = {}): Answer => ({
    to: withQuery(paths.openFile(locale), { note, ...more }),
    status: statusOf[note],
    data: { code: note },
  })
  const receipt = viewer.role === 'contact' ? parseReceiptNumber(input.fileNumber ?? '') : null
  if (receipt) return openApplication(viewer, receipt, locale, not)
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

/** Opens an application of any office, to say where it stands. */
function openApplication(
  viewer: Staff,
  receipt: string,
  locale: Locale,
  not: (note: OpeningNote) => Answer,
): Promise<Answer> {
  return withViewer(viewer, async ({ sql }) => {
    const [row] = await sql<{ outcome: string; application: string | null }>(
      'select outcome, application from open_application($1)',
      [receipt],
    )
    const { outcome, application } = row!
    if (outcome !== 'opened') return not(outcome === 'too-many' ? outcome : 'not-found')
    return { to: paths.openedApplication(locale, application!), data: { code: 'opened', application } }
  })
}
