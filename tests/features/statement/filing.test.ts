import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Owner, ownerClient } from '../../../prisma/builders'
import { instant } from '@/domain/calendar'
import {
  confirmFiling,
  saveStatementDraft,
  submitChange,
  submitStatement,
} from '@/features/statement/commands'
import { useDatabase } from '../../support/in-process'
import { call, codeOf, household, moveClock, openOffice, tenth, unchanged, working } from './office'

const database = useDatabase({ people: false })
let owner: Owner
let office: string

beforeAll(async () => {
  owner = ownerClient(database().ownerUrl)
  office = await openOffice(owner)
})

const filingsOf = (householdId: string) =>
  owner.filing.findMany({ where: { householdId }, orderBy: [{ kind: 'asc' }, { version: 'asc' }] })
const draftsOf = (householdId: string) => owner.statementDraft.findMany({ where: { householdId } })

describe('filing a statement', () => {
  it('FI-01 an unchanged statement: one filing with its payment, its trail and its news, and a receipt', async () => {
    const { id, viewers } = await household(owner, office)
    const answer = await submitStatement(call(viewers[0]!, unchanged()))
    const [filing, ...more] = await filingsOf(id)
    expect(more).toEqual([])
    expect(answer).toMatchObject({ status: 201, to: `/fr/mon-dossier/recus/${filing!.id}` })
    expect(answer.data).toMatchObject({ code: 'filed', receiptNumber: filing!.receiptNumber })
    expect(filing).toMatchObject({ month: '2026-11', version: 1, channel: 'web', filedByName: 'Ana Essai' })
    expect(filing!.receivedAt.toISOString()).toBe(tenth)
    // The 15th of November 2026 is a Sunday: due at the end of Monday, in Québec.
    expect(filing!.dueAt?.toISOString()).toBe('2026-11-17T04:59:59.999Z')
    const [payment] = await owner.expectedPayment.findMany({ where: { filingId: filing!.id } })
    expect(payment).toMatchObject({ month: '2026-12' })
    expect(payment!.totalCents).toBeGreaterThan(0)
    expect(await owner.audit.findMany({ where: { subjectId: filing!.id } })).toMatchObject([
      { act: 'filed', actorId: viewers[0]!.personId, details: { kind: 'statement', version: 1 } },
    ])
    const news = await owner.outbox.findMany({ where: { personId: viewers[0]!.personId } })
    expect(news).toMatchObject([{ kind: 'receipt', payload: { filingId: filing!.id } }])
  })

  it('FI-02 page after page: drafts are kept, the answers are filed, the draft goes', async () => {
    const { id, viewers } = await household(owner, office, ['Ana'], { subsidisedDwelling: true })
    const viewer = viewers[0]!
    const start = await saveStatementDraft(
      call(viewer, { page: 'start', intent: 'continue', changed: 'work' }),
    )
    expect(start.to).toBe('/fr/mon-dossier/declaration/2026-11/questions')
    const { key: _, attest: __, changed: ___, ...job } = working(600)
    const questions = await saveStatementDraft(
      call(viewer, { page: 'questions', intent: 'continue', ...job }),
    )
    expect(questions.to).toBe('/fr/mon-dossier/declaration/2026-11/verification')
    const key = randomUUID()
    const send = { page: 'verification', intent: 'send', attest: 'yes', key }
    expect(codeOf(await submitStatement(call(viewer, send)))).toBe('filed')
    expect(await draftsOf(id)).toEqual([])
    const [filing] = await filingsOf(id)
    expect(filing!.answers).toMatchObject({ changed: ['work'], work: [{ netCents: 60_000 }] })
    const [payment] = await owner.expectedPayment.findMany({ where: { filingId: filing!.id } })
    // 845 − (600 − 200) + 25 % of 400 = 545: the worked example of the rules.
    expect(payment!.totalCents).toBe(54_500)
    // The reply was lost and the button pressed again: the draft is gone, the receipt is the same.
    const again = await submitStatement(call(viewer, send))
    expect(again.to).toBe(`/fr/mon-dossier/recus/${filing!.id}`)
    expect(await filingsOf(id)).toHaveLength(1)
  })

  it('FI-03 wrong answers are kept as typed and the person is led to the first page that has one', async () => {
    const { id, viewers } = await household(owner, office)
    const answer = await submitStatement(
      call(viewers[0]!, { ...working(1), 'work.0.net': '1e400', attest: '' }),
    )
    expect(answer).toMatchObject({ status: 422, to: '/fr/mon-dossier/declaration/2026-11/questions' })
    expect(await filingsOf(id)).toEqual([])
    const [draft] = await draftsOf(id)
    expect(draft!.fields).toMatchObject({ 'work.0.net': '1e400', 'work.0.employer': 'Café du coin' })
    expect(draft!.attempted).toEqual(expect.arrayContaining(['questions', 'verification', 'send']))
  })

  it('FI-04 fifty at once with one key: one filing, and its receipt told to all', async () => {
    const { id, viewers } = await household(owner, office)
    const key = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => submitStatement(call(viewers[0]!, unchanged(key)))),
    )
    const [filing, ...more] = await filingsOf(id)
    expect(more).toEqual([])
    expect(new Set(answers.map((answer) => answer.data?.receiptNumber))).toEqual(
      new Set([filing!.receiptNumber]),
    )
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(await owner.expectedPayment.count({ where: { filingId: filing!.id } })).toBe(1)
    expect(await owner.audit.count({ where: { subjectId: filing!.id, act: 'filed' } })).toBe(1)
  })

  it('FI-05 fifty at once with fifty keys and the same answers: one filing, one receipt', async () => {
    const { id, viewers } = await household(owner, office)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => submitStatement(call(viewers[0]!, unchanged()))),
    )
    const filings = await filingsOf(id)
    expect(filings).toHaveLength(1)
    expect(new Set(answers.map((answer) => answer.data?.receiptNumber)).size).toBe(1)
  })

  it('FI-06 fifty at once with fifty different answers: one filing, 49 told, nothing dropped', async () => {
    const { id, viewers } = await household(owner, office, ['Ana', 'Luc'])
    const nets = Array.from({ length: 50 }, (_, index) => 100 + index)
    const answers = await Promise.all(
      nets.map((net) => {
        const viewer = viewers[net % 2]!
        return submitStatement(call(viewer, { ...working(net), 'work.0.adultId': viewer.personId }))
      }),
    )
    const filings = await filingsOf(id)
    expect(filings).toHaveLength(1)
    const others = answers.filter((answer) => codeOf(answer) === 'already-filed')
    expect(others).toHaveLength(49)
    for (const other of others) expect(other.data?.receiptNumber).toBe(filings[0]!.receiptNumber)
    const filed = (filings[0]!.answers as { work: { netCents: number }[] }).work[0]!.netCents / 100
    const kept = (await draftsOf(id)).flatMap(({ fields }) => {
      const { setAside, ...current } = fields as Record<string, unknown> & {
        setAside: Record<string, string>[]
      }
      return [current, ...(setAside ?? [])].map((set) => Number(set['work.0.net']))
    })
    expect([...kept, filed].sort((one, other) => one - other)).toEqual(nets)
  })

  it('FI-07 a correction is a new version with its reason; a second one made at the same time is told', async () => {
    const { id, viewers } = await household(owner, office)
    const viewer = viewers[0]!
    await submitStatement(call(viewer, unchanged()))
    const correction = { ...working(300), corrects: '1', correctionReason: 'Salaire oublié' }
    expect(await submitStatement(call(viewer, { ...correction, correctionReason: '' }))).toMatchObject({
      status: 422,
    })
    expect(codeOf(await submitStatement(call(viewer, correction)))).toBe('filed')
    expect(
      codeOf(await submitStatement(call(viewer, { ...correction, 'work.0.net': '310', key: randomUUID() }))),
    ).toBe('already-filed')
    expect((await filingsOf(id)).map(({ version, correctionReason }) => [version, correctionReason])).toEqual(
      [
        [1, null],
        [2, 'Salaire oublié'],
      ],
    )
  })

  it('FI-08 identical answers sent again later, with another key, give the same receipt', async () => {
    const { id, viewers } = await household(owner, office)
    const first = await submitStatement(call(viewers[0]!, working(300)))
    const second = await submitStatement(
      call(viewers[0]!, { ...working(300), 'work.0.employer': ' Café  du coin ' }),
    )
    expect(second).toMatchObject({ status: 200, to: first.to })
    expect(await filingsOf(id)).toHaveLength(1)
  })

  it('FI-09 received is when the whole form had arrived, never later than the database’s time, never earlier', async () => {
    const { id, viewers } = await household(owner, office)
    await moveClock(owner, '2026-11-17T05:00:07.000Z')
    const arrival = instant('2026-11-17T04:59:59.999Z')
    await submitStatement(call(viewers[0]!, unchanged(), { month: '2026-11', arrival }))
    expect((await filingsOf(id))[0]!.receivedAt.toISOString()).toBe(arrival)
    const other = await household(owner, office)
    await moveClock(owner, tenth)
    const future = instant('2026-11-30T00:00:00.000Z')
    await submitStatement(call(other.viewers[0]!, unchanged(), { month: '2026-11', arrival: future }))
    const [filing] = await filingsOf(other.id)
    expect(filing!.receivedAt.getTime()).toBeLessThan(Date.parse('2026-11-10T16:00:00.000Z'))
  })

  it('FI-10 two adults: the other confirms once, the one who filed cannot', async () => {
    const { id, viewers } = await household(owner, office, ['Ana', 'Luc'])
    await submitStatement(call(viewers[0]!, unchanged()))
    const [filing] = await filingsOf(id)
    const confirm = (index: number, answer: string) =>
      confirmFiling(call(viewers[index]!, { answer }, { id: filing!.id }))
    expect(await confirm(0, 'agrees')).toMatchObject({ status: 404 })
    expect(codeOf(await confirm(1, 'peut-être'))).toBe('choice.required')
    expect(codeOf(await confirm(1, 'agrees'))).toBe('confirmed')
    expect(codeOf(await confirm(1, 'disagrees'))).toBe('already-confirmed')
    expect(await owner.filingConfirmation.findMany({ where: { filingId: filing!.id } })).toMatchObject([
      { personId: viewers[1]!.personId, answer: 'agrees' },
    ])
  })

  it('FI-11 a stranger finds nothing: another household’s filing cannot be confirmed', async () => {
    const { id, viewers } = await household(owner, office)
    await submitStatement(call(viewers[0]!, unchanged()))
    const [filing] = await filingsOf(id)
    const stranger = (await household(owner, office)).viewers[0]!
    expect(await confirmFiling(call(stranger, { answer: 'agrees' }, { id: filing!.id }))).toMatchObject({
      status: 404,
    })
  })

  it('FI-12 a month not open, unknown or written otherwise is refused with its name, and files nothing', async () => {
    const { id, viewers } = await household(owner, office)
    const codes = []
    for (const month of ['2026-12', '2027-05', '2019-01', '2026-13', 'x']) {
      codes.push(codeOf(await submitStatement(call(viewers[0]!, unchanged(), { month }))))
    }
    expect(codes).toEqual(['notYetOpen', 'not-found', 'not-found', 'not-found', 'not-found'])
    expect(await filingsOf(id)).toEqual([])
  })

  it('FI-13 answers that changed in another window since they were shown are shown again before they are sent', async () => {
    const { id, viewers } = await household(owner, office)
    const viewer = viewers[0]!
    const { key, attest, changed, ...job } = working(600)
    await saveStatementDraft(call(viewer, { page: 'start', intent: 'continue', changed: changed! }))
    await saveStatementDraft(call(viewer, { page: 'questions', intent: 'continue', ...job }))
    const sent = { page: 'verification', intent: 'send', attest: attest!, key: key!, seen: 'other-answers' }
    expect(codeOf(await submitStatement(call(viewer, sent)))).toBe('changed-since')
    expect(await filingsOf(id)).toEqual([])
  })
})

