import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addAdult, addFiling, morningOf, type Owner, ownerClient } from '../../../prisma/builders'
import { day, month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import {
  restoreParked,
  saveStatementDraft,
  submitChange,
  submitStatement,
} from '@/features/statement/commands'
import { findPayment, listPayments } from '@/features/statement/payment-queries'
import {
  findChangePage,
  findReceipt,
  findStatementPage,
  getFileHome,
  getHistory,
} from '@/features/statement/queries'
import { park } from '@/server/parking'
import type { Citizen } from '@/server/viewer'
import { addSession } from '../../../prisma/builders'
import { useDatabase } from '../../support/in-process'
import { call, codeOf, household, moveClock, openOffice, tenth, unchanged, working } from './office'

const database = useDatabase({ people: false })
let owner: Owner
let office: string

beforeAll(async () => {
  owner = ownerClient(database().ownerUrl)
  office = await openOffice(owner)
})
beforeEach(() => moveClock(owner, tenth))

const november = month('2026-11')
const stateName = async (viewer: Citizen, of = '2026-11') =>
  (await findStatementPage(viewer, of))?.desk.state.name
const latestReceipt = async (householdId: string) =>
  (await owner.filing.findFirst({ where: { householdId }, orderBy: { receivedAt: 'desc' } }))!.id

describe('the page of a statement in each of its states', () => {
  it('PG-01 not yet open, open, due today, late, closed: the clock alone decides', async () => {
    const { viewers } = await household(owner, office)
    const at = async (instant: string) => {
      await moveClock(owner, instant)
      return stateName(viewers[0]!)
    }
    expect(await at('2026-11-01T03:59:59.000Z')).toBe('notYetOpen')
    expect(await at('2026-11-01T04:00:00.000Z')).toBe('open')
    expect(await at('2026-11-16T05:00:00.000Z')).toBe('dueToday')
    expect(await at('2026-11-17T04:59:58.000Z')).toBe('dueToday')
    expect(await at('2026-11-17T05:00:00.000Z')).toBe('late')
    expect(await at('2028-11-17T05:00:00.000Z')).toBe('closed')
  })

  it('PG-02 drafted by the other adult: their first name and no answer of theirs', async () => {
    const { viewers } = await household(owner, office, ['Ana', 'Luc'])
    await saveStatementDraft(call(viewers[0]!, { page: 'start', intent: 'continue', changed: 'work' }))
    const page = await findStatementPage(viewers[1]!, november)
    expect(page?.desk.state.name).toBe('draftedByOther')
    expect(page?.desk.household.begunByOthers).toMatchObject([{ givenName: 'Ana' }])
    expect(page?.desk.fields).toEqual({})
  })

  it('PG-03 filed, then corrected; each keeps its receipt', async () => {
    const { viewers } = await household(owner, office)
    await submitStatement(call(viewers[0]!, unchanged()))
    expect(await stateName(viewers[0]!)).toBe('filed')
    await submitStatement(call(viewers[0]!, { ...working(300), corrects: '1', correctionReason: 'Oubli' }))
    expect(await stateName(viewers[0]!)).toBe('corrected')
    const { entries } = await getHistory(viewers[0]!)
    expect(entries.map((entry) => entry.version)).toEqual([2, 1])
    expect(entries[0]!.differences).toMatchObject([{ topic: 'work', what: 'added' }])
    const first = await findReceipt(viewers[0]!, entries[1]!.id)
    expect(first?.newer).toEqual({ id: entries[0]!.id, version: 2 })
  })

  it('PG-04 exempt: nothing to file, a change can be reported, and it has its payment', async () => {
    const { id, viewers } = await household(owner, office, ['Ana'], { programme: 'socialSolidarity' })
    expect(await stateName(viewers[0]!)).toBe('exempt')
    expect(codeOf(await submitStatement(call(viewers[0]!, unchanged())))).toBe('exempt')
    expect(codeOf(await submitChange(call(viewers[0]!, working(300), {})))).toBe('filed')
    expect(await owner.expectedPayment.count({ where: { householdId: id } })).toBe(1)
  })

  it('PG-05 an extension granted after the fact heals every page', async () => {
    const { id, viewers } = await household(owner, office)
    await moveClock(owner, '2026-11-19T15:00:00.000Z')
    const arrival = '2026-11-19T15:00:00.000Z' as typeof tenth
    await submitStatement(call(viewers[0]!, unchanged(), { month: '2026-11', arrival }))
    const receipt = await latestReceipt(id)
    const before = await findReceipt(viewers[0]!, receipt)
    expect(before?.state?.filed).toMatchObject({ late: true, healed: false })
    await owner.filingExtension.create({
      data: {
        scope: 'household',
        householdId: id,
        month: november,
        newInstant: new Date('2026-11-25T04:59:59.999Z'),
        reasonFr: 'Panne',
        reasonEn: 'Outage',
      },
    })
    const after = await findReceipt(viewers[0]!, receipt)
    expect(after?.state?.filed).toMatchObject({ late: false, healed: true })
    // What it was judged against that day stays written.
    expect(after?.filing.dueAt).toEqual(before?.filing.dueAt)
    const { statements } = await getFileHome(viewers[0]!)
    expect(statements.find((state) => state.month === november)?.filed?.late).toBe(false)
  })

  it('PG-06 several months to catch up: the oldest first, and the home says so', async () => {
    const { viewers } = await household(owner, office)
    const home = await getFileHome(viewers[0]!)
    expect(home.catchUp.length).toBeGreaterThan(1)
    expect([...home.catchUp].sort()).toEqual(home.catchUp)
    const page = await findStatementPage(viewers[0]!, november)
    expect(page?.catchUp).toEqual(home.catchUp)
  })
})

describe('what was estimated', () => {
  const estimated = {
    adultId: '',
    employer: 'Café',
    grossCents: cents(45_000),
    netCents: cents(40_000),
    certainty: 'estimated' as const,
    ended: null,
  }
  const withEstimate = async () => {
    const made = await household(owner, office, ['Ana'], { subsidisedDwelling: true })
    const by = made.viewers[0]!.personId
    await addFiling(owner, {
      householdId: made.id,
      month: month('2026-10'),
      by,
      byName: 'Ana Essai',
      receivedAt: morningOf(day('2026-10-09')),
      answers: { changed: ['work'], work: [{ ...estimated, adultId: by }] },
    })
    return made
  }
  const answered = (mark: string, same: string, final = '') => ({
    ...unchanged(),
    'confirm.0.of': mark,
    'confirm.0.same': same,
    'confirm.0.final': final,
  })

  it('PG-07 stands on page 1, must be answered, and goes on into the month when nothing changed', async () => {
    const { id, viewers } = await withEstimate()
    const page = await findStatementPage(viewers[0]!, november)
    expect(page?.desk.context.estimates).toHaveLength(1)
    expect(codeOf(await submitStatement(call(viewers[0]!, unchanged())))).toBe('wrong-answers')
    const mark = ['work', viewers[0]!.personId, 40_000, 'Café'].join('|')
    expect(codeOf(await submitStatement(call(viewers[0]!, answered(mark, 'yes'))))).toBe('filed')
    const [payment] = await owner.expectedPayment.findMany({ where: { householdId: id } })
    // 845 − (400 − 200) + 25 % of 200
    expect(payment!.totalCents).toBe(69_500)
  })

  it('PG-08 another amount is shown with its effect first, then counts in the months after', async () => {
    const { id, viewers } = await withEstimate()
    const mark = ['work', viewers[0]!.personId, 40_000, 'Café'].join('|')
    const first = await submitStatement(call(viewers[0]!, answered(mark, 'no', '600')))
    expect(first).toMatchObject({ status: 422, to: '/fr/mon-dossier/declaration/2026-11/verification' })
    const page = await findStatementPage(viewers[0]!, november)
    expect(page?.preview?.after).toMatchObject({ computed: true, totalCents: 54_500 })
    const sent = { page: 'verification', intent: 'send', attest: 'yes', key: randomUUID(), seen: page!.seen }
    expect(codeOf(await submitStatement(call(viewers[0]!, sent)))).toBe('filed')
    const [payment] = await owner.expectedPayment.findMany({ where: { householdId: id } })
    expect(payment!.totalCents).toBe(54_500)
  })
})

describe('a page is a function of its draft', () => {
  it('PG-09 a fresh page greets nobody with errors; a page left with errors shows its own', async () => {
    const { viewers } = await household(owner, office)
    expect((await findStatementPage(viewers[0]!, november))?.errors).toEqual([])
    await saveStatementDraft(call(viewers[0]!, { page: 'start', intent: 'continue', changed: 'work' }))
    expect((await findStatementPage(viewers[0]!, november))?.errors).toEqual([])
    await saveStatementDraft(call(viewers[0]!, { page: 'questions', intent: 'continue', 'work.0.net': '-5' }))
    const keys = (await findStatementPage(viewers[0]!, november))?.errors.map((error) => error.key)
    expect(keys).toContain('money.negative')
    await saveStatementDraft(call(viewers[0]!, { page: 'start', intent: 'continue' }))
    const errors = (await findStatementPage(viewers[0]!, november))?.errors
    expect(errors?.map((error) => error.key)).toEqual(['changed.tickOrSend'])
  })

  it('PG-10 save and leave keeps everything and judges nothing', async () => {
    const { viewers } = await household(owner, office)
    const answer = await saveStatementDraft(
      call(viewers[0]!, { page: 'start', intent: 'save', changed: ['move', 'other'] }),
    )
    expect(answer.to).toBe('/fr/mon-dossier')
    const page = await findStatementPage(viewers[0]!, november)
    expect([page?.desk.fields.changed, page?.errors]).toEqual([['move', 'other'], []])
  })

  it('PG-11 a correction starts from what was sent, or from one’s own answers joined to it', async () => {
    const { viewers } = await household(owner, office, ['Ana', 'Luc'])
    const [ana, luc] = viewers as [Citizen, Citizen]
    const luckNet = { ...working(200), 'work.0.adultId': luc.personId }
    await submitStatement(
      call(ana, { changed: ['other'], 'other.words': 'Bonjour', attest: 'yes', key: randomUUID() }),
    )
    expect(codeOf(await submitStatement(call(luc, luckNet)))).toBe('already-filed')
    const conflict = await findStatementPage(luc, november)
    expect(conflict?.desk.conflict).toBe(true)
    const mine = await saveStatementDraft(call(luc, { intent: 'correct-mine' }))
    expect(mine.to).toBe('/fr/mon-dossier/declaration/2026-11/verification')
    const page = await findStatementPage(luc, november)
    expect(page?.desk.conflict).toBe(false)
    expect(page?.read.answers).toMatchObject({ changed: ['work', 'other'], other: 'Bonjour' })
    await saveStatementDraft(call(luc, { intent: 'discard' }))
    expect((await findStatementPage(luc, november))?.desk.draft).toBeNull()
  })
})

describe('who sees what', () => {
  it('PG-12 a stranger finds no receipt; a malformed id is no receipt either', async () => {
    const { id, viewers } = await household(owner, office)
    await submitStatement(call(viewers[0]!, unchanged()))
    const stranger = (await household(owner, office)).viewers[0]!
    const receipt = await latestReceipt(id)
    expect(await findReceipt(stranger, receipt)).toBeNull()
    expect(await findReceipt(stranger, `${receipt}' or true --`)).toBeNull()
    expect((await findReceipt(viewers[0]!, receipt))?.filing.id).toBe(receipt)
  })

  it('PG-13 a change for the office alone is nowhere in the other adult’s file', async () => {
    const { id, viewers } = await household(owner, office, ['Ana', 'Luc'])
    const secret = { changed: ['other'], 'other.words': 'Je pars', private: 'yes', attest: 'yes' }
    await submitChange(call(viewers[0]!, { ...secret, key: randomUUID() }, {}))
    const receipt = await latestReceipt(id)
    expect((await findReceipt(viewers[0]!, receipt))?.filing.kind).toBe('privateChange')
    expect(await findReceipt(viewers[1]!, receipt)).toBeNull()
    const theirs = JSON.stringify([
      await getFileHome(viewers[1]!),
      await getHistory(viewers[1]!),
      await findChangePage(viewers[1]!),
      await findStatementPage(viewers[1]!, november),
    ])
    expect(theirs).not.toContain('Je pars')
    expect(theirs).not.toContain(receipt)
  })

  it('PG-14 after a separation each keeps what was filed together and sees nothing after', async () => {
    const { id, viewers } = await household(owner, office, ['Ana', 'Luc'])
    await submitStatement(call(viewers[0]!, unchanged()))
    await owner.householdMember.updateMany({
      where: { householdId: id, personId: viewers[1]!.personId },
      data: { untilDay: '2026-11-12' },
    })
    await moveClock(owner, '2026-11-14T15:00:00.000Z')
    await submitStatement(
      call(
        viewers[0]!,
        { ...working(300), corrects: '1', correctionReason: 'Oubli' },
        {
          month: '2026-11',
          arrival: '2026-11-14T15:00:00.000Z' as typeof tenth,
        },
      ),
    )
    const left: Citizen = {
      ...viewers[1]!,
      memberships: [{ householdId: id, fromDay: day('2026-06-01'), untilDay: day('2026-11-12') }],
    }
    const history = await getHistory(left)
    expect(history.entries.map((entry) => entry.version)).toEqual([1])
    expect((await getFileHome(left)).household).toBeNull()
    expect(await findStatementPage(left, november)).toBeNull()
    expect(await findReceipt(left, history.entries[0]!.id)).toMatchObject({ newer: null, state: null })
  })

  it('PG-15 someone who arrives later does not read what was filed before', async () => {
    const { id, viewers } = await household(owner, office)
    await submitStatement(call(viewers[0]!, unchanged()))
    await moveClock(owner, '2026-11-20T15:00:00.000Z')
    const newcomer = { givenName: 'Zoé', familyName: 'Essai', birthDate: '1990-01-01', fromDay: '2026-11-15' }
    const personId = await addAdult(owner, id, newcomer, '2026-11-15')
    const zoe: Citizen = {
      ...viewers[0]!,
      personId,
      name: 'Zoé Essai',
      actorId: personId,
      actorName: 'Zoé Essai',
      memberships: [{ householdId: id, fromDay: day('2026-11-15'), untilDay: null }],
    }
    expect(await findReceipt(zoe, await latestReceipt(id))).toBeNull()
    expect((await getHistory(zoe)).entries).toEqual([])
    // Nor can she file it twice: she is told, and nothing she typed is lost.
    const arrival = '2026-11-20T15:00:00.000Z' as typeof tenth
    const typed = { ...working(300), 'work.0.adultId': personId }
    expect(codeOf(await submitStatement(call(zoe, typed, { month: '2026-11', arrival })))).toBe(
      'filed-unseen',
    )
    const page = await findStatementPage(zoe, november)
    expect([page?.filedUnseen, page?.desk.fields['work.0.net']]).toEqual([true, '300'])
    expect(await owner.filing.count({ where: { householdId: id } })).toBe(1)
  })

  it('PG-16 a payment of any month on assistance, and of no other', async () => {
    const { viewers } = await household(owner, office)
    expect((await findPayment(viewers[0]!, '2026-12'))?.benefit.computed).toBe(true)
    for (const of of ['2026-05', '2027-01', '2026-13', 'x'])
      expect(await findPayment(viewers[0]!, of)).toBeNull()
  })

  it('PG-18 the payments from the first month on, the next one last, each beside the one before', async () => {
    const { id, viewers } = await household(owner, office)
    const payments = await listPayments(viewers[0]!)
    expect(payments.map(({ month }) => month)).toEqual([
      ...['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'],
    ])
    expect([payments[0]!.before, payments[0]!.differences]).toEqual([null, []])
    for (const [index, { before }] of payments.entries())
      if (index > 0) expect(before).toEqual(payments[index - 1]!.benefit)
    // What was decided of a month is what is shown of it, and what the next one is compared with.
    const next = payments.at(-1)!.benefit
    if (!next.computed) throw new Error('Computed')
    const benefit = { ...next, month: '2026-11', totalCents: next.totalCents - 100_00 }
    const lines = next.lines.map((line, at) => (at === 0 ? { ...line, cents: line.cents - 100_00 } : line))
    await owner.expectedPayment.create({
      data: {
        householdId: id,
        month: '2026-11',
        totalCents: benefit.totalCents,
        benefit: { ...benefit, lines },
      },
    })
    const again = await listPayments(viewers[0]!)
    expect(again.at(-2)!.benefit).toMatchObject({ totalCents: benefit.totalCents })
    expect(again.at(-1)!.differences.map(({ cents }) => cents)).toEqual([100_00])
    expect(await findPayment(viewers[0]!, '2026-11')).toEqual(again.at(-2))
  })

  it('PG-19 of a year, twelve', async () => {
    const { viewers } = await household(owner, office, ['Ana'], { since: '2024-01' })
    const payments = await listPayments(viewers[0]!)
    expect([payments.length, payments[0]!.month, payments.at(-1)!.month]).toEqual([12, '2026-01', '2026-12'])
    expect(payments[0]!.before).not.toBeNull()
  })
})

describe('a form that arrived after its session had ended', () => {
  it('PG-17 is offered at home, and put back where it belongs without being filed', async () => {
    const { id, viewers } = await household(owner, office)
    const token = await addSession(owner, 'citizen', viewers[0]!.personId)
    const fields = { page: 'start', intent: 'send', changed: ['other'], 'other.words': 'Perdu?' }
    await park(token, '/api/statements/2026-11/submission', fields)
    expect((await getFileHome(viewers[0]!)).parked).toBe(true)
    const answer = await restoreParked(call(viewers[0]!, {}, {}))
    expect(answer.to).toBe('/fr/mon-dossier/declaration/2026-11')
    const page = await findStatementPage(viewers[0]!, november)
    expect(page?.desk.fields['other.words']).toBe('Perdu?')
    expect(await owner.filing.count({ where: { householdId: id } })).toBe(0)
    expect((await getFileHome(viewers[0]!)).parked).toBe(false)
  })
})
