import 'server-only'
import type { Told } from '@/domain/sending/told'
import { instantOf, type Day, type Instant } from '@/domain/calendar'
import { unsealAccessCode } from '@/server/access-codes'
import { arrivalFromReading } from '@/server/clock'
import { withViewer } from '@/server/db'
import { env } from '@/server/env'
import type { Channel } from '@/server/one-time-codes'
import { openQueued } from '@/server/outbox'

/** What time it is in the demo, to ten seconds once someone has moved its clock elsewhere; null outside of it. */
export async function findDemoTime(): Promise<Instant | null> {
  if (!env().demo) return null
  return arrivalFromReading() ?? withViewer({ role: 'anonymous' }, async ({ now }) => now)
}

/** What the demo has sent, newest first, and the letters its people have in hand. */
export type DemoMail = {
  readonly origin: string
  readonly messages: readonly {
    readonly at: Instant
    readonly name: string
    readonly channel: Channel | null
    readonly told: Told
  }[]
  readonly letters: readonly { name: string; fileNumber: string; birthDate: Day; code: string }[]
}

/** Everything the demo has sent; null outside of it, where nothing of the kind can be asked. */
export async function findDemoMail(): Promise<DemoMail | null> {
  if (!env().demo) return null
  return withViewer({ role: 'anonymous' }, async ({ sql }) => {
    const [installed] = await sql<{ there: boolean }>(
      `select to_regproc('demo_messages') is not null and to_regproc('demo_letters') is not null as there`,
    )
    if (!installed?.there) return null
    const messages = await sql<Message>('select * from demo_messages()')
    const letters = await sql<Letter>('select * from demo_letters()')
    return {
      origin: env().origin,
      messages: messages.map(({ at, kind, name, channel, payload }) => ({
        at: instantOf(at),
        name,
        channel,
        told: openQueued({ kind, payload }).told,
      })),
      letters: letters.map((letter) => ({
        name: letter.name,
        fileNumber: letter.file_number,
        birthDate: letter.birth_date,
        code: unsealAccessCode(env().secret, letter.sealed),
      })),
    }
  })
}

type Message = {
  at: Date
  kind: string
  name: string
  channel: Channel | null
  payload: Record<string, string>
}
type Letter = { name: string; file_number: string; birth_date: Day; sealed: Buffer }
