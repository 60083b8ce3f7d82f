import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import type { Client } from 'pg'
import { withDatabase } from '../../src/setup/database.mjs'
import { Problem } from '../../src/setup/say.mjs'
import { checkFile, type Checked, type FileFault } from './check-file'
import type { Known } from './check-household'
import { adultsInPortal } from './household-in-portal'
import { linesOf } from './lines'
import { readLine, type Fault } from './read-line'
import { keepRefused, type Refused } from './refused-lines'
import { comparedNumber } from './schema'
import { commandWords, phrase, type Language } from './words'
import { entryOf, writeHouseholds, type Entry, type Outcome } from './write-households'
import { writeMandates } from './write-mandates'

/** What became of a file. `read` is the sum of the three after it. */
export type Account = {
  readonly refusedWhole: null
  readonly read: number
  readonly added: number
  readonly unchanged: number
  readonly refused: number
  readonly codes: number
  readonly mandates: number
  /** The first refused lines, to be shown. */
  readonly first: readonly Refused[]
  /** Where every refused line is, with its reasons. */
  readonly refusedFile: string | null
}
export type WholeRefusal = { readonly refusedWhole: readonly FileFault[] }

export type Options = {
  readonly ownerUrl: string
  /** The portal's own secret (`QUINZE_SECRET`): access codes depend on it. */
  readonly secret: string
  readonly file: string
  /** Judges every line against the portal, and writes nothing in it. */
  readonly dryRun?: boolean
  readonly language?: Language
  readonly onLine?: (doing: 'checking' | 'importing', count: number) => void
}

const BATCH = 500
const SHOWN = 20

/**
 * Enters the households of a file, read twice: once to check it whole, then to enter its lines, some hundred in each
 * transaction. Run again after it was cut short, it goes on where it was.
 * @throws {Problem} when the file cannot be read, another import runs, or the database is not ready
 */
export async function importHouseholds(options: Options): Promise<Account | WholeRefusal> {
  const { ownerUrl, file, language = 'en' } = options
  const problem = (key: 'noFile' | 'busy') =>
    new Problem(phrase(commandWords[key], language, { file }), phrase(commandWords.again, language))
  const handle = await open(file, 'r').catch(() => null)
  if (!handle || !(await handle.stat()).isFile()) throw problem('noFile')
  try {
    return await withDatabase(ownerUrl, async (client: Client) => {
      await requireMigrations(client, language)
      const { rows } = await client.query(
        `select pg_try_advisory_lock(hashtext('quinze households')) as free`,
      )
      if (!rows[0].free) throw problem('busy')
      return run(client, handle, options)
    })
  } finally {
    await handle.close()
  }
}

async function requireMigrations(client: Client, language: Language): Promise<void> {
  const { rows } = await client.query(
    `select to_regclass('import_household') is not null and to_regclass('auth.access_code') is not null as ready`,
  )
  if (!rows[0].ready) {
    throw new Problem(
      phrase(commandWords.notMigrated, language),
      phrase(commandWords.notMigratedAdvice, language),
    )
  }
}

