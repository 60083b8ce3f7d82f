import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addSession, ownerClient } from '../../prisma/builders'
import { installMovableClock, moveClock } from '../../prisma/demo-clock'
import { officeFiles } from '../../prisma/import-offices'
import { readOffices } from '../../src/server/office-files'
import { lineOf, readArguments } from '../../prisma/populate'
import { benefitSituation, paymentsOnce } from '../../prisma/population/benefits'
import { makeFilings } from '../../prisma/population/filings'
import { frameOf } from '../../prisma/population/frame'
import { makeHousehold } from '../../prisma/population/households'
import { populate, type Progress } from '../../prisma/population/populate'
import { tableNames } from '../../prisma/population/rows'
import { computeBenefit } from '@/domain/benefit/compute'
import type { Benefit } from '@/domain/benefit/line'
import { type Instant, type Month, month as monthOf } from '@/domain/calendar'
import { digestInput } from '@/domain/statement/prune'
import { parseReceiptNumber } from '@/domain/statement/receipt-number'
import { dropDatabase, urlFor, withDatabase } from '../../src/setup/database.mjs'
import { freshDatabase, type TestDatabase, testCluster } from '../support/database'
import { configurationFor } from '../support/in-process'

/*
 * A demo filled with households. The clock stands on the 10th of November, when the demo begins.
 */
const asOf = '2026-11-10T15:00:00.000Z' as Instant
const open: TestDatabase[] = []

async function demo(now: string = asOf): Promise<TestDatabase> {
  const database = await freshDatabase({ people: false })
  open.push(database)
  const owner = ownerClient(database.ownerUrl)
  await installMovableClock(owner)
  await moveClock(owner, now)
  await owner.$disconnect()
  return database
}

afterAll(() => Promise.all(open.map((database) => database.drop())))

const rowsOf = <Row extends object>({ ownerUrl }: TestDatabase, sql: string) =>
  withDatabase(ownerUrl, async (client) => (await client.query<Row>(sql)).rows)
const one = async (database: TestDatabase, sql: string) =>
  Object.values((await rowsOf(database, sql))[0]!)[0] as number

/** Every fact of a population, table by table. Offices have the identifiers of their own database: told by code. */
async function digest(database: TestDatabase): Promise<Record<string, string>> {
  const digests = tableNames.map(async (table) => {
    const code =
      table === 'household'
        ? `- 'office_id' || (select jsonb_build_object('office', code) from office where id = office_id)`
        : ''
    const rows = await rowsOf<{ row: unknown }>(
      database,
      `select to_jsonb(t) ${code} as row from ${table} t order by t.id`,
    )
    return [
      table,
      `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`,
    ] as const
  })
  return Object.fromEntries(await Promise.all(digests))
}

describe('the same province, however it is filled', () => {
  const households = 2_300
  let straight: TestDatabase
  beforeAll(async () => {
    straight = await demo()
    await populate(straight.ownerUrl, { households })
  })

  test('1. in parts, or cut short and taken up again, it is the same to the byte', async () => {
    const parts = await demo('2026-11-23T20:00:00.000Z')
    await populate(parts.ownerUrl, { households: 60 })
    // The second batch of this run is written when it stops; nothing of the third is.
    const cutShort = populate(parts.ownerUrl, {
      households,
      onProgress: ({ done }) => {
        if (done > 1_060) throw new Error('cut short')
      },
    })
    await expect(cutShort).rejects.toThrow('cut short')
    expect(await one(parts, 'select count(*)::int from household')).toBe(2_060)
    expect(await populate(parts.ownerUrl, { households })).toMatchObject({ added: 240, done: households })
    expect(await digest(parts)).toEqual(await digest(straight))
  })

  test('2. a run that dies between two statements leaves no household half made', async () => {
    const dying = await demo()
    await rowsOf(dying, 'alter table adult_constraint rename to elsewhere')
    await expect(populate(dying.ownerUrl, { households: 50 })).rejects.toThrow('adult_constraint')
    expect(await one(dying, 'select count(*)::int from person')).toBe(0)
    await rowsOf(dying, 'alter table elsewhere rename to adult_constraint')
    expect(await populate(dying.ownerUrl, { households: 50 })).toMatchObject({ added: 50 })
  })

  test('3. filled again it adds nothing, nor when fewer are asked', async () => {
    const before = await digest(straight)
    expect(await populate(straight.ownerUrl, { households })).toMatchObject({ added: 0, done: households })
    expect(await populate(straight.ownerUrl, { households: 10 })).toMatchObject({
      added: 0,
      done: households,
    })
    expect(await digest(straight)).toEqual(before)
  })

  test('4. another seed makes others; one database has one seed and one length of history', async () => {
    const other = await demo()
    await populate(other.ownerUrl, { households: 30, seed: 16 })
    const names = (database: TestDatabase) =>
      rowsOf(database, 'select given_name, family_name, birth_date from person order by id limit 30')
    expect(await names(other)).not.toEqual(await names(straight))
    await expect(populate(other.ownerUrl, { households: 40 })).rejects.toThrow('from the seed 16')
    await expect(populate(other.ownerUrl, { households: 40, seed: 16, months: 3 })).rejects.toThrow(
      '12 months',
    )
  })

  test('5. it says how far it is, and never goes back', async () => {
    const database = await demo()
    const told: Progress[] = []
    await populate(database.ownerUrl, { households: 1_500, months: 1, onProgress: (now) => told.push(now) })
    expect(told.map(({ done }) => done)).toEqual([0, 1_000, 1_500])
    expect(told.every(({ total }) => total === 1_500)).toBe(true)
    expect(lineOf({ done: 150_000, total: 300_000, added: 100_000, seconds: 100 })).toBe(
      '  150,000 of 300,000 households, 1,000 a second, 2 min 30 s left',
    )
  })
})

