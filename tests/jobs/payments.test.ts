import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMonths, instant, month } from '@/domain/calendar'
import type { RunState } from '@/features/payments/queries'
import { runPayments } from '@/jobs/payments'
import { followDecisions } from '@/jobs/decisions'
import { defaultPolicies } from '@/domain/statement/policy'
import { withViewer } from '@/server/db'
import type { Call } from '@/server/endpoint'
import type { Staff } from '@/server/viewer'
import { addFiling, addOffice, addStaff } from '../../prisma/builders'
import { moveClock } from '../../prisma/demo-clock'
import { moveClockBy } from '../features/decisions/deciding'
import { codeIn, fileWithTask, press } from '../features/deciding/desk'
import { citizen, staff, withWorld } from '../support/world'

/*
 * The payments of December 2026: the cut-off is the end of November 23rd, the payment on December 1st. Numbered cases:
 *   PJ-01 killed between two batches, a run goes on after the last that was kept: the same bytes as in one go
 *   PJ-02 run again, and by two at once, nothing is done twice
 *   PJ-03 what was received or decided after the cut-off is not in the run, however late it is computed
 *   PJ-04 a missing statement touches nothing: the last facts go on, marked
 *   PJ-05 a statement refused after another amount was planned is paid without it
 *   PJ-06 a hold of a person holds; nothing else does
 *   PJ-07 one supervisor alone releases nothing; two do, and only then is it shown and exported
 *   PJ-08 countings that do not agree stop the release, by name; and break the file off
 *   PJ-09 what is shown is written where it differs, as of the cut-off: what was filed since stays the latest
 *   PJ-10 what came later is in a supplementary run, by its difference; what was paid too much is not taken back
 *   PJ-11 a run that was begun keeps its cut-off when the policy changes; one that was not follows it
 *   PJ-12 nobody but supervisors reads a run, and nobody of the web writes one
 *   PJ-13 the two files say the same, end with the same control record, and neutralise what a program may run
 *   PJ-14 the rehearsal compares with the month before: released, it is what that run said
 */
const world = withWorld()
const at = (text: string) => moveClock(world.owner, instant(text))
const afterCutOff = '2026-11-24T15:00:00.000Z'
const paid = month('2026-12')
let desk: { readonly officeId: string; readonly jules: Staff; readonly lina: Staff }
let one: Staff
let two: Staff

beforeAll(async () => {
  await at('2026-11-18T15:00:00.000Z')
  const officeId = await addOffice(world.owner, { code: '971', phone: '+18195550100' })
  const member = async (name: string, role: 'agent' | 'supervisor') => {
    await addStaff(world.owner, { name, role, officeId })
    return staff(world.owner, name)
  }
  desk = { officeId, jules: await member('Jules Banc', 'agent'), lina: await member('Lina Banc', 'agent') }
  one = await member('Une Cadre', 'supervisor')
  two = await member('Deux Cadre', 'supervisor')
})
beforeEach(async () => {
  await world.owner.$executeRawUnsafe('delete from expected_payment where run_id is not null')
  await world.owner.$executeRawUnsafe(`delete from proposal where kind = 'payments'`)
  await world.owner.$executeRawUnsafe('delete from payment_run')
  // The month that is already paid: nobody looks at its run here.
  await world.owner.paymentRun.create({
    data: { month: '2026-11', number: 0, cutOff: new Date('2026-10-22'), state: 'rehearsed' },
  })
  await at(afterCutOff)
})

const runOf = (number = 0) => world.owner.paymentRun.findFirstOrThrow({ where: { month: paid, number } })
const itemsOf = async (number = 0) => {
  const { id } = await runOf(number)
  return world.owner.paymentItem.findMany({ where: { runId: id }, orderBy: { householdId: 'asc' } })
}
const itemOf = async (householdId: string, number = 0) =>
  (await itemsOf(number)).find((item) => item.householdId === householdId)
