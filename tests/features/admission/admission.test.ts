import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import type { Draft } from '@/domain/draft'
import { findPayment } from '@/features/statement/payment-queries'
import { followDecisions } from '@/jobs/decisions'
import { type Admission, admit, keepChoices } from '@/server/admission'
import { type AdmissionChoices, readAdmission } from '@/server/prepared-admission'
import { accessCodeDigest, unsealAccessCode } from '@/server/access-codes'
import { withViewer } from '@/server/db'
import type { Call } from '@/server/endpoint'
import { env } from '@/server/env'
import { unseal } from '@/server/secrets'
import type { Staff } from '@/server/viewer'
import { answers, child, couple, date } from '../../domain/application/build'
import { citizen, staff, withWorld } from '../../support/world'
import { moveClockBy, takeDecision } from '../decisions/deciding'
import { sentApplication } from './sent'

/*
 * An application accepted becomes a household. Numbered cases:
 *   AM-01 once the decision has left, and not before: everyone, where, the programme, the account, both payments
 *   AM-02 admitted twice, followed by several processes: one household, one number
 *   AM-03 undone before it leaves: nothing is made; accepted again, it is made under the same number
 *   AM-04 a couple with a child; each adult has a code of their own, sealed until its letter
 *   AM-05 who may be known is asked, and never merged alone; another office’s file number too
 *   AM-06 the account it is attached to settles who it is, and keeps access; of another name it is asked
 *   AM-07 who lived elsewhere leaves there, and that office looks
 *   AM-08 a programme that a file does not hold is asked
 *   AM-09 no household without the spouse’s word, nor of an application taken back, nor for another office
 *   AM-10 what cannot be made is told to a person, and keeps nothing else waiting
 *   AM-12 settled otherwise after it is accepted, it is made as settled last; not prepared at all, a person looks
 *   AM-13 what was noted of it, before and after, is read in the household’s file
 *   AM-11 the plan is read by nobody, and forgotten once it is done
 */
const world = withWorld()
beforeEach(() => moveClock(world.owner, '2026-11-18T15:00:00.000Z'))
const before: Draft = { assistanceBefore: 'before' }

async function desk() {
  const jules = await staff(world.owner, 'Jules Agent')
  return { jules, officeId: jules.officeId! }
}
const admitOf = (viewer: Staff, id: string): Promise<Admission> =>
  withViewer(viewer, (door) => admit(door, viewer, id))
const choose = (viewer: Staff, id: string, choices: AdmissionChoices) =>
  withViewer(viewer, (door) => keepChoices(door, viewer, id, choices))
const read = (viewer: Staff, id: string) => withViewer(viewer, (door) => readAdmission(door, id))
async function accept(viewer: Staff, applicationId: string) {
  const task = await world.owner.task.findFirstOrThrow({ where: { kind: 'application', applicationId } })
  return takeDecision(viewer, task.id, {
    ...{ outcome: 'accepted', reasons: [{ code: 'eligible', facts: { month: '2026-11' } }] },
    needsSecond: false,
  })
}
/** Accepts and lets it leave. */
async function acceptWhole(viewer: Staff, id: string) {
  const admission = await admitOf(viewer, id)
  await accept(viewer, id)
  await moveClockBy(world.owner, 31)
  await followDecisions()
  return admission
}
const admissionOf = (applicationId: string) =>
  world.owner.admission.findFirstOrThrow({ where: { applicationId } })
const householdOf = async (applicationId: string) => {
  const { householdId } = await admissionOf(applicationId)
  return world.owner.household.findFirstOrThrow({
    where: { id: householdId ?? '00000000-0000-0000-0000-000000000000' },
    include: {
      members: {
        include: { person: { include: { contact: true, constraints: true } } },
        orderBy: { id: 'asc' },
      },
      situations: true,
      addresses: true,
      directDeposit: true,
      payments: { orderBy: { month: 'asc' } },
    },
  })
}

