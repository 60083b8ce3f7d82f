import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMonths, month, type Month } from '@/domain/calendar'
import { closedBy } from '@/domain/decision/closing'
import { plannedPayment } from '@/domain/payment/planned'
import { defaultPolicies } from '@/domain/statement/policy'
import { submitStatement, submitChange } from '@/features/statement/commands'
import { findPayment } from '@/features/statement/payment-queries'
import { findStatementPage, getFileHome } from '@/features/statement/queries'
import { hear } from '@/features/statement/telephone-commands'
import { findOfficeDecision } from '@/features/decisions/office-queries'
import { findFile } from '@/features/file/queries'
import { openMissingStatements, pagesOfMissing, type Ask } from '@/jobs/missing-statements'
import { withViewer } from '@/server/db'
import { nextCases } from '@/server/payment-facts'
import { keptBenefits } from '@/server/payment-export'
import { viewerOf, type Citizen } from '@/server/viewer'
import { addAccessCode, addAddress, addMandate, addSession } from '../../../prisma/builders'
import { moveClock } from '../../../prisma/demo-clock'
import { readPdf } from '../../support/pdf'
import { withWorld } from '../../support/world'
import { codeIn, morning, press, setUpDesk, type Desk } from '../deciding/desk'
import { moveClockBy, takeDecision } from '../decisions/deciding'
import { press as askReview } from '../reviews/asking'
import { call, household, unchanged } from '../statement/office'
import { close, decide, leave, on, openAtOffice, taskOf } from './ground'

/*
 * What follows a file that is closed, derived from the decision that has left. Numbered cases:
 *   CG-01 nothing follows before it has left; then the month is the same for the database and for the domain
 *   CG-02 a run of payments has it ended from that month on, and the months before as they were
 *   CG-03 no statement is due of what leads there: the pages say why; an earlier one is still filed, a change still told
 *   CG-04 what was missing is lifted, nothing is opened nor reminded; the trial of a policy leaves it out
 *   CG-05 the telephone line says that it is closed, and names no payment
 *   CG-06 the person's page and the office's say since when; no payment is shown from there on
 *   CG-07 a review in favour gives everything back; reopened and refused, it is open again
 *   CG-08 after a death: sessions, codes and mandates end as the decision leaves, noted; the letter is for the succession
 *   CG-09 nothing of that after another cause
 */
const world = withWorld({ people: false })
let desk: Desk
beforeAll(async () => {
  desk = await setUpDesk(world.owner)
})
beforeEach(() => moveClock(world.owner, morning))

const home = (adults: readonly string[] = ['Ana']) => household(world.owner, desk.officeId, adults)
const worker: Ask = (text, values) => withViewer({ role: 'worker' }, ({ sql }) => sql(text, values))
const runMissing = () => withViewer({ role: 'worker' }, ({ sql, now }) => openMissingStatements(sql, now))
const missing = (householdId: string) =>
  world.owner.task.findMany({ where: { kind: 'missing', householdId, month: '2026-11' } })

/** What a run of a month comes to for a household, as of now. */
async function planned(householdId: string, paid: Month) {
  const before = (BigInt(`0x${householdId.replaceAll('-', '')}`) - 1n).toString(16).padStart(32, '0')
  const after = before.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
  return withViewer({ role: 'worker' }, async (door) => {
    const run = { month: paid, cutOff: door.now }
    const [found] = await nextCases(door, run, after, 1, keptBenefits())
    if (found?.id !== householdId) throw new Error('Not of this run')
    return {
      plan: plannedPayment(found.facts!, paid, defaultPolicies),
      closed: closedBy(found.facts!.decisions),
    }
  })
}
const heard = (viewer: Citizen) => withViewer(viewer, async (door) => (await hear(door, viewer, null))!.facts)

test('CG-01, CG-02 nothing before it has left; then the runs have it ended', async () => {
  const { id, viewers } = await home()
  const ana = viewers[0]!
  const { ask, proved } = await import('./ground')
  await ask(proved(ana), { month: '2027-01' })
  const decisionId = await decide(world.owner, desk, id, ['accept', 'ownRequest'])
  const waiting = await planned(id, month('2027-01'))
  expect(waiting).toMatchObject({ closed: null, plan: { state: 'paid' } })
  expect((await getFileHome(ana)).household).toMatchObject({ closing: null })
  await leave(world.owner)
  for (const paid of ['2027-01', '2027-02', '2027-07']) {
    const { plan, closed } = await planned(id, month(paid))
    expect(plan).toMatchObject({ state: 'ended', decisionId, carriedForward: false })
    expect(closed).toBe('2027-01')
  }
  const earlier = await planned(id, month('2026-12'))
  expect(earlier.plan).toMatchObject({ state: 'paid', decisionId: null, carriedForward: true })
  // What the runs say, and what every page reads.
  expect(earlier.closed).toBe('2027-01')
  expect((await getFileHome(ana)).household).toMatchObject({ closing: { decisionId, fromMonth: '2027-01' } })
})

