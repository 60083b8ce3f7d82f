import { beforeAll, expect, it } from 'vitest'
import type { Staff } from '@/server/viewer'
import { moveClock } from '../../../prisma/demo-clock'
import { withWorld } from '../../support/world'
import { addFiling } from '../../../prisma/builders'
import { day, instant, month } from '@/domain/calendar'
import { formatDay } from '@/i18n/format'
import {
  applicationWithTask,
  codeIn,
  fileWithTask,
  press,
  setUpDesk,
  untilFields,
  type Desk,
  type Fields,
} from './desk'

/*
 * Numbered cases of what is asked of people:
 *   AK-01 a document asked of an applicant stops the clock, with what is accepted and what would do; given, it goes on
 *   AK-02 a question asked of an applicant is a message; their answer is the answer to it
 *   AK-03 what is asked of a household is a message to one adult, in their language, and the task waits until the day
 *   AK-04 of what was told in private, only its author is written to
 *   AK-05 an accepted application waits for what only the agent can settle, and what was typed is kept
 */
const world = withWorld({ people: false })
let desk: Desk
beforeAll(async () => {
  desk = await setUpDesk(world.owner)
})
const move = (viewer: Staff, taskId: string, verb: string, fields: Fields = {}) =>
  press(world.owner, viewer, taskId, verb, fields)
const taskOf = (id: string) => world.owner.task.findUniqueOrThrow({ where: { id } })
const until = untilFields('2026-12-18')

async function clockOf(applicationId: string) {
  const { withViewer } = await import('@/server/db')
  const { readEvents } = await import('@/server/application-events')
  const { agencyClock } = await import('@/domain/application/agency-clock')
  return withViewer(desk.jules, async (door) => agencyClock(await readEvents(door, applicationId), door.now))
}

it('AK-01 asks an applicant for a document, and the clock stops until it is given', async () => {
  const { taskId, applicationId } = await applicationWithTask(world.owner, desk.officeId)
  await move(desk.jules, taskId, 'claim')
  expect(await clockOf(applicationId)).toMatchObject({ state: 'running' })
  expect((await move(desk.jules, taskId, 'requestDocument', until)).status).toBe(422)
  await moveClock(world.owner, '2026-11-19T15:00:00.000Z')
  const asked = await move(desk.jules, taskId, 'requestDocument', { ...until, document: 'accountStatement' })
  expect(codeIn(asked)).toBe('moved')
  expect(await taskOf(taskId)).toMatchObject({ state: 'waiting', untilDay: '2026-12-18' })
  expect(await clockOf(applicationId)).toMatchObject({
    state: 'stopped',
    waitsFor: [{ kind: 'document', subject: 'accountStatement.applicant', byOffice: true }],
  })
  const event = await world.owner.taskEvent.findFirstOrThrow({ where: { taskId, verb: 'requestDocument' } })
  expect(event.details).toMatchObject({
    document: 'accountStatement.applicant',
    accepted: ['bankStatement', 'onlineStatement'],
    substitutes: ['passbook', 'branchPrintout', 'call'],
  })
  const message = await world.owner.message.findFirstOrThrow({ where: { applicationId } })
  expect(message.fromStaff).toBe(desk.jules.staffId)
  expect(message.text).toContain(formatDay(day('2026-12-18'), 'fr'))
  await moveClock(world.owner, '2026-11-20T15:00:00.000Z')
  await world.owner.applicationEvent.create({
    data: {
      ...{ applicationId, kind: 'documentGiven', adult: 'applicant', by: 'applicant' },
      details: { subject: 'accountStatement.applicant' },
    },
  })
  expect(await clockOf(applicationId)).toMatchObject({ state: 'running' })
})