describe('reporting a change', () => {
  const change = (words: string, more: Record<string, string | string[]> = {}) => ({
    changed: ['other'],
    'other.words': words,
    attest: 'yes',
    key: randomUUID(),
    ...more,
  })

  it('FI-14 any day, as often as needed: each is its own, sent twice is once', async () => {
    const { id, viewers } = await household(owner, office)
    const viewer = viewers[0]!
    await submitChange(call(viewer, change('Un'), {}))
    const two = change('Deux')
    await submitChange(call(viewer, two, {}))
    await submitChange(call(viewer, two, {}))
    expect((await filingsOf(id)).map(({ kind, version }) => [kind, version])).toEqual([
      ['change', 1],
      ['change', 2],
    ])
  })

  it('FI-15 fifty different reports at once are fifty reports', async () => {
    const { id, viewers } = await household(owner, office)
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => submitChange(call(viewers[0]!, change(`Chose ${index}`), {}))),
    )
    expect(await filingsOf(id)).toHaveLength(50)
  })

  it('FI-17 is told on top of the month’s statement: the income already declared still counts', async () => {
    const { id, viewers } = await household(owner, office, ['Ana'], { subsidisedDwelling: true })
    await submitStatement(call(viewers[0]!, working(600)))
    await submitChange(call(viewers[0]!, change('Un mot'), {}))
    const payments = await owner.expectedPayment.findMany({ where: { householdId: id } })
    expect(payments.map((payment) => payment.totalCents)).toEqual([54_500, 54_500])
  })

  it('FI-16 for the office alone: the other adult sees nothing of it, and may make one too', async () => {
    const { id, viewers } = await household(owner, office, ['Ana', 'Luc'])
    const secret = { private: 'yes' }
    expect(codeOf(await submitChange(call(viewers[0]!, change('Je pars', secret), {})))).toBe('filed')
    expect(codeOf(await submitChange(call(viewers[1]!, change('Moi aussi', secret), {})))).toBe('filed')
    const filings = await filingsOf(id)
    expect(filings.map(({ kind }) => kind)).toEqual(['privateChange', 'privateChange'])
    expect(filings[0]!.answers).toMatchObject({ changed: ['other'] })
    expect(await owner.expectedPayment.count({ where: { householdId: id } })).toBe(0)
    const confirmed = await confirmFiling(call(viewers[1]!, { answer: 'agrees' }, { id: filings[0]!.id }))
    expect(confirmed).toMatchObject({ status: 404 })
  })
})
