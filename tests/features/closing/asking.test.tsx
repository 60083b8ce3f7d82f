import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { renderToStaticMarkup } from 'react-dom/server'
import { ClosingView } from '@/features/closing/ClosingView'
import { OfficeClosingView } from '@/features/closing/OfficeClosingView'
import { findClosingAbout, findOfficeClosing } from '@/features/closing/office-queries'
import { findOfficeDecision } from '@/features/decisions/office-queries'
import { getFileHome } from '@/features/statement/queries'
import { withViewer } from '@/server/db'
import type { Citizen } from '@/server/viewer'
import { addStaff } from '../../../prisma/builders'
import { moveClock } from '../../../prisma/demo-clock'
import { staff, withWorld } from '../../support/world'
import { codeIn, morning, press, setUpDesk, type Desk } from '../deciding/desk'
import { household } from '../statement/office'
import { ask, close, decide, leave, on, openAtOffice, pageOf, proved, taskOf, withdraw } from './ground'

/*
 * Asking to close a file, on the real database. Numbered cases:
 *   CF-01 asked twice, by both adults, or at the same moment, is asked once; both see it, words are their author's alone
 *   CF-02 who has not proved themself again asks nothing; what they typed waits, as what was wrong
 *   CF-03 either adult takes it back until its decision has left, and not after; another household takes back nothing
 *   CF-04 the office asks in the hands of who asked, and decides as of any task; another office finds nothing
 *   CF-05 what the office typed and was wrong waits for its author
 *   CF-06 the walls, whatever the code says: not for another, not for the contact centre, not for an auditor, not twice
 *   CF-07 refused, the file stays open and may be asked about again; the person is told
 *   CF-08 of what others said of an absence, the notice is waited for
 *   CF-10 one that waited for a second person until its notice is too short is sent back
 *   CF-09 the pages say it in both languages
 */
const world = withWorld({ people: false })
let desk: Desk
beforeAll(async () => {
  desk = await setUpDesk(world.owner)
})
beforeEach(() => moveClock(world.owner, morning))

const home = (adults: readonly string[] = ['Ana']) => household(world.owner, desk.officeId, adults)
const requests = (householdId: string) => world.owner.closingRequest.findMany({ where: { householdId } })
const tasks = (householdId: string) => world.owner.task.findMany({ where: { kind: 'closing', householdId } })
const traces = (householdId: string, act: string) =>
  world.owner.audit.count({ where: { householdId, act, details: { path: ['what'], equals: 'closing' } } })

describe('by the person', () => {
  test('CF-01 is asked once, and seen by both', async () => {
    const { id, viewers } = await home(['Ana', 'Luc'])
    const [ana, luc] = viewers.map(proved) as [Citizen, Citizen]
    const answers = await Promise.all([ask(ana, { words: 'Je pars.' }), ask(ana), ask(luc)])
    expect(answers.map(codeIn).filter((code) => code === 'asked')).toHaveLength(1)
    expect(codeIn(await ask(ana, { month: '2027-02' }))).toBe('asked-before')
    expect(await requests(id)).toHaveLength(1)
    expect(await tasks(id)).toMatchObject([{ state: 'received', urgency: 3, officeId: desk.officeId }])
    expect(await traces(id, 'asked')).toBe(1)
    const [kept] = await requests(id)
    for (const viewer of [ana, luc]) {
      const { pending } = await pageOf(viewer)
      expect(pending).toMatchObject({ month: '2026-12', by: expect.any(String) as string })
      const own = kept!.personId === viewer.personId
      expect(pending!.words).toBe(own ? kept!.words : null)
      expect((await getFileHome(viewer)).closingAsked).toBe(true)
    }
    expect((await getFileHome((await home()).viewers[0]!)).closingAsked).toBe(false)
  })

  test('CF-02 asks for a proof first, and loses nothing', async () => {
    const { id, viewers } = await home()
    const [ana] = viewers as [Citizen]
    const typed = { month: '2027-01', words: 'Je retourne aux études.' }
    expect(await ask(ana, typed)).toMatchObject({
      status: 401,
      to: expect.stringContaining('closing') as string,
    })
    expect(await requests(id)).toEqual([])
    expect(await pageOf(ana)).toMatchObject({ typed, problems: [] })
    expect(await ask(proved(ana), { ...typed, month: '2026-11' })).toMatchObject({ status: 422 })
    expect(await pageOf(ana)).toMatchObject({
      typed: { words: typed.words },
      problems: [{ field: 'month', problem: 'required' }],
    })
    expect(codeIn(await ask(proved(ana), typed))).toBe('asked')
    expect(await pageOf(ana)).toMatchObject({ typed: { month: '', words: '' }, problems: [] })
  })

  test('CF-03 is taken back until it has left', async () => {
    const { id, viewers } = await home(['Ana', 'Luc'])
    const [ana, luc] = viewers.map(proved) as [Citizen, Citizen]
    const far = (await home()).viewers[0]!
    await ask(ana)
    expect(codeIn(await withdraw(far))).toBe('nothing')
    expect(codeIn(await withdraw(luc))).toBe('withdrawn')
    expect(codeIn(await withdraw(ana))).toBe('nothing')
    expect(await taskOf(world.owner, id)).toMatchObject({ state: 'withdrawn' })
    expect(await traces(id, 'withdrawn')).toBe(1)
    // Decided, and not gone yet: the decision is undone with it, and never leaves.
    expect(codeIn(await ask(ana))).toBe('asked')
    const undone = await decide(world.owner, desk, id, ['accept', 'ownRequest'])
    expect(codeIn(await withdraw(ana))).toBe('withdrawn')
    await leave(world.owner)
    expect(await world.owner.decision.findUniqueOrThrow({ where: { id: undone } })).toMatchObject({
      leftAt: null,
    })
    expect((await getFileHome(ana)).household).toMatchObject({ closing: null })
    // Gone: only a review or another application helps.
    await close(world.owner, desk, ana)
    expect(codeIn(await withdraw(ana))).toBe('nothing')
    expect(codeIn(await ask(ana))).toBe('closed')
    const task = await taskOf(world.owner, id)
    expect(codeIn(await press(world.owner, desk.jules, task.id, 'reopen', { words: 'Une erreur.' }))).toBe(
      'moved',
    )
    expect(codeIn(await withdraw(ana))).toBe('left')
    expect(await requests(id)).toHaveLength(3)
  })
})

