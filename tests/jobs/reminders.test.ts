import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { instant, type Instant } from '@/domain/calendar'
import { call, household, moveClock, openOffice, unchanged } from '../features/statement/office'
import type { Citizen } from '@/server/viewer'
import { startPost } from '../support/post'
import { withWorld } from '../support/world'

/*
 * Reminders of the statement of November 2026, whose limit is the end of Monday the 16th, on the real database. Numbered
 * cases:
 *   RM-01 10, 5 and 1 days before, on the day and after: once each, however often the job runs, at humane hours only
 *   RM-02 never to someone who filed, even between the reminder and its leaving
 *   RM-03 by the way each adult chose; the other way as well once a reminder was not read
 *   RM-04 who wants no news, no reminders, or need not file, is not reminded
 *   RM-05 a later limit is told of, once, and the reminders go by it
 *   RM-06 a reminder that could not leave before the limit never leaves
 *   RM-07 whoever chose letters has one, which waits for the printer and leaves by no other way
 *   RM-08 whoever no way reaches has a letter, while it may still arrive
 */
const world = withWorld({ people: false })
const post = await startPost()
Object.assign(process.env, post.env)
const remind = async () => (await import('@/jobs/reminders')).remindOfStatements()
const fileIt = async (viewer: Citizen) =>
  (await import('@/features/statement/commands')).submitStatement(call(viewer, unchanged()))
const sendWaiting = async () => (await import('@/features/sending/commands')).sendWaiting()
/** When everybody was last seen: a movable clock takes the visits along with it. */
let lastSeen = '2026-11-01T15:00:00.000Z'
const timeOn = (day: number, hour = 15) =>
  `2026-11-${String(day).padStart(2, '0')}T${hour}:00:00.000Z` as Instant
/** 10:00 in Québec on a day of November 2026. */
async function on(day: number, hour?: number): Promise<void> {
  await moveClock(world.owner, timeOn(day, hour))
  await world.owner.$executeRawUnsafe('update auth."session" set seen_at = $1::timestamptz', lastSeen)
}
/** Everybody comes on a day, an hour later. */
const seen = (day: number) => {
  lastSeen = timeOn(day, 16)
}
let office: string

beforeAll(async () => {
  office = await openOffice(world.owner)
})
afterAll(() => post.stop())
beforeEach(async () => {
  await world.owner.reminder.deleteMany()
  await world.owner.outbox.deleteMany()
  await world.owner.contact.deleteMany()
  await world.owner.$executeRawUnsafe(
    'update auth."session" set seen_at = $1::timestamptz',
    '2026-11-01T15:00:00Z',
  )
  post.mails.length = 0
  post.texts.length = 0
  lastSeen = '2026-11-01T15:00:00.000Z'
})

type Wish = { notifyBy?: 'email' | 'text' | 'letter' | 'none'; reminders?: boolean; mobile?: string | null }
async function someone(
  { notifyBy = 'email', reminders = true, mobile = '+15145550101' }: Wish = {},
  adults = ['Ana'],
) {
  await on(2)
  const { id, viewers } = await household(world.owner, office, adults)
  for (const { personId } of viewers)
    await world.owner.contact.create({
      data: { personId, email: 'ana@exemple.ca', mobile, notifyBy, reminders },
    })
  return { id, viewers }
}
const reminders = async (householdId: string) =>
  (
    await world.owner.reminder.findMany({
      where: { householdId },
      orderBy: [{ at: 'asc' }, { channel: 'asc' }],
    })
  ).map(({ moment, channel }) => `${moment} ${channel}`)

