import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addHousehold } from '../../prisma/builders'
import { importOffices, officeFiles } from '../../prisma/import-offices'
import { dropDatabase, urlFor, withDatabase } from '../../src/setup/database.mjs'
import { migrate } from '../../src/setup/migrate.mjs'
import { inProject } from '../../src/setup/places.mjs'
import { testCluster } from '../support/database'
import { withWorld } from '../support/world'

const world = withWorld({ people: false })
const files = officeFiles()
const none = { added: 0, changed: 0, removed: 0 }
const query = <Row extends object>(sql: string, url = world.database.ownerUrl) =>
  withDatabase(url, async (client) => (await client.query<Row>(sql)).rows)
const officeNamed = (code: string) => world.owner.office.findFirstOrThrow({ where: { code } })

test('1. setup has loaded the offices, and loading them again changes nothing', async () => {
  expect(await query('select kind, count(*)::int from office group by kind order by count(*) desc')).toEqual([
    { kind: 'office', count: 122 },
    { kind: 'former', count: 18 },
    { kind: 'servicePoint', count: 3 },
    { kind: 'contactCentre', count: 2 },
  ])
  expect(await query('select count(*)::int from postal_area')).toEqual([{ count: 422 }])
  const orphans = `select fsa from postal_area a where not exists (
    select from postal_area_office l where l.fsa = a.fsa and l.rank = 1)`
  expect(await query(orphans)).toEqual([])
  expect(await importOffices(world.database.ownerUrl)).toEqual(none)
  expect(await importOffices(world.database.ownerUrl)).toEqual(none)
})

test('2. several candidates keep their order', async () => {
  const links = await query<{ code: string }>(
    `select o.code from postal_area_office l join office o on o.id = l.office_id where l.fsa = 'G0A' order by l.rank`,
  )
  expect(links.map(({ code }) => code)).toEqual(['148', '007', '053', '128', '054'])
})

test('3. what differs is changed, what is new is added, what left the postal file goes; ids stay', async () => {
  const before = await officeNamed('002')
  const changed = {
    offices: `${files.offices.replace('Bureau de Services Québec d’Amos', 'Bureau d’Amos')}999,office,Bureau neuf,New Office,08,,Ville Neuve,,,,,,,,,test\n`,
    postalCodes: files.postalCodes
      .replace(/^G0B,.*\n/m, '')
      .replace('148|007|053|128|054', '007|148|053|128|999'),
  }
  // Two offices and no area; of the links, four of G0A made anew or gone, and the one of G0B.
  expect(await importOffices(world.database.ownerUrl, changed)).toEqual({ added: 4, changed: 1, removed: 5 })
  expect(await importOffices(world.database.ownerUrl, changed)).toEqual(none)
  expect(await officeNamed('002')).toEqual({ ...before, nameFr: 'Bureau d’Amos' })
  expect(await query("select from postal_area where fsa = 'G0B'")).toEqual([])

  await importOffices(world.database.ownerUrl)
  expect(await officeNamed('002')).toEqual(before)
  // An office that left the file stays: files may be kept there.
  expect((await officeNamed('999')).city).toBe('Ville Neuve')
})

test('4. one fault refuses both files whole, and every fault is told', async () => {
  const wrong = {
    offices: files.offices
      .replace('Bureau de Services Québec d’Amos', 'Autre nom')
      .replace('+18194758431', '819 475-8431'),
    postalCodes: files.postalCodes.replace(/^G0B,.*$/m, 'G0B,Les Îles,11,H-STANSTEAD,high,,,x'),
  }
  const refusal = await importOffices(world.database.ownerUrl, wrong).catch((error: Error) => error.message)
  expect(refusal).toContain('nothing was changed')
  expect(refusal).toMatch(/offices\.csv, line \d+: 009: the phone “819 475-8431”/)
  expect(refusal).toMatch(/postal-codes\.csv, line \d+: G0B leads to H-STANSTEAD \(former\)/)
  expect((await officeNamed('002')).nameFr).not.toBe('Autre nom')
})

