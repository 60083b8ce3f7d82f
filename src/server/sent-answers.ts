import 'server-only'
import { dayOf, instantOf, type Day } from '@/domain/calendar'
import { wholeAnswers } from '@/domain/application/admission'
import type { Draft } from '@/domain/draft'
import { withOpened } from './application-drafts'
import type { Door } from './db'

/** The answers of an application as sent, in its latest version. */
export type SentApplication = {
  readonly versionId: string
  /** The day it was first sent: a correction does not move the day of an application. */
  readonly day: Day
  /** Those of the applicant and of their spouse; `spouseNotHeard` while the spouse was to answer and did not. */
  readonly answers: Draft | 'spouseNotHeard'
}

/** Reads an application as the office does. Null when it was not sent, was taken back, or is not this viewer's to see. */
export async function readSentApplication(
  { tx, sql }: Door,
  applicationId: string,
): Promise<SentApplication | null> {
  const [row] = await sql<{ sent_at: Date; version_id: string }>(
    `select a.sent_at, v.id as version_id
     from application a join lateral (select id from application_version where application_id = a.id
       order by version desc limit 1) v on true
     where a.id = $1 and a.sent_at is not null and a.withdrawn_at is null`,
    [applicationId],
  )
  if (!row) return null
  const parts = await tx.applicationVersionPart.findMany({ where: { versionId: row.version_id } })
  const word = await tx.applicationConfirmation.findFirst({
    where: { applicationId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { answers: true, sealed: true },
  })
  const opened = (of: { readonly answers: unknown; readonly sealed: Uint8Array | null }): Draft =>
    withOpened(of.answers as Draft, of.sealed)
  const applicant = Object.assign({}, ...parts.map(opened)) as Draft
  const answers = wholeAnswers(applicant, word && { ...applicant, ...opened(word) })
  return { versionId: row.version_id, day: dayOf(instantOf(row.sent_at)), answers }
}