describe('reminders', () => {
  test('RM-01 once each', async () => {
    const { id } = await someone()
    for (const day of [5, 6, 7, 10, 11, 14, 15, 16, 17, 21, 22]) {
      await on(day)
      await remind()
      await remind()
      seen(day)
    }
    expect(await reminders(id)).toEqual([
      'tenDays email',
      'fiveDays email',
      'oneDay email',
      'today email',
      'after email',
    ])
    await world.owner.reminder.deleteMany()
    await on(11, 12) // 7:00
    expect(await remind()).toBe(0)
  })

  test('RM-02 never to someone who filed', async () => {
    const { id, viewers } = await someone()
    const other = await someone()
    await on(6)
    await fileIt(viewers[0]!)
    expect(await remind()).toBe(1)
    expect(await reminders(id)).toEqual([])
    await fileIt(other.viewers[0]!)
    await world.owner.outbox.deleteMany({ where: { kind: 'receipt' } })
    await sendWaiting()
    expect(post.mails).toEqual([])
    expect(await world.owner.outbox.findMany()).toMatchObject([{ kind: 'reminder', outcome: 'filed' }])
  })

  test('RM-03 each by their way, and by the other when unread', async () => {
    const { id } = await someone({ notifyBy: 'text' }, ['Ana', 'Luc'])
    await on(6)
    expect(await remind()).toBe(2)
    await sendWaiting()
    expect(post.texts).toHaveLength(2)
    expect(post.texts[0]!.body).toBe(
      'Avant le 16 novembre 2026 à 23 h 59, lisez le message qui vous attend dans votre dossier.',
    )
    await on(11)
    expect(await remind()).toBe(4)
    expect(await remind()).toBe(0)
    seen(11)
    await on(15)
    expect(await remind()).toBe(2)
    expect((await reminders(id)).filter((one) => one.startsWith('fiveDays')).sort()).toEqual([
      'fiveDays email',
      'fiveDays email',
      'fiveDays text',
      'fiveDays text',
    ])
  })

  test('RM-04 who is not reminded', async () => {
    await someone({ notifyBy: 'none' })
    await someone({ reminders: false })
    const { id } = await someone()
    await world.owner.filingObligation.create({
      data: { householdId: id, month: '2026-11', files: 'whenChanged', reason: 'Accord' },
    })
    await on(6)
    expect(await remind()).toBe(0)
  })

  test('RM-05 a later limit', async () => {
    const { id } = await someone()
    await on(16)
    await remind()
    seen(16)
    await world.owner.filingExtension.create({
      data: {
        ...{ scope: 'household', householdId: id, month: '2026-11' },
        ...{ newInstant: new Date('2026-11-21T04:59:59.999Z'), reasonFr: 'Panne', reasonEn: 'Outage' },
        decidedAt: new Date('2026-11-16T15:00:00.000Z'),
      },
    })
    await on(17)
    expect(await remind()).toBe(2)
    expect(await remind()).toBe(0)
    seen(17)
    await on(20)
    await remind()
    expect((await reminders(id)).sort()).toEqual([
      'extended email',
      'fiveDays email',
      'today email',
      'today email',
    ])
    await sendWaiting()
    const limits = post.mails.map(({ raw }) =>
      /Avant le=C2=A0(\d+)|Avant le (\d+)/.exec(raw)?.slice(1).join(''),
    )
    expect(limits).toContain('20')
  })

  test('RM-06 too late', async () => {
    await someone()
    await on(16)
    await remind()
    await moveClock(world.owner, instant('2026-11-17T15:00:00.000Z'))
    await sendWaiting()
    expect(await world.owner.outbox.findMany()).toMatchObject([{ kind: 'reminder', outcome: 'expired' }])
  })

  test('RM-07 by mail', async () => {
    const { id } = await someone({ notifyBy: 'letter' })
    for (const day of [2, 3, 6, 10, 11, 16, 17]) {
      await on(day)
      await remind()
    }
    expect(await reminders(id)).toEqual(['letter letter'])
    expect(await world.owner.outbox.count()).toBe(0)
    await sendWaiting()
    expect([post.mails.length, post.texts.length]).toEqual([0, 0])
  })

  test('RM-08 nothing else reaches them', async () => {
    const { id } = await someone()
    await world.owner.contact.updateMany({ data: { email: 'refused@exemple.ca', mobile: null } })
    await on(6)
    expect(await remind()).toBe(1)
    await sendWaiting() // the address is refused
    await sendWaiting() // and there is no other
    expect(await world.owner.outbox.findMany()).toMatchObject([{ outcome: 'unreachable' }])
    await on(7)
    expect(await remind()).toBe(1)
    expect(await remind()).toBe(0)
    expect(await reminders(id)).toEqual(['tenDays email', 'letter letter'])
    await world.owner.reminder.deleteMany()
    await on(11)
    await remind()
    expect(await reminders(id)).toEqual(['fiveDays email'])
  })
})
