import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { sendMessage, withdraw } from '@/features/following/commands'
import { readProgress } from '@/features/following/queries'
import { openDocument } from '@/features/documents/opening'
import { showDocument } from '@/features/file/document-commands'
import { writeToApplicant } from '@/features/messages/office-commands'
import { withViewer } from '@/server/db'
import { readMailboxes } from '@/server/office-mailboxes'
import type { Applicant, Staff } from '@/server/viewer'
import { beginApplication } from '../../support/application'
import { pdf } from '../../support/files'
import { withWorld } from '../../support/world'
import { openOffice } from '../statement/office'
import { callOf, elsewhere, given, staffOf } from './exchange'

/*
 * Messages of an application for aid: the same mailbox as a household's. Numbered cases:
 *   MA-01 a message of an application that was sent opens a task at its office, due as promised
 *   MA-02 an answer of the office is in the timeline, announced, and ends the task
 *   MA-03 the spouse who came has a mailbox of their own, which the applicant never reads
 *   MA-04 files go both ways, and are no document that was asked for
 *   MA-05 why it was taken back is kept, promises nothing and opens nothing; what waited waits no more
 *   MA-06 another office does not write, and nobody writes into a draft
 */
const world = withWorld({ people: false })
let agent: Staff
let stranger: Staff
beforeAll(async () => {
  agent = await staffOf(world.owner, await openOffice(world.owner))
  stranger = await elsewhere(world.owner)
})

async function sent(withSpouse = false) {
  const visit = await beginApplication()
  const { id } = visit
  await world.owner.application.update({
    where: { id },
    data: { sentAt: new Date('2026-11-09T15:00:00Z'), officeId: agent.officeId },
  })
  await world.owner.applicationEvent.create({ data: { applicationId: id, kind: 'sent', by: 'applicant' } })
  if (withSpouse) {
    await world.owner.applicationAdult.create({
      data: { applicationId: id, adult: 'spouse', cameAt: new Date('2026-11-09T15:00:00Z') },
    })
  }
  return visit
}
const write = (viewer: Applicant, text: string, files?: ReturnType<typeof given>) =>
  sendMessage(callOf(viewer, { key: randomUUID(), text }, files && { files }))
const answer = (
  viewer: Staff,
  id: string,
  text: string,
  more: { adult?: string; seen?: string; files?: ReturnType<typeof given> } = {},
) => {
  const input = {
    key: randomUUID(),
    text,
    person: '',
    adult: more.adult ?? 'applicant',
    seen: more.seen ?? '',
    back: '',
  }
  return writeToApplicant(callOf(viewer, input, { params: { id }, ...(more.files && { files: more.files }) }))
}
const tasks = (applicationId: string) =>
  world.owner.task.findMany({ where: { applicationId, kind: 'message' } })
const rows = (applicationId: string) =>
  world.owner.message.findMany({ where: { applicationId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })

describe('an application', () => {
  it('MA-01 its messages open a task', async () => {
    const { id, viewer } = await sent()
    expect(await write(viewer, 'Bonjour')).toMatchObject({ status: 201 })
    await write(viewer, 'Encore')
    expect(await tasks(id)).toMatchObject([
      {
        state: 'received',
        officeId: agent.officeId,
        householdId: null,
        dueAt: new Date('2026-11-13T04:59:59.999Z'),
      },
    ])
    expect((await readProgress(viewer))!.promise).toEqual({ state: 'promised', day: '2026-11-12' })
  })

  it('MA-02 an answer ends the task and is told', async () => {
    const { id, viewer } = await sent()
    await write(viewer, 'Bonjour')
    const [message] = await rows(id)
    expect(await answer(agent, id, 'Oui', { seen: message!.id })).toMatchObject({ data: { code: 'replied' } })
    expect(await tasks(id)).toMatchObject([{ state: 'closed' }])
    const progress = (await readProgress(viewer))!
    expect(progress.promise).toEqual({ state: 'none' })
    expect(progress.messages.map(({ text, isNew }) => [text, isNew])).toEqual([
      ['Oui', true],
      ['Bonjour', false],
    ])
    expect(progress.timeline.map(({ kind }) => kind)).toContain('messageReceived')
    const news = await world.owner.outbox.findMany({
      where: { kind: 'message', payload: { path: ['applicationId'], equals: id } },
    })
    expect(news.map(({ payload }) => payload)).toEqual([{ applicationId: id, adult: 'applicant' }])
  })

  it('MA-03 each adult has a mailbox', async () => {
    const { id, viewer } = await sent(true)
    await answer(agent, id, 'Pour le conjoint', { adult: 'spouse' })
    expect((await readProgress(viewer))!.messages).toEqual([])
    const boxes = await withViewer(agent, (door) => readMailboxes(door, agent, { applicationId: id }))
    expect(boxes.map(({ mailbox, messages }) => [mailbox.adult, messages.length])).toEqual([
      ['applicant', 0],
      ['spouse', 1],
    ])
    // One who never came has none.
    const alone = await sent()
    expect(await answer(agent, alone.id, 'Bonjour', { adult: 'spouse' })).toMatchObject({ status: 404 })
  })

  it('MA-04 files go both ways', async () => {
    const { id, viewer } = await sent()
    await write(viewer, 'Voici', given(['un.pdf', pdf('% one\n')]))
    await answer(agent, id, 'Voici', { files: given(['deux.pdf', pdf('% two\n')]) })
    const files = (await readProgress(viewer))!.messages.flatMap((one) => one.files)
    expect(files.map(({ name }) => name)).toEqual(['deux.pdf', 'un.pdf'])
    for (const { id: file } of files) {
      expect(await openDocument(callOf(viewer, {}, { params: { id: file } }))).toMatchObject({ file: {} })
      expect(await showDocument(callOf(agent, {}, { params: { id: file } }))).toMatchObject({ file: {} })
      expect(await showDocument(callOf(stranger, {}, { params: { id: file } }))).toMatchObject({
        status: 404,
      })
      // What was sent stays with its message.
      const { removeDocument } = await import('@/features/documents/commands')
      expect(await removeDocument(callOf(viewer, {}, { params: { id: file } }))).toMatchObject({
        status: 404,
      })
    }
    expect(
      await world.owner.applicationEvent.count({ where: { applicationId: id, kind: 'documentGiven' } }),
    ).toBe(0)
  })

  it('MA-05 taken back, nothing waits', async () => {
    const { id, viewer } = await sent()
    await write(viewer, 'Bonjour')
    await withdraw(callOf(viewer, { key: randomUUID(), confirm: 'yes', reason: 'J’ai trouvé' }))
    expect(await rows(id)).toMatchObject([
      { text: 'Bonjour', answeredAt: expect.any(Date) as Date },
      { text: 'J’ai trouvé', replyBy: null },
    ])
    expect(await tasks(id)).toMatchObject([{ state: 'withdrawn' }])
  })

  it('MA-06 nobody else writes', async () => {
    const { id } = await sent()
    expect(await answer(stranger, id, 'Bonjour')).toMatchObject({ status: 404 })
    const draft = await beginApplication()
    expect(await answer(agent, draft.id, 'Bonjour')).toMatchObject({ status: 404 })
    expect(await write(draft.viewer, 'Bonjour')).toMatchObject({ status: 409, data: { code: 'notSent' } })
    expect(await rows(draft.id)).toEqual([])
  })
})