describe('by the office', () => {
  const away = { cause: 'leftQuebec', toldBy: 'others', ...on('2026-11-10'), words: 'Sa sœur a appelé.' }

  test('CF-04 opens a task in the hands of who asks', async () => {
    const { id } = await home()
    expect(await openAtOffice(desk.karine, id, away)).toMatchObject({ status: 404 })
    expect(await requests(id)).toEqual([])
    const answer = await openAtOffice(desk.jules, id, away)
    expect(answer).toMatchObject({ status: 201 })
    const task = await taskOf(world.owner, id)
    expect(answer.to).toContain(task.id)
    expect(task).toMatchObject({ state: 'claimed', assignedTo: desk.jules.staffId })
    expect(await openAtOffice(desk.lina, id, away)).toMatchObject({ status: 409, data: { code: 'asked' } })
    expect(await tasks(id)).toHaveLength(1)
    expect(await traces(id, 'asked')).toBe(1)
    expect(await findClosingAbout(desk.lina, task.subjectId)).toMatchObject({
      ...{ cause: 'leftQuebec', day: '2026-11-10', toldBy: 'others', words: away.words, byPerson: false },
      first: '2027-01',
    })
    expect(await findClosingAbout(desk.karine, task.subjectId)).toBeNull()
    expect(await findOfficeClosing(desk.karine, id)).toBeNull()
    expect(await findOfficeClosing(desk.lina, id)).toMatchObject({ state: 'asked' })
  })

  test('CF-05 keeps what was typed for its author alone', async () => {
    const { id } = await home()
    expect(await openAtOffice(desk.jules, id, { ...away, cause: 'death', toldBy: 'person' })).toMatchObject({
      status: 422,
    })
    expect(await findOfficeClosing(desk.jules, id)).toMatchObject({
      typed: { cause: 'death', words: away.words },
      problems: [{ field: 'toldBy', problem: 'notThem' }],
    })
    expect(await findOfficeClosing(desk.lina, id)).toMatchObject({
      typed: { cause: '', words: '' },
      problems: [],
    })
    expect(codeIn(await openAtOffice(desk.jules, id, away))).toBe('asked')
    expect(await world.owner.staffForm.count({ where: { subject: id } })).toBe(0)
  })

  test('CF-08 waits for the notice of what others said', async () => {
    const { id } = await home()
    await openAtOffice(desk.jules, id, away)
    const decisionId = await decide(world.owner, desk, id, ['accept', 'notResident'])
    const decision = await world.owner.decision.findUniqueOrThrow({ where: { id: decisionId } })
    expect(decision).toMatchObject({ kind: 'closing', outcome: 'ended', fromMonth: '2027-01' })
    const office = await findOfficeDecision(desk.jules, decisionId)
    expect(office!.notices[0]!.data).toMatchObject({ outcome: 'ended', fromMonth: '2027-01' })
  })

  test('CF-10 is sent back when it waited until the notice is too short', async () => {
    const { id } = await home()
    await openAtOffice(desk.jules, id, away)
    const { id: taskId } = await taskOf(world.owner, id)
    await press(world.owner, desk.jules, taskId, 'accept', { reasons: 'notResident' })
    // As though the draw had asked for a second person.
    await world.owner.decision.updateMany({ where: { taskId }, data: { needsSecond: true, leavesAt: null } })
    await world.owner.task.update({ where: { id: taskId }, data: { state: 'proposed', endedAt: null } })
    await moveClock(world.owner, '2026-12-20T15:00:00.000Z')
    expect(codeIn(await press(world.owner, desk.lina, taskId, 'second'))).toBe('noticeShort')
    const words = 'À décider de nouveau.'
    expect(codeIn(await press(world.owner, desk.lina, taskId, 'sendBack', { words }))).toBe('moved')
    const again = await decide(world.owner, desk, id, ['accept', 'notResident'])
    expect(await world.owner.decision.findUniqueOrThrow({ where: { id: again } })).toMatchObject({
      fromMonth: '2027-02',
    })
  })

  test('CF-07 refused, the file stays open', async () => {
    const { id, viewers } = await home()
    const ana = proved(viewers[0]!)
    await ask(ana)
    await decide(world.owner, desk, id, ['refuse', 'staysOpen'])
    await leave(world.owner)
    expect((await getFileHome(ana)).household).toMatchObject({ closing: null })
    const { listDecisions } = await import('@/features/decisions/queries')
    expect(await listDecisions(ana)).toMatchObject([{ kind: 'closing', outcome: 'refused' }])
    expect(codeIn(await ask(ana))).toBe('asked')
  })
})

