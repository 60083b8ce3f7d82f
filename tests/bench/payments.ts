import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Instant } from '@/domain/calendar'
import { ownerClient } from '../../prisma/builders'
import { installMovableClock, moveClock } from '../../prisma/demo-clock'
import { populate } from '../../prisma/population/populate'
import { dataFolder, inProject } from '../../src/setup/places.mjs'
import { say } from '../../src/setup/say.mjs'
import { joinTestCluster } from '../../src/setup/test-cluster.mjs'
import { freshDatabase, type TestDatabase } from '../support/database'
import { configurationFor } from '../support/in-process'
import { linesOf, verdict } from './table'

/*
 * `npm run bench -- payments`: the payments of a month for a whole province, as the worker does them in one process:
 * every benefit computed, kept, exported and counted; then released, and shown. -- --provinces=10000,300000 --months=12.
 * What is measured is the time of a household, which must not grow with the province.
 */
const targets = { households: 300_000, seconds: 60, growth: 1.25 }
/** When the province is as its statements stand; and the morning after the cut-off of the next month. */
const asOf = '2026-11-10T15:00:00.000Z' as Instant
const afterCutOff = '2026-11-24T15:00:00.000Z' as Instant

type Work = { readonly seconds: number; readonly cpu: number; readonly rss: number }
type Finding = {
  readonly households: number
  readonly rehearsal: Work
  readonly shown: Work
  readonly items: number
  readonly benefits: number
}

export async function benchPayments(sizes: readonly number[], months: number): Promise<void> {
  const before = loadavg()[0]!
  const leave = await joinTestCluster()
  const findings: Finding[] = []
  try {
    for (const size of sizes) {
      const database = await freshDatabase({ people: false })
      try {
        findings.push(await measure(database, size, months))
      } finally {
        await database.drop()
      }
    }
    print(findings)
    say(`Load of the machine: ${before.toFixed(2)} before, ${loadavg()[0]!.toFixed(2)} after`)
    writeFileSync(join(dataFolder('test'), 'bench-payments.json'), JSON.stringify(findings, null, 2))
  } finally {
    await leave()
  }
}

async function measure(database: TestDatabase, size: number, months: number): Promise<Finding> {
  const owner = ownerClient(database.ownerUrl)
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    await installMovableClock(owner)
    await moveClock(owner, asOf)
    const { seconds } = await populate(database.ownerUrl, { households: size, months })
    say(`A province of ${size} households, ${months} months each (${seconds.toFixed(0)} s)`)
    await moveClock(owner, afterCutOff)
    // The month that is already paid is not what is measured: its run waits.
    await client.query(
      `insert into payment_run (month, number, cut_off, state) values ('2026-11', 0, $1, 'rehearsed')`,
      [asOf],
    )
    const rehearsal = await work(database)
    say(`  computed, exported and counted: ${rehearsal.seconds.toFixed(1)} s`)
    const { rowCount } = await client.query(
      `update payment_run set state = 'released', released_at = app_now() where state = 'rehearsed'
         and households = export_households and pay_cents = export_cents and digest = export_digest`,
    )
    if (rowCount !== 1) throw new Error('The run is not whole, or its countings do not agree')
    const shown = await work(database)
    say(`  shown: ${shown.seconds.toFixed(1)} s`)
    const count = async (of: string) =>
      Number((await client.query<{ count: string }>(`select count(*) from ${of}`)).rows[0]!.count)
    return {
      ...{ households: size, rehearsal, shown },
      ...{ items: await count('payment_item'), benefits: await count('payment_benefit') },
    }
  } finally {
    await client.end()
    await owner.$disconnect()
  }
}

async function work(database: TestDatabase): Promise<Work> {
  // The condition makes `server-only` an empty package, as it is in the worker.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'tests/bench/payments-worker.ts'],
    { cwd: inProject('.'), env: { ...process.env, ...configurationFor(database.webUrl) } },
  )
  return JSON.parse(stdout) as Work
}

function print(findings: readonly Finding[]): void {
  const [first] = findings
  const perHousehold = ({ rehearsal, items }: Finding) => (rehearsal.seconds / items) * 1_000_000
  say('')
  for (const line of linesOf(
    [
      'Households',
      'Items',
      'Benefits',
      'Rehearsed (s)',
      'µs each',
      'of the first',
      'Shown (s)',
      'Memory (MB)',
    ],
    findings.map((finding) => [
      ...[finding.households, finding.items, finding.benefits].map(String),
      ...[finding.rehearsal.seconds.toFixed(1), perHousehold(finding).toFixed(0)],
      ...[(perHousehold(finding) / perHousehold(first!)).toFixed(2), finding.shown.seconds.toFixed(1)],
      (finding.rehearsal.rss / 2 ** 20).toFixed(0),
    ]),
  ))
    say(line)
  const largest = findings.at(-1)!
  const growth = perHousehold(largest) / perHousehold(first!)
  const projected = (largest.rehearsal.seconds / largest.items) * targets.households
  say(
    `${targets.households} households in ${projected.toFixed(0)} s at that pace: target ${targets.seconds}, ${verdict(projected, { atMost: targets.seconds })}`,
  )
  say(
    `A household, from the smallest province to the largest: ${growth.toFixed(2)} times, ${verdict(growth, { atMost: targets.growth })}`,
  )
}