const call = <Input>(viewer: Staff, input: Input, id: string) =>
  ({ viewer, input, params: { id }, locale: 'fr' }) as unknown as Call<Staff, Input>
const ask = async (viewer: Staff, number = 0) => {
  const { askForRelease } = await import('@/features/payments/commands')
  const { id } = await runOf(number)
  return codeIn(await askForRelease(call(viewer, { key: randomUUID(), reason: 'Totaux vérifiés' }, id)))
}
const say = async (viewer: Staff, word: 'granted' | 'refused' | 'withdrawn') => {
  const { decide } = await import('@/features/proposals/commands')
  const { id } = await world.owner.proposal.findFirstOrThrow({
    where: { kind: 'payments', decidedAt: null },
  })
  return codeIn(await decide(call(viewer, { word }, id)))
}
async function release(number = 0) {
  expect(await ask(one, number)).toBe('asked')
  expect(await say(two, 'granted')).toBe('granted')
  await runPayments()
}
const exported = async (format: 'ndjson' | 'csv' = 'ndjson', number = 0) => {
  const { exportOf, findExportedRun } = await import('@/features/payments/export')
  const run = await findExportedRun(one, (await runOf(number)).id)
  return run && new Response(exportOf(one, run, format)).text()
}
const stateOf = async (number = 0) => (await runOf(number)).state as RunState
const untilFields = { 'until.day': '15', 'until.month': '12', 'until.year': '2026' }

