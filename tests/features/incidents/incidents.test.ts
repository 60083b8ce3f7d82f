import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { addSession, addStaff } from '../../../prisma/builders'
import { moveClock } from '../../../prisma/demo-clock'
import { completeIncident, exportRegister, recordIncident } from '@/features/incidents/commands'
import { emptyFields, fieldsOf, type IncidentFields } from '@/features/incidents/fields'
import { findIncident, getNewIncident, listIncidents } from '@/features/incidents/queries'
import type { IncidentForm } from '@/features/incidents/schema'
import { missingOf } from '@/domain/privacy/incident'
import { locales } from '@/i18n/locale'
import { withViewer } from '@/server/db'
import { mayRole } from '@/server/permissions'
import { viewerOf, type Staff, type Viewer } from '@/server/viewer'
import { withWorld } from '../../support/world'
import { code, send } from '../account/rooms'
import { household, openOffice, tenth } from '../statement/office'

/*
 * The register of confidentiality incidents. Numbered cases, before the code:
 *   IR-01 an incident is recorded with what is known; twice, or at once, is once; the trail has it
 *   IR-02 refused, what was typed waits with what to put right, for its author alone, until it is saved or dropped
 *   IR-03 completed, it has another version: the newest is shown, the older stay as they were
 *   IR-04 saved by someone else meanwhile, nothing is lost: their version stands, what was typed waits
 *   IR-05 saved as it is already, it has no new version
 *   IR-06 the register is read by every supervisor and auditor, the newest awareness first, with what is missing
 *   IR-07 an auditor reads, and records nothing; agents, the contact centre and citizens read nothing
 *   IR-08 no role changes or erases a version, nor signs for another
 *   IR-09 the file of the register is safe to open, whole in both languages, and is in the trail
 */
const world = withWorld({ people: false })
let ground: Awaited<ReturnType<typeof build>> | undefined

async function build() {
  const { owner } = world
  const officeId = await openOffice(owner)
  const member = async (name: string, role: Staff['role']) =>
    (await viewerOf(await addSession(owner, 'staff', await addStaff(owner, { name, role, officeId }))))
      .viewer as Staff
  return {
    citizen: (await household(owner, officeId)).viewers[0]!,
    marc: await member('Marc Cadre', 'supervisor'),
    odile: await member('Odile Cadre', 'supervisor'),
    auditor: await member('Nadia Vérif', 'auditor'),
    agent: await member('Alix Agente', 'agent'),
    contact: await member('Soutien', 'contact'),
  }
}
beforeEach(async () => {
  ground ??= await build()
  await moveClock(world.owner, tenth)
})
const who = () => ground!

const begun: IncidentFields = {
  ...emptyFields,
  circumstances: 'Une lettre est partie à une autre adresse.',
  ...{ 'awareFrom.day': '6', 'awareFrom.month': '11', 'awareFrom.year': '2026' },
}
const form = (fields: Partial<IncidentFields>, more: Partial<IncidentForm> = {}): IncidentForm => ({
  ...{ ...begun, ...fields, key: randomUUID(), version: '', intent: 'save' },
  ...more,
})
const keep = (viewer: Staff, fields: Partial<IncidentFields> = {}, more: Partial<IncidentForm> = {}) =>
  recordIncident(send(viewer, form(fields, more)))
const recorded = async (viewer: Staff, fields: Partial<IncidentFields> = {}) =>
  String((await keep(viewer, fields)).data?.['id'])
const complete = (
  viewer: Staff,
  id: string,
  version: number,
  fields: Partial<IncidentFields>,
  intent = 'save',
) =>
  completeIncident(
    send(viewer, form(fields, { version: String(version), intent: intent as 'save' }), { params: { id } }),
  )
const versions = (incidentId: string) =>
  world.owner.incidentVersion.findMany({ where: { incidentId }, orderBy: { version: 'asc' } })
const trail = (subjectId: string) =>
  world.owner.audit.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })
const sql = (viewer: Viewer, text: string, values: unknown[] = []) =>
  withViewer(viewer, (door) => door.sql<{ id: string }>(text, values))

