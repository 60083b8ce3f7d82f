import { Readable } from 'node:stream'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { requirementEvents } from '@/domain/application/events'
import { instant, type Instant } from '@/domain/calendar'
import { sendMessage, withdraw } from '@/features/following/commands'
import { readProgress, type ProgressPage } from '@/features/following/queries'
import { applicantOf, applicationKeyDigest, resumeApplication, startApplication } from '@/server/applicant'
import { withViewer } from '@/server/db'
import { newToken } from '@/server/secrets'
import type { Applicant, Viewer } from '@/server/viewer'
import { withWorld } from '../../support/world'

/*
 * Following an application, on the real database. Numbered cases:
 *   FW-01 a draft: nothing runs, nothing can be written to an office
 *   FW-02 sent: the receipt, the office with its reason, the clock that waits for what is required
 *   FW-03 a file given, taken back or refused, and an answer on one, move the clock and are told
 *   FW-04 both adults see the same clock; neither sees what is the other's
 *   FW-05 a message is the adult's and the office's; pressed twice it is sent once
 *   FW-06 a message answers what the office asked, and its clock goes on
 *   FW-07 an answer of the office is new once
 *   FW-08 withdrawn: an event, nothing deleted, the reason for the office; twice is once; a decision is past that
 *   FW-09 erased: nothing typed is left, by neither adult, and the visits end
 *   FW-10 the stranger: another application finds and changes nothing
 *   FW-11 what cannot be sent is told, and nothing is written
 */
const world = withWorld()
const monday = instant('2026-11-16T15:00:00.000Z')
const on = (day: string, hour = 15) => moveClock(world.owner, instant(`2026-11-${day}T${hour}:00:00.000Z`))
beforeEach(async () => {
  await moveClock(world.owner, monday)
})

async function begin(fields: Record<string, string> = { rent: '700' }) {
  const token = newToken()
  const parts = {
    household: fields,
    applicant: { givenName: 'Ada' },
    spouse: { 'spouse.reach': 'mot secret' },
  }
  const id = await startApplication({
    ...{ key: randomUUID(), token, shared: false, language: 'fr', arrival: monday, parts, urgent: [] },
  })
  return { id: id!, viewer: (await applicantOf(token)).viewer as Applicant }
}

/** The spouse comes to their own part. */
async function join(viewer: Applicant) {
  const proof = { code: `SP${randomUUID().slice(0, 8).toUpperCase()}`, word: 'merle' }
  await withViewer(viewer, ({ sql }) =>
    sql('select keep_application_key($1, $2)', ['spouse', applicationKeyDigest(proof)]),
  )
  const token = newToken()
  await resumeApplication(proof, token, false)
  return (await applicantOf(token)).viewer as Applicant
}

const route = {
  officeCode: '009',
  reason: 'postalArea',
  certain: true,
  details: { postalArea: 'J2B', place: null, delegatedTo: null, others: [], notes: [] },
}

/** What sending writes, as the applicant. */
async function send(viewer: Applicant, required: readonly string[] = []) {
  const { applicationId, adult } = viewer
  const { id: officeId } = await world.owner.office.findFirstOrThrow({ where: { code: '009' } })
  await withViewer(viewer, async ({ tx, now }) => {
    await tx.applicationVersion.createMany({
      data: [
        {
          ...{
            applicationId,
            version: 1,
            receiptNumber: `Q-${randomUUID()}`,
            answersDigest: 'x',
            schemaVersion: 1,
          },
          ...{
            wordingVersion: 'w',
            language: 'fr',
            signedName: 'Ada',
            receivedAt: new Date(now),
            key: randomUUID(),
          },
        },
      ],
    })
    await tx.application.updateMany({
      where: { id: applicationId },
      data: { sentAt: new Date(now), officeId, routing: route },
    })
    const events = [
      ...requirementEvents(required, adult),
      { kind: 'sent', adult: null, details: {} },
      { kind: 'routed', adult: null, details: { subject: '009' } },
    ]
    for (const event of events)
      await tx.applicationEvent.createMany({
        data: [{ ...event, details: event.details as object, applicationId, by: adult }],
      })
  })
}

