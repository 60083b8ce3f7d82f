import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { addHousehold, addOffice, addStaff } from '../../../prisma/builders'
import type { ExportForm } from '@/features/exports/schema'
import { CSV_START, csvLine } from '@/server/csv'
import type { Call } from '@/server/endpoint'
import type { Staff } from '@/server/viewer'
import { moveClock, openOffice, tenth } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * Files of data. Numbered cases, before the code:
 *   EX-01 no cell is a formula to a spreadsheet, whatever stands before its sign; quotes and lines stay in their cell
 *   EX-02 a file holds the open tasks of the office and nothing of another; asked for twice, it is one file
 *   EX-03 it is made piece by piece, counted, and goes on where it stopped; whole, each line is there once
 *   EX-04 an auditor's file holds what the search says, up to when it was asked for
 *   EX-05 it is its owner's alone, for a day; then it is erased
 *   EX-06 asking and taking are in the trail, with how many lines
 *   EX-07 agents and the contact centre make none: the database says so too
 */
const world = withWorld({ people: false })
const commands = () => import('@/features/exports/commands')
const queries = () => import('@/features/exports/queries')
const making = () => import('@/features/exports/making')
const db = () => import('@/server/db')
let office: string
let home: string

beforeAll(async () => {
  office = await openOffice(world.owner)
  const adults = [{ givenName: 'Ana', familyName: 'Essai', birthDate: '1985-04-12' }]
  home = (await addHousehold(world.owner, { fileNumber: 'EXPORT-1', officeId: office, adults })).id
})
async function member(name: string, role: Staff['role'], officeId: string | null): Promise<Staff> {
  const staffId = await addStaff(world.owner, { name, role, officeId })
  return {
    role,
    staffId,
    name,
    officeId,
    sessionId: '018f0000-0000-7000-8000-000000000002',
    assurance: 'oidc',
  }
}
const call = (viewer: Staff, input: ExportForm, id = '') =>
  ({ viewer, input, params: { id }, locale: 'fr' }) as unknown as Call<Staff, ExportForm>
const task = (officeId: string, householdId = home) =>
  world.owner.task.create({
    data: {
      ...{ kind: 'statement', officeId, householdId, subjectId: randomUUID(), urgency: 5 },
      openedAt: new Date(tenth),
    },
  })
async function ask(viewer: Staff, input: ExportForm = {}) {
  const { askForExport } = await commands()
  const answer = await askForExport(call(viewer, { key: randomUUID(), ...input }))
  const id = String(answer.data?.['id'])
  await whole(viewer, id)
  return id
}
/** Waits for the file that is made in the background, without a clock: each turn asks once. */
async function whole(viewer: Staff, id: string) {
  const { listExports } = await queries()
  for (let turn = 0; turn < 500; turn += 1)
    if ((await listExports(viewer)).find((one) => one.id === id)?.ready) return
  throw new Error('The file is never ready')
}
async function linesOf(viewer: Staff, id: string) {
  const { file } = await (await commands()).download(call(viewer, {}, id))
  return String(file?.body).split('\r\n').filter(Boolean)
}

