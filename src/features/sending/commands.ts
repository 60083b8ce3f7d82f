import 'server-only'
import { contactOf } from '@/domain/application/new-home'
import type { Adult } from '@/domain/application/adult'
import type { Instant } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'
import { humaneFrom } from '@/domain/sending/reminder'
import { inGsmAlphabet } from '@/domain/sending/segment'
import type { Told } from '@/domain/sending/told'
import {
  isGivenUp,
  pauseAfter,
  wayTo,
  type Channel,
  type NotifyBy,
  type Reach,
  type Way,
} from '@/domain/sending/way'
import { sendingWords } from '@/i18n/sending-words'
import { withViewer } from '@/server/db'
import { env } from '@/server/env'
import { logError } from '@/server/log'
import { sendMail, type Fate } from '@/server/mail'
import { openQueued, type Queued } from '@/server/outbox'
import { sendText } from '@/server/text-messages'
import { sealStop } from './stop'

/** A code is good for ten minutes: later it only worries. */
const CODE_MINUTES = 10

/** A message of the outbox, taken by this worker, with how its reader is reached now. */
type Taken = Queued & {
  readonly id: string
  readonly person_id: string | null
  readonly created_at: Date
  readonly in_doubt: boolean
  readonly refused_by: Channel[]
  readonly tries: number
  /** For how long its way has failed. */
  readonly failing_seconds: number
  readonly language: 'fr' | 'en' | null
  readonly email: string | null
  readonly mobile: string | null
  readonly notify_by: NotifyBy | null
  readonly reminders: boolean | null
  readonly answers: Draft | null
  readonly filed: boolean
}

/** What is to be done with a message: send it by a way, end it as it is, or wait. */
type Plan =
  | { readonly way: Way; readonly told: Told }
  | { readonly outcome: 'unwanted' | 'unreachable' | 'expired' | 'filed' }
  | { readonly from: Instant }

/**
 * Sends what waits in the outbox, some at a time. Each is taken by one worker; one whose worker died is taken again, under
 * the same number for a mail server, and by another way for a text that may have left.
 * @returns how many were taken: none when nothing was due
 */
export async function sendWaiting(most = 20): Promise<number> {
  const { taken, now } = await withViewer({ role: 'worker' }, async ({ sql, now }) => ({
    taken: await sql<Taken>('select * from take_outbox($1)', [most]),
    now,
  }))
  await Promise.all(
    taken.map((message) =>
      // One that cannot be read (its seal is of another key) never keeps the others from leaving.
      send(message, now).catch(async (error: unknown) => {
        logError(`sending of ${message.kind}`, error)
        await putOff(message, pauseAfter(message.tries) * 60, true)
      }),
    ),
  )
  return taken.length
}

async function send(message: Taken, now: Instant): Promise<void> {
  const plan = planOf(message, now)
  if ('outcome' in plan) return end(message, plan.outcome, null)
  if ('from' in plan) return putOff(message, (Date.parse(plan.from) - Date.parse(now)) / 1000)
  const { channel } = plan.way
  const fate = await leave(message, plan.way, plan.told)
  if (fate === 'left') return end(message, 'sent', channel)
  if (fate === 'refused' || isGivenUp(message.failing_seconds * 1000)) return refuse(message, channel)
  return putOff(message, pauseAfter(message.tries) * 60, true)
}

function planOf(message: Taken, now: Instant): Plan {
  const { kind, payload, refused_by: refused } = message
  const { told, to } = openQueued(message)
  if (to !== null) return refused.length > 0 ? { outcome: 'unreachable' } : { way: to, told }
  if (kind === 'one-time-code' && isOlder(message, now, CODE_MINUTES)) return { outcome: 'expired' }
  const isReminder = told.about === 'reminder'
  if (isReminder && message.filed) return { outcome: 'filed' }
  if (isReminder && message.reminders === false) return { outcome: 'unwanted' }
  if (isReminder && told.until !== null && told.until < now) return { outcome: 'expired' }
  const reach = reachOf(message)
  const mayBeUnwanted = told.about !== 'code' && told.about !== 'account'
  if (mayBeUnwanted && !isToBeTold(reach.notifyBy)) return { outcome: 'unwanted' }
  const first = payload['channel'] as Channel | undefined
  // A text that may have left is not sent twice when there is another way; twice is better than never.
  const doubted: Channel[] = mayBeUnwanted && message.in_doubt ? [...refused, 'text'] : refused
  const way = wayTo(reach, doubted, first) ?? wayTo(reach, refused, first)
  if (way === null) return { outcome: 'unreachable' }
  const from = isReminder || (mayBeUnwanted && way.channel === 'text') ? humaneFrom(now) : now
  return from > now ? { from } : { way, told }
}

/** Whether someone wants news as they happen: whoever chose letters reads them when they come. */
const isToBeTold = (notifyBy: NotifyBy | null): boolean => notifyBy === 'email' || notifyBy === 'text'

const isOlder = ({ created_at: at }: Taken, now: Instant, minutes: number): boolean =>
  Date.parse(now) - at.getTime() > minutes * 60_000

/** How the reader is reached: by their account, or by what they said in an application without one. */
function reachOf({ answers, payload, email, mobile, notify_by: notifyBy }: Taken): Reach {
  if (answers === null) return { email, mobile, notifyBy }
  return (
    contactOf(answers, (payload['adult'] ?? 'applicant') as Adult) ?? {
      email: null,
      mobile: null,
      notifyBy: 'none',
    }
  )
}

const languageOf = ({ payload, language }: Taken): 'fr' | 'en' =>
  (payload['language'] ?? language) === 'en' ? 'en' : 'fr'

async function leave(message: Taken, { channel, to }: Way, told: Told): Promise<Fate> {
  const language = languageOf(message)
  const { subject, text, closing } = sendingWords(language, told, env().origin)
  if (channel === 'text') return sendText(to, inGsmAlphabet(text))
  const mayStop = told.about === 'reminder' && message.person_id !== null
  const stopUrl = mayStop ? `${env().origin}/api/stop-reminders/${sealStop(message.person_id!)}` : null
  const body = closing === null ? text : `${text}\n\n${closing}`
  return sendMail({ id: message.id, to, subject, text: body, language, stopUrl })
}

const worker = { role: 'worker' } as const

/** It has left, or never will. */
const end = ({ id }: Taken, outcome: string, by: Channel | null): Promise<void> =>
  withViewer(worker, async ({ sql }) => {
    await sql(
      'update outbox set sent_at = app_now(), outcome = $2, sent_by = $3, begun_at = null where id = $1 and sent_at is null',
      [id, outcome, by],
    )
  })

/** It is tried again later; with `failed`, since when it fails is kept. */
const putOff = ({ id }: Taken, seconds: number, failed = false): Promise<void> =>
  withViewer(worker, async ({ sql }) => {
    await sql(
      `update outbox set begun_at = null, next_at = clock_timestamp() + make_interval(secs => $2),
         failing_since = case when $3 then coalesce(failing_since, clock_timestamp()) else failing_since end
       where id = $1 and sent_at is null`,
      [id, seconds, failed],
    )
  })

/** This way does not reach the person: the next one is tried at once. */
const refuse = ({ id }: Taken, channel: Channel): Promise<void> =>
  withViewer(worker, async ({ sql }) => {
    await sql(
      `update outbox set begun_at = null, failing_since = null, tries = 0, refused_by = refused_by || $2::text
       where id = $1 and sent_at is null`,
      [id, channel],
    )
  })
