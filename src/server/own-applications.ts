import 'server-only'
import type { Adult } from '@/domain/application/adult'
import { type Instant, instantOf } from '@/domain/calendar'
import type { Door } from './db'
import { type Citizen, may } from './viewer'

/** An application attached to one's account: dates, never an answer. */
export type OwnApplication = {
  readonly id: string
  readonly adult: Adult
  readonly startedAt: Instant
  readonly sentAt: Instant | null
  readonly withdrawnAt: Instant | null
}

type Row = { id: string; adult: Adult; started_at: Date; sent_at: Date | null; withdrawn_at: Date | null }

/** The applications attached to the viewer's account, the latest first. Whoever acts for someone has none to open. */
export async function listOwnApplications({ sql }: Door, viewer: Citizen): Promise<OwnApplication[]> {
  if (!may(viewer, 'application:attach')) return []
  const rows = await sql<Row>('select * from applications_of_viewer order by started_at desc limit 20')
  return rows.map((row) => ({
    id: row.id,
    adult: row.adult,
    startedAt: instantOf(row.started_at),
    sentAt: row.sent_at && instantOf(row.sent_at),
    withdrawnAt: row.withdrawn_at && instantOf(row.withdrawn_at),
  }))
}
