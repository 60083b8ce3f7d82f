import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { dataFolder } from '../../src/setup/places.mjs'
import { say } from '../../src/setup/say.mjs'
import { joinTestCluster } from '../../src/setup/test-cluster.mjs'
import { askedIn } from '../../src/features/worklist/asked'
import { pageStatement } from '../../src/features/worklist/statement'
import { freshDatabase, type TestDatabase } from '../support/database'
import { fillDesks, type Desks } from './desks'
import { linesOf, percentile, verdict } from './table'

/*
 * `npm run bench -- worklist`: what a page of the worklist costs at the database, through its wall, as the number of
 * statements grows: -- --tasks=10000,100000,1000000,3000000. Each size is a province: its offices, of which the one that
 * is asked holds one task in twenty; four tasks in five are over, as years go by. Every page is asked as an agent of that
 * office, in turn with the others. The plan of the first page in the largest province is printed.
 */
const rounds = 60
const targets = { ms: 50, blocks: 1.5 }

/** With so many tasks under way, every page of an office is full and every count at its limit. */
const FULL = 5_000

/** The pages: what an address asks. `deep` begins far into the list. */
const pages: Readonly<Record<string, Record<string, string>>> = {
  'first page': {},
  'a page far into it': { deep: 'yes' },
  'one kind': { kind: 'review' },
  mine: { whose: 'mine' },
  "nobody's": { whose: 'nobody' },
  'waiting, one programme': { state: 'waiting', programme: 'basicIncome' },
  'past its time': { due: 'late' },
  'oldest first': { sort: 'age' },
  'shortest time first': { sort: 'term' },
  'nothing answers': { kind: 'flag', state: 'proposed', why: 'danger' },
}

/** Times of a page in milliseconds, and the blocks of the database it touches, which no other work slows down. */
type Timed = { readonly p50: number; readonly p99: number; readonly max: number; readonly blocks: number }
type Finding = {
  readonly tasks: number
  readonly ofOffice: number
  readonly times: Readonly<Record<string, Timed>>
  readonly supervisor: Timed
}

export async function benchWorklist(sizes: readonly number[]): Promise<void> {
  const before = loadavg()[0]!
  const leave = await joinTestCluster()
  const findings: Finding[] = []
  let plan: string[] = []
  try {
    for (const size of sizes) {
      const database = await freshDatabase({ people: false })
      try {
        const { finding, plan: found } = await measure(database, size)
        findings.push(finding)
        plan = found
      } finally {
        await database.drop()
      }
    }
    print(findings, plan)
    say(`Load of the machine: ${before.toFixed(2)} before, ${loadavg()[0]!.toFixed(2)} after`)
    writeFileSync(
      join(dataFolder('test'), 'bench-worklist.json'),
      JSON.stringify({ findings, plan }, null, 2),
    )
  } finally {
    await leave()
  }
}

async function measure(database: TestDatabase, size: number) {
  const begun = performance.now()
  const desks = await fillDesks(database, size)
  say(
    `${size} tasks, ${desks.living} of them under way at one office (${((performance.now() - begun) / 1000).toFixed(0)} s)`,
  )
  const client = new pg.Client({ connectionString: database.webUrl })
  await client.connect()
  try {
    const names = Object.keys(pages)
    const times = new Map<string, number[]>([...names, 'supervisor'].map((name) => [name, []]))
    // The first ones warm the caches and the plans.
    for (let round = -5; round < rounds; round += 1) {
      for (const name of names) {
        const took = await askPage(client, desks, 'agent', pages[name]!)
        if (round >= 0) times.get(name)!.push(took)
      }
      const took = await askPage(client, desks, 'supervisor', {})
      if (round >= 0) times.get('supervisor')!.push(took)
    }
    const blocks = new Map<string, number>()
    for (const name of names) blocks.set(name, await blocksOf(client, desks, 'agent', pages[name]!))
    blocks.set('supervisor', await blocksOf(client, desks, 'supervisor', {}))
    const timed = (name: string): Timed => {
      const all = times.get(name)!
      const [p50, p99, max] = [0.5, 0.99, 1].map((share) => percentile(all, share)) as [
        number,
        number,
        number,
      ]
      return { p50, p99, max, blocks: blocks.get(name)! }
    }
    const finding: Finding = {
      ...{ tasks: size, ofOffice: desks.living },
      times: Object.fromEntries(names.map((name) => [name, timed(name)])),
      supervisor: timed('supervisor'),
    }
    for (const name of names)
      say(`  ${name}: p50 ${timed(name).p50.toFixed(1)} ms, p99 ${timed(name).p99.toFixed(1)} ms`)
    return { finding, plan: await planOf(client, desks) }
  } finally {
    await client.end()
  }
}

