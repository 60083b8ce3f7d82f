import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { instant } from '@/domain/calendar'
import { paths } from '@/i18n/paths'
import { withWorld } from '../../support/world'
import { answerAll, begin, nothingToTell, press, sendIt } from './someone'

/*
 * Numbered cases:
 *   AS-01 everything is answered page by page, sent, and received: version, parts, office, events, trail, news
 *   AS-02 pressed twice, or with the same answers, it is one application and one receipt
 *   AS-03 fifty at once: one version, one receipt number, every caller told it
 *   AS-04 nothing is sent while an answer is missing; the page where all is checked says which
 *   AS-05 without a name or the declaration ticked nothing is sent, and the page says why
 *   AS-06 a number that must not lie in clear is sealed in the draft and in what was sent
 *   AS-07 answers of a branch that was left are neither sent nor counted
 *   AS-08 a correction asks why, is the next version, and leaves the first as it was
 *   AS-09 a correction given up leaves the answers that were sent
 *   AS-10 once sent, an answer is changed by a correction only
 *   AS-11 who signed what another window changed since is asked to read it again
 *   AS-12 an arrival yet to come is not believed
 *   AS-13 what is withdrawn is not sent
 */
const world = withWorld()
const now = instant('2026-11-27T15:00:00.000Z')
beforeEach(() => moveClock(world.owner, now))