test('CG-03 asks for no statement that leads there, and refuses nothing that is told', async () => {
  const { id, viewers } = await home()
  const ana = viewers[0]!
  const before = await findStatementPage(ana, '2026-11')
  expect(before!.desk.state).toMatchObject({ name: 'late', mayFile: true })
  await close(world.owner, desk, ana)
  for (const of of ['2026-11', '2026-12'])
    expect((await findStatementPage(ana, of))!.desk.state).toMatchObject({
      ...{ name: 'exempt', mayFile: false },
      obligation: { files: 'whenChanged', why: { code: 'closed', from: '2026-12' } },
    })
  expect((await findStatementPage(ana, '2026-10'))!.desk.state).toMatchObject({ name: 'late', mayFile: true })
  const late = { ...unchanged(), lateReason: 'Hôpital' }
  const october = await submitStatement({ ...call(ana, late), params: { month: '2026-10' } })
  expect(codeIn(october)).toBe('filed')
  const told = { ...unchanged(), changed: 'other', 'other.words': 'Nouvelle adresse bientôt' }
  expect(['filed', 'wrong-answers', 'more-to-ask']).toContain(codeIn(await submitChange(call(ana, told))))
  expect(await world.owner.filing.count({ where: { householdId: id } })).toBeGreaterThan(0)
})

test('CG-04 lifts what was missing, and reminds nobody', async () => {
  const { id, viewers } = await home()
  const drawn = async () => {
    const rows = await world.owner.$queryRawUnsafe<{ n: number }[]>(
      "select count(*)::int as n from policy_cases('2026-12', 100000)",
    )
    return rows[0]!.n
  }
  // What earlier tests decided has left.
  await moveClockBy(world.owner, 62)
  await runMissing()
  expect(await missing(id)).toMatchObject([{ state: 'received' }])
  const files = await drawn()
  await close(world.owner, desk, viewers[0]!)
  await runMissing()
  await runMissing()
  expect(await missing(id)).toMatchObject([{ state: 'withdrawn' }])
  expect(await drawn()).toBe(files - 1)
  for await (const page of pagesOfMissing(worker, month('2026-12')))
    expect(page.find(({ household_id }) => household_id === id)).toMatchObject({ mustFile: false })
  for await (const page of pagesOfMissing(worker, month('2026-10')))
    expect(page.find(({ household_id }) => household_id === id)).toMatchObject({ mustFile: true })
})

test('CG-05, CG-06 the line and the pages say that it is closed', async () => {
  const { id, viewers } = await home()
  const ana = viewers[0]!
  expect(await heard(ana)).toMatchObject({ closedFrom: null, payment: { month: '2026-12' } })
  expect(await findPayment(ana, '2026-12')).not.toBeNull()
  const decisionId = await close(world.owner, desk, ana)
  expect(await heard(ana)).toMatchObject({ closedFrom: '2026-12', payment: null })
  const page = await getFileHome(ana)
  expect(page).toMatchObject({
    household: { closing: { decisionId } },
    ...{ nextPayment: null, reviewUntil: '2027-02-23' },
  })
  expect(await findPayment(ana, '2026-12')).toBeNull()
  expect(await findPayment(ana, '2026-11')).not.toBeNull()
  const file = await findFile(desk.jules, id)
  expect(file).toMatchObject({ household: { closing: { fromMonth: '2026-12' } }, next: { isEnded: true } })
  expect(await findFile(desk.karine, id)).toBeNull()
})

describe('CG-07 is open again', () => {
  test('after a review in favour, once it has left', async () => {
    const { id, viewers } = await home()
    const ana = viewers[0]!
    const decisionId = await close(world.owner, desk, ana)
    const asked = await askReview(ana, decisionId)
    expect(asked.status ?? 200).toBeLessThan(400)
    const review = await world.owner.task.findFirstOrThrow({ where: { kind: 'review', householdId: id } })
    await takeDecision(desk.lina, review.id, {
      ...{ outcome: 'changed', reasons: [{ code: 'reviewFindsOtherwise' }], needsSecond: false },
    })
    expect((await getFileHome(ana)).household).toMatchObject({ closing: { fromMonth: '2026-12' } })
    await leave(world.owner)
    const healed = await getFileHome(ana)
    expect(healed).toMatchObject({ household: { closing: null } })
    expect(healed.nextPayment).not.toBeNull()
    expect(await planned(id, month('2026-12'))).toMatchObject({ closed: null, plan: { state: 'paid' } })
    await runMissing()
    expect(await missing(id)).toMatchObject([{ state: 'received' }])
  })

  test('after it was reopened and refused', async () => {
    const { id, viewers } = await home()
    const ana = viewers[0]!
    await close(world.owner, desk, ana)
    const task = await taskOf(world.owner, id)
    await press(world.owner, desk.jules, task.id, 'reopen', { words: 'Une erreur de dossier.' })
    await decide(world.owner, desk, id, ['refuse', 'staysOpen'])
    expect((await getFileHome(ana)).household).toMatchObject({ closing: { fromMonth: '2026-12' } })
    await leave(world.owner)
    expect((await getFileHome(ana)).household).toMatchObject({ closing: null })
    expect(await planned(id, addMonths(month('2026-12'), 1))).toMatchObject({ closed: null })
  })
})

