import 'server-only'
import { randomUUID } from 'node:crypto'
import { replyBy } from '@/domain/messages/promise'
import { record } from './audit'
import type { Door } from './db'
import { isId } from './ids'
import { inMailbox, type Mailbox } from './mailbox'
import { attachFiles, type TakenFile } from './message-files'
import { findTask, moveTask } from './tasks'
import { isApplicant, type Applicant, type Citizen, type Staff } from './viewer'

/** What is written: words that were found good (`domain/messages/text.ts`), the key of their form, their files. */
export type Letter = {
  /** Drawn with the form: pressed twice, it is sent once. */
  readonly key: string
  readonly text: string
  readonly files?: readonly TakenFile[]
  /** It asks for no answer: why something was taken back. */
  readonly isLast?: true
}
export type Written = {
  readonly id: string
  /** False when the same form was here before. */
  readonly isNew: boolean
  /** The files that are the message's now. */
  readonly added: ReadonlySet<string>
}

/**
 * Writes to the office, with the promise of an answer. The task it opens is the database's doing. Pressed twice, it is
 * one message; files that were not good the first time can join it.
 */
export async function writeToOffice(
  door: Door,
  viewer: Applicant | Citizen,
  mailbox: Mailbox,
  letter: Letter,
): Promise<Written> {
  const written = await enter(door, mailbox, letter, null, letter.isLast ? null : replyBy(door.now))
  if (written.isNew && !isApplicant(viewer)) {
    await record(door, viewer, {
      ...{ act: 'wrote', subjectKind: 'message', subjectId: written.id },
      ...(mailbox.householdId !== null && { householdId: mailbox.householdId }),
    })
  }
  return written
}

/**
 * Writes to an adult from the office: it appears in their mailbox, is announced without a word of it, and is in the
 * trail. It answers nothing by itself (`answerTo`).
 */
export async function writeFromOffice(
  door: Door,
  viewer: Staff,
  mailbox: Mailbox,
  letter: Letter,
): Promise<Written> {
  const written = await enter(door, mailbox, letter, viewer.staffId, null)
  if (!written.isNew) return written
  const { id } = written
  const { applicationId, adult, householdId, personId } = mailbox
  await record(door, viewer, {
    ...{ act: 'wrote', subjectKind: 'message', subjectId: id },
    ...(householdId !== null && { householdId }),
  })
  if (applicationId !== null) {
    await door.tx.applicationEvent.createMany({
      data: [{ applicationId, kind: 'messageReceived', adult, by: 'staff', details: { subject: id } }],
    })
  }
  // Whom it is for, and nothing else: whoever sends it finds the address and the language themselves.
  await door.tx.outbox.createMany({
    data: [
      applicationId !== null
        ? { kind: ANNOUNCEMENT, payload: { applicationId, adult } }
        : { kind: ANNOUNCEMENT, personId, payload: {} },
    ],
  })
  return written
}

/** The e-mail or text message that says that a message waits. Its words are `sending.waiting`. */
const ANNOUNCEMENT = 'message'

async function enter(
  door: Door,
  mailbox: Mailbox,
  { key, text, files = [] }: Letter,
  fromStaff: string | null,
  promised: string | null,
): Promise<Written> {
  const { applicationId, adult, householdId, personId } = mailbox
  const [row] = await door.sql<{ id: string }>(
    `insert into message (application_id, adult, household_id, person_id, from_staff, text, key, reply_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    [applicationId, adult, householdId, personId, fromStaff, text, key, promised],
  )
  const id = row?.id ?? (await findByKey(door, mailbox, key, fromStaff))
  // The same key is another mailbox's, or was drawn by someone else: this is a message of its own.
  if (id === null) return enter(door, mailbox, { key: randomUUID(), text, files }, fromStaff, promised)
  return { id, isNew: row !== undefined, added: await attachFiles(door, mailbox, id, files) }
}

async function findByKey(
  { sql }: Door,
  mailbox: Mailbox,
  key: string,
  fromStaff: string | null,
): Promise<string | null> {
  const { where, values } = inMailbox(mailbox)
  const [found] = await sql<{ id: string }>(
    `select id from message where ${where} and key = $3 and from_staff is not distinct from $4`,
    [...values, key, fromStaff],
  )
  return found?.id ?? null
}

/** The key of a form, or one of our own where it sent none. */
export const keyIn = (key: string): string => (isId(key) ? key : randomUUID())

/**
 * Everything in a mailbox up to the message that was on the screen is answered, and its task is over; unless more came
 * meanwhile, which still waits. Says whether something does.
 */
export async function answerTo(
  door: Door,
  viewer: Staff,
  mailbox: Mailbox,
  seen: string,
): Promise<'answered' | 'moreCame'> {
  const { where, values } = inMailbox(mailbox)
  const waiting = `${where} and from_staff is null and answered_at is null`
  if (isId(seen)) {
    await door.sql(
      `update message set answered_at = app_now() where ${waiting}
         and (at, id) <= (select s.at, s.id from message s where s.id = $3)`,
      [...values, seen],
    )
  }
  const [rest] = await door.sql<{ count: number }>(
    `select count(*)::int as count from message where ${waiting}`,
    values,
  )
  if (rest!.count > 0) return 'moreCame'
  const inTask =
    mailbox.applicationId !== null
      ? 'm.application_id = $1 and m.adult = $2'
      : 'm.household_id = $1 and m.person_id = $2'
  const tasks = await door.sql<{ id: string }>(
    `select t.id from task t join message m on m.id = t.subject_id
     where t.kind = 'message' and t.ended_at is null and ${inTask}`,
    values,
  )
  for (const { id } of tasks) {
    const task = await findTask(door, id)
    if (task)
      await moveTask(door, viewer, task, 'close', { version: task.version, details: { why: 'answered' } })
  }
  return 'answered'
}

/** What is shown is read: marks every message of the office to this adult. */
export async function markRead({ sql }: Door, viewer: Applicant | Citizen): Promise<void> {
  const unread = 'from_staff is not null and read_at is null'
  await (isApplicant(viewer)
    ? sql(`update message set read_at = app_now() where application_id = $1 and adult = $2 and ${unread}`, [
        viewer.applicationId,
        viewer.adult,
      ])
    : sql(`update message set read_at = app_now() where person_id = $1 and ${unread}`, [viewer.personId]))
}

/** How many messages of the office this person has not read. */
export async function countUnread({ sql }: Door, { personId }: Citizen): Promise<number> {
  const [row] = await sql<{ count: number }>(
    `select count(*)::int as count from message
     where person_id = $1 and from_staff is not null and read_at is null`,
    [personId],
  )
  return row!.count
}
