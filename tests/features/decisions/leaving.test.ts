import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { addAddress } from '../../../prisma/builders'
import { Prisma } from '@/server/generated/client'
import { readPdf } from '../../support/pdf'
import { citizen, staff, withWorld } from '../../support/world'
import {
  call,
  giveIdentity,
  moveClockBy,
  openTask,
  sentApplication,
  takeDecision,
  takeIdentity,
  taskOf,
} from './deciding'

/*
 * Numbered cases:
 *   DL-01 before its moment nobody but the office reads a decision, and nothing leaves
 *   DL-02 at its moment each adult has a copy in their language, kept with its digest, announced without a word of it
 *   DL-03 it leaves once, however many send it at the same time
 *   DL-04 what left is frozen: it is neither undone nor seconded any more
 *   DL-05 one that was undone never leaves
 *   DL-06 the copy given is the copy kept; one that was changed is refused
 *   DL-07 the stranger: another household, another office, finds nothing
 *   DL-08 what was told in private is told to its author alone
 *   DL-09 someone without an account receives paper: it waits at the office until printed, a protected address for supervisors
 *   DL-11 an applicant reads the decision where they follow it, in the portal and as its copy; a stranger does not
 *   DL-12 a notice that cannot be written is tried again later and later; its supervisor sees it; the others leave
 *   DL-13 the office that a household moved to reads what was decided before; the one it left does not
 *   DL-10 the office reads it before it leaves, in the trail
 */
const world = withWorld()
const leaving = () => import('@/features/decisions/leaving-commands')
const queries = () => import('@/features/decisions/queries')
const office = () => import('@/features/decisions/office-queries')
const commands = () => import('@/features/decisions/commands')
const home = {
  street: '12, rue des Essais',
  city: 'Drummondville',
  postalCode: 'J2B 1A1',
  fromDay: '2026-11-20',
}
const accepted = { outcome: 'accepted', reasons: [{ code: 'agreesWithFile' }], needsSecond: false } as const

const ground = {} as { taskId: string; id: string; number: string }
beforeAll(async () => {
  await giveIdentity(world.owner, 'Adèle')
  ground.taskId = await taskOf(world.owner, 'Adèle')
  Object.assign(ground, await takeDecision(await staff(world.owner, 'Jules Agent'), ground.taskId, accepted))
})
const copies = (decisionId = ground.id) => world.owner.decisionNotice.findMany({ where: { decisionId } })

