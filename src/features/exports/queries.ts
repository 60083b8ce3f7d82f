import 'server-only'
import { instantOf, type Instant } from '@/domain/calendar'
import { withViewer } from '@/server/db'
import type { Staff } from '@/server/viewer'
import type { ExportKind } from './schema'

/** A file of the viewer: how far it is, and whether it can be taken. */
export type ExportLine = {
  readonly id: string
  readonly kind: ExportKind
  readonly askedAt: Instant
  readonly done: number
  readonly total: number
  readonly ready: boolean
}

/** The files the viewer asked for in the last day, the newest first. */
export async function listExports(viewer: Staff): Promise<ExportLine[]> {
  return withViewer(viewer, async ({ sql }) => {
    const rows = await sql<Omit<ExportLine, 'askedAt'> & { askedAt: Date }>(
      `select id, kind, asked_at as "askedAt", rows_done as done, rows_total as total, ended_at is not null as ready
       from export where staff_id = $1 order by asked_at desc, id desc limit 50`,
      [viewer.staffId],
    )
    return rows.map((row) => ({ ...row, askedAt: instantOf(row.askedAt) }))
  })
}
