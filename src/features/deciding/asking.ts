import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Adult } from '@/domain/application/adult'
import { documentKinds, type DocumentKind } from '@/domain/application/document-kinds'
import type { EventKind } from '@/domain/application/events'
import type { GivenMove } from '@/domain/decision/move-form'
import type { Verb } from '@/domain/decision/transitions'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paperName } from '@/i18n/papers'
import { textsOf } from '@/i18n/texts'
import { keepPromise } from '@/server/application-promise'
import type { Door } from '@/server/db'
import { mailboxOfApplication, mailboxOfPerson, type Mailbox } from '@/server/mailbox'
import { writeFromOffice } from '@/server/messages'
import type { FoundTask } from '@/server/tasks'
import type { Staff } from '@/server/viewer'
import { say } from './words'

/** What was asked, as the event of the task keeps it. */
export type Asked = Readonly<Record<string, unknown>>

/**
 * Writes to the person what is asked of them, in their language, until when, and what else would do; and for an
 * application the event its clock and its timeline go on by.
 */
export async function ask(
  door: Door,
  viewer: Staff,
  task: FoundTask,
  verb: Verb,
  move: GivenMove,
): Promise<Asked> {
  const whose = move.whose
  if (whose === null) return {}
  const requirement = move.document === null ? null : requirementOf(task, move.document, whose)
  const language = await languageOf(door, task, whose)
  const mailbox = mailboxFor(task, whose)
  const text = wordsOf(verb, move, requirement, language)
  const written = await writeFromOffice(door, viewer, mailbox, { key: randomUUID(), text })
  const kind: EventKind = requirement === null ? 'informationAsked' : 'documentAsked'
  await tellApplication(door, viewer, task, kind, { adult: whose, subject: requirement ?? written.id })
  const subject = requirement === null ? {} : { document: requirement, ...papersOf(move.document!) }
  return { whose, message: written.id, ...subject }
}

/** A paper is named by its kind and whose it is: `wageProof.spouse`. A household's tasks have one applicant to us. */
const requirementOf = (task: FoundTask, kind: string, whose: string): string =>
  `${kind}.${task.applicationId === null || task.householdId !== null ? 'applicant' : whose}`

const papersOf = (kind: string) => {
  const { accepted, substitutes } = documentKinds[kind as DocumentKind]
  return { accepted, substitutes }
}

function mailboxFor(task: FoundTask, whose: string): Mailbox {
  return task.householdId === null
    ? mailboxOfApplication(task.applicationId!, whose as Adult)
    : mailboxOfPerson(task.householdId, whose)
}

async function languageOf({ sql }: Door, task: FoundTask, whose: string): Promise<Locale> {
  const [row] =
    task.householdId === null
      ? await sql<{ language: Locale }>('select language from application where id = $1', [
          task.applicationId,
        ])
      : await sql<{ language: Locale }>('select language from person where id = $1', [whose])
  return row?.language ?? 'fr'
}

/** The message, whole: what is asked, what the agent adds, and until when. */
function wordsOf(verb: Verb, move: GivenMove, requirement: string | null, language: Locale): string {
  const t = textsOf(language, 'deciding.asked')
  const papers = say(language, 'documents')
  const list = (intro: string, group: string, codes: readonly string[]) =>
    [intro, ...codes.map((code) => `- ${papers(`${group}.${code}`)}`)].join('\n')
  const lines: string[] = []
  if (requirement !== null) {
    const { accepted, substitutes } = papersOf(move.document!)
    lines.push(t('document', { document: paperName(requirement, language)! }))
    lines.push(list(t('accepted'), 'accepted', accepted))
    lines.push(list(t('substitutes'), 'substitute', substitutes))
  }
  if (verb === 'askCorrection') lines.push(t('correction'))
  if (move.words !== null) lines.push(move.words)
  if (move.until !== null) lines.push(t('until', { day: formatDay(move.until, language) }))
  return lines.join('\n\n')
}

/** What happened to an application: its clock, its timeline and the day promised are drawn from these. */
export async function tellApplication(
  door: Door,
  viewer: Staff,
  task: FoundTask,
  kind: EventKind,
  { adult, subject }: { readonly adult: string; readonly subject: string },
): Promise<void> {
  if (task.applicationId === null) return
  await door.tx.applicationEvent.createMany({
    data: [{ applicationId: task.applicationId, kind, adult, by: 'staff', details: { subject } }],
  })
  await keepPromise(door, viewer, task.applicationId)
}