it('AM-01 is made once its decision has left', async () => {
  const { jules, officeId } = await desk()
  const id = await sentApplication(world.owner, officeId, answers({ ...before, email: 'noe@example.org' }))
  const admission = await admitOf(jules, id)
  expect(admission).toMatchObject({ outcome: 'planned' })
  await accept(jules, id)
  await followDecisions()
  expect((await admissionOf(id)).householdId).toBeNull()
  await moveClockBy(world.owner, 31)
  expect(await followDecisions()).toBe(1)
  const household = await householdOf(id)
  expect(household).toMatchObject({
    officeId,
    fileNumber: admission.outcome === 'planned' ? admission.fileNumber : '',
    situations: [{ programme: 'socialAssistance', fromMonth: '2026-11', onAssistanceSince: '2026-11' }],
    addresses: [{ city: 'Québec', fromDay: '2026-11-16', protected: false }],
    members: [
      { role: 'adult', fromDay: '2026-11-16', person: { givenName: 'Noé', contact: { notifyBy: 'email' } } },
    ],
    directDeposit: { masked: '•••• 4567', sinceMonth: '2026-11' },
  })
  expect(unseal(household.directDeposit!.sealed, 'bank')).toBe('815-12345-1234567')
  expect(household.payments.map(({ month, totalCents }) => [month, totalCents])).toEqual(
    admission.outcome === 'planned'
      ? admission.payments.map(({ month, totalCents }) => [month, totalCents])
      : [],
  )
  expect(household.payments).toHaveLength(2)
  expect(await world.owner.filingObligation.findMany({ where: { householdId: household.id } })).toMatchObject(
    [{ month: '2026-11', files: 'whenChanged' }],
  )
  expect(await admitOf(jules, id)).toMatchObject({ outcome: 'admitted', householdId: household.id })
  expect(
    await withViewer(jules, ({ tx }) => tx.household.findFirst({ where: { id: household.id } })),
  ).not.toBeNull()
})

it('AM-02 is made once', async () => {
  const { jules, officeId } = await desk()
  const id = await sentApplication(world.owner, officeId, answers({ ...before, familyName: 'Unefois' }))
  const [first, second] = [await admitOf(jules, id), await admitOf(jules, id)]
  expect(second).toMatchObject({
    outcome: 'planned',
    fileNumber: (first as { fileNumber: string }).fileNumber,
  })
  await accept(jules, id)
  await moveClockBy(world.owner, 31)
  await Promise.all([followDecisions(), followDecisions(), followDecisions()])
  await followDecisions()
  expect(await world.owner.person.count({ where: { familyName: 'Unefois' } })).toBe(1)
})

it('AM-03 is not made when the decision is undone, and is under the same number later', async () => {
  const { jules, officeId } = await desk()
  const id = await sentApplication(world.owner, officeId, answers({ ...before, familyName: 'Repris' }))
  const first = await admitOf(jules, id)
  const { id: decisionId } = await accept(jules, id)
  await world.owner.decision.update({
    where: { id: decisionId },
    data: { undoneAt: new Date(), undoneBy: jules.staffId },
  })
  await moveClockBy(world.owner, 31)
  await followDecisions()
  expect(await world.owner.person.count({ where: { familyName: 'Repris' } })).toBe(0)
  const again = await acceptWhole(jules, id)
  expect(again).toMatchObject({ fileNumber: (first as { fileNumber: string }).fileNumber })
  expect((await householdOf(id)).fileNumber).toBe((first as { fileNumber: string }).fileNumber)
})

