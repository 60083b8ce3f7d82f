import { beforeAll, beforeEach, expect, it } from 'vitest'
import { formatMoney } from '@/i18n/format'
import { textsOf } from '@/i18n/texts'
import { cents } from '@/domain/money'
import { moveClock } from '../../../prisma/demo-clock'
import { withWorld } from '../../support/world'
import {
  applicationWithTask,
  codeIn,
  fileWithTask,
  morning,
  press,
  setUpDesk,
  untilFields,
  type Desk,
  type Fields,
} from './desk'

/*
 * A form that is tried says what it would do, and does nothing. Numbered cases:
 *   LV-01 both months with the amount that is set, and that a second person must agree; nothing is written
 *   LV-02 the amount that is kept, or that cannot be read; a decision that one person takes
 *   LV-03 moved meanwhile, it says so before it is sent, and keeps nothing
 * And what was typed is never lost:
 *   LV-04 whatever was typed in a form that someone else’s move refused is on the panel, for its author alone
 *   LV-05 refused for bad input, every field comes back as it was typed, with script or without
 */
const world = withWorld({ people: false })
let desk: Desk
beforeAll(async () => {
  desk = await setUpDesk(world.owner)
})
beforeEach(() => moveClock(world.owner, morning))
const t = textsOf('fr', 'deciding')
const move = (taskId: string, verb: string, fields: Fields = {}, who = desk.jules) =>
  press(world.owner, who, taskId, verb, fields)
const tried = { try: 'yes' }
const written = async (taskId: string) => ({
  decisions: await world.owner.decision.count({ where: { taskId } }),
  drafts: await world.owner.taskDraft.count({ where: { taskId } }),
  version: (await world.owner.task.findUniqueOrThrow({ where: { id: taskId } })).version,
})

it('LV-01 says both months and the second person, and writes nothing', async () => {
  const { taskId, applicationId } = await applicationWithTask(world.owner, desk.officeId)
  await move(taskId, 'claim')
  const answer = await move(taskId, 'accept', { ...tried, amount: '700,00' })
  expect(codeIn(answer)).toBe('tried')
  const told = answer.data!['told'] as string[]
  expect(told).toHaveLength(3)
  expect(told[0]).toContain('novembre 2026')
  expect(told[0]).toContain(formatMoney(cents(35_000), 'fr'))
  expect(told[1]).toContain('décembre 2026')
  expect(told[1]).toContain(formatMoney(cents(70_000), 'fr'))
  expect(told[2]).toBe(t('form.live.second'))
  expect(await written(taskId)).toEqual({ decisions: 0, drafts: 0, version: 2 })
  expect(await world.owner.admission.count({ where: { applicationId } })).toBe(0)
})

it('LV-02 says what is kept, or not read', async () => {
  const { taskId } = await fileWithTask(world.owner, desk.officeId)
  await move(taskId, 'claim')
  const toldOf = async (verb: string, fields: Fields) =>
    (await move(taskId, verb, { ...tried, ...fields })).data!['told']
  expect(await toldOf('accept', {})).toEqual([t('form.live.kept'), t('form.live.alone')])
  expect(await toldOf('accept', { amount: '7 x' })).toEqual([t('form.live.unread'), t('form.live.second')])
  expect(await toldOf('hold', {})).toEqual([t('form.live.second')])
  expect(await toldOf('askInformation', {})).toEqual([])
  expect(await written(taskId)).toEqual({ decisions: 0, drafts: 0, version: 2 })
})

it('LV-03 says that someone moved it', async () => {
  const { taskId } = await fileWithTask(world.owner, desk.officeId)
  await move(taskId, 'claim')
  const answer = await move(taskId, 'accept', { ...tried, version: '1', words: 'Bonjour' })
  expect(answer).toMatchObject({
    status: 409,
    data: { code: 'alreadyMoved', told: [t('refusal.alreadyMoved.title')] },
  })
  expect(await written(taskId)).toEqual({ decisions: 0, drafts: 0, version: 2 })
})

it('LV-04 keeps what someone else’s move refused', async () => {
  const { findTaskPanel } = await import('@/features/deciding/queries')
  const { taskId, filingId } = await fileWithTask(world.owner, desk.officeId)
  await move(taskId, 'claim')
  const typed = { amount: '512,25', 'fact.incomeCounted.month': '2026-10', ...untilFields('2026-12-04') }
  await move(taskId, 'assign', { assignee: desk.lina.staffId }, desk.marc)
  expect(codeIn(await move(taskId, 'accept', { ...typed, version: '2' }))).toBe('alreadyMoved')
  const about = { subjectId: filingId }
  expect((await findTaskPanel(desk.jules, about))!.unfinished).toMatchObject({
    verb: 'accept',
    fields: typed,
  })
  expect((await findTaskPanel(desk.marc, about))!.unfinished).toBeNull()
  // A button has nothing to keep.
  const other = await fileWithTask(world.owner, desk.officeId)
  await move(other.taskId, 'claim')
  await move(other.taskId, 'release', { version: '1' })
  expect((await written(other.taskId)).drafts).toBe(0)
})

it('LV-05 gives back every field of a form that is refused', async () => {
  const { findMovePage } = await import('@/features/deciding/queries')
  const { taskId } = await applicationWithTask(world.owner, desk.officeId)
  await move(taskId, 'claim')
  const typed = {
    ...{ words: 'Vos mots', note: 'La note', amount: 'sept cents', 'fact.incomeCounted.amountCents': 'x' },
    'fact.incomeCounted.month': 'octobre',
  }
  expect(await move(taskId, 'accept', { ...typed, reasons: ['incomeCounted', 'eligible'] })).toMatchObject({
    status: 422,
  })
  expect(await findMovePage(desk.jules, `accept-${taskId}`)).toMatchObject({
    typed: { ...typed, reasons: 'incomeCounted eligible' },
  })
})
