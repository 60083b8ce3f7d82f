import 'server-only'
import { addDays, type Day } from '@/domain/calendar'
import { withViewer } from '@/server/db'
import type { MandateRight } from '@/server/permissions'
import type { Citizen, MandateKind } from '@/server/viewer'

/** A mandate as both sides read it. */
export type MandateEntry = {
  readonly id: string
  readonly kind: MandateKind
  readonly organisation: string | null
  readonly rights: readonly MandateRight[]
  readonly fromDay: Day
  /** The last day it holds; null when it has no end. */
  readonly lastDay: Day | null
  readonly state: 'living' | 'toCome' | 'ended' | 'revoked'
  /** The person represented, for who holds it; the representative, for who gave it. */
  readonly name: string
}

export type MandatesPage = {
  /** Mandates under which the one at the keyboard may act, or could. */
  readonly held: readonly MandateEntry[]
  /** Those given by the person: who may act for them. Empty while acting for someone. */
  readonly given: readonly MandateEntry[]
}

type Row = {
  id: string
  kind: MandateKind
  organisation: string | null
  rights: MandateRight[]
  from_day: Day
  until_day: Day | null
  person_name: string
  representative_name: string
  isHeld: boolean
  state: MandateEntry['state']
}

/** Every mandate the viewer gave or holds, the living ones first. */
export async function listMandates(viewer: Citizen): Promise<MandatesPage> {
  return withViewer(viewer, async ({ sql }) => {
    const rows = await sql<Row>(
      `select id, kind, organisation, rights, from_day, until_day, person_name, representative_name,
         representative_id = $1 as "isHeld",
         case when revoked_at is not null then 'revoked' when living then 'living'
           when today() < from_day then 'toCome' else 'ended' end as state
       from mandates_of_viewer order by living desc, from_day desc, id`,
      [viewer.actorId],
    )
    const entry = (row: Row): MandateEntry => ({
      id: row.id,
      kind: row.kind,
      organisation: row.organisation,
      rights: row.rights,
      fromDay: row.from_day,
      lastDay: row.until_day && addDays(row.until_day, -1),
      state: row.state,
      name: row.isHeld ? row.person_name : row.representative_name,
    })
    return {
      held: rows.filter((row) => row.isHeld).map(entry),
      given: rows.filter((row) => !row.isHeld).map(entry),
    }
  })
}