it('AM-04 holds a couple and their child, each adult with their own code', async () => {
  const { jules, officeId } = await desk()
  const same = date('birthDate', '1990-06-15')
  const id = await sentApplication(
    world.owner,
    officeId,
    couple({
      ...{
        ...before,
        ...same,
        familyName: 'Deux',
        'spouse.assistanceBefore': 'before',
        livesWith: 'partner children',
      },
      ...child(0, { familyName: 'Deux', parents: 'both' }),
    }),
  )
  await acceptWhole(jules, id)
  const { members, fileNumber } = await householdOf(id)
  expect(members.map(({ role, person }) => `${role} ${person.givenName}`)).toEqual([
    'adult Noé',
    'adult Léa',
    'child Zoé',
  ])
  const codes = await world.owner.$queryRawUnsafe<{ digest: Buffer; sealed: Buffer }[]>(
    `select digest, sealed from auth.access_code where person_id = any ('{${members.map(({ personId }) => personId).join()}}')`,
  )
  expect(codes).toHaveLength(2)
  const opened = codes.map(({ sealed }) => unsealAccessCode(env().secret, sealed))
  expect(new Set(opened).size).toBe(2)
  for (const [index, code] of opened.entries()) {
    const digest = accessCodeDigest(env().secret, { fileNumber, birthDate: '1990-06-15', code })
    expect(digest.equals(Buffer.from(codes[index]!.digest))).toBe(true)
  }
})

it('AM-05 asks who may be known, and merges nobody alone', async () => {
  const { jules, officeId } = await desk()
  const amos = await world.owner.household.findFirstOrThrow({
    where: { officeId: { not: officeId }, members: { some: { role: 'adult', untilDay: null } } },
    include: { members: { where: { role: 'adult', untilDay: null }, include: { person: true } } },
  })
  const known = amos.members[0]!.person
  const told = { ...date('birthDate', known.birthDate), ...before }
  // The file number with the birth date, and another name.
  const byNumber = await sentApplication(
    world.owner,
    officeId,
    answers({ ...told, fileNumber: amos.fileNumber.toLowerCase() }),
  )
  expect(await admitOf(jules, byNumber)).toMatchObject({
    outcome: 'ask',
    questions: [
      {
        kind: 'person',
        key: 'applicant',
        known: [{ personId: known.id, how: 'fileNumber', livesThere: true }],
      },
    ],
  })
  // The name with the birth date, whatever its accents and capitals.
  const name = { givenName: known.givenName.toUpperCase(), familyName: known.familyName }
  const byName = await sentApplication(world.owner, officeId, answers({ ...told, ...name }))
  expect(await admitOf(jules, byName)).toMatchObject({ questions: [{ known: [{ how: 'sameName' }] }] })
  // A file number alone says nothing.
  const guess = await sentApplication(
    world.owner,
    officeId,
    answers({ ...before, familyName: 'Deviné', fileNumber: amos.fileNumber }),
  )
  expect(await admitOf(jules, guess)).toMatchObject({ outcome: 'planned' })
  // Someone else, says the agent.
  expect(await choose(jules, byName, { people: { applicant: 'new' } })).toBe(true)
  await acceptWhole(jules, byName)
  expect((await householdOf(byName)).members[0]!.personId).not.toBe(known.id)
  // Whom nobody is asked about is not a choice.
  expect(
    await choose(jules, byNumber, { people: { applicant: (await citizen(world.owner, 'Adèle')).personId } }),
  ).toBe(true)
  expect(await admitOf(jules, byNumber)).toMatchObject({ outcome: 'ask' })
})

it('AM-06 is of the account it is attached to, who keeps access', async () => {
  const { jules, officeId } = await desk()
  const alone = await world.owner.person.create({
    data: { givenName: 'Noé', familyName: 'Attaché', birthDate: '1999-04-03' },
  })
  const account = { account: alone.id }
  const id = await sentApplication(
    world.owner,
    officeId,
    answers({ ...before, familyName: 'attaché' }),
    account,
  )
  await acceptWhole(jules, id)
  const { members, id: householdId } = await householdOf(id)
  expect(members[0]!.personId).toBe(alone.id)
  const viewer = await citizen(world.owner, 'Noé').then((one) => ({
    ...one,
    personId: alone.id,
    actorId: alone.id,
  }))
  const seen = await withViewer(viewer, ({ sql }) => sql<{ id: string }>('select id from household'))
  expect(seen).toEqual([{ id: householdId }])
  // They see what was decided, of the month of application and of the next one.
  const mine = { ...viewer, memberships: [{ householdId, fromDay: '2026-11-16' as never, untilDay: null }] }
  const shown = await findPayment(mine, '2026-11')
  const paid = await world.owner.expectedPayment.findMany({
    where: { householdId },
    orderBy: { month: 'asc' },
  })
  expect(shown?.benefit).toMatchObject({ month: '2026-11', totalCents: paid[0]!.totalCents })
  expect(shown?.benefit).toMatchObject({
    lines: expect.arrayContaining([expect.objectContaining({ code: 'applicationDays' })]) as never,
  })
  const other = await sentApplication(
    world.owner,
    officeId,
    answers({ ...before, familyName: 'Autre' }),
    account,
  )
  expect(await admitOf(jules, other)).toMatchObject({
    outcome: 'ask',
    questions: [{ known: [{ how: 'account' }] }],
  })
})

