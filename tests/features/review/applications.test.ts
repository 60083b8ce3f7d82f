import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { instant } from '@/domain/calendar'
import { requirementEvents } from '@/domain/application/events'
import { findApplication } from '@/features/review/application-queries'
import { staff, withWorld } from '../../support/world'

/*
 * Applications as an office receives them. Numbered cases:
 *   RP-03 opening one shows it whole and is written in the trail; another office finds nothing and leaves no trace
 *   RP-05 one that waits for a person to choose its office is seen by supervisors, of any office, and by no agent
 *   RP-04 a disagreement of the spouse is told to the office
 */
const world = withWorld()
const now = instant('2026-11-18T15:00:00.000Z')
beforeEach(async () => {
  await moveClock(world.owner, now)
  await world.owner.application.updateMany({ data: { withdrawnAt: new Date('2026-01-01') } })
})

type Sent = {
  readonly name?: string
  readonly urgent?: string[]
  readonly at?: string
  readonly required?: string[]
}

/** An application as sent to the office of a member of the staff. */
async function sentTo(
  officeId: string,
  { name = 'Ada', urgent = [], at = '2026-11-16', required = [] }: Sent = {},
) {
  const sentAt = new Date(`${at}T15:00:00.000Z`)
  const routing = { officeCode: '009', reason: 'mostLikely', certain: false, details: { postalArea: 'J2B' } }
  const { id } = await world.owner.application.create({
    data: { startKey: randomUUID(), startedAt: sentAt, sentAt, officeId, urgent, routing },
  })
  await world.owner.applicationVersion.create({
    data: {
      ...{
        applicationId: id,
        version: 1,
        receiptNumber: `Q-${randomUUID()}`,
        answersDigest: 'x',
        schemaVersion: 1,
      },
      ...{ wordingVersion: 'w', language: 'fr', signedName: name, receivedAt: sentAt, key: randomUUID() },
      parts: {
        create: [
          { part: 'household', answers: { rent: '700' } },
          { part: 'applicant', answers: { givenName: name } },
        ],
      },
    },
  })
  for (const event of [
    ...requirementEvents(required, 'applicant'),
    { kind: 'sent', adult: null, details: {} },
  ])
    await world.owner.applicationEvent.create({
      data: { ...event, details: event.details as object, applicationId: id, by: 'applicant', at: sentAt },
    })
  return id
}
const agent = async (name: string) => {
  const viewer = await staff(world.owner, name)
  return { viewer, officeId: viewer.officeId! }
}

it('RP-03 opens one whole, and writes the look; another office finds nothing', async () => {
  const [jules, karine] = [await agent('Jules Agent'), await agent('Karine Agente')]
  const id = await sentTo(jules.officeId, { required: ['lease.household'] })
  await world.owner.documentAnswer.create({
    data: {
      applicationId: id,
      requirement: 'lease.household',
      adult: 'applicant',
      answer: 'mail',
      note: 'Lundi',
    },
  })
  await world.owner.message.create({
    data: { applicationId: id, adult: 'applicant', text: 'Bonjour', key: randomUUID() },
  })
  const looks = () => world.owner.audit.count({ where: { act: 'looked', subjectId: id } })
  expect(await findApplication(karine.viewer, id)).toBeNull()
  expect(await findApplication(jules.viewer, randomUUID())).toBeNull()
  expect(await findApplication(jules.viewer, 'odd')).toBeNull()
  expect(await looks()).toBe(0)
  expect(await findApplication(jules.viewer, id)).toMatchObject({
    signedName: 'Ada',
    version: 1,
    answers: { applicant: { rent: '700', givenName: 'Ada' }, spouse: null },
    clock: { state: 'notStarted' },
    missing: { own: [{ subject: 'lease.household', until: '2026-12-16' }], ofOther: 0 },
    answered: [{ requirement: 'lease.household', answer: 'mail', note: 'Lundi' }],
    mailboxes: [{ messages: [{ text: 'Bonjour', fromOffice: false }], mailbox: { adult: 'applicant' } }],
    disagreement: null,
  })
  expect(await looks()).toBe(1)
  const draft = await world.owner.application.create({
    data: { startKey: randomUUID(), officeId: jules.officeId },
  })
  expect(await findApplication(jules.viewer, draft.id)).toBeNull()
})

it('RP-04 tells the office, and the office alone, that the spouse disagrees', async () => {
  const { viewer, officeId } = await agent('Jules Agent')
  const id = await sentTo(officeId)
  const say = (answer: string, note: string | null) =>
    world.owner.applicationConfirmation.create({
      data: { applicationId: id, answer, note, answers: {}, signedName: 'Max', key: randomUUID() },
    })
  await say('disagrees', 'Je n’habite plus là.')
  expect(await findApplication(viewer, id)).toMatchObject({ disagreement: { note: 'Je n’habite plus là.' } })
  await moveClock(world.owner, instant('2026-11-18T16:00:00.000Z'))
  await say('agrees', null)
  expect(await findApplication(viewer, id)).toMatchObject({ disagreement: null })
})

it('RP-05 shows supervisors what waits for an office, and agents nothing of it', async () => {
  const centre = await world.owner.office.findFirstOrThrow({ where: { kind: 'contactCentre' } })
  const id = await sentTo(centre.id, { name: 'Gil' })
  const { name } = await world.owner.staffMember.findFirstOrThrow({ where: { role: 'supervisor' } })
  expect(await findApplication(await staff(world.owner, name), id)).toMatchObject({ signedName: 'Gil' })
  expect(await findApplication(await staff(world.owner, 'Jules Agent'), id)).toBeNull()
})