async function ready() {
  const viewer = await begin(now)
  const pages = await answerAll(viewer, nothingToTell, now)
  return { viewer, pages }
}
const rowsOf = async (id: string) => ({
  application: await world.owner.application.findFirstOrThrow({ where: { id } }),
  versions: await world.owner.applicationVersion.findMany({
    where: { applicationId: id },
    include: { parts: { orderBy: { part: 'asc' } } },
    orderBy: { version: 'asc' },
  }),
  events: await world.owner.applicationEvent.findMany({
    where: { applicationId: id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  }),
  drafts: await world.owner.applicationDraft.findMany({ where: { applicationId: id } }),
})

it('AS-01 sends everything once it is answered', async () => {
  const { viewer, pages } = await ready()
  expect(pages).toEqual(Object.keys(nothingToTell))
  const answer = await sendIt(viewer, {}, now)
  expect(answer).toMatchObject({
    to: paths.applicationReceipt('fr'),
    status: 201,
    data: { code: 'sent', version: 1 },
  })
  const { application, versions, events } = await rowsOf(viewer.applicationId)
  expect(application.sentAt?.toISOString()).toBe(now)
  const office = await world.owner.office.findFirstOrThrow({ where: { id: application.officeId! } })
  expect(application.routing).toMatchObject({ officeCode: office.code })
  const [version] = versions
  expect(version).toMatchObject({ version: 1, signedName: 'Ada Roy', language: 'fr', correctionReason: null })
  expect(version!.receiptNumber).toMatch(/^Q-2611-/)
  expect(version!.receivedAt.toISOString()).toBe(now)
  expect(version!.parts.map(({ part }) => part)).toEqual(['applicant', 'household', 'spouse'])
  const [applicant, household] = version!.parts
  expect(applicant!.answers).toMatchObject({ givenName: 'Ada', accounts: '120,50' })
  expect(household!.answers).toMatchObject({ rent: '700', street: '12, rue des Érables' })
  expect(version!.estimate).toMatchObject({ known: true, outcome: 'eligible' })
  expect(events.map(({ kind, adult }) => [kind, adult])).toEqual([
    ['started', null],
    ['required', null],
    ['required', 'applicant'],
    ['sent', null],
    ['routed', null],
  ])
  const audit = await world.owner.audit.findMany({ where: { subjectId: viewer.applicationId } })
  expect(audit.map(({ act, actorKind }) => [act, actorKind])).toEqual([['sent', 'applicant']])
  const news = await world.owner.outbox.findMany({ where: { kind: 'application-receipt' } })
  expect(news.map(({ payload }) => payload)).toContainEqual({
    applicationId: viewer.applicationId,
    versionId: version!.id,
  })
})

it('AS-02 gives the same receipt to the same press and to the same answers', async () => {
  const { viewer } = await ready()
  const key = randomUUID()
  const first = await sendIt(viewer, { key }, now)
  const again = await sendIt(viewer, { key }, now)
  const other = await sendIt(viewer, { key: randomUUID() }, now)
  for (const answer of [again, other]) {
    expect(answer).toMatchObject({ status: 200, data: { code: 'already-sent-same' } })
    expect(answer.data?.receiptNumber).toBe(first.data?.receiptNumber)
  }
  const { versions, events } = await rowsOf(viewer.applicationId)
  expect(versions).toHaveLength(1)
  expect(events.filter(({ kind }) => kind === 'sent')).toHaveLength(1)
})

it('AS-03 sends one application however many press at once', async () => {
  const { viewer } = await ready()
  const answers = await Promise.all(Array.from({ length: 50 }, () => sendIt(viewer, {}, now)))
  expect(new Set(answers.map(({ data }) => data?.receiptNumber)).size).toBe(1)
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  const { versions, events } = await rowsOf(viewer.applicationId)
  expect(versions).toHaveLength(1)
  expect(events.map(({ kind }) => kind)).toEqual(['started', 'required', 'required', 'sent', 'routed'])
})

it('AS-04 sends nothing while an answer is missing', async () => {
  const viewer = await begin(now)
  const { money: _, ...rest } = nothingToTell
  for (const [page, fields] of Object.entries(rest)) await press(viewer, page, fields, now)
  const answer = await sendIt(viewer, {}, now)
  expect(answer).toMatchObject({
    to: paths.applicationReview('fr'),
    status: 422,
    data: { code: 'answers-missing', pages: ['money'] },
  })
  expect((await rowsOf(viewer.applicationId)).versions).toEqual([])
})

it('AS-05 sends nothing without a name and the declaration', async () => {
  const { viewer } = await ready()
  const answer = await sendIt(viewer, { signedName: ' \u202e ', attest: '' }, now)
  expect(answer.to).toBe(paths.applicationDeclaration('fr'))
  expect(answer.data).toMatchObject({
    errors: [
      { field: 'signedName', problem: 'required' },
      { field: 'attest', problem: 'required' },
    ],
  })
  expect((await rowsOf(viewer.applicationId)).versions).toEqual([])
})

it('AS-06 seals the numbers that must not lie in clear', async () => {
  const { viewer } = await ready()
  const clear = async () => {
    const { drafts, versions } = await rowsOf(viewer.applicationId)
    const parts = versions.flatMap(({ parts }) => parts)
    return JSON.stringify([drafts.map(({ fields }) => fields), parts.map(({ answers }) => answers)])
  }
  const sealed = async () =>
    (await rowsOf(viewer.applicationId)).drafts.filter((draft) => draft.sealed).length
  expect(await clear()).not.toMatch(/ROYA|123 456|1234567|20101/)
  expect(await sealed()).toBe(2)
  await sendIt(viewer, {}, now)
  expect(await clear()).not.toMatch(/ROYA|123 456|1234567|20101/)
  const { versions } = await rowsOf(viewer.applicationId)
  expect(versions[0]!.parts.filter((part) => part.sealed).map(({ part }) => part)).toEqual([
    'applicant',
    'household',
  ])
})

it('AS-07 sends no answer of a branch that was left', async () => {
  const viewer = await begin(now)
  await answerAll(
    viewer,
    {
      ...nothingToTell,
      status: { status: 'permanentResident' },
      arrival: {
        birthCountry: 'Pérou',
        'arrivalDate.day': '1',
        'arrivalDate.month': '2',
        'arrivalDate.year': '2020',
      },
    },
    now,
  )
  await press(viewer, 'status', { status: 'bornInQuebec' }, now)
  const { drafts } = await rowsOf(viewer.applicationId)
  expect(JSON.stringify(drafts.map(({ fields }) => fields))).toContain('Pérou')
  await sendIt(viewer, {}, now)
  const { versions, drafts: after } = await rowsOf(viewer.applicationId)
  expect(JSON.stringify([versions[0]!.parts, after.map(({ fields }) => fields)])).not.toMatch(
    /Pérou|birthCountry/,
  )
})

it('AS-08 corrects by a next version, and says why', async () => {
  const { viewer } = await ready()
  const first = await sendIt(viewer, {}, now)
  expect(await press(viewer, '', {}, now, 'correct')).toMatchObject({ to: paths.applicationReview('fr') })
  await press(viewer, 'rent', { rent: '650' }, now)
  expect((await sendIt(viewer, {}, now)).data).toMatchObject({
    errors: [{ field: 'correctionReason', problem: 'required' }],
  })
  const answer = await sendIt(viewer, { correctionReason: 'Mon loyer a baissé.' }, now)
  expect(answer).toMatchObject({ status: 201, data: { version: 2 } })
  expect(answer.data?.receiptNumber).not.toBe(first.data?.receiptNumber)
  const { versions, events, application } = await rowsOf(viewer.applicationId)
  const rents = versions.map(({ parts }) => (parts[1]!.answers as Record<string, string>)['rent'])
  expect(rents).toEqual(['700', '650'])
  expect(versions[1]).toMatchObject({ correctionReason: 'Mon loyer a baissé.' })
  expect(events.map(({ kind }) => kind).slice(-2)).toEqual(['corrected', 'routed'])
  expect(application.sentAt?.toISOString()).toBe(now)
  // Its own press again, and a second correction without a change, are told the same.
  expect(await sendIt(viewer, {}, now)).toMatchObject({ status: 200, data: { version: 2 } })
})

it('AS-09 gives a correction up without a trace', async () => {
  const { viewer } = await ready()
  await sendIt(viewer, {}, now)
  await press(viewer, '', {}, now, 'correct')
  await press(viewer, 'rent', { rent: '1' }, now)
  await press(viewer, 'numbers', { healthNumberNone: 'yes', forget: 'sin' }, now)
  await press(viewer, '', {}, now, 'discard')
  expect(await sendIt(viewer, {}, now)).toMatchObject({ status: 200, data: { code: 'already-sent-same' } })
  expect((await press(viewer, 'rent', { rent: '2' }, now)).data).toEqual({ code: 'sent' })
})

it('AS-10 leaves what was sent as it is', async () => {
  const { viewer } = await ready()
  await sendIt(viewer, {}, now)
  for (const intent of ['continue', 'save', 'autosave']) {
    expect(await press(viewer, 'rent', { rent: '1' }, now, intent)).toMatchObject({
      to: paths.applicationReceipt('fr'),
      status: 409,
      data: { code: 'sent' },
    })
  }
  const { drafts } = await rowsOf(viewer.applicationId)
  expect(JSON.stringify(drafts.map(({ fields }) => fields))).toContain('"rent":"700"')
})

it('AS-11 asks to read again what another window changed', async () => {
  const { viewer } = await ready()
  const answer = await sendIt(viewer, { seen: 'something else' }, now)
  expect(answer).toMatchObject({
    to: paths.applicationReview('fr'),
    status: 409,
    data: { code: 'changed-since' },
  })
  expect((await rowsOf(viewer.applicationId)).versions).toEqual([])
})

it('AS-12 does not believe an arrival yet to come', async () => {
  const { viewer } = await ready()
  await sendIt(viewer, {}, instant('2026-12-24T00:00:00.000Z'))
  const { versions } = await rowsOf(viewer.applicationId)
  expect(versions[0]!.receivedAt.getTime()).toBeLessThan(Date.parse(now) + 60_000)
})

it('AS-13 sends nothing that is withdrawn', async () => {
  const { viewer } = await ready()
  await world.owner.application.update({
    where: { id: viewer.applicationId },
    data: { withdrawnAt: new Date(now) },
  })
  expect(await sendIt(viewer, {}, now)).toMatchObject({ status: 409, data: { code: 'withdrawn' } })
  expect((await press(viewer, 'rent', { rent: '1' }, now)).data).toEqual({ code: 'withdrawn' })
})