it('AM-07 takes who lived elsewhere out of there, and that office looks', async () => {
  const { jules, officeId } = await desk()
  const karine = await staff(world.owner, 'Karine Agente')
  const person = await world.owner.person.create({
    data: { givenName: 'Noé', familyName: 'Parti', birthDate: '1999-04-03' },
  })
  const home = await world.owner.household.create({
    data: { fileNumber: 'LEFT-0001', officeId: karine.officeId! },
  })
  await world.owner.householdMember.create({
    data: { householdId: home.id, personId: person.id, role: 'adult', fromDay: '2024-01-01' },
  })
  const id = await sentApplication(world.owner, officeId, answers({ ...before, familyName: 'Parti' }))
  await choose(jules, id, { people: { applicant: person.id } })
  await acceptWhole(jules, id)
  const memberships = await world.owner.householdMember.findMany({
    where: { personId: person.id },
    orderBy: { fromDay: 'asc' },
  })
  expect(memberships).toMatchObject([{ untilDay: '2026-11-16' }, { fromDay: '2026-11-16', untilDay: null }])
  const flag = await world.owner.task.findFirst({ where: { kind: 'flag', householdId: home.id } })
  expect(flag).toMatchObject({ officeId: karine.officeId, state: 'received' })
})

it('AM-08 asks for a programme that a file holds', async () => {
  const { jules, officeId } = await desk()
  const id = await sentApplication(world.owner, officeId, answers({ familyName: 'Premier' }))
  expect(await admitOf(jules, id)).toEqual({
    outcome: 'ask',
    questions: [{ kind: 'programme', proposed: 'aimForEmployment' }],
  })
  await choose(jules, id, { programme: 'socialAssistance', constraints: { applicant: 'temporary' } })
  await acceptWhole(jules, id)
  expect(await householdOf(id)).toMatchObject({
    situations: [{ programme: 'socialAssistance' }],
    members: [{ person: { constraints: [{ kind: 'temporary', fromDay: '2026-11-16' }] } }],
  })
})

it('AM-09 is made of what was sent, by the office it was sent to', async () => {
  const { jules, officeId } = await desk()
  const silent = await sentApplication(world.owner, officeId, couple({ spouseAnswers: 'self' }))
  expect(await admitOf(jules, silent)).toEqual({ outcome: 'impossible', why: 'spouseNotHeard' })
  const id = await sentApplication(world.owner, officeId, answers(before))
  const karine = await staff(world.owner, 'Karine Agente')
  expect(await admitOf(karine, id)).toEqual({ outcome: 'impossible', why: 'notFound' })
  expect(await choose(karine, id, {})).toBe(false)
  expect(await read(karine, id)).toBeNull()
  const known = await withViewer(karine, ({ sql }) =>
    sql(`select * from known_people($1, 'applicant', 'Adèle', 'x', '1990-01-01', 'DEMO-0001-01')`, [id]),
  )
  expect(known).toEqual([])
  await world.owner.application.update({ where: { id }, data: { withdrawnAt: new Date() } })
  expect(await admitOf(jules, id)).toEqual({ outcome: 'impossible', why: 'notFound' })
})