/** What happens to documents, as their commands tell it: what is the household's is known to both. */
const tell = (viewer: Applicant, kind: string, subject: string, more: object = {}) =>
  withViewer(viewer, ({ tx }) =>
    tx.applicationEvent.createMany({
      data: [
        {
          ...{ applicationId: viewer.applicationId, kind, by: viewer.adult, details: { subject, ...more } },
          adult: subject.endsWith('.household') ? null : viewer.adult,
        },
      ],
    }),
  )
const give = (viewer: Applicant, requirement: string) => tell(viewer, 'documentGiven', requirement)

/** As an agent will: by the database, since their desk comes later. */
async function ask(applicationId: string, kind: string, adult: string | null, subject: string) {
  await world.owner.applicationEvent.create({
    data: { applicationId, kind, adult, by: 'staff', details: { subject } },
  })
}

async function page(viewer: Applicant): Promise<ProgressPage> {
  return (await readProgress(viewer))!
}
const call = <Input>(viewer: Applicant, input: Input) => ({
  ...{ viewer, input, params: {}, arrival: monday as Instant, locale: 'fr' as const },
  request: new Request('http://localhost'),
})
const write = (viewer: Applicant, text: string, key: string = randomUUID()) =>
  sendMessage(call(viewer, { key, text }))
const end = (viewer: Applicant, confirm = 'yes', reason = '') =>
  withdraw(call(viewer, { key: randomUUID(), confirm, reason }))
const kinds = ({ timeline }: ProgressPage) => timeline.map(({ kind }) => kind)

describe('where it stands', () => {
  it('FW-01 a draft has no clock and no office', async () => {
    const { viewer } = await begin()
    const draft = await page(viewer)
    expect(draft).toMatchObject({
      status: 'draft',
      clock: { state: 'notSent' },
      sent: null,
      correcting: false,
    })
    expect(kinds(draft)).toEqual(['started'])
    expect(await write(viewer, 'Allo')).toMatchObject({ status: 409, data: { code: 'notSent' } })
  })

  it('FW-02 sent, it has a receipt, an office with its reason, and what is missing with its day', async () => {
    const { viewer } = await begin()
    await send(viewer, ['identityPhoto.applicant', 'lease.household'])
    const sent = await page(viewer)
    expect(sent).toMatchObject({
      status: 'waitingForYou',
      clock: { state: 'notStarted' },
      sent: { version: 1, office: { code: '009' }, route },
    })
    expect(sent.missing.own.map(({ subject, until }) => [subject, until])).toEqual([
      ['lease.household', '2026-12-16'],
      ['identityPhoto.applicant', '2026-12-16'],
    ])
    expect(kinds(sent)).toEqual(['routed', 'sent', 'started'])
  })

  it('FW-03 files and answers move the clock, and are told', async () => {
    const { viewer } = await begin()
    await send(viewer, ['identityPhoto.applicant', 'lease.household'])
    await on('17')
    await give(viewer, 'lease.household')
    await tell(viewer, 'documentAnswered', 'identityPhoto.applicant', { answer: 'later' })
    expect((await page(viewer)).clock).toMatchObject({ state: 'notStarted' })
    await tell(viewer, 'documentAnswered', 'identityPhoto.applicant', { answer: 'cannot' })
    await on('18')
    const running = await page(viewer)
    expect(running).toMatchObject({
      status: 'withOffice',
      clock: { state: 'running', today: 1, promisedDay: '2026-11-24' },
    })
    expect(running.timeline.slice(0, 3)).toMatchObject([
      { kind: 'documentAnswered', answer: 'cannot', own: true },
      { kind: 'documentAnswered', answer: 'later' },
      { kind: 'documentGiven', subject: 'lease.household' },
    ])
    await tell(viewer, 'documentRemoved', 'lease.household')
    expect(await page(viewer)).toMatchObject({ status: 'waitingForYou', clock: { state: 'stopped' } })
  })

  it('FW-03 a file that would harm is missing again', async () => {
    const { id, viewer } = await begin()
    await give(viewer, 'lease.household')
    await send(viewer, ['lease.household'])
    expect((await page(viewer)).clock).toMatchObject({ state: 'running' })
    await world.owner.applicationEvent.create({
      data: {
        applicationId: id,
        kind: 'documentRefused',
        by: 'machine',
        details: { subject: 'lease.household' },
      },
    })
    expect(await page(viewer)).toMatchObject({
      clock: { state: 'stopped' },
      missing: { own: [{ subject: 'lease.household' }] },
    })
  })
})

