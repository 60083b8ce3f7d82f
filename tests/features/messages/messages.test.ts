import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '@/domain/calendar'
import { findConversation } from '@/features/messages/office-queries'
import { readMessagesPage } from '@/features/messages/queries'
import { getFileHome } from '@/features/statement/queries'
import { messages as words } from '@/i18n/messages'
import { withViewer } from '@/server/db'
import { readMailboxes } from '@/server/office-mailboxes'
import { findTask, moveTask } from '@/server/tasks'
import type { Citizen, Staff } from '@/server/viewer'
import { household, moveClock, openOffice, tenth } from '../statement/office'
import { withWorld } from '../../support/world'
import { answer, elsewhere, staffOf, write } from './exchange'

/*
 * Messages between a person and their office, on the real database. Numbered cases:
 *   ME-01 a message is kept once, with the promise of an answer, and opens a task due by then
 *   ME-02 more of them are one task, and whoever has it open cannot end it without having seen them
 *   ME-03 an answer keeps the promise and ends the task; it is new once, and counted until it is read
 *   ME-04 an answer to what was on the screen leaves what came meanwhile waiting
 *   ME-05 a task that ends another way leaves no promise
 *   ME-06 the other adult, another household, another office and the contact centre find nothing
 *   ME-07 what announces a message holds no word of it, no name, no address
 *   ME-08 what cannot be sent waits in its form
 *   ME-09 who left reads what was theirs and writes no more there
 *   ME-11 what waits for an answer of this adult goes back to who asked; what waits for another waits on
 *   ME-10 the wall alone: nobody writes in another's name, answers their own message, or changes a word
 */
const world = withWorld({ people: false })
let office: string
let agent: Staff
let stranger: Staff
beforeAll(async () => {
  office = await openOffice(world.owner)
  agent = await staffOf(world.owner, office)
  stranger = await elsewhere(world.owner)
})