describe('after a death', () => {
  /** Someone with a session, an access code, a mandate given and one held. */
  async function someone(givenName: string) {
    const { owner } = world
    const { id, viewers } = await home([givenName])
    const { personId } = viewers[0]!
    const token = await addSession(owner, 'citizen', personId)
    await owner.$executeRawUnsafe(
      `insert into auth."account" (provider, subject, user_id) select 'citizen', 'closing-' || $1, id from auth."user"
       where person_id = $2::uuid`,
      ...[givenName, personId],
    )
    const other = await owner.person.create({
      data: { givenName: 'Mona', familyName: 'Proche', birthDate: '1970-01-01' },
    })
    for (const [one, two] of [
      [personId, other.id],
      [other.id, personId],
    ] as const)
      await addMandate(owner, {
        ...{ personId: one, representativeId: two, kind: 'powerOfAttorney', rights: ['read'] },
        fromDay: '2026-01-01',
      })
    await addAccessCode(owner, { personId, code: '12345' })
    await addAddress(owner, id, {
      ...{
        street: '12, rue des Essais',
        city: 'Drummondville',
        postalCode: 'J2B 1A1',
        fromDay: '2026-01-01',
      },
    })
    const codes = async () =>
      (
        await owner.$queryRawUnsafe<{ n: number }[]>(
          `select count(*)::int as n from auth."access_code" where person_id = '${personId}'`,
        )
      )[0]!.n
    const mandates = async () =>
      owner.mandate.count({
        where: { revokedAt: null, OR: [{ personId }, { representativeId: personId }] },
      })
    const identities = async () =>
      Number(
        (
          await owner.$queryRawUnsafe<{ n: bigint }[]>(
            `select count(*) as n from auth."account" a join auth."user" u on u.id = a.user_id
             where u.person_id = $1::uuid`,
            personId,
          )
        )[0]!.n,
      )
    return { id, personId, token, codes, mandates, identities }
  }

  test('CG-08 nobody goes on in their name, and the succession is written to', async () => {
    const { owner } = world
    const { id, personId, token, codes, mandates, identities } = await someone('Défunte')
    const death = { cause: 'death', toldBy: 'others', ...on('2026-11-12') }
    expect(codeIn(await openAtOffice(desk.jules, id, death))).toBe('asked')
    const decisionId = await decide(owner, desk, id, ['accept', 'deceased'])
    const office = await findOfficeDecision(desk.lina, decisionId)
    expect(office!.notices[0]!.data.forName).toBe('Succession de Défunte Essai')
    await moveClockBy(owner, 31)
    expect((await viewerOf(token)).viewer.role).toBe('citizen')
    expect([await codes(), await mandates(), await identities()]).toEqual([1, 2, 1])
    const { sendDueNotices } = await import('@/features/decisions/leaving-commands')
    await sendDueNotices()
    expect((await viewerOf(token)).viewer.role).toBe('anonymous')
    expect([await codes(), await mandates(), await identities()]).toEqual([0, 0, 0])
    const traces = await owner.audit.findMany({
      where: { householdId: id, act: 'ended', actorKind: 'machine' },
      select: { subjectKind: true },
    })
    expect(new Set(traces.map(({ subjectKind }) => subjectKind))).toEqual(
      new Set(['session', 'accessCode', 'mandate', 'person']),
    )
    const [copy] = await owner.decisionNotice.findMany({ where: { decisionId } })
    expect(copy).toMatchObject({ name: 'Succession de Défunte Essai', delivery: 'mail', personId })
    expect(await owner.outbox.count({ where: { kind: 'decision-notice', personId } })).toBe(0)
    const { readCopy } = await import('@/features/decisions/leaving-commands')
    const text = (await readPdf(await readCopy(copy!))).pages.join(' ').replaceAll(/\s+/g, ' ')
    for (const part of ['Succession de Défunte Essai', 'novembre 2026', 'condoléances', 'révision'])
      expect(text).toContain(part)
    expect(text).not.toContain('Votre situation peut changer')
  })

  test('CG-09 after another cause, nothing of that ends', async () => {
    const { owner } = world
    const { id, personId, token, codes, mandates } = await someone('Partie')
    await openAtOffice(desk.jules, id, { cause: 'leftQuebec', toldBy: 'person', ...on('2026-11-12') })
    const decisionId = await decide(owner, desk, id, ['accept', 'notResident'])
    await leave(owner)
    expect((await viewerOf(token)).viewer.role).toBe('citizen')
    expect([await codes(), await mandates()]).toEqual([1, 2])
    expect(await owner.decisionNotice.findMany({ where: { decisionId } })).toMatchObject([
      { name: 'Partie Essai', delivery: 'portal', personId },
    ])
  })
})
