import { setImmediate } from 'node:timers/promises'
import type { Client } from 'pg'
import { addMonths, dayOf, type Instant, monthOf } from '../../src/domain/calendar'
import type { Ask } from '../../src/jobs/missing-statements'
import { requireDemo, withDatabase } from '../../src/setup/database.mjs'
import { Problem } from '../../src/setup/say.mjs'
import { setBack } from '../demo/desk'
import { officeFiles } from '../import-offices'
import { readOffices } from '../../src/server/office-files'
import { paymentsOnce } from './benefits'
import { makeFilings } from './filings'
import { asOfIn, type Frame, frameOf } from './frame'
import { makeHousehold } from './households'
import { addRows, noRows, type Rows, tableNames, writeRows } from './rows'

export type PopulateOptions = {
  /** How many households there are in the end: those already there count. */
  readonly households: number
  readonly seed?: number
  /** Whole months of history before the current one. */
  readonly months?: number
  /** Called after each batch, and once before the first. */
  readonly onProgress?: (progress: Progress) => void
}

export type Progress = {
  readonly done: number
  readonly total: number
  readonly added: number
  readonly seconds: number
}
export type Populated = { readonly added: number; readonly done: number; readonly seconds: number }

/** The numbers of receipts are distinct up to here. */
const most = 1_000_000
const batch = 1_000

/*
 * What was filled, and from what. The same transaction writes a batch and its number here, so that a run cut short
 * goes on where it stopped. The first run decides the seed, the months and the moment for those that follow.
 */
const book = `
create table if not exists quinze_demo.population (
  only_row boolean primary key default true check (only_row),
  seed integer not null, months integer not null, as_of text not null, households integer not null default 0)`
type Book = {
  readonly seed: number
  readonly months: number
  readonly as_of: Instant
  readonly households: number
}

/**
 * Fills a demo's database with a province of made-up households, up to a number of them. Everything follows from the
 * seed, the months and the month of the database's clock: two databases filled alike hold the same facts, but for the
 * identifiers of the offices.
 * @throws {Problem} when the database is not a demo's, or was filled from another seed or for other months
 */
export async function populate(ownerUrl: string, options: PopulateOptions): Promise<Populated> {
  const { households, seed = 15, months = 12, onProgress = () => {} } = options
  if (!isWhole(households, 1, most))
    throw new Problem(`${households} households cannot be made.`, `Give a whole number from 1 to ${most}.`)
  if (!isWhole(seed, 0, 2 ** 31 - 1))
    throw new Problem(`${seed} is not a seed.`, 'Give a whole number, as 15.')
  if (!isWhole(months, 0, 60))
    throw new Problem(`${months} months of history cannot be made.`, 'Give 0 to 60.')
  await requireDemo(ownerUrl)
  return withDatabase(ownerUrl, async (client: Client) => {
    const { rows: locks } = await client.query(
      `select pg_try_advisory_lock(hashtext('quinze population')) as mine`,
    )
    if (!locks[0].mine) throw new Problem('Another run fills this database.', 'Wait for its end, or stop it.')
    const kept = await openBook(client, seed, months)
    const { offices, areas } = readOffices(officeFiles())
    const frame = frameOf({ seed, history: months, asOf: kept.as_of, offices, areas })
    const started = performance.now()
    const seconds = () => (performance.now() - started) / 1_000
    const say = (done: number) =>
      onProgress({ done, total: households, added: done - kept.households, seconds: seconds() })
    await fill(client, frame, kept.households, households, say)
    const done = Math.max(kept.households, households)
    if (done > kept.households) {
      const ask: Ask = async (text, values) => (await client.query(text, [...values])).rows
      await setBack(ask, addMonths(monthOf(dayOf(kept.as_of)), -1))
    }
    if (done > kept.households) await client.query(`vacuum (analyze) ${tableNames.join(', ')}`)
    return { added: done - kept.households, done, seconds: seconds() }
  })
}

const isWhole = (value: number, low: number, high: number) =>
  Number.isSafeInteger(value) && value >= low && value <= high

async function openBook(client: Client, seed: number, months: number): Promise<Book> {
  await client.query(book)
  const { rows: clock } = await client.query<{ now: Date }>('select app_now() as now')
  const asOf = asOfIn(clock[0]!.now.toISOString() as Instant)
  await client.query(
    'insert into quinze_demo.population (seed, months, as_of) values ($1, $2, $3) on conflict do nothing',
    [seed, months, asOf],
  )
  const { rows } = await client.query<Book>(
    'select seed, months, as_of, households from quinze_demo.population',
  )
  const kept = rows[0]!
  if (kept.seed === seed && kept.months === months) return kept
  throw new Problem(
    `This demo was filled from the seed ${kept.seed}, with ${kept.months} months of history.`,
    'Give the same, or begin the demo anew: npm start -- --fresh',
  )
}

/** While the database writes one batch, the next one is made. */
async function fill(
  client: Client,
  frame: Frame,
  from: number,
  to: number,
  say: (done: number) => void,
): Promise<void> {
  const { rows } = await client.query<{ code: string; id: string }>('select code, id from office')
  const officeIds = new Map(rows.map(({ code, id }) => [code, id]))
  const make = makerOf(frame, officeIds)
  say(from)
  let made = await make(from, Math.min(from + batch, to))
  for (let start = from; start < to; start += batch) {
    const end = Math.min(start + batch, to)
    const [, next] = await Promise.all([write(client, made, end), make(end, Math.min(end + batch, to))])
    made = next
    say(end)
  }
}

function makerOf(frame: Frame, officeIds: ReadonlyMap<string, string>) {
  const paymentFor = paymentsOnce()
  return async (from: number, to: number): Promise<Rows> => {
    const rows = noRows()
    for (let index = from; index < to; index += 1) {
      const household = makeHousehold(frame, index)
      const officeId = officeIds.get(household.officeCode)
      if (!officeId)
        throw new Problem(`The office ${household.officeCode} is missing.`, 'Run npm run import:offices.')
      addRows(rows, household, makeFilings(frame, household, paymentFor), officeId)
      // Lets the writing of the batch before go on.
      if (index % 25 === 0) await setImmediate()
    }
    return rows
  }
}

async function write(client: Client, rows: Rows, done: number): Promise<void> {
  // A crash may lose the last batches, and their numbers with them: the next run makes them again.
  await client.query('begin; set local synchronous_commit = off')
  try {
    await writeRows(client, rows)
    await client.query('update quinze_demo.population set households = $1', [done])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
