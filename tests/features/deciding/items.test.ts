import { beforeAll, beforeEach, expect, it } from 'vitest'
import { findOfficeDecision } from '@/features/decisions/office-queries'
import { writeNotice } from '@/features/decisions/notice'
import { moveClock } from '../../../prisma/demo-clock'
import { withWorld } from '../../support/world'
import { codeIn, fileWithTask, morning, press, setUpDesk, type Desk } from './desk'

/*
 * The decision names what was verified on the file. Numbered cases:
 *   DI-01 accepted in part: what is proved, and what is not; the form says it before
 *   DI-02 one item without proof blocks nothing: accepted, it waits, and the amount is decided all the same
 *   DI-03 the last word counts; ticked on another task, it is not of this one
 */
const world = withWorld({ people: false })
let desk: Desk
beforeAll(async () => {
  desk = await setUpDesk(world.owner)
})
beforeEach(() => moveClock(world.owner, morning))

async function ticked(words: readonly (readonly [item: string, outcome: string])[]) {
  const file = await fileWithTask(world.owner, desk.officeId)
  await press(world.owner, desk.jules, file.taskId, 'claim')
  for (const [index, [item, outcome]] of words.entries()) {
    await world.owner.verification.create({
      data: {
        ...{ taskId: file.taskId, item, outcome, staffId: desk.jules.staffId },
        at: new Date(Date.parse(morning) + index * 1000),
      },
    })
  }
  return file
}
const decisionOf = (taskId: string) => world.owner.decision.findFirstOrThrow({ where: { taskId } })

it('DI-01 names what is accepted and what is not', async () => {
  const { findMovePage } = await import('@/features/deciding/queries')
  const { taskId } = await ticked([
    ['people.0', 'verified'],
    ['people.1', 'unproved'],
  ])
  expect(await findMovePage(desk.jules, `partlyAccept-${taskId}`)).toMatchObject({
    around: { verified: [{ item: 'people.0' }, { item: 'people.1' }] },
  })
  await press(world.owner, desk.jules, taskId, 'partlyAccept', { reasons: 'provedByDocuments' })
  const { id, items } = await decisionOf(taskId)
  expect(items).toEqual([
    { item: 'people.0', outcome: 'accepted' },
    { item: 'people.1', outcome: 'refused' },
  ])
  const [notice] = (await findOfficeDecision(desk.jules, id))!.notices
  for (const [locale, said] of [
    ['fr', ['Accepté', 'Non accepté']],
    ['en', ['Accepted', 'Not accepted']],
  ] as const) {
    const { sections } = writeNotice(notice!.data, { locale, adult: null })
    const answers = sections.flatMap((section) => section.items.map(({ answer }) => answer))
    expect(answers).toEqual(expect.arrayContaining([...said]))
  }
})

it('DI-02 lets one item wait, and decides the rest', async () => {
  const { taskId } = await ticked([['people.0', 'unproved']])
  expect(codeIn(await press(world.owner, desk.jules, taskId, 'accept', { reasons: 'agreesWithFile' }))).toBe(
    'moved',
  )
  expect(await decisionOf(taskId)).toMatchObject({
    items: [{ item: 'people.0', outcome: 'waiting' }],
    benefit: { computed: true, month: '2026-11' },
  })
})

it('DI-03 takes the last word on each item of this task', async () => {
  await ticked([['people.2', 'verified']])
  const { taskId } = await ticked([
    ['people.0', 'unproved'],
    ['people.0', 'verified'],
    ['people.1', 'verified'],
    ['people.1', 'cleared'],
  ])
  await press(world.owner, desk.jules, taskId, 'accept', { reasons: 'agreesWithFile' })
  expect((await decisionOf(taskId)).items).toEqual([{ item: 'people.0', outcome: 'accepted' }])
})
