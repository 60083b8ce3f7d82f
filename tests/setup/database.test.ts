import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  claimForDemo,
  dropDatabase,
  ensureRoles,
  refuseDemo,
  urlFor,
  withDatabase,
} from '../../src/setup/database.mjs'
import { freePort } from '../../src/setup/ports.mjs'
import { freshDatabase, testCluster } from '../support/database'
import type { TestDatabase } from '../support/database'

let database: TestDatabase
const foreign = `quinze_test_foreign_${process.pid}`
const foreignUrl = urlFor(testCluster().ownerUrl, { database: foreign })
const query = <Row extends object>(url: string, sql: string) =>
  withDatabase(url, async (client) => (await client.query<Row>(sql)).rows)

beforeAll(async () => {
  database = await freshDatabase()
  await query(testCluster().ownerUrl, `CREATE DATABASE ${foreign}`)
})

afterAll(async () => {
  await database.drop()
  await dropDatabase(testCluster().adminUrl, foreign)
})

test('1. the demo claims an empty database once, and refuses one that somebody else filled', async () => {
  await query(foreignUrl, 'CREATE TABLE payroll (id integer)')
  await expect(claimForDemo(foreignUrl)).rejects.toThrow('was not made by the demo')
  await query(foreignUrl, 'DROP TABLE payroll')
  await claimForDemo(foreignUrl)
  await claimForDemo(foreignUrl)
  expect(await query(foreignUrl, 'SELECT seeded_at FROM quinze_demo.origin')).toEqual([{ seeded_at: null }])
})

test('2. production refuses a database of the demo, asked by the owner or by the web', async () => {
  await expect(refuseDemo(database.ownerUrl)).rejects.toThrow('holds demo people')
  await expect(refuseDemo(database.webUrl)).rejects.toThrow('holds demo people')
})

test('3. an unreachable database is named, with the reason, without its password', async () => {
  const nobody = `postgresql://quinze_web:secret@127.0.0.1:${await freePort()}/quinze`
  const refusal = await query(nobody, 'SELECT 1').catch((error: Error) => error)
  expect(String(refusal)).toMatch(
    /The database 127\.0\.0\.1:\d+\/quinze as quinze_web cannot be reached: nothing listens there/,
  )
  expect(String(refusal)).not.toContain('secret')
  const wrong = urlFor(database.webUrl, { password: 'wrong' })
  await expect(query(wrong, 'SELECT 1')).rejects.toThrow('the password is wrong')
  await expect(query(urlFor(database.webUrl, { database: 'nowhere' }), 'SELECT 1')).rejects.toThrow(
    'no such database',
  )
})

test('4. the web signs in with no right of its own, and may take each viewer’s role', async () => {
  const roles = await query(
    testCluster().adminUrl,
    `SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolinherit OR rolbypassrls OR rolreplication AS strong
     FROM pg_roles WHERE rolname = 'quinze_web'`,
  )
  expect(roles).toEqual([{ strong: false }])
  const owned = await query(
    database.adminUrl,
    "SELECT relname FROM pg_class WHERE relowner = 'quinze_web'::regrole",
  )
  expect(owned).toEqual([])
  await expect(query(database.webUrl, 'SELECT * FROM public.person')).rejects.toThrow('permission denied')
  const viewers = ['anonymous', 'citizen', 'agent', 'contact', 'supervisor', 'auditor', 'worker', 'auth']
  const taken = await withDatabase(database.webUrl, async (client) => {
    const names = []
    for (const viewer of viewers) {
      await client.query(`SET ROLE quinze_${viewer}`)
      names.push((await client.query<{ me: string }>('SELECT current_user AS me')).rows[0]!.me)
    }
    return names
  })
  expect(taken).toEqual(viewers.map((viewer) => `quinze_${viewer}`))
  await expect(query(database.webUrl, 'SET ROLE quinze_owner')).rejects.toThrow('permission denied')
})

test('5. roles that exist are left alone by an owner who may not create any', async () => {
  await ensureRoles(database.ownerUrl, 'another password')
  expect(await query(database.webUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('6. an owner who may not create missing roles is told the SQL', async () => {
  const sql = 'CREATE ROLE quinze_missing NOLOGIN'
  await expect(ensureRoles(database.ownerUrl, 'unused', sql)).rejects.toThrow(sql)
})

test('7. the owner is no superuser: it cannot pass over what production would refuse', async () => {
  const roles = await query(
    testCluster().adminUrl,
    "SELECT rolsuper OR rolcreaterole OR rolbypassrls AS strong FROM pg_roles WHERE rolname = 'quinze_owner'",
  )
  expect(roles).toEqual([{ strong: false }])
})