describe('recording', () => {
  it('IR-01 is recorded once, with what is known', async () => {
    const { marc } = who()
    const key = randomUUID()
    await Promise.all(Array.from({ length: 4 }, () => listIncidents(marc)))
    const answers = await Promise.all(Array.from({ length: 4 }, () => keep(marc, {}, { key })))
    expect(answers.map(code)).toEqual(['recorded', 'recorded', 'recorded', 'recorded'])
    expect(new Set(answers.map(({ to }) => to)).size).toBe(1)
    const id = String(answers[0]!.data?.['id'])
    const page = await findIncident(marc, id)
    expect(page?.latest).toMatchObject({
      ...{ version: 1, recordedBy: 'Marc Cadre' },
      incident: { circumstances: begun.circumstances, awareFrom: '2026-11-06', persons: null, serious: null },
    })
    expect(page?.older).toEqual([])
    expect(missingOf(page!.latest.incident)).toContain('conclusion')
    expect(await trail(id)).toMatchObject([
      { act: 'recorded', subjectKind: 'incident', actorId: marc.staffId, details: { version: 1 } },
    ])
  })

  it('IR-02 keeps what was refused, for its author alone', async () => {
    const { marc, odile } = who()
    const before = (await listIncidents(marc)).length
    const wrong = {
      circumstances: ' ',
      measures: 'Rappel de la lettre',
      'awareFrom.day': '31',
      persons: 'douze',
    }
    expect(await keep(marc, wrong)).toMatchObject({ status: 422, to: '/fr/bureau/incidents/nouveau' })
    const kept = await getNewIncident(marc)
    expect(kept.fields).toEqual({ ...begun, ...wrong })
    expect(kept.problems.map(({ field }) => field)).toEqual(['circumstances', 'awareFrom', 'persons'])
    expect(await getNewIncident(odile)).toMatchObject({ isDraft: false, problems: [], fields: emptyFields })
    expect(await listIncidents(marc)).toHaveLength(before)
    await keep(marc, wrong, { intent: 'discard' })
    expect(await getNewIncident(marc)).toMatchObject({ isDraft: false })
    await keep(marc, wrong)
    await keep(marc)
    expect(await getNewIncident(marc)).toMatchObject({ isDraft: false })
  })
})

describe('completing', () => {
  it('IR-03 adds a version, and the older stay', async () => {
    const { marc, odile } = who()
    const id = await recorded(marc)
    const more = { serious: 'yes', persons: '1 250', approximate: 'yes', measures: 'Lettre récupérée' }
    expect(code(await complete(odile, id, 1, more))).toBe('saved')
    const page = await findIncident(marc, id)
    expect(page?.latest).toMatchObject({
      ...{ version: 2, recordedBy: 'Odile Cadre' },
      incident: { serious: true, persons: 1250, approximate: true },
    })
    expect(page?.older).toMatchObject([{ version: 1, recordedBy: 'Marc Cadre', incident: { serious: null } }])
    expect(missingOf(page!.latest.incident)).toContain('commissionNotice')
    // Its form shows the whole of it, to be completed.
    expect(page?.form?.fields).toEqual(fieldsOf(page!.latest.incident))
    expect((await trail(id)).map(({ details }) => details)).toEqual([{ version: 1 }, { version: 2 }])
    const told = {
      ...more,
      'commissionTold.day': '5',
      'commissionTold.month': '11',
      'commissionTold.year': '2026',
    }
    expect(await complete(odile, id, 2, told)).toMatchObject({ status: 422 })
    expect((await findIncident(odile, id))?.form).toMatchObject({
      problems: [{ field: 'commissionTold', problem: 'date.toldBefore' }],
    })
    expect(code(await complete(odile, id, 2, {}, 'discard'))).toBe('discarded')
    expect((await findIncident(odile, id))?.form).toMatchObject({ isDraft: false })
  })

  it('IR-04 loses nothing of two who save at once', async () => {
    const { marc, odile } = who()
    const id = await recorded(marc)
    await Promise.all([findIncident(marc, id), findIncident(odile, id)])
    const answers = await Promise.all([
      complete(marc, id, 1, { measures: 'De Marc' }),
      complete(odile, id, 1, { measures: 'D’Odile' }),
    ])
    expect(answers.map(code).sort()).toEqual(['changed', 'saved'])
    const all = await versions(id)
    expect(all).toHaveLength(2)
    const loser = answers[0]!.data?.['code'] === 'changed' ? marc : odile
    const page = await findIncident(loser, id)
    const own = loser === marc ? 'De Marc' : 'D’Odile'
    expect(page?.form).toMatchObject({ isDraft: true, problems: [], fields: { measures: own } })
    expect(page?.latest.incident.measures).not.toBe(own)
    expect(code(await complete(loser, id, 2, { measures: `${own}, puis relu` }))).toBe('saved')
    expect((await findIncident(loser, id))?.form).toMatchObject({ isDraft: false })
    expect(await complete(loser, id, 7, { measures: 'x' })).toMatchObject({ status: 409 })
  })

  it('IR-05 saved as it is, it has no new version', async () => {
    const { marc, odile } = who()
    const id = await recorded(marc, { measures: 'Rien encore' })
    expect(code(await complete(marc, id, 1, { measures: ' Rien encore ' }))).toBe('saved')
    // Pressed twice: the second finds its own words there.
    await complete(marc, id, 1, { measures: 'Lettre récupérée' })
    expect(code(await complete(marc, id, 1, { measures: 'Lettre récupérée' }))).toBe('saved')
    expect(await versions(id)).toHaveLength(2)
    for (const wrong of ['', 'nothing', randomUUID()]) {
      expect(await complete(odile, wrong, 1, {})).toMatchObject({ status: 404 })
      expect(await findIncident(odile, wrong)).toBeNull()
    }
  })
})

