import type pg from 'pg'
import { computeBenefit } from '../../src/domain/benefit/compute'
import type { Benefit } from '../../src/domain/benefit/line'
import type { Day, Month } from '../../src/domain/calendar'
import { cents } from '../../src/domain/money'
import { nothingChanged } from '../../src/domain/statement/answers'
import { withDatabase } from '../../src/setup/database.mjs'
import type { TestDatabase } from '../support/database'

/** Households of one adult, each with a living session and twelve months of statements. */
export type Town = {
  readonly households: number
  /** The month whose statement is open: the town lives on its 10th. */
  readonly month: string
  /** Someone of the town, counted from 0. */
  readonly person: (index: number) => Person
}

/** `token` opens their session; `receipt` is the page of what they filed last month. */
export type Person = { readonly token: string; readonly receipt: string }

const monthsOfHistory = 12

/**
 * Fills a database with `households` households, in a few statements. Signed in as the superuser, which may leave
 * foreign keys unchecked: the rows are made from one table.
 */
export async function fillTown(database: TestDatabase, households: number): Promise<Town> {
  const month = await withDatabase(database.ownerUrl, moveToTheTenth)
  await withDatabase(database.adminUrl, async (admin: pg.Client) => {
    await admin.query('set session_replication_role = replica')
    await admin.query(`set maintenance_work_mem = '512MB'`)
    await addPeople(admin, households, month)
    const rebuild = await dropIndexes(admin, ['filing', 'expected_payment'])
    for (let back = monthsOfHistory; back >= 1; back -= 1) await addFilings(admin, month, back)
    for (const definition of rebuild) await admin.query(definition)
    await admin.query('vacuum analyze')
    await admin.query('checkpoint')
  })
  return {
    households,
    month,
    person: (index) => ({ token: `bench-${index + 1}`, receipt: receiptId(index + 1) }),
  }
}

/** The payment of someone alone with no income: what a household of the town was told last month. */
export function benefitOfTheTown(month = '2026-11'): Benefit {
  const benefit = computeBenefit({
    month: month as Month,
    programme: 'socialAssistance',
    adults: [{ id: 'adult', birthDate: '1985-06-15' as Day, constraint: 'none' }],
    children: [],
    livesWithParents: false,
    spouseOfStudent: false,
    subsidisedDwelling: false,
    monthsOnAssistance: monthsOfHistory,
    income: { work: [], selfEmployment: [], other: [] },
    liquidAssetsCents: cents(0),
    recoveryWithholdingCents: cents(0),
  })
  if (!benefit.computed) throw new Error('Someone alone with no income has a benefit')
  return benefit
}

/** The id of what household `number` filed last month, so that its page can be asked for without looking it up. */
const receiptId = (number: number) => `018f0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

async function moveToTheTenth(owner: pg.Client): Promise<string> {
  await owner.query(`select demo_move_clock(date_trunc('month', now()) + interval '9 days 15 hours')`)
  const { rows } = await owner.query<{ month: string }>(`select to_char(app_now(), 'YYYY-MM') as month`)
  return rows[0]!.month
}

async function addPeople(admin: pg.Client, households: number, month: string): Promise<void> {
  await admin.query(
    `create temporary table town as
     with places as (select array_agg(id order by code) as ids from office where kind = 'office')
     select i, uuidv7() as person, uuidv7() as household, uuidv7() as account,
       ids[1 + i % cardinality(ids)] as office, 'Prénom' || i as given, 'Nom' || i as family
     from generate_series(1, $1) i, places`,
    [households],
  )
  await admin.query(
    `insert into person (id, given_name, family_name, birth_date)
     select person, given, family, (1964 + i % 38) || '-06-15' from town`,
  )
  await admin.query(
    `insert into household (id, file_number, office_id) select household, 'BENCH-' || i, office from town`,
  )
  await admin.query(
    `insert into household_member (household_id, person_id, role, from_day)
     select household, person, 'adult', ${monthsBack(monthsOfHistory)} || '-01' from town`,
    [month],
  )
  await admin.query(
    `insert into household_situation (household_id, from_month, programme, on_assistance_since)
     select household, ${monthsBack(monthsOfHistory)}, 'socialAssistance', ${monthsBack(monthsOfHistory)} from town`,
    [month],
  )
  await admin.query('insert into auth."user" (id, person_id) select account, person from town')
  await admin.query(
    `insert into auth."session" (token_hash, user_id, realm, assurance, ends_at)
     select sha256(convert_to('bench-' || i, 'UTF8')), account, 'citizen', 'oidc', app_now() + interval '12 hours'
     from town`,
  )
}

/** The month `count` months before $1, in SQL. */
const monthsBack = (count: number) => `to_char(($1 || '-01')::date - interval '${count} months', 'YYYY-MM')`

/**
 * One month of statements. Nothing changed for most; every third household reports the pay of a small job. Last
 * month's have ids that can be told from the household's number, and the payment they led to.
 */
async function addFilings(admin: pg.Client, month: string, back: number): Promise<void> {
  const unchanged = JSON.stringify({ ...nothingChanged, confirmed: [] })
  const worked = JSON.stringify({ ...nothingChanged, changed: ['work'], confirmed: [] })
  const id =
    back === 1
      ? `('018f0000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`
      : `uuidv7(make_interval(months => -${back}))`
  await admin.query(
    `insert into filing (id, household_id, kind, month, version, receipt_number, answers, answers_digest, schema_version,
       wording_version, language, channel, filed_by_person, filed_by_name, filed_for, received_at, due_at, key)
     select ${id}, household, 'statement', past, 1,
       'Q-' || to_char(first_day, 'YYMM') || '-' || lpad(i::text, 10, '0'), answers,
       encode(sha256(convert_to(answers::text, 'UTF8')), 'hex'), 1, '2026-11', 'fr', 'web', person,
       given || ' ' || family, given || ' ' || family,
       (past || '-10T15:00Z')::timestamptz + make_interval(secs => i % 86400),
       ((past || '-16')::date)::timestamp at time zone 'America/Toronto', gen_random_uuid()
     from town,
       lateral (select (($1 || '-01')::date - interval '${back} months')::date as first_day) day,
       lateral (select to_char(first_day, 'YYYY-MM') as past) past,
       lateral (select jsonb_build_array(jsonb_build_object('id', person, 'name', given || ' ' || family)) as adults) who,
       lateral (select case when i % 3 = 0 then
         $3::jsonb || jsonb_build_object('adults', adults, 'work', jsonb_build_array(jsonb_build_object(
           'adultId', person, 'employer', 'Épicerie du Coin', 'grossCents', 18000 + i % 4000,
           'netCents', 16000 + i % 4000, 'certainty', 'final', 'ended', null)))
         else $2::jsonb || jsonb_build_object('adults', adults) end as answers) told`,
    [month, unchanged, worked],
  )
  if (back > 1) return
  const benefit = benefitOfTheTown(month)
  await admin.query(
    `insert into expected_payment (household_id, month, filing_id, total_cents, benefit)
     select household_id, $1, id, $2, $3 from filing
     where month = ${monthsBack(1)} and id::text like '018f0000-0000-7000-8000-%'`,
    [month, benefit.totalCents, JSON.stringify(benefit)],
  )
}

/** Drops what only slows a filling down, and returns the statements that put it back. */
async function dropIndexes(admin: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await admin.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any ($1::regclass[])
       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await admin.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
