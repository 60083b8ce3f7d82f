import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Instant, Month } from '@/domain/calendar'
import { type EventToWrite, requirementEvents } from '@/domain/application/events'
import type { Part } from '@/domain/application/question'
import { isToAssign, type Route } from '@/domain/application/routing'
import type { Draft } from '@/domain/draft'
import { makeReceiptNumber, receiptNumberBytes } from '@/domain/statement/receipt-number'
import type { Locale } from '@/i18n/locale'
import type { Door } from '@/server/db'
import { digestFor } from '@/server/secrets'
import type { Applicant } from '@/server/viewer'
import { byPart, type Kept, sealedApart } from '@/server/application-drafts'
import { wordingVersion } from './wording'

/** The shape of the answers, noted with each version so that an old one can always be read. */
const schemaVersion = 1

/** Everything one sending keeps. */
export type Sending = {
  /** The latest version known to the person: 0 for a first one. Another one since is a conflict. */
  readonly after: number
  readonly key: string
  /** What counts: answers of abandoned branches are not in it. */
  readonly answers: Draft
  readonly signedName: string
  readonly correctionReason: string | null
  readonly language: Locale
  readonly arrival: Instant
  readonly month: Month
  readonly urgent: readonly string[]
  readonly route: Route
  /** As shown when it was sent; null when none could be. */
  readonly estimate: unknown
  /** The requirements without which nothing can be decided. */
  readonly required: readonly string[]
  /** The spouse is to confirm this version. */
  readonly spouseConfirms: boolean
}

/** The draft is not any more what was read: the sending is to begin again. */
export class Stale extends Error {}

export type Receipt = { readonly id: string; readonly receiptNumber: string; readonly version: number }
export type Outcome = { readonly outcome: 'sent' | 'same' | 'other'; readonly receipt: Receipt }

/**
 * What two equal applications have in common. Under a key: everything but the insurance number may be known to someone
 * who reads the table, and the nine digits that are left would be found by trying them all.
 */
export function digestOf(answers: Draft): string {
  const sorted = Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1))
  return digestFor('application', 'answers', JSON.stringify(sorted)).toString('hex')
}

/*
 * The version comes first, by itself: the policy of its parts looks it up, and a statement does not see what it is
 * writing. Received is the database's time when the whole form had been read. Time is cut to the millisecond, never
 * rounded up.
 */
const sendVersion = `
insert into application_version (application_id, version, receipt_number, answers_digest, schema_version,
  wording_version, language, signed_name, received_at, estimate, correction_reason, key, channel)
select $1, $2::int + 1, $3, $4, ${schemaVersion}, $5, $6, $7,
  date_trunc('milliseconds', least($8::timestamptz, app_now())), $9, $10, $11, viewer_channel()
where coalesce((select max(version) from application_version where application_id = $1), 0) = $2::int
  and exists (select from application where id = $1 and withdrawn_at is null)
on conflict do nothing
returning id, receipt_number as "receiptNumber", version`

/*
 * All that goes with it, in one round trip: its parts, the office, the events, the trail, the news, and the draft, which
 * from now on says what was sent and nothing else.
 */
const sendRest = `
with parts as (
  insert into application_version_part (version_id, part, answers, sealed)
  select $2, n.part, n.answers, decode(n.sealed, 'base64')
  from jsonb_to_recordset($3::jsonb) as n (part text, answers jsonb, sealed text)
), draft as (
  update application_draft d set fields = n.answers, sealed = decode(n.sealed, 'base64'), attempted = '{}',
    version = d.version + 1, updated_at = app_now()
  from jsonb_to_recordset($3::jsonb) as n (part text, over integer, answers jsonb, sealed text)
  where d.application_id = $1 and d.part = n.part and d.version = n.over
  returning d.part
), moved as (
  update application set office_id = (select id from office where code = $4), routing = $5, urgent = $6,
    sent_at = coalesce(sent_at, (select received_at from application_version where id = $2))
  where id = $1
), events as (
  insert into application_event (application_id, kind, adult, "by", details)
  select $1, n.event ->> 'kind', n.event ->> 'adult', 'applicant', n.event -> 'details'
  from jsonb_array_elements($8::jsonb) with ordinality as n (event, at)
  order by n.at
), trace as (
  insert into audit (actor_kind, actor_id, act, subject_kind, subject_id, details)
  values ('applicant', $1, 'sent', 'application', $1, jsonb_build_object('version', $7::int))
), news as (
  insert into outbox (kind, payload)
  values ('application-receipt', jsonb_build_object('applicationId', $1::text, 'versionId', $2::text))
)
select count(*)::int as written from draft`

