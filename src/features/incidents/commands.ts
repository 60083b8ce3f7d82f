import 'server-only'
import { dayOf } from '@/domain/calendar'
import { longestEntry, readIncident, type IncidentProblem } from '@/domain/privacy/incident'
import { paths, withQuery } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { keyIn } from '@/server/messages'
import { forgetStaffForm, keepStaffForm } from '@/server/staff-forms'
import type { Staff } from '@/server/viewer'
import { addVersion, listEntries, listVersions, saysTheSame } from './entries'
import { fieldsFrom, typedOf } from './fields'
import { registerFile } from './register-file'
import type { IncidentForm, IncidentNote } from './schema'

type SaveCall = Call<Staff, IncidentForm>

const told = ({ locale }: SaveCall, id: string, note: IncidentNote, status = 200): Answer => ({
  to: withQuery(paths.incident(locale, id), { told: note }),
  status,
  data: { code: note, id },
})

/** Records an incident: its first version. Pressed twice, it is one; what is refused waits in its form. */
export async function recordIncident(call: SaveCall): Promise<Answer> {
  const { viewer, input, locale } = call
  const page = paths.newIncident(locale)
  return withViewer(viewer, async (door) => {
    if (input.intent === 'discard') return discard(door, call, 'new', page)
    const read = readIncident(typedOf(input), dayOf(door.now))
    if ('problems' in read) return refuse(door, call, 'new', page, read.problems)
    const key = keyIn(input.key)
    const [made] = await door.sql<{ id: string }>(
      'insert into incident (key, recorded_by) values ($1, $2) on conflict (recorded_by, key) do nothing returning id',
      [key, viewer.staffId],
    )
    await forgetStaffForm(door, viewer, 'incident', 'new')
    if (!made) {
      const [first] = await door.sql<{ id: string }>(
        'select id from incident where key = $1 and recorded_by = $2',
        [key, viewer.staffId],
      )
      return told(call, first!.id, 'recorded')
    }
    await addVersion(door, made.id, 1, viewer.staffId, read.incident)
    await trace(door, viewer, made.id, 1)
    return told(call, made.id, 'recorded', 201)
  })
}

/**
 * Completes an entry: a new version, and the others stay. Saved by someone else since it was read, nothing is written:
 * what was typed waits beside what they wrote. Saved as it is already, there is nothing to add.
 */
export async function completeIncident(call: SaveCall): Promise<Answer> {
  const { viewer, input, params, locale } = call
  const id = params['id'] ?? ''
  const notFound: Answer = {
    to: paths.problem(locale, 'not-allowed'),
    status: 404,
    data: { code: 'not-allowed' },
  }
  if (!isId(id)) return notFound
  const page = paths.incident(locale, id)
  return withViewer(viewer, async (door) => {
    const [latest] = await listVersions(door, id)
    if (!latest) return notFound
    if (input.intent === 'discard') return discard(door, call, id, page)
    const read = readIncident(typedOf(input), dayOf(door.now))
    if ('problems' in read) return refuse(door, call, id, page, read.problems)
    const isSaved = saysTheSame(latest.incident, read.incident)
    const next = latest.version + 1
    const added =
      !isSaved &&
      input.version === String(latest.version) &&
      (await addVersion(door, id, next, viewer.staffId, read.incident))
    if (!added && !isSaved) {
      await keep(door, call, id)
      return told(call, id, 'changed', 409)
    }
    await forgetStaffForm(door, viewer, 'incident', id)
    if (added) await trace(door, viewer, id, next)
    return told(call, id, 'saved')
  })
}

/** The whole register as a file for spreadsheets, as the Commission may ask for it (A-2.1, s. 63.11). It is in the trail. */
export async function exportRegister({ viewer, locale }: Call<Staff, unknown>): Promise<Answer> {
  return withViewer(viewer, async (door) => {
    const entries = await listEntries(door)
    const details = { rows: entries.length }
    await record(door, viewer, { act: 'downloaded', subjectKind: 'incident', details })
    return { to: paths.incidents(locale), file: registerFile(entries, locale) }
  })
}

const trace = (door: Door, viewer: Staff, subjectId: string, version: number): Promise<void> =>
  record(door, viewer, { act: 'recorded', subjectKind: 'incident', subjectId, details: { version } })

async function discard(door: Door, { viewer }: SaveCall, subject: string, to: string): Promise<Answer> {
  await forgetStaffForm(door, viewer, 'incident', subject)
  return { to, data: { code: 'discarded' } }
}

async function refuse(
  door: Door,
  call: SaveCall,
  subject: string,
  to: string,
  problems: readonly IncidentProblem[],
): Promise<Answer> {
  await keep(door, call, subject)
  return { to, status: 422, data: { code: 'refused', problems } }
}

/** Keeps what was typed, with room to shorten it. */
async function keep(door: Door, { viewer, input }: SaveCall, subject: string): Promise<void> {
  const fields = Object.entries(fieldsFrom(input)).map(([name, value]) => [
    name,
    value.slice(0, 2 * longestEntry),
  ])
  await keepStaffForm(door, viewer, 'incident', subject, Object.fromEntries(fields) as Record<string, string>)
}