it('AK-02 asks an applicant a question, which their answer answers', async () => {
  const { taskId, applicationId } = await applicationWithTask(world.owner, desk.officeId)
  await move(desk.jules, taskId, 'claim')
  await move(desk.jules, taskId, 'askInformation', { ...until, words: 'Depuis quand vivez-vous là?' })
  const message = await world.owner.message.findFirstOrThrow({ where: { applicationId } })
  expect(message.text).toContain('Depuis quand vivez-vous là?')
  const events = await world.owner.applicationEvent.findMany({
    where: { applicationId, by: 'staff' },
    orderBy: { id: 'asc' },
  })
  expect(
    events.map(({ kind, adult, details }) => [kind, adult, (details as { subject: string }).subject]),
  ).toEqual([
    ['messageReceived', 'applicant', message.id],
    ['informationAsked', 'applicant', message.id],
  ])
})

it('AK-03 writes to one adult of a household, in their language', async () => {
  const { taskId, householdId, personId } = await fileWithTask(world.owner, desk.officeId)
  await world.owner.person.update({ where: { id: personId }, data: { language: 'en' } })
  await move(desk.jules, taskId, 'claim')
  await move(desk.jules, taskId, 'requestDocument', {
    ...until,
    document: 'wageProof',
    words: 'For October.',
  })
  const message = await world.owner.message.findFirstOrThrow({ where: { householdId } })
  expect(message).toMatchObject({ personId, fromStaff: desk.jules.staffId })
  expect(message.text).toContain('For October.')
  expect(message.text).toContain(formatDay(day('2026-12-18'), 'en'))
  expect(await taskOf(taskId)).toMatchObject({ state: 'waiting', assignedTo: desk.jules.staffId })
  expect(await world.owner.outbox.count({ where: { personId } })).toBe(1)
})

it('AK-04 writes of what was told in private to its author alone', async () => {
  const { householdId, personId } = await fileWithTask(world.owner, desk.officeId)
  const { addAdult } = await import('../../../prisma/builders')
  const other = { givenName: 'Max', familyName: 'Autre', birthDate: '1984-01-01' }
  const otherId = await addAdult(world.owner, householdId, other, '2024-01-01')
  const filing = await addFiling(world.owner, {
    ...{ householdId, kind: 'privateChange', month: month('2026-11'), by: otherId, byName: 'Max Autre' },
    receivedAt: instant('2026-11-12T15:00:00.000Z'),
    answers: { changed: ['other'] },
  })
  const task = await world.owner.task.findFirstOrThrow({ where: { subjectId: filing.id } })
  await move(desk.jules, task.id, 'claim')
  const asked = { ...until, words: 'Êtes-vous en sécurité?' }
  // Even when the form says otherwise.
  await move(desk.jules, task.id, 'askInformation', { ...asked, whose: personId })
  const messages = await world.owner.message.findMany({ where: { householdId } })
  expect(messages.map((message) => message.personId)).toEqual([otherId])
})

it('AK-05 settles who is admitted before it accepts', async () => {
  const first = await applicationWithTask(world.owner, desk.officeId)
  const known = await world.owner.applicationVersionPart.findFirstOrThrow({
    where: { version: { applicationId: first.applicationId }, part: 'applicant' },
  })
  const { givenName, familyName } = known.answers as Record<string, string>
  // Someone of the same name and birth date has a file: the agent says whether it is they.
  await world.owner.person.create({
    data: { givenName: givenName!, familyName: familyName!, birthDate: '1999-04-03' },
  })
  await move(desk.jules, first.taskId, 'claim')
  const fields = { reasons: 'provedByDocuments', words: 'Bienvenue.' }
  expect(await move(desk.jules, first.taskId, 'accept', fields)).toMatchObject({
    status: 422,
    to: `/fr/bureau/demandes/${first.applicationId}/admission`,
    data: { code: 'admission-asks' },
  })
  expect(await taskOf(first.taskId)).toMatchObject({ state: 'claimed', version: 2 })
  expect(await world.owner.decision.count({ where: { taskId: first.taskId } })).toBe(0)
  const { findMovePage } = await import('@/features/deciding/queries')
  expect(await findMovePage(desk.jules, `accept-${first.taskId}`)).toMatchObject({
    typed: { words: 'Bienvenue.' },
  })
})
