import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { longestWords } from '@/domain/decision/move-form'
import { verbs } from '@/domain/decision/transitions'
import { withWorld } from '../../support/world'
import { applicationWithTask, fileWithTask, press, setUpDesk, untilFields, type Desk } from './desk'

/*
 * Whatever arrives, an answer is had and nothing breaks:
 *   DB-01 any fields, on a task of any kind, as its holder: a code, never a failure
 *   DB-02 the longest words one may write fit wherever they go
 *   DB-03 names of fields that are none of ours are kept nowhere
 */
const world = withWorld({ people: false })
let desk: Desk
beforeAll(async () => {
  desk = await setUpDesk(world.owner)
})

it('DB-01 answers any form by a code', async () => {
  const file = (await fileWithTask(world.owner, desk.officeId)).taskId
  const application = (await applicationWithTask(world.owner, desk.officeId)).taskId
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '\0',
      '\ud800',
      '__proto__',
      'constructor',
      '1e400',
      'agreesWithFile',
      'notProved',
      'x'.repeat(9000),
    ),
  )
  const name = fc.oneof(
    fc.constantFrom(
      'reasons',
      'words',
      'note',
      'until.day',
      'until.month',
      'until.year',
      'document',
      'whose',
    ),
    fc.constantFrom(
      'assignee',
      'amount',
      'next',
      'key',
      '__proto__',
      'toString',
      'fact.\0.x',
      'fact.notProved.day',
    ),
    fc.string({ maxLength: 20 }),
  )
  const fields = fc.dictionary(name, fc.oneof(text, fc.array(text, { maxLength: 3 })), { maxKeys: 8 })
  const codes = [
    'moved',
    'refused',
    'alreadyMoved',
    'notPossible',
    'notYours',
    'alreadyLeft',
    'admission-asks',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(file, application),
      fc.constantFrom(...verbs, 'nothing'),
      fields,
      async (taskId, verb, more) => {
        // Held by whoever presses, so that the form is read whole.
        await world.owner.task.update({
          where: { id: taskId },
          data: { state: 'claimed', assignedTo: desk.jules.staffId, endedAt: null },
        })
        const { key: _, ...typed } = more
        const answer = await press(world.owner, desk.jules, taskId, verb, typed)
        expect(codes).toContain(answer.data?.['code'])
      },
    ),
    { numRuns: 40 },
  )
})

it('DB-02 carries the longest words', async () => {
  const words = 'é'.repeat(longestWords)
  for (const [verb, more] of [
    ['requestDocument', { document: 'identityPhoto', ...untilFields('2026-12-18') }],
    ['askCorrection', untilFields('2026-12-18')],
    ['accept', { reasons: 'agreesWithFile' }],
  ] as const) {
    const { taskId } = await fileWithTask(world.owner, desk.officeId)
    await press(world.owner, desk.jules, taskId, 'claim')
    const answer = await press(world.owner, desk.jules, taskId, verb, { ...more, words, note: words })
    expect(answer.data?.['code'], verb).toBe('moved')
  }
})

it('DB-03 keeps no field that is none of ours', async () => {
  const { taskId } = await fileWithTask(world.owner, desk.officeId)
  await press(world.owner, desk.jules, taskId, 'claim')
  const odd = {
    'fact.x': '1',
    'fact.a.b.c': '1',
    role: 'worker',
    personId: 'x',
    'fact.noStatus.day': 'lundi',
  }
  await press(world.owner, desk.jules, taskId, 'refuse', { ...odd, words: 'Non' })
  const kept = await world.owner.taskDraft.findFirstOrThrow({ where: { taskId } })
  const names = Object.keys(kept.fields as object)
  expect(names).toContain('fact.noStatus.day')
  for (const name of ['fact.x', 'fact.a.b.c', 'role', 'personId']) expect(names).not.toContain(name)
})
