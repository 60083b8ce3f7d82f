import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { Benefit } from '@/domain/benefit/line'
import type { Instant, Month } from '@/domain/calendar'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import { digestInput } from '@/domain/statement/prune'
import { paperReceivedAt } from '@/domain/statement/paper'
import { makeReceiptNumber, receiptNumberBytes } from '@/domain/statement/receipt-number'
import type { Locale } from '@/i18n/locale'
import { actorOf } from '@/server/audit'
import type { Door } from '@/server/db'
import type { Citizen } from '@/server/viewer'
import type { Draft } from './draft'
import type { FilingKind } from './household'
import { spokenWordingVersion, wordingVersion } from './wording'

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
    correction_reason, key, mandate_id, mandate_kind, for_person, filed_by_staff, assisted_session_id, handed_in_on)
  select $1, $2, $3, $4::int + 1, $5, $6, $7, ${schemaVersion}, $8, $9, $29, $10, $11, $12,
    date_trunc('milliseconds', least($13::timestamptz, app_now())), $14, $15, $16, $17, $24, $25,
    case when $24::uuid is not null or $30::uuid is not null then $23::uuid end, $28, $30, $31
  where $2 <> 'statement'
    or coalesce((select max(version) from filing where household_id = $1 and kind = $2 and month = $3), 0) = $4::int
  on conflict do nothing
  returning id, receipt_number, version
), paid as (
  insert into expected_payment (household_id, month, filing_id, total_cents, benefit)
  select $1, $18, filed.id, $19, $20 from filed where $20::jsonb is not null
), trace as (
  insert into audit (actor_kind, actor_id, act, subject_kind, subject_id, household_id, details)
  select $26, $32, 'filed', 'filing', filed.id, $1, jsonb_build_object('kind', $2::text, 'version', filed.version)
  from filed
), news as (
  insert into outbox (kind, person_id, payload)
  select 'receipt', $23, jsonb_build_object('filingId', filed.id) from filed
), taken as (
  delete from statement_draft where household_id = $1 and person_id = $27 and kind = $21 and month = $22
    and exists (select 1 from filed)
)
select id, receipt_number as "receiptNumber", version from filed`

const findByKey = `
select id, receipt_number as "receiptNumber", version, answers_digest as digest, kind, month
from filing where household_id = $1 and (filed_by_person = $3 or filed_by_staff = $4) and key = $2`

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
  const { assisted } = viewer
  let { after } = filing
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const receipt = await insert(door, viewer, filing, after, digest)
    if (receipt) return { outcome: 'filed', receipt }
    const [byKey] = await door.sql<Found>(findByKey, [
      filing.householdId,
      filing.key,
      assisted ? null : viewer.actorId,
      assisted?.staffId ?? null,
    ])
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
  const { assisted } = viewer
  const { actorKind, actorId } = actorOf(viewer)
  const [receipt] = await door.sql<Receipt>(fileStatement, [
    filing.householdId,
    filing.kind,
    filing.month,
    after,
    makeReceiptNumber(filing.month, randomBytes(receiptNumberBytes)),
    JSON.stringify({ ...filing.answers, adults: filing.adults }),
    digest,
    viewer.call ? spokenWordingVersion : wordingVersion,
    filing.language,
    assisted ? null : viewer.actorId,
    viewer.actorName,
    filing.adults.map((adult) => adult.name).join(', '),
    assisted?.handedInOn ? paperReceivedAt(assisted.handedInOn) : filing.arrival,
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
    actorKind,
    viewer.actorId,
    assisted?.staffId ?? null,
    viewer.call ? 'telephone' : (assisted?.channel ?? 'web'),
    assisted?.id ?? null,
    assisted?.handedInOn ?? null,
    actorId,
  ])
  return receipt
}

/*
 * Keeps what was typed. The version grows, so that what is on a screen can be compared with what is kept: what another
 * hand wrote since is never overwritten unseen.
 */
const keepDraft = `
insert into statement_draft as kept (household_id, person_id, kind, month, fields, attempted, written_by_staff, written_by_name)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (household_id, person_id, kind, month) do update
set fields = excluded.fields || jsonb_build_object('setAside',
    case when $10 then '[]' else coalesce(kept.fields -> 'setAside', '[]') end),
  attempted = excluded.attempted, version = kept.version + 1, updated_at = app_now(),
  written_by_staff = excluded.written_by_staff, written_by_name = excluded.written_by_name
where $9::int is null or kept.version = $9 or kept.written_by_staff is not distinct from excluded.written_by_staff
returning version`

/*
 * Keeps answers that met others already filed. When the same person sent several at once, each is kept: those
 * that stood in the draft are set aside, not overwritten.
 */
const keepBoth = `
insert into statement_draft as kept (household_id, person_id, kind, month, fields, attempted, written_by_staff, written_by_name)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (household_id, person_id, kind, month) do update
set fields = excluded.fields || jsonb_build_object('setAside',
    coalesce(kept.fields -> 'setAside', '[]') ||
    case when excluded.fields @> (kept.fields - 'setAside') then '[]'::jsonb
      else jsonb_build_array(kept.fields - 'setAside') end),
  attempted = excluded.attempted, version = kept.version + 1, updated_at = app_now(),
  written_by_staff = excluded.written_by_staff, written_by_name = excluded.written_by_name
returning version`

/* Keeps beside what another wrote meanwhile what was typed without having seen it. Once, however often it is sent. */
const keepAside = `
update statement_draft set attempted = array(select distinct unnest(attempted || '{written-meanwhile}')),
  fields = fields || jsonb_build_object('setAside', coalesce(fields -> 'setAside', '[]') ||
    case when coalesce(fields -> 'setAside', '[]') @> jsonb_build_array($5::jsonb) then '[]'::jsonb
      else jsonb_build_array($5::jsonb) end)
where household_id = $1 and person_id = $2 and kind = $3 and month = $4`

/** A draft to keep. */
export type KeptFields = {
  readonly householdId: string
  readonly kind: 'statement' | 'change'
  readonly month: Month
  readonly fields: Draft
  readonly attempted: readonly string[]
}

/** How a draft is kept. */
export type Keeping = {
  /** Answers already there that differ are set aside instead of replaced. */
  readonly both?: boolean
  /** The version that was on the screen; without it nothing is compared. */
  readonly seen?: number | null
  /** What was set aside has been looked at, and goes. */
  readonly settled?: boolean
}

/** Keeps a draft. False when another hand wrote meanwhile: nothing was replaced. */
export async function keep(
  door: Door,
  viewer: Citizen,
  draft: KeptFields,
  { both = false, seen = null, settled = false }: Keeping = {},
): Promise<boolean> {
  const { assisted } = viewer
  const rows = await door.sql(both ? keepBoth : keepDraft, [
    draft.householdId,
    viewer.actorId,
    draft.kind,
    draft.month,
    JSON.stringify(draft.fields),
    draft.attempted,
    assisted?.staffId ?? null,
    assisted?.staffName ?? null,
    ...(both ? [] : [seen, settled]),
  ])
  return rows.length > 0
}

/** Keeps what was typed beside what another hand wrote meanwhile. */
export async function setAside(
  door: Door,
  viewer: Citizen,
  { householdId, kind, month, fields }: Omit<KeptFields, 'attempted'>,
): Promise<void> {
  await door.sql(keepAside, [householdId, viewer.actorId, kind, month, JSON.stringify(fields)])
}