async function run(client: Client, file: FileHandle, options: Options): Promise<Account | WholeRefusal> {
  const offices = await officesOf(client)
  const before = await stampOf(file)
  const checked = await checkFile(file, {
    offices,
    adultsOf: async (numbers) => {
      const people = await adultsInPortal(client, numbers)
      return new Map([...people].map(([number, adults]) => [number, adults.length]))
    },
    onLine: (count) => options.onLine?.('checking', count),
  })
  if ('refused' in checked) return { refusedWhole: checked.refused }
  const runId = options.dryRun ? null : await beginRun(client, checked)
  const refusedLines = await keepRefused(options.file)
  const total = { read: 0, added: 0, unchanged: 0, refused: 0, codes: 0 }
  const first: Refused[] = []
  /** Numbers whose line did not go in: their mandates do not either. */
  const out = new Set<string>()
  const refuse = async (refused: Refused) => {
    total.refused += 1
    if (first.length < SHOWN) first.push(refused)
    if (refused.fileNumber !== null) out.add(comparedNumber(refused.fileNumber))
    await refusedLines.add(refused)
  }
  let batch: (Entry & { line: number; bytes: Buffer })[] = []
  const settle = async () => {
    if (batch.length === 0) return
    // What is checked is what goes in: a file that changed under our hands is not.
    if ((await stampOf(file)) !== before) {
      const words = options.language ?? 'en'
      throw new Problem(phrase(commandWords.changedMeanwhile, words), phrase(commandWords.again, words))
    }
    const outcomes = await writeHouseholds({ client, run: runId, offices, secret: options.secret }, batch)
    for (const [index, outcome] of outcomes.entries()) {
      const { line, bytes, household } = batch[index]!
      if (isRefused(outcome)) {
        await refuse({ line, fileNumber: household.fileNumber, faults: outcome, bytes })
        continue
      }
      total[outcome] += 1
      if (outcome === 'added') total.codes += household.adults.length
    }
    batch = []
  }
  try {
    for await (const { number: line, bytes } of linesOf(file, createHash('sha256'))) {
      if (line === 1) continue
      const reading = readLine(bytes, { madeOn: checked.header.madeOn, offices })
      if (reading.what === 'totals') break
      options.onLine?.('importing', line)
      total.read += 1
      const faults = faultsOf(reading, checked)
      if (faults !== null) await refuse({ line, bytes, ...faults })
      else if (reading.what === 'household')
        batch.push({ line, bytes: bytes!, ...entryOf(reading.household, bytes!) })
      if (batch.length >= BATCH) await settle()
    }
    await settle()
  } finally {
    await refusedLines.close()
  }
  const mandates =
    runId === null ? 0 : await writeMandates(client, checked.mandates, (number) => !out.has(number))
  const counts = { ...total, mandates }
  if (runId !== null) await endRun(client, runId, counts)
  return { refusedWhole: null, ...counts, first, refusedFile: total.refused > 0 ? refusedLines.path : null }
}

const isRefused = (outcome: Outcome): outcome is readonly Fault[] => typeof outcome !== 'string'

/** Why a line does not go in before the portal is asked, or null. */
function faultsOf(
  reading: ReturnType<typeof readLine>,
  { refusals }: Checked,
): { fileNumber: string | null; faults: readonly Fault[] } | null {
  if (reading.what === 'faulty') return reading
  if (reading.what !== 'household') return { fileNumber: null, faults: [{ field: 'type', key: 'type' }] }
  const { fileNumber } = reading.household
  const faults = refusals.get(comparedNumber(fileNumber))
  return faults ? { fileNumber, faults } : null
}

/** What tells whether a file was written to since. */
async function stampOf(file: FileHandle): Promise<string> {
  const { size, mtimeMs } = await file.stat()
  return `${size} ${mtimeMs}`
}

async function officesOf(client: Client): Promise<Known['offices']> {
  const { rows } = await client.query<{ code: string; id: string; serves: boolean }>(
    `select code, id, kind in ('office', 'servicePoint') as serves from office`,
  )
  return new Map(rows.map(({ code, ...office }) => [code, office]))
}

async function beginRun(client: Client, { digest, header }: Checked): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into import_run (file_digest, agency, made_on, covers) values ($1, $2, $3, $4) returning id`,
    [digest, header.agency, header.madeOn, header.covers],
  )
  return rows[0]!.id
}

async function endRun(client: Client, id: string, counts: object): Promise<void> {
  await client.query(
    `with ended as (update import_run set ended_at = app_now(), counts = $2::jsonb where id = $1 returning id)
     insert into audit (actor_kind, act, subject_kind, subject_id, details)
     select 'machine', 'imported', 'importRun', id, $2::jsonb from ended`,
    [id, JSON.stringify(counts)],
  )
}
