import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Instant } from '@/domain/calendar'
import { promiseOf, replyDays, type ReplyPromise } from '@/domain/messages/promise'
import { dayOf } from '@/domain/calendar'
import { findRefused } from '@/server/account-forms'
import { withViewer } from '@/server/db'
import { readMessages, type Message } from '@/server/mailbox'
import { markRead } from '@/server/messages'
import { officeDirectory } from '@/server/offices'
import type { Office } from '@/domain/offices/office'
import type { Citizen } from '@/server/viewer'

/** What one adult reads of their messages with the office. */
export type MessagesPage = {
  readonly now: Instant
  /** Latest first. Those of the office are read by being shown. */
  readonly messages: readonly Message[]
  readonly promise: ReplyPromise
  /** How many business days are promised of a message sent today. */
  readonly replyDays: number
  /** Whoever is of no household now reads, and cannot write. */
  readonly writes: boolean
  /** Their office, as the directory knows it. */
  readonly office: Office | null
  /** There is another adult, who reads none of it. */
  readonly couple: boolean
  /** A message that could not go, as typed. */
  readonly typed: string
  /** Drawn for the form. */
  readonly key: string
}

/** Everything of the page of one's messages. */
export async function readMessagesPage(viewer: Citizen): Promise<MessagesPage> {
  return withViewer(viewer, async (door) => {
    const messages = await readMessages(door, { personId: viewer.personId })
    if (messages.some((one) => one.fromOffice && one.readAt === null)) await markRead(door, viewer)
    const [home] = await door.sql<{ code: string; adults: number }>(
      `select o.code, (select count(*) from household_member m where m.household_id = h.id and m.role = 'adult'
         and m.until_day is null)::int as adults
       from household h join office o on o.id = h.office_id where h.id = viewer_household()`,
    )
    return {
      now: door.now,
      messages,
      promise: promiseOf(messages, door.now),
      replyDays: replyDays(dayOf(door.now)),
      writes: home !== undefined,
      office: officeDirectory().offices.find(({ code }) => code === home?.code) ?? null,
      couple: (home?.adults ?? 0) > 1,
      typed: (await findRefused(door, viewer, 'message'))?.['text'] ?? '',
      key: randomUUID(),
    }
  })
}