it('AM-10 tells a person when it cannot be made', async () => {
  const { jules, officeId } = await desk()
  const stuck = await sentApplication(world.owner, officeId, answers({ ...before, familyName: 'Coincé' }))
  const { fileNumber } = (await admitOf(jules, stuck)) as { fileNumber: string }
  // Someone took the number meanwhile.
  await world.owner.household.create({ data: { fileNumber, officeId } })
  const fine = await sentApplication(world.owner, officeId, answers({ ...before, familyName: 'Fluide' }))
  await admitOf(jules, fine)
  await accept(jules, stuck)
  await accept(jules, fine)
  await moveClockBy(world.owner, 31)
  await followDecisions()
  expect((await admissionOf(stuck)).problem).toBe('23505')
  expect(await world.owner.person.count({ where: { familyName: 'Coincé' } })).toBe(0)
  expect((await householdOf(fine)).members).toHaveLength(1)
  const flag = await world.owner.task.findFirst({ where: { kind: 'flag', applicationId: stuck } })
  expect(flag).toMatchObject({ state: 'received', urgency: 2 })
  expect(await read(jules, stuck)).toMatchObject({ problem: '23505' })
})

it('AM-11 keeps its plan from everyone, and forgets it', async () => {
  const { jules, officeId } = await desk()
  const id = await sentApplication(world.owner, officeId, answers({ ...before, familyName: 'Oubli' }))
  await admitOf(jules, id)
  expect((await admissionOf(id)).plan).not.toBeNull()
  const plan = withViewer(jules, ({ sql }) => sql('select plan from admission'))
  await expect(plan).rejects.toMatchObject({ code: '42501' })
  const forged = withViewer(jules, ({ sql }) => sql('update admission set household_id = uuidv7()'))
  await expect(forged).rejects.toMatchObject({ code: '42501' })
  await accept(jules, id)
  await moveClockBy(world.owner, 31)
  await followDecisions()
  expect((await admissionOf(id)).plan).toBeNull()
  expect(await choose(jules, id, {})).toBe(false)
})

it('AM-12 is made as it was settled last, and told when it was not prepared', async () => {
  const { jules, officeId } = await desk()
  const id = await sentApplication(world.owner, officeId, answers({ ...before, familyName: 'Ravisé' }))
  await admitOf(jules, id)
  await accept(jules, id)
  await choose(jules, id, { constraints: { applicant: 'severe' }, programme: 'socialSolidarity' })
  const forgotten = await sentApplication(world.owner, officeId, answers({ familyName: 'Oublié' }))
  await accept(jules, forgotten)
  await moveClockBy(world.owner, 31)
  await followDecisions()
  await followDecisions()
  expect(await householdOf(id)).toMatchObject({ situations: [{ programme: 'socialSolidarity' }] })
  const flags = await world.owner.task.findMany({ where: { kind: 'flag', applicationId: forgotten } })
  expect(flags).toMatchObject([{ state: 'received', version: 1 }])
  // Prepared now, it is made at the next round.
  await choose(jules, forgotten, { programme: 'socialAssistance' })
  await followDecisions()
  expect((await householdOf(forgotten)).members).toHaveLength(1)
})

it('AM-13 what was noted of it is read in the household’s file', async () => {
  const { jules, officeId } = await desk()
  const id = await sentApplication(world.owner, officeId, answers({ ...before, familyName: 'Noté' }))
  const note = async (text: string) => {
    const { noteOnApplication } = await import('@/features/file/commands')
    const input = { key: randomUUID(), text, from: '' }
    return noteOnApplication({ viewer: jules, input, params: { id }, locale: 'fr' } as unknown as Call<
      Staff,
      typeof input
    >)
  }
  expect(await note('Avant')).toMatchObject({ data: { code: 'noted' } })
  await acceptWhole(jules, id)
  expect(await note('Après')).toMatchObject({ data: { code: 'noted' } })
  const { householdId } = await world.owner.admission.findFirstOrThrow({ where: { applicationId: id } })
  const { findFile } = await import('@/features/file/queries')
  const { desk: read } = (await findFile(jules, householdId!))!
  expect(read.notes.map(({ text }) => text).sort()).toEqual(['Après', 'Avant'])
  const { findApplication } = await import('@/features/review/application-queries')
  expect((await findApplication(jules, id))!.desk.notes).toHaveLength(2)
})
