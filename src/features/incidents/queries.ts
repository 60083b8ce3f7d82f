import 'server-only'
import { dayOf, type Instant } from '@/domain/calendar'
import { readIncident, type IncidentProblem } from '@/domain/privacy/incident'
import { withViewer, type Door } from '@/server/db'
import { isId } from '@/server/ids'
import { findStaffForm } from '@/server/staff-forms'
import { may, type Staff } from '@/server/viewer'
import { listEntries, listVersions, type Entry } from './entries'
import { emptyFields, fieldsFrom, fieldsOf, typedOf, type IncidentFields } from './fields'

/** The form of an entry: as typed when it was refused, with what to put right. */
export type IncidentFormState = {
  readonly fields: IncidentFields
  readonly problems: readonly IncidentProblem[]
  /** Something typed waits, refused or overtaken. */
  readonly isDraft: boolean
}

/** The register: the latest version of each incident, the newest awareness first. */
export async function listIncidents(viewer: Staff): Promise<Entry[]> {
  return withViewer(viewer, listEntries)
}

/** The form of a new entry, as this member of staff left it. */
export async function getNewIncident(viewer: Staff): Promise<IncidentFormState> {
  return withViewer(viewer, (door) => formOf(door, viewer, 'new', emptyFields))
}

/** One incident: its latest version, the older ones, and its form for whoever may complete it. */
export type IncidentPage = {
  readonly now: Instant
  readonly latest: Entry
  readonly older: readonly Entry[]
  readonly form: IncidentFormState | null
}

/** An incident with its history. Null when there is none by that name. */
export async function findIncident(viewer: Staff, id: string): Promise<IncidentPage | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const [latest, ...older] = await listVersions(door, id)
    if (!latest) return null
    const form = may(viewer, 'incident:record')
      ? await formOf(door, viewer, id, fieldsOf(latest.incident))
      : null
    return { now: door.now, latest, older, form }
  })
}

async function formOf(
  door: Door,
  viewer: Staff,
  subject: string,
  otherwise: IncidentFields,
): Promise<IncidentFormState> {
  const kept = await findStaffForm(door, viewer, 'incident', subject)
  if (!kept) return { fields: otherwise, problems: [], isDraft: false }
  const fields = fieldsFrom(kept)
  const read = readIncident(typedOf(fields), dayOf(door.now))
  return { fields, problems: 'problems' in read ? read.problems : [], isDraft: true }
}
