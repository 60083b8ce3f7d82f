import 'server-only'
import type { Instant } from '@/domain/calendar'
import type { Part } from '@/domain/application/question'
import type { Route } from '@/domain/application/routing'
import type { Draft } from '@/domain/draft'
import type { Door } from '@/server/db'
import type { Applicant } from '@/server/viewer'
import { type Change, changeOf, type Kept, withOpened } from '@/server/application-drafts'

/** A version as it was sent, with the parts its viewer may read. */
export type Sent = {
  readonly id: string
  readonly version: number
  readonly receiptNumber: string
  readonly receivedAt: Instant
  readonly signedName: string
  readonly correctionReason: string | null
  readonly wordingVersion: string
  readonly estimate: unknown
  readonly routing: Route
  readonly parts: readonly { readonly part: Part; readonly answers: Draft }[]
  /** The parts as one. */
  readonly answers: Draft
}

type Row = {
  id: string
  version: number
  receipt_number: string
  received_at: Date
  signed_name: string
  correction_reason: string | null
  wording_version: string
  estimate: unknown
  routing: Route
  part: Part | null
  answers: Draft | null
  sealed: Buffer | null
}

const readLatest = `
select v.id, v.version, v.receipt_number, v.received_at, v.signed_name, v.correction_reason, v.wording_version,
  v.estimate, a.routing, p.part, p.answers, p.sealed
from application_version v join application a on a.id = v.application_id
  left join application_version_part p on p.version_id = v.id
where v.application_id = $1 and v.version =
  (select max(l.version) from application_version l where l.application_id = $1)
order by p.part`

/** The latest version that was sent; null before the first. */
export async function readSent({ sql }: Door, viewer: Applicant): Promise<Sent | null> {
  const rows = await sql<Row>(readLatest, [viewer.applicationId])
  const [first] = rows
  if (!first) return null
  const parts = rows.flatMap(({ part, answers, sealed }) =>
    part && answers ? [{ part, answers: withOpened(answers, sealed) }] : [],
  )
  return {
    id: first.id,
    version: first.version,
    receiptNumber: first.receipt_number,
    receivedAt: first.received_at.toISOString() as Instant,
    signedName: first.signed_name,
    correctionReason: first.correction_reason,
    wordingVersion: first.wording_version,
    estimate: first.estimate,
    routing: first.routing,
    parts,
    answers: Object.assign({}, ...parts.map(({ answers }) => answers)) as Draft,
  }
}

/** The draft as it was sent, so that a correction that is given up leaves nothing behind. */
export async function restoreSent(
  door: Door,
  viewer: Applicant,
  kept: Kept,
): Promise<readonly (Change | null)[]> {
  const sent = await readSent(door, viewer)
  return (sent?.parts ?? []).map(({ part, answers }) => changeOf(kept, part, answers, []))
}