describe('between the two adults', () => {
  it('FW-04 the same clock, and nothing of the other', async () => {
    const { id, viewer } = await begin()
    const spouse = await join(viewer)
    await send(viewer, ['pregnancyProof.applicant', 'lease.household'])
    await withViewer(spouse, ({ tx }) =>
      tx.applicationEvent.createMany({
        data: requirementEvents(['medicalReport.spouse'], 'spouse').map((event) => ({
          ...{ ...event, details: event.details as object, applicationId: id, by: 'spouse' },
        })),
      }),
    )
    const both = async () => [await page(viewer), await page(spouse)] as const
    const [mine, theirs] = await both()
    expect(mine.clock).toEqual(theirs.clock)
    expect([mine.missing.ofOther, theirs.missing.ofOther]).toEqual([1, 1])
    expect([mine.status, theirs.status]).toEqual(['waitingForYou', 'waitingForYou'])
    expect(JSON.stringify(mine)).not.toMatch(/medicalReport|hidden/)
    expect(JSON.stringify(theirs)).not.toMatch(/pregnancy|hidden/)

    await give(viewer, 'pregnancyProof.applicant')
    await give(viewer, 'lease.household')
    expect((await both()).map(({ status }) => status)).toEqual(['waitingForOther', 'waitingForYou'])
    await on('18')
    await give(spouse, 'medicalReport.spouse')
    const [running, too] = await both()
    expect(running.clock).toMatchObject({ state: 'running', promisedDay: '2026-11-25' })
    expect(too.clock).toEqual(running.clock)
    expect(JSON.stringify(running)).not.toMatch(/medicalReport|hidden/)
    expect(JSON.stringify(too)).not.toMatch(/pregnancy|hidden/)
    // The lease of the household is known to both.
    expect(too.timeline.filter(({ kind }) => kind === 'documentGiven')).toHaveLength(2)
  })

  it('FW-04 the wall itself masks what is the other’s', async () => {
    const { viewer } = await begin()
    const spouse = await join(viewer)
    await send(viewer, ['pregnancyProof.applicant', 'id.spouse'])
    await give(spouse, 'id.spouse')
    await give(viewer, 'pregnancyProof.applicant')
    await write(viewer, 'Un secret')
    const rows = await withViewer(spouse, ({ sql }) =>
      sql<{ kind: string; subject: string; required: string[] | null }>('select * from other_adult_events()'),
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['required', 'documentGiven'])
    expect(JSON.stringify(rows)).not.toMatch(/pregnancy|secret/)
    expect(rows[0]!.required).toEqual([rows[1]!.subject])
    const known = await withViewer(viewer, ({ sql }) =>
      sql<{ subject: string }>('select * from other_adult_events()'),
    )
    // What the applicant answered for their spouse is known to them.
    expect(known.map(({ subject }) => subject)).toEqual(['id.spouse'])
  })
})

