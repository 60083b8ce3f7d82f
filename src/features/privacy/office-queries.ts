import 'server-only'
import type { Instant } from '@/domain/calendar'
import { readAnswer, readExtension, type AnswerProblem, type ExtensionProblem } from '@/domain/privacy/answer'
import { byLimit, isOpen } from '@/domain/privacy/request'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { isId } from '@/server/ids'
import { findStaffForm } from '@/server/staff-forms'
import type { Staff } from '@/server/viewer'
import { requestColumns, requestOf, type PrivacyRequest, type RequestRow } from './requests'

/** A request as the office reads it. */
export type OfficeRequest = PrivacyRequest & {
  readonly askedBy: string
  readonly fileNumber: string
  readonly householdId: string
  readonly language: 'fr' | 'en'
}
export type OfficePrivacyPage = {
  readonly now: Instant
  /** Those that wait, the nearest limit first. */
  readonly open: readonly OfficeRequest[]
  /** Those that were answered or withdrawn, the newest first. */
  readonly closed: readonly OfficeRequest[]
}

type OfficeRow = RequestRow & {
  readonly asked_by: string
  readonly file_number: string
  readonly household_id: string
  readonly language: 'fr' | 'en'
}

/** More than an office has open at once, and how many closed ones the page shows. */
const [MOST_OPEN, MOST_CLOSED] = [500, 50]

const question = `select ${requestColumns}, r.household_id, r.language, h.file_number,
  p.given_name || ' ' || p.family_name as asked_by
  from privacy_request r join household h on h.id = r.household_id join person p on p.id = r.person_id
  where h.office_id = $1`

const officeRequestOf = (row: OfficeRow): OfficeRequest => ({
  ...requestOf(row),
  ...{ askedBy: row.asked_by, fileNumber: row.file_number, householdId: row.household_id },
  language: row.language,
})

/** The requests of the people of an office about their own information. */
export async function listOfficeRequests(viewer: Staff): Promise<OfficePrivacyPage> {
  return withViewer(viewer, async ({ sql, now }) => {
    const rows = await sql<OfficeRow>(
      `(${question} and r.answered_at is null and r.withdrawn_at is null order by r.asked_at, r.id limit ${MOST_OPEN})
       union all (${question} and coalesce(r.answered_at, r.withdrawn_at) is not null
         order by coalesce(r.answered_at, r.withdrawn_at) desc, r.id limit ${MOST_CLOSED})`,
      [viewer.officeId],
    )
    const requests = rows.map(officeRequestOf)
    return {
      now,
      open: requests.filter(isOpen).sort(byLimit),
      closed: requests.filter((one) => !isOpen(one)),
    }
  })
}

/** One request, and its forms as this member of staff left them. */
export type OfficeRequestPage = {
  readonly now: Instant
  readonly request: OfficeRequest
  readonly answer: TypedForm<'outcome' | 'ground' | 'words', AnswerProblem>
  readonly extension: TypedForm<'days' | 'reason', ExtensionProblem>
}
type TypedForm<Field extends string, Problem> = {
  readonly typed: Readonly<Record<Field, string>>
  readonly problems: readonly Problem[]
}

/** Opens one request, and writes the look in the trail. Null when it is not this office's. */
export async function findOfficeRequest(viewer: Staff, id: string): Promise<OfficeRequestPage | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<OfficeRow>(`${question} and r.id = $2`, [viewer.officeId, id])
    if (!row) return null
    const request = officeRequestOf(row)
    await record(door, viewer, {
      ...{ act: 'looked', subjectKind: 'privacyRequest', subjectId: id },
      householdId: request.householdId,
    })
    const answer = await findStaffForm(door, viewer, 'privacyAnswer', id)
    const extension = await findStaffForm(door, viewer, 'privacyExtension', id)
    const answered = {
      outcome: answer?.['outcome'] ?? '',
      ground: answer?.['ground'] ?? '',
      words: answer?.['words'] ?? '',
    }
    const extended = { days: extension?.['days'] ?? '', reason: extension?.['reason'] ?? '' }
    return {
      now: door.now,
      request,
      answer: { typed: answered, problems: answer ? problemsIn(readAnswer(request.kind, answered)) : [] },
      extension: { typed: extended, problems: extension ? problemsIn(readExtension(extended)) : [] },
    }
  })
}

const problemsIn = <Problem>(read: object & { readonly problems?: readonly Problem[] }): readonly Problem[] =>
  read.problems ?? []
