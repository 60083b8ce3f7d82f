import 'server-only'
import type { Adult } from '@/domain/application/adult'
import { day, instantOf, type Day, type Instant } from '@/domain/calendar'
import type { Door } from './db'

/**
 * Where one adult and the office write to each other: the adult's of an application, or of a household. As the columns
 * of what is in it.
 */
export type Mailbox =
  | {
      readonly applicationId: string
      readonly adult: Adult
      readonly householdId: null
      readonly personId: null
    }
  | {
      readonly applicationId: null
      readonly adult: null
      readonly householdId: string
      readonly personId: string
    }

export const mailboxOfApplication = (applicationId: string, adult: Adult): Mailbox => ({
  ...{ applicationId, adult, householdId: null, personId: null },
})
export const mailboxOfPerson = (householdId: string, personId: string): Mailbox => ({
  ...{ applicationId: null, adult: null, householdId, personId },
})

/** A file that came with a message. */
export type MessageFile = {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly scan: 'notScanned' | 'waiting' | 'clean' | 'infected'
}

/** A message between one adult and the office. */
export type Message = {
  readonly id: string
  readonly mailbox: Mailbox
  readonly fromOffice: boolean
  /** Who of the office wrote it; null for a message to it, and where the reader is not of the office. */
  readonly writer: string | null
  readonly text: string
  readonly at: Instant
  readonly readAt: Instant | null
  /** Of the office, and not read before. */
  readonly isNew: boolean
  readonly replyBy: Day | null
  readonly answered: boolean
  readonly files: readonly MessageFile[]
}

type Row = {
  id: string
  application_id: string | null
  adult: Adult | null
  household_id: string | null
  person_id: string | null
  from_staff: string | null
  writer: string | null
  text: string
  at: Date
  read_at: Date | null
  reply_by: string | null
  answered_at: Date | null
  files: MessageFile[] | null
}

/** Whose messages: an application's, one adult's of it, a household's, or one person's wherever they lived. */
export type MessagesOf =
  | { readonly applicationId: string; readonly adult?: Adult }
  | { readonly householdId: string; readonly personId?: string }
  | { readonly personId: string; readonly householdId?: undefined }

/** More than anyone exchanges with an office about one file in years. */
const MOST_MESSAGES = 300

/** The messages the viewer may read, the latest first, with their files. `staff`: the reader is of the office. */
export async function readMessages({ sql }: Door, of: MessagesOf, staff = false): Promise<Message[]> {
  const asked: readonly (readonly [string, string | undefined])[] =
    'applicationId' in of
      ? [
          ['application_id', of.applicationId],
          ['adult', of.adult],
        ]
      : [
          ['household_id', of.householdId],
          ['person_id', of.personId],
        ]
  const given = asked.flatMap(([column, value]) => (value === undefined ? [] : [{ column, value }]))
  const rows = await sql<Row>(
    `select m.id, m.application_id, m.adult, m.household_id, m.person_id, m.from_staff, m.text, m.at, m.read_at,
       m.reply_by, m.answered_at, ${staff ? 'name_of_staff(m.from_staff)' : 'null'} as writer,
       (select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'bytes', d.bytes, 'scan', d.scan)
          order by d.received_at, d.id)
        from document d where d.message_id = m.id and (d.removed_at is null or d.scan = 'infected')) as files
     from message m where ${given.map(({ column }, index) => `m.${column} = $${index + 1}`).join(' and ')}
     order by m.at desc, m.id desc limit ${MOST_MESSAGES}`,
    given.map(({ value }) => value),
  )
  return rows.map((row) => ({
    ...{ id: row.id, mailbox: mailboxIn(row), fromOffice: row.from_staff !== null, writer: row.writer },
    ...{ text: row.text, at: instantOf(row.at), readAt: row.read_at && instantOf(row.read_at) },
    isNew: row.from_staff !== null && row.read_at === null,
    ...{ replyBy: row.reply_by === null ? null : day(row.reply_by), answered: row.answered_at !== null },
    files: row.files ?? [],
  }))
}

function mailboxIn(row: Row): Mailbox {
  return row.application_id !== null
    ? mailboxOfApplication(row.application_id, row.adult!)
    : mailboxOfPerson(row.household_id!, row.person_id!)
}

/** The condition of one mailbox, from the first value on. */
export const inMailbox = (
  mailbox: Mailbox,
): { readonly where: string; readonly values: readonly string[] } =>
  mailbox.applicationId !== null
    ? { where: 'application_id = $1 and adult = $2', values: [mailbox.applicationId, mailbox.adult] }
    : { where: 'household_id = $1 and person_id = $2', values: [mailbox.householdId, mailbox.personId] }
