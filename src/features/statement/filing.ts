import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { Benefit } from '@/domain/benefit/line'
import type { Instant, Month } from '@/domain/calendar'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import { digestInput } from '@/domain/statement/prune'
import { makeReceiptNumber, receiptNumberBytes } from '@/domain/statement/receipt-number'
import type { Locale } from '@/i18n/locale'
import type { Door } from '@/server/db'
import type { Citizen } from '@/server/viewer'
import type { Draft } from './draft'
import type { FilingKind } from './household'
import { wordingVersion } from './wording'

/** The shape of the answers, noted with each filing so that an old one can always be read. */
const schemaVersion = 1

/** Everything one filing keeps. */
export type NewFiling = {
  readonly householdId: string
  readonly kind: FilingKind
  readonly month: Month
  /** The latest version known to the person: 0 for a first statement. Another one since is a conflict. */
  readonly after: number
  readonly key: string
  readonly answers: FiledAnswers
  readonly adults: readonly { readonly id: string; readonly name: string }[]
  readonly language: Locale
  readonly arrival: Instant
  readonly dueAt: Instant | null
  readonly lateReason: string | null
  readonly correctionReason: string | null
  /** The payment it leads to, as shown; null when none is computed or shown. */
  readonly benefit: Benefit | null
  /** The draft it was made of, which goes when it is filed. */
  readonly draft: { readonly kind: 'statement' | 'change'; readonly month: Month } | null
}

export type Receipt = { readonly id: string; readonly receiptNumber: string; readonly version: number }

/**
 * `filed` now; `same` when these answers were already filed; `other` when different ones were; `unseen` when the
 * month was filed before this adult joined the household, so that its receipt is not theirs to read.
 */
export type FilingOutcome =
  { readonly outcome: 'filed' | 'same' | 'other'; readonly receipt: Receipt } | { readonly outcome: 'unseen' }

/** What two equal filings have in common. */
export function digestOf(answers: FiledAnswers): string {
  return createHash('sha256').update(digestInput(answers)).digest('hex')
}

/*
 * One statement writes the version, its expected payment, the trail and the news, and takes the draft away: all
 * or nothing, in one round trip. Received is the database's time when the whole form had been read. Time is cut
 * to the millisecond, never rounded up: 23:59:59.9996 on the due day is not the next day.
 */
const fileStatement = `
with filed as (
  insert into filing (household_id, kind, month, version, receipt_number, answers, answers_digest, schema_version,
    wording_version, language, channel, filed_by_person, filed_by_name, filed_for, received_at, due_at, late_reason,
    correction_reason, key, mandate_id, mandate_kind, for_person)
  select $1, $2, $3, $4::int + 1, $5, $6, $7, ${schemaVersion}, $8, $9, 'web', $10, $11, $12,
    date_trunc('milliseconds', least($13::timestamptz, app_now())), $14, $15, $16, $17, $24, $25,
    case when $24::uuid is not null then $23::uuid end
  where $2 <> 'statement'
    or coalesce((select max(version) from filing where household_id = $1 and kind = $2 and month = $3), 0) = $4::int
  on conflict do nothing
  returning id, receipt_number, version
), paid as (
  insert into expected_payment (household_id, month, filing_id, total_cents, benefit)
  select $1, $18, filed.id, $19, $20 from filed where $20::jsonb is not null
), trace as (
  insert into audit (actor_kind, actor_id, act, subject_kind, subject_id, household_id, details)
  select $26, $10, 'filed', 'filing', filed.id, $1, jsonb_build_object('kind', $2::text, 'version', filed.version)
  from filed
), news as (
  insert into outbox (kind, person_id, payload)
  select 'receipt', $23, jsonb_build_object('filingId', filed.id) from filed
), taken as (
  delete from statement_draft where household_id = $1 and person_id = $10 and kind = $21 and month = $22
    and exists (select 1 from filed)
)
select id, receipt_number as "receiptNumber", version from filed`

const findByKey = `
select id, receipt_number as "receiptNumber", version, answers_digest as digest, kind, month
from filing where household_id = $1 and filed_by_person = $3 and key = $2`

const findLatest = `
select id, receipt_number as "receiptNumber", version, answers_digest as digest, kind, month
from filing where household_id = $1 and kind = $2 and month = $3 order by version desc limit 1`