describe('messages', () => {
  it('FW-05 is read by the adult who wrote and by the office, and is sent once', async () => {
    const { id, viewer } = await begin()
    const spouse = await join(viewer)
    await send(viewer)
    const key = randomUUID()
    expect(await write(viewer, '  Bonjour 🌻 \r\n مرحبا ', key)).toMatchObject({
      data: { code: 'messageSent' },
    })
    await write(viewer, 'Autre chose', key)
    const mine = await page(viewer)
    expect(mine.messages.map(({ text, fromOffice, isNew }) => [text, fromOffice, isNew])).toEqual([
      ['Bonjour 🌻 \n مرحبا', false, false],
    ])
    expect(kinds(mine)[0]).toBe('messageSent')
    const theirs = await page(spouse)
    expect([theirs.messages, kinds(theirs).includes('messageSent')]).toEqual([[], false])
    expect(
      await world.owner.applicationEvent.count({ where: { applicationId: id, kind: 'messageSent' } }),
    ).toBe(1)
    const agent = await agentOf('009')
    expect(await withViewer(agent, ({ tx }) => tx.message.count({ where: { applicationId: id } }))).toBe(1)
    const elsewhere = await agentOf('266')
    expect(await withViewer(elsewhere, ({ tx }) => tx.message.count({ where: { applicationId: id } }))).toBe(
      0,
    )
  })

  it('FW-06 answers what the office asked this adult, and not what it asked the other', async () => {
    const { id, viewer } = await begin()
    const spouse = await join(viewer)
    await send(viewer)
    await on('17')
    await ask(id, 'informationAsked', 'applicant', 'question-1')
    expect(await page(viewer)).toMatchObject({ status: 'waitingForYou', clock: { state: 'stopped' } })
    expect(await page(spouse)).toMatchObject({ status: 'waitingForOther', clock: { state: 'stopped' } })
    await write(spouse, 'Une autre question')
    expect((await page(viewer)).clock).toMatchObject({ state: 'stopped' })
    await write(viewer, 'Voici la réponse')
    expect(await page(viewer)).toMatchObject({ status: 'withOffice', clock: { state: 'running' } })
    expect((await page(spouse)).clock).toMatchObject({ state: 'running' })
  })

  it('FW-07 is new the first time it is shown', async () => {
    const { id, viewer } = await begin()
    await send(viewer)
    const { staffId } = await agentOf('009')
    await world.owner.message.create({
      data: { applicationId: id, adult: 'applicant', fromStaff: staffId, text: 'Bonjour', key: randomUUID() },
    })
    expect((await page(viewer)).messages).toMatchObject([{ fromOffice: true, isNew: true }])
    expect((await page(viewer)).messages).toMatchObject([{ fromOffice: true, isNew: false }])
  })
})

describe('taking it back', () => {
  it('FW-08 withdraws what was sent: an event, and nothing is deleted', async () => {
    const { id, viewer } = await begin()
    const spouse = await join(viewer)
    await send(viewer)
    expect(await end(spouse)).toMatchObject({ status: 404 })
    expect(await end(viewer, '')).toMatchObject({ status: 422, data: { code: 'notConfirmed' } })
    expect((await page(viewer)).status).toBe('withOffice')
    expect(await end(viewer, 'yes', 'J’ai trouvé du travail')).toMatchObject({ data: { code: 'withdrawn' } })
    await end(viewer)
    const mine = await page(viewer)
    expect(mine).toMatchObject({ status: 'withdrawn', clock: { state: 'withdrawn' }, sent: { version: 1 } })
    expect(mine.messages).toMatchObject([{ text: 'J’ai trouvé du travail' }])
    const theirs = await page(spouse)
    expect(theirs).toMatchObject({ status: 'withdrawn', messages: [] })
    const rows = await world.owner.applicationEvent.findMany({
      where: { applicationId: id, kind: 'withdrawn' },
    })
    expect(rows).toHaveLength(1)
    expect(await world.owner.applicationVersion.count({ where: { applicationId: id } })).toBe(1)
    expect(await world.owner.audit.count({ where: { subjectId: id, act: 'withdrawn' } })).toBe(1)
    expect(await write(viewer, 'Encore')).toMatchObject({ status: 409, data: { code: 'closed' } })
  })

  it('FW-08 comes too late once it is decided', async () => {
    const { id, viewer } = await begin()
    await send(viewer)
    await world.owner.applicationEvent.create({ data: { applicationId: id, kind: 'decided', by: 'staff' } })
    expect(await end(viewer)).toMatchObject({ status: 409, data: { code: 'decided' } })
    expect((await page(viewer)).status).toBe('decided')
  })

  it('FW-09 erases a draft, of both adults, and ends their visits', async () => {
    const { id, viewer } = await begin()
    const spouse = await join(viewer)
    const { storage } = await import('@/server/storage')
    const storageKey = `documents/${randomUUID()}`
    await storage().put(storageKey, Readable.from([Buffer.from('octets')]))
    const file = { name: 'x.png', type: 'image/png', bytes: 10, digest: Buffer.from('d') }
    await world.owner.document.create({
      data: {
        ...file,
        applicationId: id,
        requirement: 'id.spouse',
        adult: 'spouse',
        storageKey,
      },
    })
    expect(await end(spouse)).toMatchObject({ status: 404 })
    const answer = await end(viewer)
    expect(answer).toMatchObject({ to: '/fr/demande', data: { code: 'erased' } })
    expect(answer.cookies).toHaveLength(1)
    expect(await readProgress(viewer)).toBeNull()
    expect(await readProgress(spouse)).toBeNull()
    const drafts = await world.owner.applicationDraft.findMany({ where: { applicationId: id } })
    expect(drafts.map(({ fields, sealed }) => [fields, sealed])).toEqual(Array(3).fill([{}, null]))
    expect(await world.owner.document.count({ where: { applicationId: id } })).toBe(0)
    const reading = storage().get(storageKey)[Symbol.asyncIterator]().next()
    await expect(reading).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await world.owner.application.findFirst({ where: { id } })).toMatchObject({
      sentAt: null,
      withdrawnAt: expect.any(Date) as Date,
    })
  })

  it('FW-09 never erases what was sent, even asked straight of the database', async () => {
    const { id, viewer } = await begin()
    await send(viewer)
    await withViewer(viewer, ({ sql }) => sql('select * from erase_application()'))
    expect(await page(viewer)).toMatchObject({ status: 'withOffice' })
    const drafts = await world.owner.applicationDraft.findMany({ where: { applicationId: id } })
    expect(drafts.find(({ part }) => part === 'household')?.fields).toEqual({ rent: '700' })
  })
})

