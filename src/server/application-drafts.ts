import 'server-only'
import type { Instant } from '@/domain/calendar'
import { isSecret, partOf } from '@/domain/application/journey'
import type { Part } from '@/domain/application/question'
import { type Draft, valueOf } from '@/domain/draft'
import { LONGEST_PART } from './application-answers'
import type { Door } from './db'
import { seal, unseal } from './secrets'
import type { Applicant } from './viewer'

/*
 * Where what was typed is kept: three rows of an application, the household's and one for each adult. The walls give
 * each adult the rows they may read. Numbers that must not lie in clear are sealed apart from the rest.
 */

/** One part as it is kept; `answers` holds the secret numbers too, opened. */
export type KeptPart = {
  readonly part: Part
  readonly answers: Draft
  readonly attempted: readonly string[]
  /** Grows with each save: what was read is written only over itself. */
  readonly version: number
}

/** An application as its viewer finds it. */
export type Kept = {
  readonly id: string
  readonly startedAt: Instant
  readonly sentAt: Instant | null
  readonly withdrawnAt: Instant | null
  /** The latest version sent; 0 before the first. */
  readonly sentVersion: number
  readonly language: 'fr' | 'en'
  readonly parts: readonly KeptPart[]
  /** All readable parts as one. */
  readonly draft: Draft
  /** The pages whose errors are to be shown. */
  readonly attempted: readonly string[]
  /** The spouse opened their own part: it is theirs alone from then on. */
  readonly spouseCame: boolean
}

type Row = {
  started_at: Date
  sent_at: Date | null
  withdrawn_at: Date | null
  language: 'fr' | 'en'
  sent_version: number
  spouse_came: boolean
  part: Part
  fields: Draft
  sealed: Buffer | null
  attempted: string[]
  version: number
}

const readParts = `
select a.started_at, a.sent_at, a.withdrawn_at, a.language, d.part, d.fields, d.sealed, d.attempted, d.version,
  coalesce((select max(v.version) from application_version v where v.application_id = a.id), 0) as sent_version,
  exists (select from application_adult m
    where m.application_id = a.id and m.adult = 'spouse' and m.came_at is not null) as spouse_came
from application a join application_draft d on d.application_id = a.id
where a.id = $1 order by d.part`

/** Reads an application and the parts its viewer may read. Null when there is none. */
export async function readKept({ sql }: Door, viewer: Applicant): Promise<Kept | null> {
  const rows = await sql<Row>(readParts, [viewer.applicationId])
  const [first] = rows
  if (!first) return null
  const parts = rows.map((row) => ({
    part: row.part,
    answers: { ...row.fields, ...opened(row.sealed) },
    attempted: row.attempted,
    version: row.version,
  }))
  return {
    id: viewer.applicationId,
    startedAt: first.started_at.toISOString() as Instant,
    sentAt: (first.sent_at?.toISOString() ?? null) as Instant | null,
    withdrawnAt: (first.withdrawn_at?.toISOString() ?? null) as Instant | null,
    sentVersion: first.sent_version,
    language: first.language,
    parts,
    draft: togetherIn(viewer, first.spouse_came, parts),
    attempted: parts.flatMap(({ attempted }) => attempted),
    spouseCame: first.spouse_came,
  }
}

/** The parts as one. Once the spouse has come, they answer for themselves, whatever was chosen before. */
function togetherIn({ adult }: Applicant, spouseCame: boolean, parts: readonly KeptPart[]): Draft {
  const draft = Object.assign({}, ...parts.map(({ answers }) => answers)) as Draft
  return spouseCame && adult === 'applicant' && Object.hasOwn(draft, 'spouseAnswers')
    ? { ...draft, spouseAnswers: 'self' }
    : draft
}

const opened = (sealed: Uint8Array | null): Draft =>
  sealed ? (JSON.parse(unseal(sealed, 'application')) as Draft) : {}