describe('a run', () => {
  test('PJ-01 killed between batches gives the same bytes', async () => {
    await runPayments()
    const whole = await runOf()
    const straight = await itemsOf()
    await release()
    const bytes = await exported()
    await world.owner.$executeRawUnsafe('delete from expected_payment where run_id is not null')
    await world.owner.$executeRawUnsafe(`delete from proposal where kind = 'payments'`)
    await world.owner.paymentRun.delete({ where: { id: whole.id } })
    await world.owner.$executeRawUnsafe(
      `create function dies() returns trigger language plpgsql as $$ begin raise 'dead'; end $$`,
    )
    await world.owner.$executeRawUnsafe(
      `create trigger dies before update on payment_run for each row when (new.households > 25) execute function dies()`,
    )
    await expect(runPayments({ batch: 7 })).rejects.toThrow('dead')
    const cut = await runOf()
    expect(cut.households).toBeGreaterThan(0)
    expect(cut).toMatchObject({ state: 'preparing', households: (await itemsOf()).length })
    await world.owner.$executeRawUnsafe('drop function dies() cascade')
    await runPayments({ batch: 11 })
    const again = await runOf()
    expect(again.digest).toBe(whole.digest)
    expect(again.payCents).toBe(whole.payCents)
    expect((await itemsOf()).map(({ runId: _, ...item }) => item)).toEqual(
      straight.map(({ runId: _, ...item }) => item),
    )
    await release()
    expect(await exported()).toBe(bytes)
  })

  test('PJ-02 run again, or by two at once, does nothing twice', async () => {
    await Promise.allSettled([runPayments({ batch: 5 }), runPayments({ batch: 5 })])
    await runPayments({ batch: 5 })
    const first = await runOf()
    expect(first).toMatchObject({ state: 'rehearsed', households: first.exportHouseholds })
    expect(await world.owner.paymentItem.count({ where: { runId: first.id } })).toBe(first.households)
    await runPayments()
    expect(await runOf()).toEqual(first)
    expect(await world.owner.paymentRun.count({ where: { month: paid } })).toBe(1)
  })

  test('PJ-03 is as of its cut-off', async () => {
    const late = await fileWithTask(world.owner, desk.officeId, (adult) => ({
      ...{ month: month('2026-11'), receivedAt: instant('2026-11-24T05:00:00.000Z') },
      answers: { changed: ['work'], work: [workOf(adult, 900_00)] },
    }))
    const intime = await fileWithTask(world.owner, desk.officeId, (adult) => ({
      ...{ month: month('2026-11'), receivedAt: instant('2026-11-24T04:59:59.999Z') },
      answers: { changed: ['work'], work: [workOf(adult, 900_00)] },
    }))
    await at('2026-11-29T15:00:00.000Z')
    await runPayments()
    expect(await itemOf(late.householdId)).toMatchObject({ filingId: null })
    const counted = await itemOf(intime.householdId)
    expect(counted).toMatchObject({ filingId: intime.filingId, carriedForward: false })
    expect(counted!.payCents).toBeLessThan((await itemOf(late.householdId))!.payCents)
  })

  test('PJ-04 carries the last facts of who did not file', async () => {
    const silent = await fileWithTask(world.owner, desk.officeId, (adult) => ({
      answers: { changed: ['work'], work: [workOf(adult, 500_00)] },
    }))
    await runPayments()
    const item = (await itemOf(silent.householdId))!
    expect(item).toMatchObject({ state: 'paid', carriedForward: true, filingId: null, decisionId: null })
    expect(item.payCents).toBe(item.totalCents)
    // As in November, which the statement of October is paid in.
    expect(item.beforeCents).toBe(item.totalCents)
  })

  test('PJ-05 leaves out what was refused, whatever was planned', async () => {
    await at('2026-11-18T15:00:00.000Z')
    const file = await fileWithTask(world.owner, desk.officeId, (adult) => ({
      ...{ month: month('2026-11'), answers: { changed: ['work'], work: [workOf(adult, 900_00)] } },
    }))
    const move = (viewer: Staff, verb: string, fields = {}) =>
      press(world.owner, viewer, file.taskId, verb, fields)
    await move(desk.jules, 'claim')
    const other = { reasons: 'provedByDocuments', amount: '700', note: 'Loyer payé par un proche.' }
    expect(codeIn(await move(desk.jules, 'accept', other))).toBe('moved')
    expect(codeIn(await move(desk.lina, 'second'))).toBe('moved')
    await moveClockBy(world.owner, 31)
    await followDecisions()
    const shown = () =>
      world.owner.expectedPayment.findFirst({
        where: { householdId: file.householdId, month: paid },
        orderBy: [{ computedAt: 'desc' }, { id: 'desc' }],
      })
    expect(await shown()).toMatchObject({ totalCents: 700_00 })
    await move(desk.jules, 'reopen', { words: 'Le document est faux.' })
    expect(codeIn(await move(desk.jules, 'refuse', { reasons: 'notProved' }))).toBe('moved')
    if ((await world.owner.task.findUniqueOrThrow({ where: { id: file.taskId } })).state === 'proposed')
      await move(desk.lina, 'second')
    await moveClockBy(world.owner, 31)
    await followDecisions()
    // Nothing plans anew what a refusal takes away: the run does.
    expect(await shown()).toMatchObject({ totalCents: 700_00 })
    await at(afterCutOff)
    await runPayments()
    const item = (await itemOf(file.householdId))!
    expect(item).toMatchObject({ state: 'paid', filingId: null, carriedForward: true })
    expect(item.totalCents).not.toBe(700_00)
    expect(item.totalCents).toBe(item.beforeCents)
    await release()
    expect(await shown()).toMatchObject({ totalCents: item.totalCents, runId: (await runOf()).id })
  })

  test('PJ-06 holds what a person held', async () => {
    await at('2026-11-12T15:00:00.000Z')
    const file = await fileWithTask(world.owner, desk.officeId, () => ({ month: month('2026-11') }))
    const move = (viewer: Staff, verb: string, fields = {}) =>
      press(world.owner, viewer, file.taskId, verb, fields)
    await move(desk.jules, 'claim')
    const held = await move(desk.jules, 'hold', { reasons: 'notProved', ...untilFields })
    expect(codeIn(held)).toBe('moved')
    await move(desk.lina, 'second')
    const { id } = await world.owner.decision.findFirstOrThrow({ where: { taskId: file.taskId } })
    await world.owner.decision.updateMany({ where: { id }, data: { fromMonth: paid } })
    await at(afterCutOff)
    await runPayments()
    const item = await itemOf(file.householdId)
    expect(item).toMatchObject({ state: 'held', payCents: 0, decisionId: id })
    expect(item!.totalCents).toBeGreaterThan(0)
    expect((await itemsOf()).filter(({ state }) => state !== 'paid')).toHaveLength(1)
  })
})

