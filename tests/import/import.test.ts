import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Account, WholeRefusal } from '../../prisma/import/import-households'
import { inProject } from '../../src/setup/places.mjs'
import { accessCodeDigest, unsealAccessCode } from '../../src/server/access-codes'
import { configurationFor } from '../support/in-process'
import { withWorld } from '../support/world'
import { adult, fileOf, header, household, totals, written } from './made-up'

/*
 * Numbered cases, before the code:
 *   IM-01 the example goes in: every field at its place, a code for each adult, the run and the trail
 *   IM-02 the same file again changes nothing, also after the portal changed something
 *   IM-03 a line that says otherwise of a household that is there is refused, field by field, and overwrites nothing
 *   IM-04 refused lines are explained and kept aside; the rest goes in; the account adds up
 *   IM-05 totals that do not match write nothing
 *   IM-06 a file that is no file of households is refused whole, in a sentence
 *   IM-07 a trial writes nothing
 *   IM-08 a mandate needs its representative
 *   IM-09 killed in the middle, the same command finishes without doubles
 *   IM-10 two thousand households
 *   IM-11 the command speaks the language of the terminal, without a stack trace
 */
const world = withWorld({ people: false })
const importing = () => import('../../prisma/import/import-households')
let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'quinze-import-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const write = (content: string | Uint8Array): string =>
  written(join(folder, `${(files += 1)}.ndjson`), content)

async function run(content: string | Uint8Array, more: { dryRun?: boolean } = {}) {
  const { importHouseholds } = await importing()
  const file = write(content)
  return {
    file,
    ...(await importHouseholds({
      ownerUrl: world.database.ownerUrl,
      secret: process.env['QUINZE_SECRET']!,
      file,
      ...more,
    })),
  }
}
async function account(
  content: string | Uint8Array,
  more: { dryRun?: boolean } = {},
): Promise<Account & { file: string }> {
  const result = await run(content, more)
  if (result.refusedWhole) throw new Error(`Refused: ${JSON.stringify(result.refusedWhole)}`)
  expect(result.read).toBe(result.added + result.unchanged + result.refused)
  return result
}
async function refusal(content: string | Uint8Array): Promise<string[]> {
  const before = await rows()
  const result: WholeRefusal | Account = await run(content)
  if (!result.refusedWhole) throw new Error('It must be refused')
  expect(await rows()).toEqual(before)
  return result.refusedWhole.map(({ line, field, key }) => [line, field, key].filter(Boolean).join(' '))
}

/** How many rows each table has: what a run wrote anywhere. */
async function rows(): Promise<Record<string, number>> {
  const tables = [
    'household',
    'person',
    'household_member',
    'adult_constraint',
    'contact',
    'household_situation',
  ]
  tables.push(
    'household_address',
    'mandate',
    'filing_obligation',
    'auth.access_code',
    'audit',
    'import_run',
    'import_household',
  )
  const sql = tables
    .map((table) => `select '${table}' as name, count(*)::int as count from ${table}`)
    .join(' union all ')
  const counted = await world.owner.$queryRawUnsafe<{ name: string; count: number }[]>(sql)
  return Object.fromEntries(counted.map(({ name, count }) => [name, count]))
}

const example = readFileSync(inProject('prisma', 'import', 'example.ndjson'), 'utf8')
const find = (fileNumber: string) =>
  world.owner.household.findUniqueOrThrow({
    where: { fileNumber },
    include: {
      office: true,
      situations: { orderBy: { fromMonth: 'asc' } },
      addresses: true,
      obligations: true,
      members: {
        orderBy: { id: 'asc' },
        include: { person: { include: { contact: true, constraints: true, mandatesGiven: true } } },
      },
    },
  })