const findVersions = `
select id, receipt_number as "receiptNumber", version, answers_digest as digest, key
from application_version where application_id = $1 order by version desc`

type Found = Receipt & { readonly digest: string; readonly key: string }

/**
 * Sends an application, or its next version, once. The same key or the same answers give the same receipt; other
 * answers sent meanwhile are told (`other`), never overwritten.
 */
export async function send(door: Door, viewer: Applicant, kept: Kept, sending: Sending): Promise<Outcome> {
  const digest = digestOf(sending.answers)
  const [receipt] = await door.sql<Receipt>(sendVersion, [
    viewer.applicationId,
    sending.after,
    makeReceiptNumber(sending.month, randomBytes(receiptNumberBytes)),
    digest,
    wordingVersion,
    sending.language,
    sending.signedName,
    sending.arrival,
    sending.estimate === null ? null : JSON.stringify(sending.estimate),
    sending.correctionReason,
    sending.key,
  ])
  if (!receipt) return alreadySent(door, viewer, sending.key, digest)
  const answers = byPart(sending.answers)
  const parts = kept.parts.map(({ part, version }) => ({ ...partRow(part, answers[part]), over: version }))
  const [rest] = await door.sql<{ written: number }>(sendRest, [
    viewer.applicationId,
    receipt.id,
    JSON.stringify(parts),
    sending.route.officeCode,
    JSON.stringify(sending.route),
    sending.urgent,
    receipt.version,
    JSON.stringify(eventsOf(sending, receipt.version)),
  ])
  // Another tab wrote between the reading and the sending: nothing of it may be lost, so none of this happened.
  if (rest?.written !== parts.length) throw new Stale()
  return { outcome: 'sent', receipt }
}

/** What happened, in this order: what it asks for, that it was sent, where it went. Identifiers, never an answer. */
function eventsOf({ required, spouseConfirms, route }: Sending, version: number): EventToWrite[] {
  return [
    ...requirementEvents(required, 'applicant'),
    { kind: version === 1 ? 'sent' : 'corrected', adult: null, details: { version, spouseConfirms } },
    { kind: 'routed', adult: null, details: { subject: isToAssign(route) ? '' : route.officeCode } },
  ]
}

function partRow(part: Part, of: Draft) {
  const { clear, sealed } = sealedApart(of)
  return { part, answers: clear, sealed: sealed?.toString('base64') ?? null }
}

async function alreadySent(door: Door, viewer: Applicant, key: string, digest: string): Promise<Outcome> {
  const found = await door.sql<Found>(findVersions, [viewer.applicationId])
  const [latest] = found
  if (!latest) throw new Error('An application was neither sent nor found')
  const same = found.find((one) => one.key === key) ?? (latest.digest === digest ? latest : null)
  return same ? { outcome: 'same', receipt: same } : { outcome: 'other', receipt: latest }
}

/** The receipt a key was already given, however the draft is now. */
export async function sentWith(door: Door, viewer: Applicant, key: string): Promise<Receipt | null> {
  const [found] = await door.sql<Receipt>(
    `select id, receipt_number as "receiptNumber", version from application_version where application_id = $1 and key = $2`,
    [viewer.applicationId, key],
  )
  return found ?? null
}