describe('a release', () => {
  test('PJ-07 takes two, and nothing is shown before', async () => {
    await runPayments()
    const shown = () => world.owner.expectedPayment.count({ where: { runId: { not: null } } })
    expect(await ask(one)).toBe('asked')
    expect(await ask(two)).toBe('waiting')
    expect(await say(one, 'granted')).toBe('same-person')
    await runPayments()
    expect([await stateOf(), await shown(), await exported()]).toEqual(['rehearsed', 0, null])
    // Nor by hand: the worker may not release, nor a supervisor write.
    const byHand = (viewer: Staff | { role: 'worker' }) =>
      withViewer(viewer, async ({ sql }) => {
        await sql(`update payment_run set state = 'released' where id = $1`, [(await runOf()).id])
      })
    await expect(byHand({ role: 'worker' })).resolves.toBeUndefined()
    await expect(byHand(one)).rejects.toThrow(/permission denied/)
    expect(await stateOf()).toBe('rehearsed')
    expect(await say(two, 'granted')).toBe('granted')
    expect(await stateOf()).toBe('released')
    await runPayments({ batch: 9 })
    expect(await stateOf()).toBe('done')
    expect(await shown()).toBeGreaterThan(0)
    expect(await exported()).toContain('"record":"control"')
  })

  test('PJ-08 is refused when the countings differ', async () => {
    await runPayments()
    const { id } = await runOf()
    const first = (await itemsOf()).find(({ payCents }) => payCents > 100)!
    const tamper = (cents: number) =>
      world.owner.paymentItem.updateMany({
        where: { runId: id, householdId: first.householdId },
        data: { payCents: cents },
      })
    await tamper(first.payCents - 1)
    expect(await ask(one)).toBe('totals-differ')
    await tamper(first.payCents)
    expect(await ask(one)).toBe('asked')
    await tamper(first.payCents - 1)
    expect(await say(two, 'granted')).toBe('totals-differ')
    expect(await stateOf()).toBe('rehearsed')
    await world.owner.paymentRun.update({ where: { id }, data: { exportDigest: '0'.repeat(64) } })
    await tamper(first.payCents)
    expect(await say(two, 'granted')).toBe('totals-differ')
    const { digest } = await runOf()
    await world.owner.paymentRun.update({ where: { id }, data: { exportDigest: digest } })
    expect(await say(two, 'granted')).toBe('granted')
    await tamper(first.payCents - 1)
    await expect(exported()).rejects.toThrow()
  })

  test('PJ-09 shows what differs, as of the cut-off', async () => {
    const file = await fileWithTask(world.owner, desk.officeId, (adult) => ({
      ...{ month: month('2026-11'), answers: { changed: ['work'], work: [workOf(adult, 500_00)] } },
    }))
    await runPayments()
    const item = (await itemOf(file.householdId))!
    const same = await fileWithTask(world.owner, desk.officeId)
    await runPayments()
    // Filed since, and planned: it stays the latest.
    await world.owner.expectedPayment.create({
      data: {
        ...{ householdId: file.householdId, month: paid, totalCents: 123_45, benefit: {} },
        computedAt: new Date('2026-11-24T10:00:00.000Z'),
      },
    })
    await release()
    const rows = await world.owner.expectedPayment.findMany({
      where: { householdId: file.householdId, month: paid },
      orderBy: { computedAt: 'asc' },
    })
    expect(rows.map(({ totalCents }) => totalCents)).toEqual([item.totalCents, 123_45])
    expect(rows[0]!.computedAt.toISOString()).toBe((await runOf()).cutOff.toISOString())
    expect(await itemOf(same.householdId)).toBeUndefined()
    const before = await world.owner.expectedPayment.count()
    await runPayments()
    expect(await world.owner.expectedPayment.count()).toBe(before)
  })

  test('PJ-10 is followed by supplementary runs', async () => {
    const [more, less] = [
      await fileWithTask(world.owner, desk.officeId, (adult) => ({
        answers: { changed: ['work'], work: [workOf(adult, 900_00)] },
      })),
      await fileWithTask(world.owner, desk.officeId),
    ]
    await runPayments()
    await at('2026-12-01T15:00:00.000Z')
    await runPayments()
    // Not before the regular one is released.
    expect(await world.owner.paymentRun.count({ where: { month: paid } })).toBe(1)
    await release()
    const late = instant('2026-11-26T15:00:00.000Z')
    for (const [file, work] of [
      [more, []],
      [less, [workOf(less.personId, 900_00)]],
    ] as const)
      await addFiling(world.owner, {
        ...{ householdId: file.householdId, month: month('2026-11'), by: file.personId, byName: 'Zoé' },
        ...{ receivedAt: late, answers: { changed: ['work'], work: [...work] } },
      })
    await runPayments()
    const [regular, extra] = [await itemsOf(), await itemsOf(1)]
    const of = (items: typeof regular, { householdId }: { householdId: string }) =>
      items.find((item) => item.householdId === householdId)!
    // With them, what other tests filed after the cut-off; nobody else.
    expect(extra.length).toBeLessThan(10)
    for (const { totalCents, householdId } of extra)
      expect(totalCents).not.toBe(of(regular, { householdId }).totalCents)
    expect(of(extra, more).payCents).toBe(of(extra, more).totalCents - of(regular, more).totalCents)
    expect(of(extra, more).payCents).toBeGreaterThan(0)
    expect(of(extra, less)).toMatchObject({ payCents: 0 })
    expect(of(extra, less).totalCents).toBeLessThan(of(regular, less).totalCents)
    await release(1)
    expect(await stateOf(1)).toBe('done')
    expect(await exported('ndjson', 1)).toContain('"kind":"supplementary"')
    // A week later nothing came: there is nothing to pay, and nobody is asked.
    await at('2026-12-08T15:00:00.000Z')
    await runPayments()
    expect(await stateOf(2)).toBe('nothing')
  })
})

