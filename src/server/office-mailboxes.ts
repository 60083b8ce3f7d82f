import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Adult } from '@/domain/application/adult'
import { promiseOf, type ReplyPromise } from '@/domain/messages/promise'
import type { Door } from './db'
import { isId } from './ids'
import { mailboxOfApplication, mailboxOfPerson, readMessages, type Mailbox, type Message } from './mailbox'
import type { Staff } from './viewer'

/** Whose messages the office opens: a household's, or an application's. */
export type FileOf =
  | { readonly householdId: string; readonly applicationId?: undefined }
  | { readonly applicationId: string; readonly householdId?: undefined }

/** One adult the office may write to. */
export type Correspondent = {
  readonly mailbox: Mailbox
  /** As they are named in the file; null in an application, which names them in its answers. */
  readonly name: string | null
  /** The language they are written to in. */
  readonly language: 'fr' | 'en'
}

/** What one adult and the office wrote to each other, the latest first, and the answer that was promised. */
export type OfficeMailbox = Correspondent & {
  readonly messages: readonly Message[]
  readonly promise: ReplyPromise
  /** Drawn for the form of this mailbox. */
  readonly key: string
}

/**
 * The adults of a file the office may write to, none when it is not this viewer's office's: those who live there now,
 * and those who wrote while they did. Own condition before the wall's.
 */
export async function findMailboxes({ sql }: Door, viewer: Staff, of: FileOf): Promise<Correspondent[]> {
  if (viewer.role !== 'agent' && viewer.role !== 'supervisor') return []
  if (of.householdId !== undefined) {
    if (!isId(of.householdId)) return []
    const rows = await sql<{ person_id: string; name: string; language: 'fr' | 'en' }>(
      `select p.id as person_id, p.given_name || ' ' || p.family_name as name, p.language
       from household h join household_member m on m.household_id = h.id and m.role = 'adult'
       join person p on p.id = m.person_id
       where h.id = $1 and h.office_id = $2 and (m.until_day is null or exists (select from message w
         where w.household_id = h.id and w.person_id = p.id))
       group by p.id, p.given_name, p.family_name, p.language, p.birth_date
       order by bool_or(m.until_day is null) desc, p.birth_date, p.id`,
      [of.householdId, viewer.officeId],
    )
    return rows.map(({ person_id, name, language }) => ({
      ...{ name, language, mailbox: mailboxOfPerson(of.householdId, person_id) },
    }))
  }
  if (!isId(of.applicationId)) return []
  const rows = await sql<{ adult: Adult; language: 'fr' | 'en' }>(
    `select d.adult, a.language from application a cross join (values ('applicant'), ('spouse')) d (adult)
     where a.id = $1 and a.sent_at is not null
       and (d.adult = 'applicant' or exists (select from application_adult s
         where s.application_id = a.id and s.adult = d.adult and s.came_at is not null))
       and (a.office_id = $2 or ($3 and a.office_id in (select o.id from office o where o.kind = 'contactCentre')))
     order by d.adult`,
    [of.applicationId, viewer.officeId, viewer.role === 'supervisor'],
  )
  return rows.map(({ adult, language }) => ({
    ...{ name: null, language, mailbox: mailboxOfApplication(of.applicationId, adult) },
  }))
}

/** The same, with what was written in each. */
export async function readMailboxes(door: Door, viewer: Staff, of: FileOf): Promise<OfficeMailbox[]> {
  const correspondents = await findMailboxes(door, viewer, of)
  if (correspondents.length === 0) return []
  const all = await readMessages(door, of, true)
  return correspondents.map((one) => {
    const { personId, adult } = one.mailbox
    const messages = all.filter(({ mailbox }) => mailbox.personId === personId && mailbox.adult === adult)
    return { ...one, messages, promise: promiseOf(messages, door.now), key: randomUUID() }
  })
}