/** What may lie in clear, and the rest sealed; null when there is nothing to seal. */
export function sealedApart(answers: Draft): { readonly clear: Draft; readonly sealed: Buffer | null } {
  const entries = Object.entries(answers)
  const secret = entries.filter(([name, value]) => isSecret(name) && value !== '')
  return {
    clear: Object.fromEntries(entries.filter(([name]) => !isSecret(name))),
    sealed: secret.length > 0 ? seal(JSON.stringify(Object.fromEntries(secret)), 'application') : null,
  }
}

/** What a part read back from what was sent holds, its sealed numbers opened. */
export const withOpened = (answers: Draft, sealed: Uint8Array | null): Draft => ({
  ...answers,
  ...opened(sealed),
})

/** Whether what was sent is being corrected: the draft says which version. */
export const isCorrecting = (kept: Kept): boolean =>
  kept.sentVersion > 0 && valueOf(kept.draft, 'corrects') === String(kept.sentVersion)

/** A part as it is to be: over the version that was read. */
export type Change = {
  readonly part: Part
  readonly over: number
  readonly answers: Draft
  readonly attempted: readonly string[]
  /** The page that was gone through, when it was one. */
  readonly page?: string
}

/**
 * The change of the part a name is kept in, after new answers; null when this viewer does not have that part. `page`: the
 * one on which they were given.
 */
export function changeOf(
  kept: Kept,
  part: Part,
  answers: Draft,
  attempted: readonly string[] = partIn(kept, part)?.attempted ?? [],
  page?: string,
): Change | null {
  const before = partIn(kept, part)
  return before
    ? { part, over: before.version, answers, attempted, ...(page === undefined ? {} : { page }) }
    : null
}

export const partIn = (kept: Kept, part: Part): KeptPart | undefined =>
  kept.parts.find((one) => one.part === part)

/** Answers by the part each is kept in. */
export function byPart(answers: Draft): Readonly<Record<Part, Draft>> {
  const of = (part: Part) =>
    Object.fromEntries(Object.entries(answers).filter(([name]) => partOf(name) === part))
  return { household: of('household'), applicant: of('applicant'), spouse: of('spouse') }
}

const writeParts = `
with news as (
  select * from jsonb_to_recordset($2::jsonb)
    as n (part text, over integer, fields jsonb, sealed text, attempted text[], page text))
update application_draft d
set fields = n.fields, sealed = decode(n.sealed, 'base64'), attempted = n.attempted, version = d.version + 1,
  page = coalesce(n.page, d.page), updated_at = app_now()
from news n
where d.application_id = $1 and d.part = n.part and d.version = n.over
returning d.part`

/**
 * Writes parts over the versions that were read. `stale`: one of them was written by another tab meanwhile, and the
 * caller starts again from what is there now. `tooLong`: more than is kept.
 */
export async function writeKept(
  { sql }: Door,
  viewer: Applicant,
  changes: readonly Change[],
): Promise<'kept' | 'stale' | 'tooLong'> {
  if (changes.length === 0) return 'kept'
  const rows = changes.map(({ part, over, answers, attempted, page = null }) => {
    const { clear, sealed } = sealedApart(answers)
    return { part, over, fields: clear, sealed: sealed?.toString('base64') ?? null, attempted, page }
  })
  const json = JSON.stringify(rows)
  if (json.length > LONGEST_PART) return 'tooLong'
  const written = await sql<{ part: Part }>(writeParts, [viewer.applicationId, json])
  return written.length === changes.length ? 'kept' : 'stale'
}

/** Notes that a page is to show why what was sent to it was not kept. Writes no answer, so it always fits. */
export async function noteAttempted(
  { sql }: Door,
  viewer: Applicant,
  part: Part,
  attempted: string,
): Promise<void> {
  await sql(
    `update application_draft set attempted = array_append(array_remove(attempted, $3), $3), version = version + 1
     where application_id = $1 and part = $2`,
    [viewer.applicationId, part, attempted],
  )
}
