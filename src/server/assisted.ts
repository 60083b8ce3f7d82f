import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { AssistedChannel, IdentificationWay, IdentityQuestion } from '@/domain/access/identification'
import type { Day, Instant } from '@/domain/calendar'
import { instantOf } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { type AccessProof, accessCodeDigest } from './access-codes'
import { waitOf } from './attempts'
import { type Door, withViewer } from './db'
import { env } from './env'
import { isId } from './ids'
import { digestFor } from './secrets'
import { signInTransaction } from './sign-in-store'
import { type Citizen, requireStaff, type Staff } from './viewer'

/*
 * A member of the staff in the place of a person who asked for their help: by telephone, at the counter, from a paper
 * (decisions/in-the-persons-place.md). The person is known first, and their consent noted; then the pages and commands
 * of their file serve as they are, with this viewer.
 */

/** What a session of help is, for its own pages. */
export type AssistedVisit = {
  /** In the place of the person. */
  readonly viewer: Citizen
  readonly fileNumber: string
  readonly way: IdentificationWay
  readonly endsAt: Instant
}

type Row = {
  id: string
  person_id: string
  name: string
  file_number: string
  memberships: Citizen['memberships']
  channel: AssistedChannel
  identified_by: IdentificationWay
  handed_in_on: Day | null
  ends_at: Date
  scans: number
}

/** One's own living session; null when it is over, another's, or none. */
export async function findAssisted(staff: Staff, id: string): Promise<AssistedVisit | null> {
  if (!isId(id)) return null
  const [row] = await withViewer(staff, ({ sql }) => sql<Row>('select * from assisted_viewer($1)', [id]))
  if (!row) return null
  const { person_id: personId, name, memberships, channel, handed_in_on: handedInOn, scans } = row
  const [staffName = ''] = staff.name.split(' ')
  const assisted = { id: row.id, staffId: staff.staffId, staffName, channel, handedInOn, scans }
  return {
    viewer: {
      role: 'assistant',
      sessionId: staff.sessionId,
      assurance: staff.assurance,
      shared: false,
      personId,
      name,
      memberships,
      actorId: personId,
      actorName: staffName,
      mandate: null,
      holdsMandate: false,
      assisted,
    },
    fileNumber: row.file_number,
    way: row.identified_by,
    endsAt: instantOf(row.ends_at),
  }
}

/** The session of a page, asked once per request. One that is over leads to where the next begins. */
export const requireAssisted = cache(
  async (locale: Locale, id: string): Promise<AssistedVisit & { readonly staff: Staff }> => {
    const staff = await requireStaff(locale, 'file:assist')
    const visit = await findAssisted(staff, id)
    if (!visit) redirect(paths.assistedAgain(locale, 'over'))
    return { ...visit, staff }
  },
)

/** Why a session of help does not begin. */
export type AssistedRefusal = 'notProved' | 'otherOffice' | 'two' | 'notYours'

/** What the caller gave to be known by. */
export type CallerProof = {
  readonly who: Omit<AccessProof, 'code'>
  readonly way: IdentificationWay
  readonly code: string | null
  readonly answers: Readonly<Partial<Record<IdentityQuestion, string>>>
}

/** What goes with it. */
export type Help = {
  readonly channel: AssistedChannel
  readonly handedInOn: Day | null
  readonly language: Locale
  readonly consentWording: string
}

/** How long to wait before another try at this file: a caller who guesses is slowed, whoever answers them. */
export const secondsBeforeNextProof = (staff: Staff, fileNumber: string): Promise<number> =>
  signInTransaction((sql) => waitOf(sql, proofKeys(staff, fileNumber)))

/** Counts a proof that failed, or forgives it after one that did not. */
export async function countProof(staff: Staff, fileNumber: string, proved: boolean): Promise<void> {
  const count = proved ? 'select auth.forgive_attempt($1)' : 'select auth.count_attempt($1)'
  await signInTransaction((sql) => sql(count, [proofKeys(staff, fileNumber)]))
}

/** Begins a session of help with whom the proof proves: its id, or why not. */
export async function beginAssisted(
  { sql }: Door,
  { who, way, code, answers }: CallerProof,
  { channel, handedInOn, language, consentWording }: Help,
): Promise<{ readonly id: string } | { readonly refusal: AssistedRefusal }> {
  const digest = code === null ? null : accessCodeDigest(env().secret, { ...who, code })
  const [row] = await sql<{ session_id: string | null; refusal: AssistedRefusal | null }>(
    'select * from begin_assisted($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      who.fileNumber,
      who.birthDate,
      channel,
      way,
      digest,
      JSON.stringify(answers),
      handedInOn,
      language,
      consentWording,
    ],
  )
  return row?.session_id ? { id: row.session_id } : { refusal: row?.refusal ?? 'notProved' }
}

/** Notes that an application just begun was begun with the staff. Null when it was not, or is not theirs to help with. */
export function beginAssistedApplication(
  staff: Staff,
  applicationId: string,
  help: Help,
): Promise<string | null> {
  return withViewer(staff, async ({ sql }) => {
    const [row] = await sql<{ id: string | null }>(
      'select begin_assisted_application($1, $2, $3, $4, $5) as id',
      [applicationId, help.channel, help.handedInOn, help.language, help.consentWording],
    )
    return row?.id ?? null
  })
}

/** Ends a session of help. */
export async function endAssisted({ sql }: Door, id: string): Promise<void> {
  await sql('update assisted_session set ended_at = app_now() where id = $1 and ended_at is null', [id])
}

/** Under what a proof is counted: the two together, the file, the member of staff. */
const proofKeys = ({ staffId }: Staff, fileNumber: string): Buffer[] =>
  [`assist ${fileNumber} ${staffId}`, `assist ${fileNumber}`, `assist by ${staffId}`].map((part) =>
    digestFor('attempts', part),
  )