test('PJ-11 keeps the cut-off it was begun with', async () => {
  const changed = (days: number) => [
    { ...defaultPolicies[0]!, from: paid, paymentCutOffBusinessDays: days },
    ...defaultPolicies,
  ]
  await at('2026-11-14T15:00:00.000Z')
  await runPayments({ policies: changed(8) })
  expect(await world.owner.paymentRun.count({ where: { month: paid } })).toBe(0)
  await at('2026-11-20T15:00:00.000Z')
  await runPayments({ policies: changed(8) })
  const begun = await runOf()
  expect(begun.cutOff.toISOString()).toBe('2026-11-20T04:59:59.999Z')
  await at(afterCutOff)
  await runPayments({ policies: changed(4) })
  expect(await runOf()).toEqual(begun)
})

test('PJ-12 is for supervisors to read, and for nobody of the web to write', async () => {
  await runPayments()
  const count = (viewer: Parameters<typeof withViewer>[0]) =>
    withViewer(viewer, ({ sql }) => sql('select 1 from payment_item limit 1'))
  expect(await count(one)).toHaveLength(1)
  const adele = await citizen(world.owner, 'Adèle')
  for (const viewer of [adele, desk.jules] as const)
    await expect(count(viewer as never)).rejects.toThrow(/permission denied/)
  for (const text of [
    'update payment_item set pay_cents = 0',
    'delete from payment_item',
    `insert into payment_benefit values ('${'0'.repeat(32)}', '{}')`,
    `select * from payment_facts('2026-12', now(), '00000000-0000-0000-0000-000000000000', 1)`,
    `select show_payments('${randomUUID()}', 1)`,
  ])
    await expect(withViewer(one, ({ sql }) => sql(text))).rejects.toThrow(/permission denied/)
  await expect(
    withViewer({ role: 'worker' }, ({ sql }) => sql('update payment_item set pay_cents = 0')),
  ).rejects.toThrow(/permission denied/)
})