async function couple() {
  await moveClock(world.owner, tenth)
  const { id, viewers } = await household(world.owner, office, ['Ana', 'Luc'])
  const [ana, luc] = viewers as [Citizen, Citizen]
  return { id, ana, luc, to: { householdId: id, personId: ana.personId } }
}
const rows = (householdId: string) =>
  world.owner.message.findMany({ where: { householdId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
const tasks = (householdId: string) => world.owner.task.findMany({ where: { householdId, kind: 'message' } })
const mailbox = async (householdId: string, viewer = agent) =>
  withViewer(viewer, (door) => readMailboxes(door, viewer, { householdId }))

describe('a message to the office', () => {
  it('ME-01 is kept once, with a promise, and opens a task', async () => {
    const { id, ana } = await couple()
    const key = randomUUID()
    const sent = await write(ana, ' Bonjour\r\nQuand? ', { key })
    expect(sent).toMatchObject({ status: 201, data: { code: 'messageSent' } })
    await write(ana, 'Bonjour\nQuand?', { key })
    expect(await rows(id)).toMatchObject([
      { personId: ana.personId, text: 'Bonjour\nQuand?', replyBy: '2026-11-12', fromStaff: null },
    ])
    const [task, ...more] = await tasks(id)
    expect(more).toEqual([])
    expect(task).toMatchObject({ state: 'received', urgency: 6, officeId: office, assignedTo: null })
    expect(task!.dueAt!.toISOString()).toBe('2026-11-13T04:59:59.999Z')
    const page = await readMessagesPage(ana)
    expect(page).toMatchObject({
      promise: { state: 'promised', day: '2026-11-12' },
      couple: true,
      replyDays: 2,
    })
    await moveClock(world.owner, instant('2026-11-13T15:00:00.000Z'))
    expect((await readMessagesPage(ana)).promise.state).toBe('late')
  })

  it('ME-02 more of them are one task, which moves on', async () => {
    const { id, ana, luc } = await couple()
    await write(ana, 'Un')
    const [first] = await tasks(id)
    await write(ana, 'Deux')
    const [task, ...more] = await tasks(id)
    expect([more, task!.version]).toEqual([[], first!.version + 1])
    const close = await withViewer(agent, async (door) => {
      const found = (await findTask(door, task!.id))!
      return moveTask(door, agent, found, 'close', { version: first!.version })
    })
    expect(close).toEqual({ refusal: 'alreadyMoved' })
    // Each adult's mailbox has its own.
    await write(luc, 'Trois')
    expect(await tasks(id)).toHaveLength(2)
  })

  it('ME-11 gives back what waits for it to who asked', async () => {
    const { id, ana, luc } = await couple()
    const waiting = async (verb: string, whose: string, assignedTo: string | null = agent.staffId) => {
      const task = {
        kind: 'statement',
        officeId: office,
        householdId: id,
        subjectId: randomUUID(),
        urgency: 3,
      }
      const { id: taskId } = await world.owner.task.create({
        data: { ...task, state: 'waiting', assignedTo, untilDay: '2026-11-20' },
      })
      // Another office has the file since: whoever held a task of it holds it no more.
      await world.owner.task.update({ where: { id: taskId }, data: { assignedTo } })
      const asked = { taskId, verb, fromState: 'claimed', toState: 'waiting', details: { whose } }
      await world.owner.taskEvent.create({ data: asked })
      return taskId
    }
    const mine = await waiting('askInformation', ana.personId)
    const ofNobody = await waiting('askCorrection', ana.personId, null)
    const paper = await waiting('requestDocument', ana.personId)
    const his = await waiting('askInformation', luc.personId)
    await write(ana, 'Voici ma réponse.')
    const stateOf = async (taskId: string) => {
      const task = await world.owner.task.findUniqueOrThrow({
        where: { id: taskId },
        include: { events: true },
      })
      return [
        task.state,
        task.untilDay,
        task.events
          .map(({ verb }) => verb)
          .sort()
          .join(' '),
      ]
    }
    expect(await stateOf(mine)).toEqual(['claimed', null, 'askInformation resume'])
    expect(await stateOf(ofNobody)).toEqual(['received', null, 'askCorrection receive'])
    expect(await stateOf(paper)).toEqual(['waiting', '2026-11-20', 'requestDocument'])
    expect(await stateOf(his)).toEqual(['waiting', '2026-11-20', 'askInformation'])
  })

  it('ME-08 waits in its form when it cannot go', async () => {
    const { id, ana } = await couple()
    expect(await write(ana, '  ')).toMatchObject({ status: 422, data: { code: 'messageEmpty' } })
    expect((await readMessagesPage(ana)).typed).toBe('')
    const long = 'é'.repeat(4_001)
    expect(await write(ana, long)).toMatchObject({ status: 422, data: { code: 'messageTooLong' } })
    expect((await readMessagesPage(ana)).typed).toBe(long)
    await write(ana, long.slice(1))
    expect((await readMessagesPage(ana)).typed).toBe('')
    expect(await rows(id)).toHaveLength(1)
  })
})

describe('an answer', () => {
  it('ME-03 keeps the promise, ends the task, and is new once', async () => {
    const { id, ana, to } = await couple()
    await write(ana, 'Un')
    const [message] = await rows(id)
    const key = randomUUID()
    const back = `/fr/bureau/messages/${message!.id}`
    const sent = await answer(agent, to, 'Voici.', { key, seen: message!.id, back })
    expect(sent).toMatchObject({ status: 201, to: `${back}?told=replied#messages` })
    await answer(agent, to, 'Voici.', { key, seen: message!.id })
    expect(await rows(id)).toMatchObject([
      { text: 'Un', answeredAt: expect.any(Date) as Date },
      { text: 'Voici.', fromStaff: agent.staffId, replyBy: null },
    ])
    expect(await tasks(id)).toMatchObject([{ state: 'closed' }])
    expect(
      await world.owner.taskEvent.findFirst({ where: { verb: 'close', task: { householdId: id } } }),
    ).toMatchObject({ staffId: agent.staffId, details: { why: 'answered' } })
    expect((await getFileHome(ana)).unread).toBe(1)
    const first = await readMessagesPage(ana)
    expect(first.messages.map(({ text, isNew, writer }) => [text, isNew, writer])).toEqual([
      ['Voici.', true, null],
      ['Un', false, null],
    ])
    expect(first.promise).toEqual({ state: 'none' })
    expect((await readMessagesPage(ana)).messages[0]).toMatchObject({ isNew: false })
    expect((await getFileHome(ana)).unread).toBe(0)
    const [seenByOffice] = await mailbox(id)
    expect(seenByOffice!.messages[0]).toMatchObject({
      writer: 'Alix Agente',
      readAt: expect.any(String) as string,
    })
    // Written to again, the office has another task.
    await write(ana, 'Merci, mais')
    expect((await tasks(id)).map(({ state }) => state).sort()).toEqual(['closed', 'received'])
  })

  it('ME-04 leaves what came meanwhile waiting', async () => {
    const { id, ana, to } = await couple()
    await write(ana, 'Un')
    const [seen] = await rows(id)
    await moveClock(world.owner, instant('2026-11-11T15:00:00.000Z'))
    await write(ana, 'Deux')
    const sent = await answer(agent, to, 'Voici.', { seen: seen!.id })
    expect(sent).toMatchObject({ data: { code: 'moreCame' } })
    expect(await rows(id)).toMatchObject([
      { text: 'Un', answeredAt: expect.any(Date) as Date },
      { text: 'Deux', answeredAt: null },
      { text: 'Voici.' },
    ])
    expect(await tasks(id)).toMatchObject([{ endedAt: null }])
    expect((await readMessagesPage(ana)).promise).toEqual({ state: 'promised', day: '2026-11-13' })
  })

  it('ME-05 is not needed once the task ends another way', async () => {
    const { id, ana } = await couple()
    await write(ana, 'Merci!')
    const [task] = await tasks(id)
    await withViewer(agent, async (door) => {
      const found = (await findTask(door, task!.id))!
      return moveTask(door, agent, found, 'close', { version: found.version })
    })
    expect(await rows(id)).toMatchObject([{ answeredAt: expect.any(Date) as Date }])
    expect((await readMessagesPage(ana)).promise).toEqual({ state: 'none' })
  })

  it('ME-07 is announced without a word of it', async () => {
    const { id, ana, to } = await couple()
    await answer(agent, to, 'Votre loyer de 812,34 $')
    const news = await world.owner.outbox.findMany({ where: { personId: ana.personId } })
    expect(news.map(({ kind, payload }) => [kind, payload])).toEqual([['message', {}]])
    const trail = await world.owner.audit.findMany({ where: { householdId: id, act: 'wrote' } })
    expect(trail.map((one) => [one.actorId, one.subjectKind, one.details])).toEqual([
      [agent.staffId, 'message', {}],
    ])
    for (const locale of ['fr', 'en'] as const) {
      const { subject, text } = words[locale].sending.waiting
      // No argument: nothing can ever be put into it.
      expect(`${subject} ${text}`).not.toMatch(/[{}<>]|https?:/)
    }
  })
})

describe('the others', () => {
  it('ME-06 find nothing', async () => {
    const { id, ana, luc, to } = await couple()
    const { viewers } = await household(world.owner, office, ['Zoé'])
    await write(ana, 'Pour le bureau seul')
    await answer(agent, to, 'Pour Ana seule')
    for (const viewer of [luc, viewers[0]!]) {
      expect((await readMessagesPage(viewer)).messages).toEqual([])
      expect(await withViewer(viewer, ({ tx }) => tx.message.count({ where: { householdId: id } }))).toBe(0)
    }
    const [message] = await rows(id)
    expect(await findConversation(agent, message!.id)).toMatchObject({ mailbox: { name: 'Ana Essai' } })
    expect(await findConversation(stranger, message!.id)).toBeNull()
    expect(await findConversation(agent, randomUUID())).toBeNull()
    expect(await findConversation(agent, 'odd')).toBeNull()
    expect(await mailbox(id, stranger)).toEqual([])
    expect(await withViewer(stranger, ({ tx }) => tx.message.count({ where: { householdId: id } }))).toBe(0)
    const contact = await staffOf(world.owner, office, 'contact', 'Carla Contact')
    expect(await mailbox(id, contact)).toEqual([])
    await expect(withViewer(contact, ({ tx }) => tx.message.count())).rejects.toThrow()
    for (const viewer of [stranger, contact])
      expect(await answer(viewer, to, 'Bonjour')).toMatchObject({ status: 404 })
    // Neither a child, nor someone of another household.
    expect(await answer(agent, { householdId: id, personId: viewers[0]!.personId }, 'Bonjour')).toMatchObject(
      {
        status: 404,
      },
    )
    const looks = { act: 'looked', subjectKind: 'message', subjectId: message!.id }
    expect(await world.owner.audit.findMany({ where: looks })).toMatchObject([
      { actorId: agent.staffId, householdId: id },
    ])
  })

  it('ME-09 who left reads theirs and writes no more', async () => {
    const { id, ana, luc } = await couple()
    await write(luc, 'Avant')
    await world.owner.householdMember.updateMany({
      where: { householdId: id, personId: luc.personId },
      data: { untilDay: '2026-11-09' },
    })
    const gone: Citizen = {
      ...luc,
      memberships: luc.memberships.map((one) => ({ ...one, untilDay: '2026-11-09' as never })),
    }
    const page = await readMessagesPage(gone)
    expect([page.office, page.messages.map(({ text }) => text)]).toEqual([null, ['Avant']])
    expect(await write(gone, 'Après')).toMatchObject({ status: 409, data: { code: 'noOffice' } })
    expect((await readMessagesPage(gone)).typed).toBe('Après')
    // The office still reads it, and can still answer.
    expect((await mailbox(id)).map(({ name }) => name)).toEqual(['Ana Essai', 'Luc Essai'])
    expect((await readMessagesPage(ana)).couple).toBe(false)
  })

  it('ME-10 nobody gets past the wall', async () => {
    const { id, ana, luc, to } = await couple()
    await write(ana, 'Un')
    await answer(agent, to, 'Deux')
    const before = await rows(id)
    const insert = `insert into message (household_id, person_id, text, key, from_staff) values ($1, $2, 'x', $3, $4)`
    const tries: readonly [Citizen | Staff, string, readonly unknown[]][] = [
      [luc, insert, [id, ana.personId, randomUUID(), null]],
      [ana, insert, [id, ana.personId, randomUUID(), agent.staffId]],
      [ana, `update message set answered_at = app_now() where household_id = $1`, [id]],
      [ana, `update message set text = 'x' where household_id = $1`, [id]],
      [ana, `delete from message where household_id = $1`, [id]],
      [agent, insert, [id, ana.personId, randomUUID(), stranger.staffId]],
      [agent, insert, [id, ana.personId, randomUUID(), null]],
      [agent, `update message set text = 'x' where household_id = $1`, [id]],
      [stranger, insert, [id, ana.personId, randomUUID(), stranger.staffId]],
      [agent, `select id from upload where requirement = $1`, ['message']],
    ]
    for (const [viewer, text, values] of tries)
      await expect(
        withViewer(viewer, ({ sql }) => sql(text, values)),
        text,
      ).rejects.toThrow()
    // What the wall hides is simply not there.
    await withViewer(luc, ({ sql }) =>
      sql('update message set read_at = app_now() where household_id = $1', [id]),
    )
    await withViewer(stranger, ({ sql }) =>
      sql('update message set answered_at = app_now() where household_id = $1', [id]),
    )
    expect(await rows(id)).toEqual(before)
  })
})