/** As the door opens it (`src/server/db.ts`): a transaction, the viewer's role and office, one named statement. */
async function asViewer<T>(
  client: pg.Client,
  desks: Desks,
  role: string,
  work: () => Promise<T>,
): Promise<T> {
  const set = (name: string, value: string) =>
    `set_config('quinze.${name}', ${pg.escapeLiteral(value)}, true)`
  await client.query(
    `begin; set local role quinze_${role}; select ${set('staff', desks.staffId)}, ${set('office', desks.officeId)}`,
  )
  try {
    return await work()
  } finally {
    await client.query('commit')
  }
}

function statementOf(desks: Desks, role: string, query: Record<string, string>) {
  const asked = { ...askedIn(query), ...(query['deep'] ? { after: desks.deep } : {}) }
  const of = { staffId: desks.staffId, officeId: desks.officeId, supervises: role === 'supervisor' }
  return pageStatement(asked, of, { now: desks.now, soon: desks.now })
}

async function askPage(
  client: pg.Client,
  desks: Desks,
  role: string,
  query: Record<string, string>,
): Promise<number> {
  const { text, values } = statementOf(desks, role, query)
  return asViewer(client, desks, role, async () => {
    const begun = performance.now()
    await client.query({ name: `${role} ${textName(text)}`, text, values: [...values] })
    return performance.now() - begun
  })
}

/** Two pages with the same text share their plan, as on the site. */
const texts = new Map<string, number>()
function textName(text: string): number {
  const known = texts.get(text) ?? texts.size
  texts.set(text, known)
  return known
}

/** How many blocks of the database one page touches. */
async function blocksOf(
  client: pg.Client,
  desks: Desks,
  role: string,
  query: Record<string, string>,
): Promise<number> {
  const { text, values } = statementOf(desks, role, query)
  return asViewer(client, desks, role, async () => {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      `explain (analyze, buffers, format json) ${text}`,
      [...values],
    )
    const plan = rows[0]!['QUERY PLAN'][0].Plan
    return plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!
  })
}

async function planOf(client: pg.Client, desks: Desks): Promise<string[]> {
  const { text, values } = statementOf(desks, 'agent', {})
  return asViewer(client, desks, 'agent', async () => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, buffers, costs off) ${text}`,
      [...values],
    )
    return rows.map((row) => row['QUERY PLAN'])
  })
}

function print(findings: readonly Finding[], plan: readonly string[]): void {
  say('')
  say('The plan of the first page in the largest province:')
  for (const line of plan) say(line)
  const all = (finding: Finding): Readonly<Record<string, Timed>> => ({
    ...finding.times,
    'a supervisor’s first page': finding.supervisor,
  })
  const names = Object.keys(all(findings[0]!))
  const lines = linesOf(
    ['ms at the database: p50, p99; blocks', ...findings.map(({ tasks }) => String(tasks))],
    names.map((name) => [
      name,
      ...findings.map((finding) => {
        const { p50, p99, blocks } = all(finding)[name]!
        return `${p50.toFixed(1)}, ${p99.toFixed(1)}; ${blocks}`
      }),
    ]),
  )
  say('')
  for (const line of lines) say(line)
  say('')
  const slowest = Math.max(
    ...findings.flatMap((finding) => Object.values(all(finding)).map(({ p99 }) => p99)),
  )
  say(
    `${verdict(slowest, { atMost: targets.ms })}: the slowest page p99 ${slowest.toFixed(1)} ms (${targets.ms})`,
  )
  // A small office has not fifty lines of every kind, nor a thousand to count: what grows is seen between those that do.
  const full = findings.filter(({ ofOffice }) => ofOffice >= FULL)
  if (full.length < 2) return
  const [small, large] = [full[0]!, full.at(-1)!]
  const growth = names.map((name) => all(large)[name]!.blocks / all(small)[name]!.blocks)
  const most = Math.max(...growth)
  say(
    `${verdict(most, { atMost: targets.blocks })}: from ${small.tasks} to ${large.tasks} tasks, ` +
      `${names[growth.indexOf(most)]} touches ${most.toFixed(2)} times as many blocks (${targets.blocks})`,
  )
}