describe('a file goes in', () => {
  test('IM-01 the example: every field at its place, a code for each adult, the run and the trail', async () => {
    expect(await account(example)).toMatchObject({
      read: 3,
      added: 3,
      unchanged: 0,
      refused: 0,
      codes: 4,
      mandates: 1,
    })
    const first = await find('FICTIF-0001-01')
    expect(first.office.code).toBe('009')
    expect(
      first.members.map(({ role, fromDay, untilDay, person }) => [role, fromDay, untilDay, person.givenName]),
    ).toEqual([
      ['adult', '2025-03-01', null, 'Noé'],
      ['adult', '2025-03-01', null, 'Olga'],
      ['child', '2025-03-01', null, 'Pépin'],
    ])
    const [noe, olga] = first.members.map(({ person }) => person)
    expect(noe).toMatchObject({
      familyName: 'Imaginaire',
      birthDate: '1988-02-29',
      language: 'fr',
      contact: { email: 'noe@example.org', mobile: '+18195550101', notifyBy: 'email', safeNote: null },
      constraints: [{ kind: 'temporary', fromDay: '2026-01-15', untilDay: null }],
    })
    expect(olga).toMatchObject({ language: 'en', contact: null, constraints: [] })
    expect(first.situations).toMatchObject([
      { fromMonth: '2025-03', programme: 'socialAssistance', recoveryCents: 2_500, livesWithParents: false },
    ])
    expect(first.addresses).toMatchObject([
      { street: '12, rue Inventée', unit: '3', postalCode: 'J2B 1A1', protected: false },
    ])
    expect(first.obligations).toMatchObject([
      { month: '2026-11', files: 'always', reason: 'Revenus qui varient' },
    ])
    const second = await find('FICTIF-0002-02')
    const third = await find('FICTIF-0003-03')
    expect(second.situations.map(({ programme }) => programme)).toEqual(['socialSolidarity', 'basicIncome'])
    expect(second.addresses[0]!.protected).toBe(true)
    expect(second.members[0]!.person.mandatesGiven).toMatchObject([
      {
        representativeId: third.members[0]!.personId,
        kind: 'powerOfAttorney',
        rights: ['read', 'file'],
        fromDay: '2026-02-01',
        untilDay: '2028-02-01',
      },
    ])
    const codes = await world.owner.$queryRawUnsafe<
      {
        file_number: string
        reason: string
        digest: Buffer
        sealed: Buffer
        printed_at: null
        birth_date: string
      }[]
    >('select c.*, p.birth_date from auth."access_code" c join person p on p.id = c.person_id')
    expect(codes).toHaveLength(4)
    const secret = process.env['QUINZE_SECRET']!
    for (const { file_number: fileNumber, birth_date: birthDate, sealed, digest, ...row } of codes) {
      expect(row).toMatchObject({ reason: 'first', printed_at: null })
      // What the letter will say is what opens the file.
      const code = unsealAccessCode(secret, sealed)
      expect(accessCodeDigest(secret, { fileNumber, birthDate, code }).equals(Buffer.from(digest))).toBe(true)
    }
    const [entry] = await world.owner.importRun.findMany()
    expect(entry).toMatchObject({
      agency: 'Agence imaginaire',
      madeOn: '2026-11-20',
      counts: { read: 3, added: 3 },
    })
    expect(entry!.endedAt).not.toBeNull()
    const trail = await world.owner.audit.findMany({ where: { act: 'imported', householdId: first.id } })
    expect(trail).toMatchObject([{ actorKind: 'machine', details: { run: entry!.id } }])
  })

  test('IM-02 again, it changes nothing, also after the portal changed something', async () => {
    const { members } = await find('FICTIF-0001-01')
    await world.owner.contact.update({
      where: { personId: members[0]!.personId },
      data: { email: 'autre@example.org' },
    })
    await world.owner.mandate.updateMany({ data: { revokedAt: new Date() } })
    const before = await rows()
    expect(await account(example)).toMatchObject({
      read: 3,
      added: 0,
      unchanged: 3,
      refused: 0,
      codes: 0,
      mandates: 0,
    })
    // The run itself is kept, with its line in the trail.
    expect(await rows()).toEqual({
      ...before,
      import_run: before['import_run']! + 1,
      audit: before['audit']! + 1,
    })
    const again = await find('FICTIF-0001-01')
    expect(again.members[0]!.person.contact!.email).toBe('autre@example.org')
    expect(await world.owner.mandate.count({ where: { revokedAt: null } })).toBe(0)
  })

  test('IM-03 a line that says otherwise is refused, field by field, and overwrites nothing', async () => {
    const lines = example.split('\n')
    const changed = [
      lines[0],
      lines[1]!.replace('"unit":"3"', '"unit":"4"').replace('"009"', '"002"'),
      lines[3],
    ]
    const third = JSON.parse(lines[3]!) as Record<string, unknown>
    const ends = totals([JSON.parse(lines[1]!) as Record<string, unknown>, third])
    const result = await account([...changed, JSON.stringify(ends), ''].join('\n'))
    expect(result).toMatchObject({ read: 2, added: 0, unchanged: 1, refused: 1 })
    expect(result.first[0]!.faults.map(({ field, key }) => `${field} ${key}`)).toEqual([
      'office differs',
      'adults[0].contact.email differs',
      'address.unit differs',
    ])
    expect((await find('FICTIF-0001-01')).addresses[0]!.unit).toBe('3')
  })

  test('IM-03 the same household in another order of fields is the same', async () => {
    const line = household('FICTIF-3001', {
      obligations: [{ month: '2026-11', files: 'always', reason: 'Un' }],
    })
    await account(fileOf([line]))
    const turned = Object.fromEntries(Object.entries(line).reverse())
    expect(await account(fileOf([turned]))).toMatchObject({ unchanged: 1, refused: 0 })
  })
})