describe('reading', () => {
  it('IR-06 is read by supervisors and auditors, the newest awareness first', async () => {
    const { marc, odile, auditor } = who()
    const early = await recorded(marc, { 'awareFrom.day': '1' })
    const late = await recorded(odile, { 'awareFrom.day': '9' })
    for (const viewer of [marc, odile, auditor]) {
      const ids = (await listIncidents(viewer)).map(({ incidentId }) => incidentId)
      expect(ids[0]).toBe(late)
      expect(ids.at(-1)).toBe(early)
    }
  })

  it('IR-07 an auditor records nothing, and others read nothing', async () => {
    const { marc, auditor, agent, contact, citizen } = who()
    const id = await recorded(marc)
    const page = await findIncident(auditor, id)
    expect(page).toMatchObject({ latest: { version: 1, recordedBy: 'Marc Cadre' }, form: null })
    await expect(keep(auditor)).rejects.toThrow(/permission denied/)
    await expect(complete(auditor, id, 1, { measures: 'x' })).rejects.toThrow(/permission denied/)
    for (const viewer of [agent, contact, citizen]) {
      for (const table of ['incident', 'incident_version'])
        await expect(sql(viewer, `select id from ${table}`), viewer.role).rejects.toThrow(/permission denied/)
      expect(mayRole(viewer.role, 'step-up', 'incident:read')).toBe(false)
      expect(mayRole(viewer.role, 'step-up', 'incident:record')).toBe(false)
    }
    expect(mayRole('auditor', 'step-up', 'incident:record')).toBe(false)
    expect(mayRole('auditor', 'oidc', 'incident:read')).toBe(true)
  })

  it('IR-08 nothing is changed, erased, or signed by another', async () => {
    const { marc, odile, auditor } = who()
    const id = await recorded(marc)
    const roles = await world.owner.$queryRawUnsafe<{ grantee: string; privilege: string }[]>(
      `select distinct grantee, privilege_type as privilege from information_schema.role_table_grants
       where table_name in ('incident', 'incident_version') and privilege_type <> 'SELECT' and grantee like 'quinze\\_%'
         and grantee not in (select tableowner from pg_tables where tablename = 'incident')`,
    )
    expect(roles.filter(({ privilege }) => privilege !== 'INSERT')).toEqual([])
    for (const viewer of [marc, auditor]) {
      await expect(sql(viewer, `update incident_version set measures = 'x'`)).rejects.toThrow(/denied/)
      await expect(sql(viewer, 'delete from incident_version')).rejects.toThrow(/denied/)
      await expect(sql(viewer, 'delete from incident')).rejects.toThrow(/denied/)
    }
    const forged = `insert into incident_version (incident_id, version, recorded_by, information, why_not_described,
        circumstances, occurred_words, aware_from, approximate, sensitivity, feared_use, likelihood, why_not_told,
        public_notice_why, measures)
      values ($1, 2, $2, '', '', 'x', '', '2026-11-06', false, '', '', '', '', '', '')`
    await expect(sql(marc, forged, [id, odile.staffId])).rejects.toThrow(/row-level security/)
    await expect(
      sql(marc, 'insert into incident (key, recorded_by) values (uuidv7(), $1)', [odile.staffId]),
    ).rejects.toThrow(/row-level security/)
    await expect(
      sql(
        marc,
        `insert into incident_version (incident_id, version, recorded_by, recorded_at) values ($1, 2, $2, app_now())`,
        [id, marc.staffId],
      ),
    ).rejects.toThrow(/denied/)
    expect(await versions(id)).toHaveLength(1)
  })
})

it('IR-09 the file of the register is safe to open', async () => {
  const { marc, auditor } = who()
  const id = await recorded(marc, { circumstances: '=HYPERLINK("x")', measures: 'Un "mot";\nun autre' })
  for (const locale of locales) {
    const answer = await exportRegister(send(auditor, {}, { locale }))
    const body = String(answer.file?.body)
    expect(answer.file).toMatchObject({ name: 'quinze-incidents.csv', type: 'text/csv; charset=utf-8' })
    expect(body.startsWith('\uFEFF"')).toBe(true)
    expect(body).not.toContain('incidents.')
    const line = body.split('\r\n').find((one) => one.includes(id))!
    expect(line).toContain(`"'=HYPERLINK(""x"")"`)
    expect(line).toContain('"Un ""mot"";\nun autre"')
    const heads = body.split('\r\n')[0]!.split('";"')
    expect(heads).toHaveLength(21)
    expect(new Set(heads).size).toBe(21)
  }
  const downloads = await world.owner.audit.findMany({
    where: { act: 'downloaded', subjectKind: 'incident' },
  })
  expect(downloads).toHaveLength(2)
  expect(downloads[0]).toMatchObject({ actorId: auditor.staffId, householdId: null })
})
