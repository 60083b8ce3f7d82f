import { withDatabase } from '../../src/setup/database.mjs'
import type { Faults } from './examine'
import { noFaults } from './examine'
import type { Statement } from './world'

const filing = '(select id from filing where receipt_number = $1)'
const deletePayment = `delete from expected_payment where filing_id = ${filing}`
const deleteTrace = `delete from audit where subject_id = ${filing}`
const deleteNews = `delete from outbox where payload ->> 'filingId' = ${filing}::text`
const deleteFiling = 'delete from filing where receipt_number = $1'

/** What can happen to a filing received whole, in SQL ($1: its receipt number). */
const harm = {
  gone: [deletePayment, deleteTrace, deleteNews, deleteFiling],
  altered: [
    `update filing set answers = jsonb_set(answers, '{work,0,netCents}', '1') where receipt_number = $1`,
  ],
  rekeyed: ['update filing set key = gen_random_uuid() where receipt_number = $1'],
  unpaid: [deletePayment],
  untraced: [deleteTrace],
  silent: [deleteNews],
  paidWithoutFiling: [
    `insert into expected_payment (household_id, month, total_cents, benefit)
     select household_id, '2026-12', 1, '{}' from filing where receipt_number = $1`,
  ],
  twice: [
    `insert into filing select again.* from filing f, jsonb_populate_record(f, jsonb_build_object(
       'id', uuidv7(), 'version', 2, 'key', gen_random_uuid(), 'receipt_number', 'second')) again
     where f.receipt_number = $1`,
  ],
}

/** How many statements `mar` wants. */
export const marsEach = Object.keys(harm).length + 2

/**
 * Makes every fault there is, each on another of these statements, all filed and whole until now.
 * @returns what an examination must find
 */
export async function mar(ownerUrl: string, statements: readonly Statement[]): Promise<Faults> {
  const expected = noFaults()
  const kinds = Object.entries(harm)
  const marred = new Map<string, Statement>()
  await withDatabase(ownerUrl, async (client) => {
    for (const [index, [kind, queries]] of kinds.entries()) {
      const statement = statements[index]!
      marred.set(kind, statement)
      for (const query of queries) {
        const { rowCount } = await client.query(query, [statement.told[0]])
        if (rowCount !== 1) throw new Error(`${kind}: ${rowCount} rows touched instead of one`)
      }
    }
  })
  const nameOf = (statement: Statement) => `${statement.householdId} ${statement.month}`
  const receiptOf = (kind: string) => marred.get(kind)!.told[0]!
  for (const kind of ['gone', 'altered', 'rekeyed']) expected.lost.add(nameOf(marred.get(kind)!))
  for (const kind of ['unpaid', 'untraced', 'silent']) expected.halfWritten.add(receiptOf(kind))
  expected.halfWritten.add('parts of a filing that is not there: none')
  expected.doubled.add(nameOf(marred.get('twice')!))
  expected.halfWritten.add('second')

  const [retold, unanswered] = statements.slice(kinds.length)
  retold!.told.push('Q-2611-00000-00000-0')
  expected.retold.add(nameOf(retold!))
  expected.lost.add(nameOf(retold!))
  unanswered!.told.length = 0
  expected.unanswered.add(`${nameOf(unanswered!)}: no answer`)
  return expected
}