describe('files of data', () => {
  it('EX-01 no cell is a formula', () => {
    for (const text of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '  =1',
      '\u200B=1',
      '＝1',
      '\u22121',
      '\0=1',
    ])
      expect({ text, cell: csvLine([text]).slice(0, 2) }).toEqual({ text, cell: `"'` })
    expect(csvLine(['a"b;c\nd', 12, 'é'])).toBe('"a""b;c\nd";12;"é"\r\n')
    expect(csvLine(['12-34', 'a=b'])).toBe('"12-34";"a=b"\r\n')
  })

  it('EX-02 holds the office’s open tasks, once', async () => {
    const [own, far] = [
      await addOffice(world.owner, { code: 'X1' }),
      await addOffice(world.owner, { code: 'X2' }),
    ]
    const supervisor = await member('Chef', 'supervisor', own)
    const adults = [{ givenName: 'Luc', familyName: 'Essai', birthDate: '1985-04-12' }]
    const file = await addHousehold(world.owner, { fileNumber: 'EXPORT-2', officeId: own, adults })
    await task(own, file.id)
    await task(far)
    const key = randomUUID()
    const id = await ask(supervisor, { key })
    const lines = await linesOf(supervisor, id)
    expect(lines).toHaveLength(2)
    expect(lines[0]!.startsWith(`${CSV_START}"Dossier";"Objet"`)).toBe(true)
    expect(lines[1]).toContain('"EXPORT-2";"Déclaration";"Reçu"')
    await (await commands()).askForExport(call(supervisor, { key }))
    expect(await (await queries()).listExports(supervisor)).toHaveLength(1)
    expect((await (await commands()).askForExport(call(supervisor, {}))).status).toBe(422)
  })

  it('EX-03 is made piece by piece, and goes on where it stopped', async () => {
    const own = await addOffice(world.owner, { code: 'X3' })
    const supervisor = await member('Chef trois', 'supervisor', own)
    const rows = Array.from({ length: 1203 }, () => ({
      ...{ kind: 'statement', officeId: own, householdId: home, subjectId: randomUUID(), urgency: 5 },
      openedAt: new Date(tenth),
    }))
    await world.owner.task.createMany({ data: rows })
    const made = await world.owner.export.create({
      data: {
        staffId: supervisor.staffId,
        kind: 'tasks',
        language: 'fr',
        rowsTotal: 1203,
        key: randomUUID(),
      },
    })
    const { makePiece } = await making()
    expect(await makePiece(supervisor, made.id)).toBe('more')
    const [file] = await (await queries()).listExports(supervisor)
    expect(file).toMatchObject({ done: 500, total: 1203, ready: false })
    expect((await (await commands()).download(call(supervisor, {}, made.id))).status).toBe(404)
    await (await commands()).goOn(call(supervisor, {}, made.id))
    await whole(supervisor, made.id)
    expect(await makePiece(supervisor, made.id)).toBe('done')
    expect(await linesOf(supervisor, made.id)).toHaveLength(1204)
  })

  it('EX-04 holds what an auditor searched, up to when it was asked', async () => {
    const auditor = await member('Nadia', 'auditor', null)
    const line = (at: string, actorId: string) =>
      world.owner.audit.create({
        data: {
          actorKind: 'staff',
          actorId,
          act: 'looked',
          subjectKind: 'household',
          householdId: home,
          at: new Date(at),
        },
      })
    const agent = await member('=Agent', 'agent', office)
    await line('2026-11-03T15:00:00.000Z', agent.staffId)
    await line('2026-11-05T15:00:00.000Z', agent.staffId)
    await line('2026-11-20T15:00:00.000Z', agent.staffId)
    await line('2026-11-05T15:00:00.000Z', auditor.staffId)
    const id = await ask(auditor, { staff: agent.staffId, from: '2026-11-04' })
    const lines = await linesOf(auditor, id)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`"'=Agent"`)
    expect(lines[1]).toContain('"EXPORT-1"')
  })

  it('EX-05 is its owner’s alone, for a day', async () => {
    const own = await addOffice(world.owner, { code: 'X5' })
    const [supervisor, other] = [
      await member('Chef', 'supervisor', own),
      await member('Autre', 'supervisor', own),
    ]
    const id = await ask(supervisor)
    const { download } = await commands()
    expect(await download(call(other, {}, id))).toMatchObject({ status: 404 })
    expect(await download(call(supervisor, {}, 'nothing'))).toMatchObject({ status: 404 })
    const { withViewer } = await db()
    expect(await withViewer(other, ({ sql }) => sql('select * from export_piece'))).toEqual([])
    await moveClock(world.owner, '2026-11-11T15:30:00.000Z')
    expect(await download(call(supervisor, {}, id))).toMatchObject({ status: 404 })
    await ask(other)
    expect(await world.owner.export.count({ where: { id } })).toBe(0)
    await moveClock(world.owner, tenth)
  })

  it('EX-06 asking and taking are in the trail', async () => {
    const supervisor = await member('Chef six', 'supervisor', await addOffice(world.owner, { code: 'X6' }))
    await task(supervisor.officeId!)
    const id = await ask(supervisor)
    await linesOf(supervisor, id)
    const trail = await world.owner.audit.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(trail.map(({ act, details }) => [act, details])).toEqual([
      ['asked', { kind: 'tasks', rows: 1 }],
      ['downloaded', { kind: 'tasks', rows: 1 }],
    ])
  })

  it('EX-07 nobody else makes one', async () => {
    const { withViewer } = await db()
    for (const role of ['agent', 'contact'] as const) {
      const viewer = await member(`Sans ${role}`, role, office)
      await expect(withViewer(viewer, ({ sql }) => sql('select 1 from export'))).rejects.toThrow(/permission/)
      expect((await (await commands()).askForExport(call(viewer, { key: randomUUID() }))).status).toBe(422)
    }
    const supervisor = await member('Chef sept', 'supervisor', office)
    await expect(
      withViewer(supervisor, ({ sql }) =>
        sql(
          "insert into export (staff_id, kind, language, rows_total, key) values ($1, 'trail', 'fr', 0, $2)",
          [...[supervisor.staffId, randomUUID()]],
        ),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})
