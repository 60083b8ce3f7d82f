import 'server-only'
import { dayOf, instantOf } from '@/domain/calendar'
import type { Day, Instant } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { env } from '@/server/env'
import { isId } from '@/server/ids'
import { visibleTo } from '@/server/scope'
import type { Citizen, Staff } from '@/server/viewer'
import { openCode } from './code'

/** How a letter reaches its person: by mail; or by hand, because their address is protected, or unknown. */
export type Delivery = 'mail' | 'protected' | 'noAddress'
export type Reason = 'first' | 'renewal'

/** A letter that waits to be printed. */
export type WaitingLetter = {
  readonly personId: string
  readonly name: string
  readonly fileNumber: string
  readonly language: Locale
  readonly delivery: Delivery
  readonly reason: Reason
  readonly issuedAt: Instant
}

const LIST_LENGTH = 200

type LetterRow = {
  person_id: string
  household_id: string
  file_number: string
  name: string
  language: Locale
  delivery: Delivery
  reason: Reason
  issued_at: Date
  sealed: Buffer
}

const letterOf = (row: Omit<LetterRow, 'sealed' | 'household_id'>): WaitingLetter => ({
  personId: row.person_id,
  name: row.name,
  fileNumber: row.file_number,
  language: row.language,
  delivery: row.delivery,
  reason: row.reason,
  issuedAt: instantOf(row.issued_at),
})

/** The letters that wait in the viewer's office, the oldest first, and how many reminders. The codes are not read. */
export async function listLetters(viewer: Staff): Promise<{
  readonly letters: readonly WaitingLetter[]
  readonly more: boolean
  readonly reminders: number
}> {
  return withViewer(viewer, async ({ sql }) => {
    const rows = await sql<LetterRow>('select * from letters_waiting($1)', [LIST_LENGTH + 1])
    const [reminders] = await sql<{ count: number }>(
      'select count(*)::integer as count from reminder_letters_waiting()',
    )
    return {
      letters: rows.slice(0, LIST_LENGTH).map(letterOf),
      more: rows.length > LIST_LENGTH,
      reminders: reminders!.count,
    }
  })
}

/** Where a letter goes. */
export type Address = {
  readonly street: string
  readonly unit: string | null
  readonly city: string
  readonly postalCode: string
}

/** A letter as it is printed. */
export type Letter = WaitingLetter & {
  readonly code: string
  readonly printedOn: Day
  /** Null when it is given by hand, and no envelope needs it. */
  readonly address: Address | null
  readonly office: {
    readonly nameFr: string
    readonly nameEn: string
    readonly phone: string | null
    readonly tollFree: string | null
  }
  /** Where the person signs in: the address of the portal, without its `https://`. */
  readonly site: string
}

/**
 * Opens one letter that waits, with its code, and writes the look in the trail. Null when none waits for this person in
 * the viewer's office. Only a supervisor reads a protected address.
 */
export async function findLetter(viewer: Staff, personId: string): Promise<Letter | null> {
  if (!isId(personId)) return null
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<LetterRow>('select * from letter_waiting($1)', [personId])
    if (!row) return null
    const today = dayOf(door.now)
    const household = await door.tx.household.findFirst({
      where: { AND: [{ id: row.household_id }, visibleTo.households(viewer)] },
      include: {
        office: true,
        addresses: { where: { fromDay: { lte: today } }, orderBy: { fromDay: 'desc' }, take: 1 },
      },
    })
    if (!household) return null
    const named = { subjectKind: 'letter', subjectId: personId, householdId: household.id } as const
    await record(door, viewer, { act: 'looked', ...named })
    // An older address is not the one to write to, when the newest is hidden from this viewer.
    const mayWrite = row.delivery === 'mail' || (row.delivery === 'protected' && viewer.role === 'supervisor')
    return {
      ...letterOf(row),
      code: openCode(row.sealed),
      printedOn: today,
      address: (mayWrite && household.addresses[0]) || null,
      office: household.office,
      site: new URL(env().origin).host,
    }
  })
}

/** The adults of a household of the viewer's office, to give one of them a new code. */
export type CodeHolders = {
  readonly householdId: string
  readonly fileNumber: string
  readonly adults: readonly { readonly id: string; readonly name: string; readonly birthDate: Day }[]
}

/** Opens a household of the viewer's office, and writes the look in the trail. Null when it is not theirs. */
export async function findCodeHolders(viewer: Staff, householdId: string): Promise<CodeHolders | null> {
  if (!isId(householdId)) return null
  return withViewer(viewer, async (door) => {
    const household = await door.tx.household.findFirst({
      where: { AND: [{ id: householdId }, visibleTo.households(viewer)] },
      include: {
        members: {
          where: { role: 'adult', untilDay: null },
          orderBy: { id: 'asc' },
          include: { person: true },
        },
      },
    })
    if (!household) return null
    await record(door, viewer, {
      act: 'looked',
      subjectKind: 'household',
      subjectId: householdId,
      householdId,
    })
    return {
      householdId,
      fileNumber: household.fileNumber,
      adults: household.members.map(({ person }) => ({
        id: person.id,
        name: `${person.givenName} ${person.familyName}`,
        birthDate: person.birthDate as Day,
      })),
    }
  })
}

/** A person's own code: when it was given, and whether its letter still waits at the office. */
export type OwnCode = {
  readonly reason: Reason
  readonly issuedAt: Instant
  readonly printedAt: Instant | null
  readonly waiting: boolean
}

/** What a person may know of their own code; never the code. Null inside when they never had one. */
export async function findOwnCode(viewer: Citizen): Promise<{ readonly code: OwnCode | null }> {
  return withViewer(viewer, async ({ sql }) => {
    const [row] = await sql<{ reason: Reason; issued_at: Date; printed_at: Date | null; waiting: boolean }>(
      'select * from own_code()',
    )
    if (!row) return { code: null }
    return {
      code: {
        reason: row.reason,
        issuedAt: instantOf(row.issued_at),
        printedAt: row.printed_at && instantOf(row.printed_at),
        waiting: row.waiting,
      },
    }
  })
}
