import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Owner, ownerClient } from '../../../prisma/builders'
import { confirmFiling, submitStatement } from '@/features/statement/commands'
import { findPayment } from '@/features/statement/payment-queries'
import { findReceipt, findStatementPage, getFileHome, getHistory } from '@/features/statement/queries'
import { useDatabase } from '../../support/in-process'
import { call, codeOf, household, openOffice, unchanged, working } from './office'

/*
 * Nothing a citizen does may cost more because the province has more people: no table of people or of what they sent
 * is ever read whole. PostgreSQL's own count of rows read without an index says so, whatever the machine.
 */
const database = useDatabase({ people: false })
const others = 3_000
let owner: Owner
let office: string

const grown = ['person', 'household', 'household_member', 'household_situation', 'filing', 'expected_payment']

beforeAll(async () => {
  owner = ownerClient(database().ownerUrl)
  office = await openOffice(owner)
  await inDatabase(async (client) => {
    const town = `create temporary table town as select i, uuidv7() as person, uuidv7() as household from generate_series(1, ${others}) i`
    await client.query(town)
    for (const statement of [
      `insert into person (id, given_name, family_name, birth_date) select person, 'Voisin', 'Essai', '1985-06-15' from town`,
      `insert into household (id, file_number, office_id) select household, 'VOISIN-' || i, '${office}' from town`,
      `insert into household_member (household_id, person_id, role, from_day) select household, person, 'adult', '2024-01-01' from town`,
      `insert into household_situation (household_id, from_month, programme, on_assistance_since)
       select household, '2024-01', 'socialAssistance', '2024-01' from town`,
      `insert into filing (household_id, kind, month, version, receipt_number, answers, answers_digest, schema_version, wording_version,
         language, channel, filed_by_person, filed_by_name, filed_for, received_at, due_at, key)
       select household, 'statement', '2026-' || to_char(k, 'FM00'), 1, 'VOISIN-' || i || '-' || k, '{"changed":[],"confirmed":[]}', '', 1, '',
         'fr', 'web', person, 'Voisin', 'Voisin', make_date(2026, k, 10), make_date(2026, k, 15), uuidv7() from town, generate_series(1, 10) k`,
      `insert into expected_payment (household_id, month, filing_id, total_cents, benefit) select household_id, month, id, 0, '{}' from filing`,
      `analyze`,
    ])
      await client.query(statement)
  })
})

describe('a province of households costs a citizen nothing', () => {
  it('GR-01 the statement, its receipt, the home, the history and a payment read no table whole', async () => {
    const { viewers } = await household(owner, office, ['Ana', 'Luc'])
    const [ana, luc] = [viewers[0]!, viewers[1]!]
    expect(codeOf(await submitStatement(call(ana, unchanged())))).toBe('filed')
    const { id } = (await findStatementPage(ana, '2026-11'))!.desk.latest!
    await endConnections()
    const before = await rowsReadWhole()

    expect(codeOf(await confirmFiling(call(luc, { answer: 'agrees' }, { id })))).toBe('confirmed')
    for (const viewer of viewers) {
      expect((await findStatementPage(viewer, '2026-11'))?.desk.household.filings).toHaveLength(1)
      expect((await findReceipt(viewer, id))?.filing.confirmedBy).toHaveLength(1)
      expect((await getFileHome(viewer)).recent).toHaveLength(1)
      expect((await getHistory(viewer)).payments.size).toBe(1)
      expect(await findPayment(viewer, '2026-12')).not.toBeNull()
    }
    const again = call(ana, {
      ...working(300),
      'work.0.adultId': ana.personId,
      corrects: '1',
      correctionReason: 'Oubli',
    })
    expect(codeOf(await submitStatement(again))).toBe('filed')
    await endConnections()
    expect(await rowsReadWhole()).toEqual(before)
  })
})

async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(database().adminUrl)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A connection tells what it has read when it ends. */
async function endConnections(): Promise<void> {
  const ours = `from pg_stat_activity where datname = current_database() and usename = 'quinze_web'`
  await inDatabase(async (client) => {
    await client.query(`select pg_terminate_backend(pid) ${ours}`)
    while ((await client.query(`select pid ${ours}`)).rowCount) await wait(20)
  })
}

/** Rows read without an index so far, by table. */
async function rowsReadWhole(): Promise<Record<string, number>> {
  const { rows } = await inDatabase((client) =>
    client.query<{ name: string; read: string }>(
      'select relname as name, seq_tup_read as read from pg_stat_user_tables where relname = any ($1)',
      [grown],
    ),
  )
  return Object.fromEntries(rows.map(({ name, read }) => [name, Number(read)]))
}