describe('strangers and faults', () => {
  it('FW-10 another application finds and changes nothing', async () => {
    const [mine, other] = [await begin(), await begin()]
    await send(mine.viewer, ['lease.household'])
    const before = JSON.stringify(await stateOf(mine.id))
    const liar = { ...other.viewer, applicationId: mine.id }
    expect(await readProgress(liar)).toBeNull()
    await write(liar, 'Bonjour').catch(() => undefined)
    await end(liar).catch(() => undefined)
    expect(JSON.stringify(await stateOf(mine.id))).toBe(before)
  })

  it('FW-11 tells what cannot be sent', async () => {
    const { id, viewer } = await begin()
    await send(viewer)
    for (const [text, code] of [
      ['', 'messageEmpty'],
      [' \n \t', 'messageEmpty'],
      ['\0', 'messageEmpty'],
      ['a'.repeat(4001), 'messageTooLong'],
    ] as const)
      expect(await write(viewer, text)).toMatchObject({ status: 422, to: `/fr/demande/suivi/${code}` })
    expect(await world.owner.message.count({ where: { applicationId: id } })).toBe(0)
    expect(await write(viewer, 'a'.repeat(4000), 'not a key')).toMatchObject({ status: 201 })
  })
})

async function agentOf(code: string) {
  const office = await world.owner.office.findFirstOrThrow({ where: { code } })
  const name = `Agent ${code}`
  const known = await world.owner.staffMember.findFirst({ where: { officeId: office.id, role: 'agent' } })
  const member =
    known ?? (await world.owner.staffMember.create({ data: { name, role: 'agent', officeId: office.id } }))
  return {
    ...{ role: 'agent', sessionId: randomUUID(), assurance: 'oidc', staffId: member.id, name: member.name },
    officeId: office.id,
  } as const satisfies Viewer
}

const stateOf = async (id: string) => [
  await world.owner.application.findFirst({ where: { id } }),
  await world.owner.applicationEvent.findMany({ where: { applicationId: id }, orderBy: { id: 'asc' } }),
  await world.owner.message.findMany({ where: { applicationId: id } }),
  await world.owner.applicationDraft.findMany({ where: { applicationId: id }, orderBy: { part: 'asc' } }),
]