describe('lines that are refused', () => {
  test('IM-04 are explained in both languages and kept aside, and the rest goes in', async () => {
    const good = household('FICTIF-4001')
    const bad = household('FICTIF-4002', { office: '998', adults: [adult({ birthDate: '2026-02-30' })] })
    const twice = [household('FICTIF-4003'), household('FICTIF4003', { office: '002' })]
    const result = await account(fileOf([good, bad, ...twice, household('FICTIF-4004')]))
    expect(result).toMatchObject({ read: 5, added: 2, refused: 3 })
    expect(result.refusedFile).toBe(`${result.file}.refused.ndjson`)
    expect(statSync(result.refusedFile!).mode & 0o777).toBe(0o600)
    const kept = readFileSync(result.refusedFile!, 'utf8')
      .trimEnd()
      .split('\n')
      .map(
        (line) => JSON.parse(line) as { line: number; fileNumber: string; reasons: object[]; text: string },
      )
    expect(kept.map(({ line, fileNumber }) => [line, fileNumber])).toEqual([
      [3, 'FICTIF-4002'],
      [4, 'FICTIF-4003'],
      [5, 'FICTIF4003'],
    ])
    expect(kept[0]!.reasons).toEqual([
      {
        field: 'adults[0].birthDate',
        fr: 'Mettez une date qui existe, par exemple 2026-02-28.',
        en: 'Put a date that exists, for example 2026-02-28.',
      },
    ])
    expect(JSON.parse(kept[0]!.text)).toEqual(bad)
    expect(await world.owner.household.count({ where: { fileNumber: 'FICTIF-4003' } })).toBe(0)
    // Mended, the same file finishes, and nothing is left aside.
    const mended = fileOf([
      good,
      household('FICTIF-4002'),
      household('FICTIF-4003'),
      household('FICTIF-4004'),
    ])
    const again = await account(mended)
    expect(again).toMatchObject({ added: 2, unchanged: 2, refused: 0, refusedFile: null })
    expect(existsSync(`${again.file}.refused.ndjson`)).toBe(false)
  })

  test('IM-04 a line the database alone refuses keeps no other out', async () => {
    await world.owner.$executeRawUnsafe(
      `alter table person add constraint test_name check (family_name <> 'Refusée')`,
    )
    const lines = [
      household('FICTIF-4101'),
      household('FICTIF-4102', { adults: [adult({ familyName: 'Refusée' })] }),
      household('FICTIF-4103'),
    ]
    const result = await account(fileOf(lines))
    expect(result).toMatchObject({ added: 2, refused: 1, codes: 2 })
    expect(result.first[0]).toMatchObject({
      fileNumber: 'FICTIF-4102',
      faults: [{ key: 'refusedByDatabase' }],
    })
    await world.owner.$executeRawUnsafe('alter table person drop constraint test_name')
  })

  test('IM-08 a mandate needs its representative, in the file or in the portal', async () => {
    const mandated = (number: string, by: string, place = 1) =>
      household(number, {
        mandates: [
          {
            adult: 1,
            representative: { fileNumber: by, adult: place },
            kind: 'administrator',
            rights: ['read'],
            from: '2026-01-01',
          },
        ],
      })
    const result = await account(
      fileOf([
        mandated('FICTIF-8001', 'FICTIF-8002'),
        household('FICTIF-8002'),
        mandated('FICTIF-8003', 'FICTIF-4001'),
        mandated('FICTIF-8004', 'FICTIF-4001', 2),
        mandated('FICTIF-8005', 'FICTIF-8999'),
        mandated('FICTIF-8006', 'FICTIF-8005'),
      ]),
    )
    expect(result).toMatchObject({ added: 3, refused: 3, mandates: 2 })
    expect(result.first.map(({ fileNumber, faults }) => [fileNumber, faults[0]!.key])).toEqual(
      ['FICTIF-8004', 'FICTIF-8005', 'FICTIF-8006'].map((number) => [number, 'noRepresentative']),
    )
  })
})