describe('who may be filled, and with what', () => {
  test('6. a database that is not the demo’s is refused untouched', async () => {
    const name = `quinze_test_filled_${process.pid}`
    const url = urlFor(testCluster().ownerUrl, { database: name })
    const database = { ownerUrl: url } as TestDatabase
    await rowsOf({ ownerUrl: testCluster().ownerUrl } as TestDatabase, `create database ${name}`)
    try {
      await expect(populate(url, { households: 1 })).rejects.toThrow('was not made by the demo')
      expect(
        await one(database, `select count(*)::int from pg_namespace where nspname = 'quinze_demo'`),
      ).toBe(0)
    } finally {
      await dropDatabase(testCluster().adminUrl, name)
    }
  })

  test('7. impossible numbers are refused in words', async () => {
    const { ownerUrl } = await demo()
    for (const households of [0, -1, 1.5, 1_000_001, Number.NaN])
      await expect(populate(ownerUrl, { households })).rejects.toThrow('cannot be made')
    await expect(populate(ownerUrl, { households: 1, seed: -1 })).rejects.toThrow('not a seed')
    await expect(populate(ownerUrl, { households: 1, months: 61 })).rejects.toThrow('61 months')
    expect(readArguments(['300_000', '--seed=7', '--months', '3'])).toEqual({
      households: 300_000,
      seed: 7,
      months: 3,
    })
    expect(readArguments([])).toEqual({ households: 300_000 })
    for (const wrong of [
      ['many'],
      ['1', '2'],
      ['--seed'],
      ['--sead', '1'],
      ['1', '--seed', '2', '--seed', '3'],
    ])
      expect(() => readArguments(wrong), wrong.join(' ')).toThrow('cannot be read')
  })
})

