import 'server-only'
import { fieldsOf, findPage, partOf } from '@/domain/application/journey'
import { dayOf } from '@/domain/calendar'
import { valueOf } from '@/domain/draft'
import { answersIn, postedValue } from '@/server/application-answers'
import { changeOf, isCorrecting, type Kept, partIn, readKept, writeKept } from '@/server/application-drafts'
import type { Fields } from '@/server/body'
import type { Door } from '@/server/db'
import { logError } from '@/server/log'
import { unseal } from '@/server/secrets'
import type { Applicant } from '@/server/viewer'

/** What became of the forms that came too late: there were none, all are put back, or some could not be. */
export type Restored = 'nothing' | 'restored' | 'partly'

type Row = { path: string; sealed: Buffer; newer: string[] }

/** Takes the late forms of this adult, oldest first; `newer` are the parts written since each of them came. */
const take = `
with taken as (
  delete from application_parked where application_id = $1 and parked_at > app_now() - interval '7 days'
  returning path, sealed, parked_at)
select t.path, t.sealed, array(select d.part from application_draft d
  where d.application_id = $1 and d.updated_at > t.parked_at) as newer
from taken t order by t.parked_at`

/**
 * Puts back, in the transaction of the door, the answers that were sent after a visit had ended. A page written since
 * keeps what it says: only what is still empty in it is filled.
 */
export async function restoreParked(door: Door, viewer: Applicant): Promise<Restored> {
  const rows = await door.sql<Row>(take, [viewer.applicationId])
  if (rows.length === 0) return 'nothing'
  let whole = true
  for (const row of rows) whole = (await restore(door, viewer, row)) && whole
  return whole ? 'restored' : 'partly'
}

async function restore(door: Door, viewer: Applicant, { path, sealed, newer }: Row): Promise<boolean> {
  const fields = openedForm(sealed)
  const kept = await readKept(door, viewer)
  if (!fields || !kept || path !== '/api/application/answers' || isClosed(kept, viewer)) return false
  const today = dayOf(door.now)
  const ref = findPage(postedValue(fields, 'question'), kept.draft, viewer.adult, today)
  if (!ref) return false
  const typed = answersIn(fields, fieldsOf(ref, kept.draft, today))
  const part = partOf(Object.keys(typed)[0] ?? '')
  const before = partIn(kept, part)
  if (!before) return false
  const fits = Object.entries(typed).filter(
    ([name]) => !newer.includes(part) || valueOf(before.answers, name) === '',
  )
  const change = changeOf(kept, part, { ...before.answers, ...Object.fromEntries(fits) })
  return change !== null && (await writeKept(door, viewer, [change])) === 'kept'
}

/** What was sent is not written over, but while it is being corrected; the spouse's own part stays theirs to write. */
const isClosed = (kept: Kept, { adult }: Applicant): boolean =>
  kept.withdrawnAt !== null || (adult === 'applicant' && kept.sentVersion > 0 && !isCorrecting(kept))

function openedForm(sealed: Uint8Array): Fields | null {
  try {
    return JSON.parse(unseal(sealed)) as Fields
  } catch (error) {
    // Sealed with a secret that is no longer ours, or spoiled: it must not stand in the way of the others.
    logError('application-parked', error)
    return null
  }
}