describe('a file that is refused whole', () => {
  test.each([
    ['households', 2],
    ['adults', 2],
    ['children', 1],
    ['mandates', 1],
    ['recoveryCents', 1],
  ])('IM-05 the total of %s does not match: nothing is written', async (field, said) => {
    expect(await refusal(fileOf([household('FICTIF-5001')], { [field]: said }))).toEqual([
      `3 ${field} totalsDiffer`,
    ])
  })

  test('IM-05 the total says what was said and what was found', async () => {
    const result = await run(fileOf([household('FICTIF-5001')], { adults: 7 }))
    expect(result.refusedWhole![0]!.values).toEqual({ said: 7, found: 1 })
  })

  const good = fileOf([household('FICTIF-6001')])
  const lines = good.trimEnd().split('\n')
  test.each<[string, string | Uint8Array, string[]]>([
    ['empty', '', ['emptyFile']],
    ['with a byte order mark', `\uFEFF${good}`, ['1 byteOrderMark']],
    ['with CRLF', good.replaceAll('\n', '\r\n'), ['1 carriageReturn']],
    ['without a header', lines.slice(1).join('\n'), ['1 noHeader']],
    [
      'with a header of another format',
      fileOf([]).replace('quinze-households', 'csv'),
      ['1 noHeader', '1 format format'],
    ],
    ['cut before its totals', lines.slice(0, 2).join('\n'), ['2 noTotals']],
    ['cut inside a line', good.slice(0, -40), ['3 noTotals']],
    [
      'with wrong totals',
      good.replace('"households":1', '"households":"1"'),
      ['3 noTotals', '3 households total'],
    ],
    ['that goes on after its totals', `${good}${lines[1]}\n`, ['4 afterTotals']],
    [
      'that is a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      ['1 noHeader', '1 notUtf8'],
    ],
    ['of one line without an end', 'x'.repeat(10_000_000), ['1 noHeader', '1 lineTooLong']],
  ])('IM-06 %s', async (_title, content, expected) => expect(await refusal(content)).toEqual(expected))

  test('IM-06 a broken line makes the totals wrong, and each has its sentence', async () => {
    const broken = [lines[0], '{"type":"household",', lines[2], ''].join('\n')
    expect(await refusal(broken)).toEqual(['3 adults totalsDiffer'])
    const long = [
      lines[0],
      `{"a":"${'x'.repeat(10_000_000)}"}`,
      JSON.stringify(totals([], { households: 1 })),
      '',
    ].join('\n')
    const result = await account(long)
    expect(result).toMatchObject({ read: 1, refused: 1 })
    expect(result.first[0]!.faults).toEqual([{ field: '', key: 'lineTooLong' }])
  })
})

test('IM-07 a trial judges every line and writes nothing', async () => {
  const before = await rows()
  const result = await account(
    fileOf([household('FICTIF-7001'), household('FICTIF-7002', { office: '998' })]),
    { dryRun: true },
  )
  expect(result).toMatchObject({ read: 2, added: 1, refused: 1, mandates: 0 })
  expect(await rows()).toEqual(before)
})

/** Runs the command itself, as a person does. */
function command(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'prisma/import/command.ts', ...args], {
    cwd: inProject(),
    env: {
      NODE_ENV: 'test',
      PATH: process.env['PATH'],
      ...configurationFor(world.database.webUrl),
      DATABASE_OWNER_URL: world.database.ownerUrl,
      LANG: 'fr_CA.UTF-8',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (part: Buffer) => (output += part.toString()))
  child.stderr.on('data', (part: Buffer) => (output += part.toString()))
  const left = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output })),
  )
  return { child, left, output: () => output }
}

