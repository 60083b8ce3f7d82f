import 'server-only'
import { instantOf, type Instant } from '@/domain/calendar'
import type { Incident } from '@/domain/privacy/incident'
import type { Door } from '@/server/db'

/** The entry of an incident as it was saved once. */
export type Entry = {
  readonly incidentId: string
  readonly version: number
  readonly recordedAt: Instant
  readonly recordedBy: string
  readonly incident: Incident
}

/** Where each thing of an entry is kept. */
const columns = {
  information: 'information',
  whyNotDescribed: 'why_not_described',
  circumstances: 'circumstances',
  occurredFrom: 'occurred_from',
  occurredUntil: 'occurred_until',
  occurredWords: 'occurred_words',
  awareFrom: 'aware_from',
  awareUntil: 'aware_until',
  persons: 'persons',
  approximate: 'approximate',
  sensitivity: 'sensitivity',
  fearedUse: 'feared_use',
  likelihood: 'likelihood',
  serious: 'serious',
  commissionTold: 'commission_told',
  personsTold: 'persons_told',
  whyNotTold: 'why_not_told',
  publicNotice: 'public_notice',
  publicNoticeWhy: 'public_notice_why',
  measures: 'measures',
} as const satisfies Record<keyof Incident, string>
const things = Object.keys(columns) as (keyof Incident)[]

const selected = `v.incident_id as "incidentId", v.version, v.recorded_at as "recordedAt",
  coalesce(s.name, '') as "recordedBy", ${things.map((thing) => `v.${columns[thing]} as "${thing}"`).join(', ')}
  from incident_version v left join staff_names() s on s.id = v.recorded_by`

type Row = Incident & Omit<Entry, 'incident' | 'recordedAt'> & { readonly recordedAt: Date }

const entryOf = (row: Row): Entry => ({
  ...{ incidentId: row.incidentId, version: row.version, recordedBy: row.recordedBy },
  recordedAt: instantOf(row.recordedAt),
  incident: Object.fromEntries(things.map((thing) => [thing, row[thing]])) as unknown as Incident,
})

/** More incidents than a register of ten years holds. */
const MOST_INCIDENTS = 5_000

/** The latest version of each incident, the newest awareness first. */
export async function listEntries({ sql }: Pick<Door, 'sql'>): Promise<Entry[]> {
  const rows = await sql<Row>(
    `select ${selected}
     where v.version = (select max(n.version) from incident_version n where n.incident_id = v.incident_id)
     order by v.aware_from desc, v.incident_id desc limit ${MOST_INCIDENTS}`,
  )
  return rows.map(entryOf)
}

/** Every version of one incident, the newest first; none when there is no such incident. */
export async function listVersions({ sql }: Pick<Door, 'sql'>, incidentId: string): Promise<Entry[]> {
  const rows = await sql<Row>(`select ${selected} where v.incident_id = $1 order by v.version desc`, [
    incidentId,
  ])
  return rows.map(entryOf)
}

/** Adds a version. False when another has that number already: someone saved meanwhile. */
export async function addVersion(
  { sql }: Pick<Door, 'sql'>,
  incidentId: string,
  version: number,
  staffId: string,
  incident: Incident,
): Promise<boolean> {
  const values = [incidentId, version, staffId, ...things.map((thing) => incident[thing])]
  const added = await sql(
    `insert into incident_version (incident_id, version, recorded_by, ${things.map((thing) => columns[thing]).join(', ')})
     values (${values.map((_, index) => `$${index + 1}`).join(', ')})
     on conflict (incident_id, version) do nothing returning id`,
    values,
  )
  return added.length > 0
}

/** Whether two entries say the same. */
export const saysTheSame = (one: Incident, other: Incident): boolean =>
  things.every((thing) => one[thing] === other[thing])
