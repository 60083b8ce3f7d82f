import 'server-only'
import { cookies } from 'next/headers'
import { displayPhone } from '@/domain/offices/phone'
import { instantOf, type Instant, type Month } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import { withViewer } from '@/server/db'
import type { StaffRole } from '@/server/permissions'
import { listOwnSessions, type OwnSession } from '@/server/own-sessions'
import { sessionCookie, type Citizen } from '@/server/viewer'
import { readContact, type ContactProblem, type TypedContact } from './contact-fields'
import { gatherMyData } from './my-data'
import type { MyData } from './my-data-sections'
import { findRefused } from '@/server/account-forms'

/** What the page of one's account shows. */
export type AccountPage = {
  readonly language: 'fr' | 'en'
  /** The language they need an interpreter for; empty for none. */
  readonly interpreter: string
  /** As kept; as typed, when it was refused. */
  readonly contact: TypedContact
  /** When it was last set; null when it never was. */
  readonly savedAt: Instant | null
  readonly problems: readonly ContactProblem[]
}

/** The account of the person: their language and how to reach them. */
export async function findAccount(viewer: Citizen): Promise<AccountPage> {
  return withViewer(viewer, async (door) => {
    const { personId } = viewer
    const person = await door.tx.person.findFirstOrThrow({ where: { id: personId } })
    const kept = await door.tx.contact.findFirst({ where: { personId } })
    const refused = (await findRefused(door, viewer, 'contact')) as TypedContact | null
    const read = refused && readContact(refused)
    return {
      language: person.language === 'en' ? 'en' : 'fr',
      interpreter: person.interpreter ?? '',
      contact: refused ?? {
        email: kept?.email ?? '',
        mobile: kept?.mobile ? displayPhone(kept.mobile) : '',
        notifyBy: kept?.notifyBy ?? '',
        reminders: kept?.reminders === false ? 'no' : 'yes',
        safeNote: kept?.safeNote ?? '',
      },
      savedAt: kept && instantOf(kept.updatedAt),
      problems: read && 'problems' in read ? read.problems : [],
    }
  })
}

/** A look by staff at the file. */
export type Look = {
  readonly id: string
  readonly at: Instant
  readonly role: StaffRole | 'none'
  readonly firstName: string
  readonly officeFr: string | null
  readonly officeEn: string | null
  /** Of what kind it was; `assisted`: something was filled out with the person. */
  readonly subjectKind: string
  /** What was looked at, when the person may know it. */
  readonly filingKind: 'statement' | 'change' | 'privateChange' | null
  readonly month: Month | null
  /** Why, when it was opened from another office or for a call. */
  readonly reason: 'call' | 'presentHere' | 'replacing' | 'urgent' | 'other' | null
}
export type LooksPage = { readonly looks: readonly Look[]; readonly more: boolean }

/** How many looks the page shows; the rest is in the file of one's data. */
const MOST_LOOKS = 200

/** Who of the staff looked at the file while the person was of its household, newest first. */
export async function listLooks(viewer: Citizen): Promise<LooksPage> {
  return withViewer(viewer, async ({ sql }) => {
    const rows = await sql<Omit<Look, 'at'> & { at: Date }>(
      `select l.id, l.at, l.role, l.first_name as "firstName", l.office_fr as "officeFr", l.office_en as "officeEn",
         l.subject_kind as "subjectKind", l.filing_kind as "filingKind", l.month, o.reason
       from looks_of_viewer l left join openings_of_viewer o on o.id = l.id
       order by l.at desc, l.id desc limit ${MOST_LOOKS + 1}`,
    )
    const looks = rows.slice(0, MOST_LOOKS).map((row) => ({ ...row, at: instantOf(row.at) }))
    return { looks, more: rows.length > MOST_LOOKS }
  })
}

/** Everything kept about the person, to be read. */
export async function findMyData(viewer: Citizen, locale: Locale): Promise<MyData> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  return (await gatherMyData(viewer, token, locale)).data
}

/** Where one is signed in now, this place first. */
export async function listDevices(): Promise<OwnSession[]> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  return token ? listOwnSessions(token) : []
}