type Found = Receipt & { readonly digest: string; readonly kind: string; readonly month: string }

/**
 * Files a statement or a change report, once. The same key or the same answers give the same receipt; other
 * answers filed meanwhile are told, never overwritten. A change report is a version of its own: it follows
 * whatever was reported before it, so its number is sought again when another one took it.
 */
export async function file(door: Door, viewer: Citizen, filing: NewFiling): Promise<FilingOutcome> {
  const digest = digestOf(filing.answers)
  let { after } = filing
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const receipt = await insert(door, viewer, filing, after, digest)
    if (receipt) return { outcome: 'filed', receipt }
    const [byKey] = await door.sql<Found>(findByKey, [filing.householdId, filing.key, viewer.actorId])
    const [latest] = await door.sql<Found>(findLatest, [filing.householdId, filing.kind, filing.month])
    for (const found of [byKey, latest]) {
      if (found?.digest === digest && found.kind === filing.kind && found.month === filing.month) {
        return { outcome: 'same', receipt: found }
      }
    }
    if (filing.kind === 'statement' || byKey) {
      const other = latest ?? byKey
      return other ? { outcome: 'other', receipt: other } : { outcome: 'unseen' }
    }
    // Another report came first. What one adult tells the office alone is not seen here: try the next number.
    after = Math.max(after + 1, latest?.version ?? 0)
  }
  throw new Error('No free number for a change report')
}

async function insert(door: Door, viewer: Citizen, filing: NewFiling, after: number, digest: string) {
  const [receipt] = await door.sql<Receipt>(fileStatement, [
    filing.householdId,
    filing.kind,
    filing.month,
    after,
    makeReceiptNumber(filing.month, randomBytes(receiptNumberBytes)),
    JSON.stringify({ ...filing.answers, adults: filing.adults }),
    digest,
    wordingVersion,
    filing.language,
    viewer.actorId,
    viewer.actorName,
    filing.adults.map((adult) => adult.name).join(', '),
    filing.arrival,
    filing.dueAt,
    filing.lateReason,
    filing.correctionReason,
    filing.key,
    filing.benefit?.month ?? null,
    filing.benefit?.totalCents ?? null,
    filing.benefit ? JSON.stringify(filing.benefit) : null,
    filing.draft?.kind ?? null,
    filing.draft?.month ?? null,
    viewer.personId,
    viewer.mandate?.id ?? null,
    viewer.mandate?.kind ?? null,
    viewer.role,
  ])
  return receipt
}

/*
 * Keeps what the person typed. The version grows, so that what is on the screen can be compared with what is
 * kept.
 */
const keepDraft = `
insert into statement_draft as kept (household_id, person_id, kind, month, fields, attempted)
values ($1, $2, $3, $4, $5, $6)
on conflict (household_id, person_id, kind, month) do update
set fields = excluded.fields || jsonb_build_object('setAside', coalesce(kept.fields -> 'setAside', '[]')),
  attempted = excluded.attempted, version = kept.version + 1, updated_at = app_now()`

/*
 * Keeps answers that met others already filed. When the same person sent several at once, each is kept: those
 * that stood in the draft are set aside, not overwritten.
 */
const keepBoth = `
insert into statement_draft as kept (household_id, person_id, kind, month, fields, attempted)
values ($1, $2, $3, $4, $5, $6)
on conflict (household_id, person_id, kind, month) do update
set fields = excluded.fields || jsonb_build_object('setAside',
    coalesce(kept.fields -> 'setAside', '[]') ||
    case when excluded.fields @> (kept.fields - 'setAside') then '[]'::jsonb
      else jsonb_build_array(kept.fields - 'setAside') end),
  attempted = excluded.attempted, version = kept.version + 1, updated_at = app_now()`

/** Keeps a draft. With `both`, answers already there that differ are set aside instead of replaced. */
export async function keep(
  door: Door,
  viewer: Citizen,
  draft: {
    readonly householdId: string
    readonly kind: 'statement' | 'change'
    readonly month: Month
    readonly fields: Draft
    readonly attempted: readonly string[]
  },
  both = false,
): Promise<void> {
  await door.sql(both ? keepBoth : keepDraft, [
    draft.householdId,
    viewer.actorId,
    draft.kind,
    draft.month,
    JSON.stringify(draft.fields),
    draft.attempted,
  ])
}
