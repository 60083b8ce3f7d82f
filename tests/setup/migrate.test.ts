import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropDatabase, urlFor, withDatabase } from '../../src/setup/database.mjs'
import { migrate } from '../../src/setup/migrate.mjs'
import { testCluster } from '../support/database'

// Each case works on an empty database of its own, with throw-away migrations.
const name = `quinze_test_migrations_${process.pid}`
const database = { ownerUrl: urlFor(testCluster().ownerUrl, { database: name }) }
let folder: string

beforeEach(async () => {
  await asOwner(`CREATE DATABASE ${name}`)
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  write('20260101000000_first', 'CREATE TABLE apple (id integer); INSERT INTO apple VALUES (1);')
})

afterEach(async () => {
  await dropDatabase(testCluster().adminUrl, name)
  rmSync(folder, { recursive: true })
})

const asOwner = (sql: string) => withDatabase(testCluster().ownerUrl, (client) => client.query(sql))

function write(name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

const run = () => migrate(database.ownerUrl, folder)
const query = <Row extends object>(sql: string) =>
  withDatabase(database.ownerUrl, async (client) => (await client.query<Row>(sql)).rows)

test('1. applies what is new, in the order of the names, once', async () => {
  write('20260102000000_second', 'INSERT INTO apple VALUES (2)')
  expect(await run()).toEqual(['20260101000000_first', '20260102000000_second'])
  expect(await run()).toEqual([])
  write('20260103000000_third', 'INSERT INTO apple VALUES (3)')
  expect(await run()).toEqual(['20260103000000_third'])
  expect(await query('SELECT id FROM apple ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
})

test('2. keeps the books Prisma keeps: columns, checksum of the file, one finished step', async () => {
  await run()
  const columns = await query(
    `SELECT column_name, data_type, character_maximum_length, is_nullable FROM information_schema.columns
     WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
  )
  expect(columns.map((column) => Object.values(column).join(' ').trim())).toEqual([
    'id character varying 36 NO',
    'checksum character varying 64 NO',
    'finished_at timestamp with time zone  YES',
    'migration_name character varying 255 NO',
    'logs text  YES',
    'rolled_back_at timestamp with time zone  YES',
    'started_at timestamp with time zone  NO',
    'applied_steps_count integer  NO',
  ])
  const rows = await query(
    'SELECT checksum, applied_steps_count, finished_at >= started_at AS done FROM _prisma_migrations',
  )
  // sha256sum of the file, computed apart.
  const checksum = '8942ae17b2a03b5dd6ef8c67de227737e418a40fc9ba5c280f47428239b7e5c9'
  expect(rows).toEqual([{ checksum, applied_steps_count: 1, done: true }])
})

test('3. refuses a migration changed after it was applied', async () => {
  await run()
  write('20260101000000_first', 'CREATE TABLE apple (id bigint)')
  await expect(run()).rejects.toThrow('Migration 20260101000000_first was changed')
})

test('4. refuses a database that has seen a migration we do not have', async () => {
  write('20260102000000_second', 'SELECT 1')
  await run()
  rmSync(join(folder, '20260102000000_second'), { recursive: true })
  await expect(run()).rejects.toThrow('which is not in prisma/migrations')
})

test('5. a failing migration leaves nothing but its unfinished row; later ones wait until someone has looked', async () => {
  write('20260102000000_second', 'INSERT INTO apple VALUES (2); INSERT INTO pear VALUES (1);')
  write('20260103000000_third', 'INSERT INTO apple VALUES (3)')
  await expect(run()).rejects.toThrow(
    'Migration 20260102000000_second failed: relation "pear" does not exist',
  )
  expect(await query('SELECT id FROM apple')).toEqual([{ id: 1 }])
  await expect(run()).rejects.toThrow('was begun in this database and never finished')
  await query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL')
  write('20260102000000_second', 'INSERT INTO apple VALUES (2)')
  expect(await run()).toEqual(['20260102000000_second', '20260103000000_third'])
})

test('6. two at once apply each migration once', async () => {
  write('20260102000000_second', 'INSERT INTO apple SELECT 2 FROM pg_sleep(0.2)')
  const applied = await Promise.all([run(), run(), run()])
  expect(applied.flat()).toHaveLength(2)
  expect(await query('SELECT id FROM apple ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }])
})