test('PJ-13 says the same in both files', async () => {
  const odd = await fileWithTask(world.owner, desk.officeId)
  await world.owner.household.update({
    where: { id: odd.householdId },
    data: { fileNumber: '=1+1;"T"' },
  })
  await runPayments()
  await release()
  const [json, csv] = [(await exported())!, (await exported('csv'))!]
  const records = json.trim().split('\n')
  const { households, payCents, digest } = await runOf()
  const lines = records.slice(1, -1)
  expect(JSON.parse(records[0]!)).toEqual({
    ...{ record: 'header', format: 'quinze-payments/1', run: '2026-12-0', kind: 'regular', month: '2026-12' },
    ...{ paymentDay: '2026-12-01', cutOff: '2026-11-24T04:59:59.999Z' },
  })
  expect(JSON.parse(records.at(-1)!)).toEqual({
    record: 'control',
    ...{ households, payCents: Number(payCents), digest },
  })
  // Whoever reads it counts it again, as the record of the format says.
  let again = ''
  let sum = 0
  for (const line of lines) {
    again = createHash('sha256')
      .update(again + line)
      .digest('hex')
    const { payCents: pays, recoveryCents, totalCents, lines: parts } = JSON.parse(line)
    sum += pays
    if (parts.length > 0)
      expect(parts.reduce((all: number, [, cents]: [string, number]) => all + cents, 0)).toBe(totalCents)
    expect(recoveryCents).toBeGreaterThanOrEqual(0)
  }
  expect([lines.length, sum, again]).toEqual([households, Number(payCents), digest])
  const rows = csv.trim().split('\r\n')
  expect(rows).toHaveLength(records.length + 1)
  expect(rows.at(-1)).toBe(`"control";${households};${payCents};"${digest}"`)
  expect(csv).toContain(`"'=1+1;""T"""`)
})

test('PJ-14 compares with the month before', async () => {
  await runPayments()
  await release()
  const november = await itemsOf()
  await at('2026-12-29T15:00:00.000Z')
  const file = await fileWithTask(world.owner, desk.officeId, (adult) => ({
    ...{ month: paid, receivedAt: instant('2026-12-10T15:00:00.000Z') },
    answers: { changed: ['work'], work: [workOf(adult, 600_00)] },
  }))
  await runPayments()
  const next = await world.owner.paymentRun.findFirstOrThrow({
    where: { month: addMonths(paid, 1), number: 0 },
  })
  const items = await world.owner.paymentItem.findMany({ where: { runId: next.id } })
  for (const item of items) {
    const was = november.find(({ householdId }) => householdId === item.householdId)
    if (was) expect(item.beforeCents).toBe(was.totalCents)
  }
  const { findRun } = await import('@/features/payments/queries')
  const page = (await findRun(one, next.id))!
  const moved = page.report!.moves
  expect(moved.up.count + moved.down.count + moved.same.count + moved.new.count + moved.stopped.count).toBe(
    next.households,
  )
  expect(page.totals.batches).toEqual(page.totals.export)
  expect(page.totals.items.payCents).toBe(Number(next.payCents))
  expect(page.largest.some(({ householdId }) => householdId === file.householdId)).toBe(false)
  const down = page.largest.filter(({ totalCents, beforeCents }) => totalCents < (beforeCents ?? 0))
  for (const { why, totalCents, beforeCents } of down)
    expect(why.reduce((all, { cents }) => all + cents, 0)).toBe(totalCents - beforeCents!)
})

function workOf(adultId: string, netCents: number) {
  return {
    ...{ adultId, employer: 'Marché', grossCents: netCents, netCents },
    ...{ hours: null, payDates: null, ended: null, certainty: 'final' },
  } as never
}