test('CF-06 the walls hold by themselves', async () => {
  const { owner } = world
  const [mine, theirs] = [await home(), await home()]
  const ana = mine.viewers[0]!
  const insert = (viewer: Parameters<typeof withViewer>[0], into: string, column: string, who: string) =>
    withViewer(viewer, ({ sql }) =>
      sql(
        `insert into closing_request (household_id, cause, month, told_by, ${column})
         values ($1, 'ownRequest', '2027-01', 'person', $2)`,
        [into, who],
      ),
    )
  await expect(insert(ana, theirs.id, 'person_id', ana.personId)).rejects.toThrow('row-level security')
  await expect(insert(ana, mine.id, 'person_id', theirs.viewers[0]!.personId)).rejects.toThrow('row-level')
  await expect(insert(desk.karine, mine.id, 'staff_id', desk.karine.staffId)).rejects.toThrow('row-level')
  await expect(insert(desk.jules, mine.id, 'staff_id', desk.lina.staffId)).rejects.toThrow('row-level')
  for (const role of ['contact', 'auditor'] as const) {
    await addStaff(owner, {
      name: `Autre ${role}`,
      role,
      officeId: role === 'contact' ? desk.officeId : null,
    })
    const other = await staff(owner, `Autre ${role}`)
    await expect(insert(other, mine.id, 'staff_id', other.staffId)).rejects.toThrow('permission denied')
    await expect(withViewer(other, ({ sql }) => sql('select * from closing_request'))).rejects.toThrow(
      'denied',
    )
  }
  await insert(ana, mine.id, 'person_id', ana.personId)
  await expect(insert(ana, mine.id, 'person_id', ana.personId)).rejects.toMatchObject({ code: '23505' })
  await expect(insert(desk.jules, mine.id, 'staff_id', desk.jules.staffId)).rejects.toMatchObject({
    code: '23505',
  })
  await expect(withViewer(ana, ({ sql }) => sql('select * from closing_request'))).rejects.toThrow('denied')
  const seen = (viewer: Parameters<typeof withViewer>[0]) =>
    withViewer(viewer, ({ sql }) => sql('select * from closing_request where household_id = $1', [mine.id]))
  expect(await seen(desk.lina)).toHaveLength(1)
  expect(await seen(desk.karine)).toEqual([])
  // Nobody changes or removes what was told; nor learns of the closing of another.
  for (const viewer of [ana, desk.jules])
    for (const text of ["update closing_request set words = 'x'", 'delete from closing_request'])
      await expect(withViewer(viewer, ({ sql }) => sql(text))).rejects.toThrow('denied')
  await decide(owner, desk, mine.id, ['accept', 'ownRequest'])
  await leave(owner)
  const closing = async (viewer: Parameters<typeof withViewer>[0]) =>
    (
      await withViewer(viewer, ({ sql }) => sql<{ of: unknown }>('select closing_of($1) as of', [mine.id]))
    )[0]!.of
  expect(await closing(ana)).toMatchObject({ fromMonth: '2027-01' })
  expect(await closing(desk.lina)).toMatchObject({ fromMonth: '2027-01' })
  expect(await closing(theirs.viewers[0]!)).toBeNull()
  expect(await closing(desk.karine)).toBeNull()
})

test('CF-09 the pages say it', async () => {
  const { id, viewers } = await home(['Ana', 'Luc'])
  const ana = proved(viewers[0]!)
  await ask(ana, { month: '', words: 'Un mot' })
  const drawn = async (locale: 'fr' | 'en') =>
    renderToStaticMarkup(
      <ClosingView {...{ locale, page: await pageOf(ana), told: null, formKey: 'k', closed: null }} />,
    )
  expect(await drawn('fr')).toContain('Choisissez un mois.')
  expect(await drawn('en')).toContain('The other adult sees it')
  expect(await drawn('en')).toContain('Un mot')
  await ask(ana)
  expect(await drawn('fr')).toContain('Retirer la demande')
  expect(await drawn('en')).toContain('Ana requested it on')
  const office = await findOfficeClosing(desk.jules, id)
  const form = renderToStaticMarkup(<OfficeClosingView locale="fr" page={office!} formKey="k" />)
  expect(form).toContain('déjà demandée')
})