describe('a province that could be', () => {
  const households = 3_000
  let province: TestDatabase
  beforeAll(async () => {
    province = await demo()
    await populate(province.ownerUrl, { households })
  })
  const none = async (sql: string) => expect(await rowsOf(province, `${sql} limit 3`), sql).toEqual([])
  const share = async (what: string, of: string) =>
    one(province, `select (count(*) filter (where ${what}))::float8 / count(*) from ${of}`)

  test('8. every household has one or two adults, a situation from its first day, an office that is offered', async () => {
    expect(await one(province, 'select count(*)::int from household')).toBe(households)
    await none(`select from household h where (select count(*) from household_member m
      where m.household_id = h.id and m.role = 'adult') not in (1, 2)`)
    await none(`select from household h where (select min(from_month) from household_situation s
      where s.household_id = h.id) is distinct from
      (select substr(min(m.from_day), 1, 7) from household_member m where m.household_id = h.id and m.role = 'adult')`)
    await none(
      `select from household h join office o on o.id = h.office_id where o.kind not in ('office', 'servicePoint')`,
    )
    expect(await one(province, 'select count(distinct office_id)::int from household')).toBeGreaterThan(100)
    const montreal = await share(`region_code = '06'`, 'household h join office o on o.id = h.office_id')
    expect(montreal).toBeGreaterThan(0.18)
    expect(montreal).toBeLessThan(0.3)
  })

  test('9. adults are 18 to 64, were 18 when they came; children are minors, and younger than their parents', async () => {
    const people = `household_member m join person p on p.id = m.person_id`
    await none(
      `select from ${people} where m.role = 'adult' and (birth_date <= '1961-11-10' or birth_date > '2008-11-10')`,
    )
    await none(`select from ${people} where m.role = 'adult' and
      birth_date::date + interval '18 years' > m.from_day::date`)
    await none(
      `select from ${people} where m.role = 'child' and (birth_date <= '2008-11-10' or birth_date > '2026-11-10' or m.from_day < birth_date)`,
    )
    await none(`select from ${people} where m.role = 'child' and birth_date::date - interval '15 years' < (
      select max(a.birth_date)::date from household_member w join person a on a.id = w.person_id
      where w.household_id = m.household_id and w.role = 'adult' having count(*) = 1)`)
  })

  test('10. a severe constraint is what Social Solidarity and Basic Income rest on, and Social Assistance never', async () => {
    const severe = `exists (select from household_member m join adult_constraint c on c.person_id = m.person_id
      where m.household_id = s.household_id and c.kind = 'severe' and c.from_day <= s.from_month || '-01')`
    const latest = `household_situation s where not exists (select from household_situation n
      where n.household_id = s.household_id and n.from_month > s.from_month)`
    await none(`select from ${latest} and (programme = 'socialAssistance') = ${severe}`)
    for (const [programme, low, high] of [
      ['socialAssistance', 0.5, 0.7],
      ['socialSolidarity', 0.12, 0.24],
      ['basicIncome', 0.16, 0.28],
    ] as const) {
      const found = await share(`programme = '${programme}'`, latest.replace(' where', ' where true and'))
      expect(found, programme).toBeGreaterThan(low)
      expect(found, programme).toBeLessThan(high)
    }
    expect(
      await one(province, 'select count(*)::int from household_situation where recovery_cents > 0'),
    ).toBeGreaterThan(200)
    expect(
      await one(province, 'select count(*)::int from household_situation where fluctuating_income'),
    ).toBeGreaterThan(50)
    expect(
      await one(province, `select count(*)::int from household_situation where lives_with_parents`),
    ).toBeGreaterThan(50)
  })

  test('11. only those who must file a statement did, in a month of theirs, before the moment that is now', async () => {
    await none(`select from filing f where kind = 'statement' and (select programme from household_situation s
      where s.household_id = f.household_id and s.from_month <= f.month order by s.from_month desc limit 1)
      is distinct from 'socialAssistance'`)
    await none(`select from filing where received_at > '${asOf}' or month > '2026-11' or month < '2025-11'`)
    await none(
      `select from filing where kind = 'statement' and to_char(received_at at time zone 'America/Toronto', 'YYYY-MM') < month`,
    )
    await none(`select from filing where (due_at is null) = (kind = 'statement')`)
    await none(
      `select from filing where kind = 'statement' and month = '2026-08' and due_at <> '2026-08-18T03:59:59.999Z'`,
    )
    await none(`select from filing f where filed_by_person not in (select person_id from household_member m
      where m.household_id = f.household_id and m.role = 'adult')`)
  })

  test('12. a correction follows what it corrects, says why, and is not the same', async () => {
    await none(`select from filing f where version > 1 and not exists (select from filing o
      where o.household_id = f.household_id and o.kind = f.kind and o.month = f.month
        and o.version = f.version - 1 and o.received_at < f.received_at and o.answers_digest <> f.answers_digest)`)
    await none(`select from filing where (version > 1) <> (correction_reason is not null)`)
  })

  test('13. most say that nothing changed; some work, correct, are late or send nothing', async () => {
    const between = async (name: string, found: number, low: number, high: number) => {
      expect(found, name).toBeGreaterThan(low)
      expect(found, name).toBeLessThan(high)
    }
    const statements = `filing where kind = 'statement'`
    await between('unchanged', await share(`answers -> 'changed' = '[]'`, statements), 0.65, 0.88)
    await between('work', await share(`answers -> 'changed' ? 'work'`, statements), 0.08, 0.25)
    await between('late', await share(`received_at > due_at and version = 1`, statements), 0.02, 0.1)
    await between('corrections', await share('version > 1', statements), 0.01, 0.05)
    await between('confirmed', await share(`answers -> 'confirmed' <> '[]'`, statements), 0.005, 0.08)
    const duty = `household_situation s where from_month <= '2026-11' and programme = 'socialAssistance' and not exists (
      select from household_situation n where n.household_id = s.household_id and n.from_month > s.from_month)`
    const filedIn = (month: string) =>
      `exists (select from filing f where f.household_id = s.household_id and f.kind = 'statement' and f.month = '${month}')`
    await between('this month', await share(filedIn('2026-11'), duty), 0.4, 0.75)
    await between(
      'last month',
      await share(filedIn('2026-10'), `${duty} and from_month <= '2026-10'`),
      0.9,
      0.995,
    )
  })

  test('14. receipts and digests are those that the domain makes', async () => {
    const filings = await rowsOf<{
      receipt_number: string
      answers: { adults: unknown }
      answers_digest: string
      month: string
    }>(province, 'select receipt_number, answers, answers_digest, month from filing order by id limit 3000')
    for (const { receipt_number, answers, answers_digest, month } of filings) {
      expect(parseReceiptNumber(receipt_number)).toBe(receipt_number)
      expect(receipt_number.slice(2, 6)).toBe(month.slice(2, 4) + month.slice(5))
      const { adults: _adults, ...told } = answers
      expect(
        createHash('sha256')
          .update(digestInput(told as never))
          .digest('hex'),
      ).toBe(answers_digest)
    }
  })

  test('15. payments are whole: their lines add up, each follows one of the last filings of who is paid', async () => {
    await none(`select from expected_payment p where total_cents <>
      (select sum((line ->> 'cents')::int) from jsonb_array_elements(p.benefit -> 'lines') line)
      or (benefit ->> 'totalCents')::int <> total_cents or benefit ->> 'month' <> month`)
    await none(`select from filing f left join expected_payment p on p.filing_id = f.id
      where (p.id is not null) <> (f.kind = 'statement' and f.month >= '2026-10')`)
    await none(
      `select from expected_payment p join filing f on f.id = p.filing_id where f.household_id <> p.household_id`,
    )
    expect(
      await one(province, 'select count(distinct total_cents)::int from expected_payment'),
    ).toBeGreaterThan(100)
  })

  test('16. the portal itself computes the same payments, and shows these households', async () => {
    Object.assign(process.env, configurationFor(province.webUrl))
    const { viewerOf } = await import('@/server/viewer')
    const { withViewer } = await import('@/server/db')
    const { findHousehold } = await import('@/features/statement/household')
    const { paymentOf } = await import('@/features/statement/derive')
    const { getFileHome } = await import('@/features/statement/queries')
    const owner = ownerClient(province.ownerUrl)
    // The last thing each of these households sent.
    const last = await rowsOf<{ person: string; month: Month; benefit: Benefit }>(
      province,
      `select f.filed_by_person as person, p.month, p.benefit from filing f join expected_payment p on p.filing_id = f.id
       where f.month = '2026-11' and not exists (select from filing n where n.household_id = f.household_id and n.received_at > f.received_at)
       order by (f.answers -> 'changed' = '[]'), f.id limit 60`,
    )
    expect(
      last.filter(({ benefit }) => benefit.lines.some(({ code }) => code === 'workIncome')).length,
    ).toBeGreaterThan(20)
    for (const { person, month, benefit } of last) {
      const { viewer } = await viewerOf(await addSession(owner, 'citizen', person))
      if (viewer.role !== 'citizen') throw new Error('A citizen signs in as a citizen')
      const household = await withViewer(viewer, (door) => findHousehold(door, viewer, []))
      expect(paymentOf(household!, monthOf(month))).toEqual(benefit)
      expect((await getFileHome(viewer)).household?.fileNumber).toMatch(/^FICT-\d{7}-\d\d$/)
    }
    await owner.$disconnect()
  })
})

test('17. a payment computed once for many is the payment of each', () => {
  const { offices, areas } = readOffices(officeFiles())
  const frame = frameOf({ seed: 15, history: 3, asOf, offices, areas })
  const once = paymentsOnce()
  let computed = 0
  for (let index = 0; index < 1_500; index += 1) {
    const household = makeHousehold(frame, index)
    const reports = makeFilings(frame, household, () => null).filter(
      ({ kind, version }) => kind === 'statement' && version === 1,
    )
    for (const month of ['2026-11', '2026-12'] as Month[]) {
      const situation = benefitSituation(household, month, reports)
      const alone = computeBenefit(situation)
      expect(once(situation)?.benefit ?? null).toEqual(alone.computed ? alone : null)
      computed += Number(alone.computed)
    }
  }
  expect(computed).toBeGreaterThan(1_500)
})