describe('a decision leaves', () => {
  test('DL-01 before its moment nobody but the office reads it, and nothing leaves', async () => {
    const adele = await citizen(world.owner, 'Adèle')
    expect(await (await queries()).listDecisions(adele)).toEqual([])
    expect(await (await queries()).findDecision(adele, ground.id)).toBeNull()
    expect(await (await leaving()).sendDueNotices()).toBe(0)
    const answer = await (await commands()).downloadDecision(call(adele, ground.id))
    expect(answer.status).toBe(404)
    expect(await copies()).toEqual([])
  })

  test('DL-10 the office reads it before it leaves, and the look is written', async () => {
    const jules = await staff(world.owner, 'Jules Agent')
    const page = await (await office()).findOfficeDecision(jules, ground.id)
    expect(page).toMatchObject({ state: 'waiting', decidedBy: 'Jules Agent', copies: [] })
    expect(page!.notices).toMatchObject([
      { language: 'fr', data: { number: ground.number, forName: 'Adèle Exemple' } },
    ])
    const look = await world.owner.audit.findFirst({
      where: { act: 'looked', actorId: jules.staffId, subjectKind: 'filing' },
    })
    expect(look).not.toBeNull()
    expect(
      await (await office()).findOfficeDecision(await staff(world.owner, 'Karine Agente'), ground.id),
    ).toBeNull()
  })

  test('DL-03, DL-02 it leaves once, with its copy, its digest and its announcement', async () => {
    await moveClockBy(world.owner, 31)
    const { sendDueNotices } = await leaving()
    const sent = await Promise.all([sendDueNotices(), sendDueNotices(), sendDueNotices()])
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1)
    const kept = await copies()
    expect(kept).toMatchObject([
      { name: 'Adèle Exemple', language: 'fr', delivery: 'portal', printedAt: null },
    ])
    const news = await world.owner.outbox.findMany({ where: { kind: 'decision-notice' } })
    expect(news).toMatchObject([
      { personId: kept[0]!.personId, payload: { about: 'decision', language: 'fr' } },
    ])
    const { readCopy } = await leaving()
    const body = await readCopy({ storageKey: kept[0]!.storageKey, digest: kept[0]!.digest })
    expect(createHash('sha256').update(body).digest()).toEqual(Buffer.from(kept[0]!.digest))
    const { about, info, tags, pages } = await readPdf(body)
    expect(about).toMatchObject({ 'pdfuaid:part': '1' })
    expect(info).toMatchObject({ Language: 'fr-CA' })
    expect(tags).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'LI']))
    const text = pages.join(' ').replaceAll(/\s+/g, ' ')
    for (const part of [ground.number, 'Adèle Exemple', 'article 36', 'révision'])
      expect(text).toContain(part)
  })

  test('DL-06 the copy given is the copy kept; one that was changed is refused', async () => {
    const adele = await citizen(world.owner, 'Adèle')
    const { downloadDecision } = await commands()
    const { file } = await downloadDecision(call(adele, ground.id))
    const [kept] = await copies()
    expect(
      createHash('sha256')
        .update(file!.body as Uint8Array)
        .digest('hex'),
    ).toBe(Buffer.from(kept!.digest).toString('hex'))
    expect(file!.name).toBe(`decision-${ground.number}.pdf`)
    await world.owner.decisionNotice.update({
      where: { id: kept!.id },
      data: { digest: new Uint8Array(32) },
    })
    await expect(downloadDecision(call(adele, ground.id))).rejects.toThrow('not what left')
    await world.owner.decisionNotice.update({ where: { id: kept!.id }, data: { digest: kept!.digest } })
  })

  test('DL-04 what left is frozen', async () => {
    const { withViewer } = await import('@/server/db')
    const jules = await staff(world.owner, 'Jules Agent')
    const undo = () =>
      withViewer(jules, ({ sql }) =>
        sql('update decision set undone_at = app_now(), undone_by = $2 where id = $1', [
          ground.id,
          jules.staffId,
        ]),
      )
    await expect(undo()).rejects.toThrow('frozen')
    // The copy alone freezes it, whatever the clock of who undoes.
    await world.owner.decision.update({
      where: { id: ground.id },
      data: { leftAt: null },
    })
    await moveClockBy(world.owner, -31)
    await expect(undo()).rejects.toThrow('frozen')
    await moveClockBy(world.owner, 31)
    await world.owner.decision.update({ where: { id: ground.id }, data: { leftAt: new Date() } })
  })

  test('DL-07 the stranger finds nothing', async () => {
    const { listDecisions, findDecision } = await queries()
    const adele = await citizen(world.owner, 'Adèle')
    expect(await listDecisions(adele)).toMatchObject([{ id: ground.id, outcome: 'accepted' }])
    const page = await findDecision(adele, ground.id)
    expect(page).toMatchObject({ newer: null, data: { number: ground.number, kind: 'statement' } })
    expect(page!.data.fileNumber).toMatch(/\S/)
    const bruno = await citizen(world.owner, 'Bruno')
    expect(await listDecisions(bruno)).toEqual([])
    expect(await findDecision(bruno, ground.id)).toBeNull()
    const { downloadDecision, downloadNotice } = await commands()
    expect((await downloadDecision(call(bruno, ground.id))).status).toBe(404)
    const [kept] = await copies()
    const karine = await staff(world.owner, 'Karine Agente')
    expect((await downloadNotice(call(karine, kept!.id))).status).toBe(404)
    const jules = await staff(world.owner, 'Jules Agent')
    expect((await downloadNotice(call(jules, kept!.id))).file).toBeDefined()
  })

  test('DL-05 one that was undone never leaves', async () => {
    const { withViewer } = await import('@/server/db')
    const jules = await staff(world.owner, 'Jules Agent')
    const { id } = await takeDecision(jules, ground.taskId, accepted)
    await withViewer(jules, ({ sql }) =>
      sql('update decision set undone_at = app_now(), undone_by = $2 where id = $1', [id, jules.staffId]),
    )
    await moveClockBy(world.owner, 40)
    expect(await (await leaving()).sendDueNotices()).toBe(0)
    expect(await copies(id)).toEqual([])
    // The one before stands again.
    const adele = await citizen(world.owner, 'Adèle')
    expect(await (await queries()).findDecision(adele, ground.id)).toMatchObject({ newer: null })
  })

  test('DL-08 what was told in private is told to its author alone', async () => {
    const bruno = await citizen(world.owner, 'Bruno')
    const camille = await citizen(world.owner, 'Camille')
    const householdId = bruno.memberships[0]!.householdId
    expect(camille.memberships[0]!.householdId).toBe(householdId)
    const jules = await staff(world.owner, 'Jules Agent')
    // Without an account they receive paper, and a letter would be opened at home.
    await takeIdentity(world.owner, 'Bruno')
    await addAddress(world.owner, householdId, home)
    const both = await takeDecision(jules, await openTask(world.owner, householdId), accepted)
    const { id } = await takeDecision(jules, await openTask(world.owner, householdId), accepted)
    await world.owner.decision.update({ where: { id }, data: { personId: bruno.personId } })
    await moveClockBy(world.owner, 31)
    expect(await (await leaving()).sendDueNotices()).toBe(2)
    expect(await copies(both.id)).toHaveLength(2)
    expect(await copies(id)).toMatchObject([{ personId: bruno.personId, delivery: 'byHand' }])
    const news = { kind: 'decision-notice', personId: bruno.personId }
    expect(await world.owner.outbox.count({ where: news })).toBe(0)
    const { findDecision, listDecisions } = await queries()
    expect((await listDecisions(bruno)).map((one) => one.id).sort()).toEqual([both.id, id].sort())
    expect((await listDecisions(camille)).map((one) => one.id)).toEqual([both.id])
    expect(await findDecision(camille, id)).toBeNull()
    expect((await (await commands()).downloadDecision(call(camille, id))).status).toBe(404)
  })

  test('DL-09 someone without an account receives paper, which waits until printed', async () => {
    const irene = await citizen(world.owner, 'Irène')
    await takeIdentity(world.owner, 'Irène')
    const householdId = irene.memberships[0]!.householdId
    await addAddress(world.owner, householdId, home)
    const taskId = await taskOf(world.owner, 'Irène')
    const jules = await staff(world.owner, 'Jules Agent')
    const { id, number } = await takeDecision(jules, taskId, accepted)
    await moveClockBy(world.owner, 31)
    await (await leaving()).sendDueNotices()
    const { listNoticesToPrint, findNoticeLetter } = await office()
    const waiting = (await listNoticesToPrint(jules)).notices.find((one) => one.number === number)
    expect(waiting).toMatchObject({ name: irene.name, delivery: 'mail' })
    const karine = await staff(world.owner, 'Karine Agente')
    expect((await listNoticesToPrint(karine)).notices).toEqual([])
    expect(await findNoticeLetter(karine, waiting!.id)).toBeNull()
    const letter = await findNoticeLetter(jules, waiting!.id)
    expect(letter).toMatchObject({ name: irene.name, isProtected: false, data: { number } })
    expect(letter!.address).toMatchObject({ city: expect.any(String) as string })
    const { notePrintedNotice } = await commands()
    expect((await notePrintedNotice(call(karine, waiting!.id))).status).toBe(404)
    expect((await notePrintedNotice(call(jules, waiting!.id))).status).toBeUndefined()
    expect((await notePrintedNotice(call(jules, waiting!.id))).status).toBe(404)
    expect(await copies(id)).toMatchObject([{ printedBy: jules.staffId }])
    expect((await listNoticesToPrint(jules)).notices.find((one) => one.number === number)).toBeUndefined()
  })

  test('DL-11 an applicant reads the decision where they follow it; a stranger does not', async () => {
    const { viewer } = await sentApplication(world.owner)
    const stranger = await sentApplication(world.owner)
    const task = await world.owner.task.findFirstOrThrow({ where: { applicationId: viewer.applicationId } })
    const jules = await staff(world.owner, 'Jules Agent')
    const { id, number } = await takeDecision(jules, task.id, {
      outcome: 'refused',
      reasons: [{ code: 'notResident' }],
      words: 'Bonne chance.',
      needsSecond: false,
    })
    const { findApplicationDecision, listApplicationDecisions } = await queries()
    expect(await listApplicationDecisions(viewer)).toEqual([])
    await moveClockBy(world.owner, 31)
    expect(await listApplicationDecisions(viewer)).toMatchObject([{ id, number, kind: 'application' }])
    // Read before any round of sending: its reader does not wait for the copy.
    const { downloadApplicationDecision } = await commands()
    const { file } = await downloadApplicationDecision(call(viewer, id))
    expect((await readPdf(file!.body as Uint8Array)).pages.join(' ')).toContain(number)
    expect(await copies(id)).toMatchObject([{ adult: 'applicant', name: 'Ada Essai', delivery: 'byHand' }])
    const page = await findApplicationDecision(viewer, id)
    expect(page!.data).toMatchObject({ forName: null, words: 'Bonne chance.', outcome: 'refused' })
    expect(page!.data.receiptNumber).toMatch(/^Q-/)
    expect(await findApplicationDecision(stranger.viewer, id)).toBeNull()
    const theirs = call(stranger.viewer, id)
    expect((await downloadApplicationDecision(theirs)).status).toBe(404)
  })

  test('DL-12 a notice that cannot be written is tried again later and later, and is seen', async () => {
    const jules = await staff(world.owner, 'Jules Agent')
    const irene = await citizen(world.owner, 'Irène')
    const householdId = irene.memberships[0]!.householdId
    const broken = await takeDecision(jules, await openTask(world.owner, householdId), accepted)
    const whole = await takeDecision(jules, await openTask(world.owner, householdId), accepted)
    await world.owner.decision.update({ where: { id: broken.id }, data: { benefit: { computed: true } } })
    await moveClockBy(world.owner, 31)
    const { sendDueNotices } = await leaving()
    const tries = async () =>
      (await world.owner.decision.findUniqueOrThrow({ where: { id: broken.id } })).noticeFailures
    expect([await sendDueNotices(), await tries()]).toEqual([1, 1])
    expect(await copies(whole.id)).toHaveLength(1)
    // Twenty seconds later, nothing; after a minute, once more; then not before two.
    expect([await sendDueNotices(), await tries()]).toEqual([0, 1])
    await moveClockBy(world.owner, 1)
    expect([await sendDueNotices(), await tries()]).toEqual([0, 2])
    await moveClockBy(world.owner, 1)
    expect([await sendDueNotices(), await tries()]).toEqual([0, 2])
    await moveClockBy(world.owner, 1)
    expect([await sendDueNotices(), await tries()]).toEqual([0, 3])
    await world.owner.decision.update({ where: { id: broken.id }, data: { noticeFailures: 40 } })
    await moveClockBy(world.owner, 4)
    expect([await sendDueNotices(), await tries()]).toEqual([0, 41])
    const { getTeam } = await import('@/features/team/queries')
    const [row] = await world.owner.$queryRawUnsafe<{ later: boolean }[]>(
      `select notice_again_at between app_now() + interval '58 minutes' and app_now() + interval '1 hour' as later
       from decision where id = $1::uuid`,
      broken.id,
    )
    expect(row).toEqual({ later: true })
    const lead = { ...jules, role: 'supervisor' as const }
    expect((await getTeam(lead)).failingNotices).toEqual([
      { id: broken.id, number: broken.number, failures: 41, againAt: expect.any(String) as string },
    ])
    const karine = { ...(await staff(world.owner, 'Karine Agente')), role: 'supervisor' as const }
    expect((await getTeam(karine)).failingNotices).toEqual([])
    await world.owner.decision.update({ where: { id: broken.id }, data: { benefit: Prisma.DbNull } })
    await moveClockBy(world.owner, 61)
    expect(await sendDueNotices()).toBe(1)
    expect((await getTeam(lead)).failingNotices).toEqual([])
  })

  test('DL-13 what was decided is read where the household moved', async () => {
    const jules = await staff(world.owner, 'Jules Agent')
    const karine = await staff(world.owner, 'Karine Agente')
    const adele = await citizen(world.owner, 'Adèle')
    const householdId = adele.memberships[0]!.householdId
    const end = { state: 'decided', endedAt: new Date() }
    await world.owner.task.update({ where: { id: ground.taskId }, data: end })
    const { officeId: before } = await world.owner.household.findUniqueOrThrow({ where: { id: householdId } })
    const move = (officeId: string) =>
      world.owner.household.update({ where: { id: householdId }, data: { officeId } })
    const { findOfficeDecision } = await office()
    const { findFile } = await import('@/features/file/queries')
    await move(karine.officeId!)
    expect(await findOfficeDecision(karine, ground.id)).toMatchObject({ state: 'left', householdId })
    const { desk } = (await findFile(karine, householdId))!
    expect(desk.decisions.map(({ id }) => id)).toContain(ground.id)
    expect(desk.tasks).toContainEqual(expect.objectContaining({ id: ground.taskId, state: 'decided' }))
    expect(await findOfficeDecision(jules, ground.id)).toBeNull()
    await move(before)
    expect(await findOfficeDecision(jules, ground.id)).toMatchObject({ id: ground.id })
  })
})