const many = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) =>
    household(`FICTIF-${from + index}`, {
      children: [
        { givenName: 'Pépin', familyName: 'Imaginaire', birthDate: '2021-09-03', from: '2025-03-01' },
      ],
    }),
  )

describe('a file of many', () => {
  test('IM-09 killed in the middle, the same command finishes without doubles', async () => {
    const file = write(fileOf(many(4_000, 90_000)))
    const there = () => world.owner.household.count({ where: { fileNumber: { startsWith: 'FICTIF-9' } } })
    const killed = command([file])
    while ((await there()) < 500) await new Promise((resolve) => setTimeout(resolve, 5))
    killed.child.kill('SIGKILL')
    await killed.left
    const inAtDeath = await there()
    expect(inAtDeath % 500).toBe(0)
    expect(inAtDeath).toBeLessThan(4_000)
    // The database lets go of the dead one's lock when it notices that nobody is there.
    let finished = await command([file]).left
    while (/est en cours/.test(finished.output)) finished = await command([file]).left
    expect(finished.output).toMatch(/4\s000 ménages lus/)
    expect(finished).toMatchObject({ code: 0 })
    expect(await there()).toBe(4_000)
    const [doubles] = await world.owner.$queryRawUnsafe<{ people: number; codes: number }[]>(
      `select count(*)::int as people, count(c.person_id)::int as codes
       from household h join household_member m on m.household_id = h.id left join auth.access_code c on c.person_id = m.person_id
       where h.file_number like 'FICTIF-9%'`,
    )
    expect(doubles).toEqual({ people: 8_000, codes: 4_000 })
  })

  test('IM-10 two thousand households', async () => {
    const content = fileOf(many(2_000, 20_000))
    expect(await account(content)).toMatchObject({ read: 2_000, added: 2_000, codes: 2_000 })
    expect(await account(content)).toMatchObject({ read: 2_000, unchanged: 2_000 })
  })
})

describe('IM-11 the command', () => {
  test('speaks the language of the terminal', async () => {
    const file = write(fileOf([household('FICTIF-1101', { office: 'H-99' }), household('FICTIF-1102')]))
    const french = await command([file]).left
    expect(french.code).toBe(1)
    expect(french.output).toContain('Ligne 2, dossier FICTIF-1101, office\u00A0: Ce bureau n’existe pas.')
    expect(french.output).toContain('1 ménages entrés')
    const english = await command([file, '--dry-run'], { LANG: 'en_CA.UTF-8' }).left
    expect(english.output).toContain('Line 2, file FICTIF-1101, office: This office does not exist.')
    expect(english.output).toContain('Trial: nothing was written.')
  })

  test.each([
    ['no file named', [], /npm run import:households -- FICHIER/],
    ['an option nobody knows', ['a', '--force'], /npm run import:households -- FICHIER/],
    ['a file that is not there', ['/nowhere/at-all.ndjson'], /ne peut pas être lu/],
    ['a folder', ['/'], /ne peut pas être lu/],
  ] as [string, string[], RegExp][])('%s: a sentence, no stack trace', async (_title, args, sentence) => {
    const { code, output } = await command(args).left
    expect(code).toBe(1)
    expect(output).toMatch(sentence)
    expect(output).not.toMatch(/\n\s+at /)
  })

  test('refuses a database without the migrations', async () => {
    const { output, code } = await command([write(fileOf([]))], {
      DATABASE_OWNER_URL: world.database.adminUrl.replace(/[^/]+$/, 'template1'),
    }).left
    expect(code).toBe(1)
    expect(output).toContain('n’a pas toutes les migrations')
  })

  test('refuses a whole file in a sentence per fault', async () => {
    writeFileSync(
      join(folder, 'totals.ndjson'),
      [header(), totals([], { adults: 4 })].map((line) => JSON.stringify(line)).join('\n'),
    )
    const { output, code } = await command([join(folder, 'totals.ndjson')]).left
    expect(code).toBe(1)
    expect(output).toContain('Rien n’a été écrit.')
    expect(output).toContain('Le total annoncé est 4. Le fichier en contient 0.')
  })
})