test('5. no household and no postal area is ever given a former centre or the contact centre', async () => {
  const good = await officeNamed('009')
  const { id } = await addHousehold(world.owner, { fileNumber: 'TEST-1', officeId: good.id, adults: [] })
  for (const code of ['H-BEDFORD', 'CCC-GASPE']) {
    const closed = await officeNamed(code)
    const moved = world.owner.household.update({ where: { id }, data: { officeId: closed.id } })
    await expect(moved, code).rejects.toThrow('serves nobody')
    const born = world.owner.household.create({ data: { fileNumber: 'TEST-2', officeId: closed.id } })
    await expect(born, code).rejects.toThrow('serves nobody')
    const led = world.owner.postalAreaOffice.create({ data: { fsa: 'G1R', officeId: closed.id, rank: 99 } })
    await expect(led, code).rejects.toThrow('serves nobody')
  }
  const point = await officeNamed('067-1')
  await world.owner.household.update({ where: { id }, data: { officeId: point.id } })
  await world.owner.household.update({ where: { id }, data: { officeId: good.id } })
})

test('6. an office that still has files cannot close; the import says which, and loads nothing', async () => {
  const closing = {
    offices: files.offices
      .replace(/^009,office,/m, '009,former,')
      .replace('Bureau de Services Québec d’Amos', 'Autre nom'),
    postalCodes: files.postalCodes.replaceAll(/\b009\b/g, '002'),
  }
  await expect(importOffices(world.database.ownerUrl, closing)).rejects.toThrow(
    'office 009 still serves people',
  )
  expect((await officeNamed('002')).nameFr).not.toBe('Autre nom')
  await world.owner.household.updateMany({ data: { officeId: (await officeNamed('002')).id } })
  expect((await importOffices(world.database.ownerUrl, closing)).changed).toBe(2)
  expect((await officeNamed('009')).kind).toBe('former')
  await importOffices(world.database.ownerUrl)
})

test('7. a file and the closing of its office at the same moment: one of them is refused', async () => {
  const { id } = await world.owner.office.create({
    data: { code: '998', nameFr: 'Bureau', nameEn: 'Office', regionCode: '17', city: 'Ville' },
  })
  await withDatabase(world.database.ownerUrl, async (client) => {
    await client.query('begin')
    await client.query(`insert into household (file_number, office_id) values ('TEST-3', $1)`, [id])
    const closing = world.owner.office.update({ where: { id }, data: { kind: 'former' } })
    const refused = expect(closing).rejects.toThrow('still serves people')
    await new Promise((resolve) => setTimeout(resolve, 200))
    await client.query('commit')
    await refused
  })
})

test('8. everyone who may look reads the network; nobody of the web may change it', async () => {
  await withDatabase(world.database.webUrl, async (client) => {
    for (const viewer of ['anonymous', 'citizen', 'agent', 'contact', 'supervisor']) {
      await client.query(`set role quinze_${viewer}`)
      for (const table of ['office', 'postal_area', 'postal_area_office']) {
        const { rows } = await client.query<{ many: boolean }>(`select count(*) > 100 as many from ${table}`)
        expect(rows, `${viewer} ${table}`).toEqual([{ many: true }])
        await expect(client.query(`delete from ${table}`)).rejects.toThrow('permission denied')
      }
    }
  })
})

test('9. a database filled before keeps its offices: known numbers, the contact centre’s forgotten', async () => {
  const name = `quinze_test_offices_${process.pid}`
  const url = urlFor(testCluster().ownerUrl, { database: name })
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  await query(`create database ${name}`, testCluster().ownerUrl)
  try {
    for (const migration of ['20261123000000_statement', '20261123000100_walls'])
      cpSync(inProject('prisma', 'migrations', migration), join(folder, migration), { recursive: true })
    await migrate(url, folder)
    const numbers = ['819 475-8431', '1 877 767-8773', '555']
    await query(
      numbers
        .map(
          (phone, index) =>
            `insert into office (code, name_fr, name_en, region_code, city, phone) values ('00${index}', 'B', 'O', '17', 'V', '${phone}');`,
        )
        .join(''),
      url,
    )
    await migrate(url)
    const rows = await query<{ phone: string | null }>('select phone from office order by code', url)
    expect(rows.map(({ phone }) => phone)).toEqual(['+18194758431', null, null])
  } finally {
    await dropDatabase(testCluster().adminUrl, name)
    rmSync(folder, { recursive: true })
  }
})
