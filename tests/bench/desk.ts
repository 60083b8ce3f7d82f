import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { addSession, addStaff, ownerClient } from '../../prisma/builders'
import { withDatabase } from '../../src/setup/database.mjs'
import { dataFolder } from '../../src/setup/places.mjs'
import { say } from '../../src/setup/say.mjs'
import { joinTestCluster } from '../../src/setup/test-cluster.mjs'
import { freshDatabase, type TestDatabase } from '../support/database'
import { startServer } from '../support/server'
import { startBareServer } from './bare'
import { openBeside, shownTimes, type Beside } from './beside'
import { startCountingProxy } from './counting-proxy'
import { startEmptyApp } from './empty-app'
import { ask, pagesOf } from './load'
import { questionsOf } from './pages'
import { figureOf, linesOf, ratioOf, verdict, type Figure } from './table'
import { fillTown } from './town'
import { byTurns } from './turns'
import { client, sessionCookie, type Reply, type Send } from './visit'

/*
 * `npm run bench -- desk`: what a file on one screen costs an agent, beside the framework's empty page, and what a
 * decision costs, beside a bare server that makes four inserts (--rounds=3 --seconds=3). One process each. The office
 * has a thousand households and more, of twelve months; of last month's statements, each that changed waits for a person.
 */
const households = 6_000
/** Decisions a second, by people who do not wait for each other; and for how long. Seconds. */
const rate = 20
const lasting = Number(process.env['QUINZE_BENCH_SECONDS'] ?? 60)

const targets = { pagesPerSecond: 100, beyondBareMs: 100 }

type Waiting = { readonly taskId: string; readonly householdId: string; readonly filingId: string }
type Findings = {
  readonly figures: readonly Figure[]
  readonly ratios: Readonly<Record<string, number>>
  readonly decisions: Beside
  readonly questions: { readonly file: number; readonly decision: number }
  readonly load: { readonly before: number; readonly after: number }
}

export async function benchDesk(length: {
  readonly rounds: number
  readonly seconds: number
}): Promise<void> {
  const before = loadavg()[0]!
  const leave = await joinTestCluster()
  const { send, stop } = client()
  const stops: (() => unknown)[] = [stop, leave]
  try {
    const database = await freshDatabase()
    stops.unshift(database.drop)
    await fillTown(database, households)
    const { cookie, waiting } = await openOffice(database)
    const site = await startServer({ webUrl: database.webUrl, oneProcess: true })
    stops.unshift(site.stop)
    const bare = await startBareServer(database.ownerUrl, { oneProcess: true })
    stops.unshift(bare.stop)
    const empty = await startEmptyApp({ oneProcess: true })
    stops.unshift(empty.stop)

    const of = { site: site.url, empty: empty.url, bare: bare.url, cookie }
    const pages = await measurePages(length, of, waiting)
    const next = queueOf(waiting)
    for (let warm = 0; warm < 40; warm += 1) await decideOne(send, of, next())
    say(`${rate} decisions a second for ${lasting} seconds …`)
    const decisions = await openBeside(rate, lasting, {
      product: () => decideOne(send, of, next()),
      bare: () => insertOne(send, of.bare),
    })
    const questions = await count(database, send, of, waiting, next)
    await requireDecisions(database, 40 + decisions.done + questions.decided)
    const findings = { ...pages, decisions, questions, load: { before, after: loadavg()[0]! } }
    print(findings)
    writeFileSync(join(dataFolder('test'), 'bench-desk.json'), JSON.stringify(findings, null, 2))
  } finally {
    for (const stop of stops) await stop()
  }
}

/** The whole town is of one office, and one agent holds every statement of last month that changed. */
async function openOffice(database: TestDatabase) {
  const owner = ownerClient(database.ownerUrl)
  const { id: officeId } = await owner.office.findFirstOrThrow({
    where: { kind: 'office' },
    orderBy: { code: 'asc' },
  })
  const staffId = await addStaff(owner, { name: 'Agent', role: 'agent', officeId })
  const cookie = sessionCookie(await addSession(owner, 'staff', staffId))
  await owner.$disconnect()
  const waiting = await withDatabase(database.adminUrl, async (admin: pg.Client) => {
    await admin.query('set session_replication_role = replica')
    await admin.query(`update household set office_id = $1 where file_number like 'BENCH-%'`, [officeId])
    const { rows } = await admin.query<Waiting>(
      `insert into task (id, kind, office_id, household_id, subject_id, month, state, urgency, opened_at, changed_at,
         assigned_to, programme)
       select uuidv7(), 'statement', $1, f.household_id, f.id, f.month, 'claimed', 3, f.received_at, f.received_at, $2,
         'socialAssistance'
       from filing f where f.id::text like '018f0000-0000-7000-8000-%' and f.answers -> 'changed' ? 'work'
       order by f.id
       returning id as "taskId", household_id as "householdId", subject_id as "filingId"`,
      [officeId, staffId],
    )
    await admin.query(
      `insert into task_event (id, task_id, at, verb, to_state, staff_id)
       select uuidv7(), id, opened_at, 'claim', 'claimed', $1 from task where assigned_to = $1`,
      [staffId],
    )
    await admin.query('vacuum analyze')
    await admin.query('checkpoint')
    return rows
  })
  return { cookie, waiting }
}

type Of = { readonly site: string; readonly empty: string; readonly bare: string; readonly cookie: string }

/** The pages by turns with the framework's empty one; one round to warm up. */
async function measurePages(
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
  { site, empty, cookie }: Of,
  waiting: readonly Waiting[],
) {
  const read = (path: (one: Waiting) => string) =>
    ask(
      pagesOf(
        site,
        seconds,
        waiting.slice(0, 500).map((one) => ({ path: path(one), cookie })),
      ),
    )
  const yardstick = 'the framework’s empty page'
  const own = [
    { name: 'the file', run: () => read(({ householdId }) => `/fr/bureau/dossiers/${householdId}`) },
    {
      name: 'a statement to decide',
      run: () => read(({ filingId }) => `/fr/bureau/declarations/${filingId}`),
    },
    { name: 'the worklist', run: () => read(() => '/fr/bureau') },
  ]
  const measures = [{ name: yardstick, run: () => ask({ url: empty, duration: seconds }) }, ...own]
  const found = await byTurns(measures, rounds)
  return {
    figures: measures.map(({ name }) => figureOf(name, found(name))),
    ratios: Object.fromEntries(own.map(({ name }) => [name, ratioOf(found(name), found(yardstick))])),
  }
}

/** The next task nobody has decided. */
function queueOf(waiting: readonly Waiting[]): () => Waiting {
  let at = 0
  return () => {
    const one = waiting[at++]
    if (!one) throw new Error(`${waiting.length} tasks are too few for this load`)
    return one
  }
}

/** Accepts a statement, as the form of the move sends it. */
async function decideOne(send: Send, { site, cookie }: Of, { taskId }: Waiting): Promise<void> {
  const form = new URLSearchParams({
    verb: 'accept',
    version: '1',
    key: randomUUID(),
    reasons: 'agreesWithFile',
  })
  requireGoing(await send(`${site}/api/tasks/${taskId}/moves`, { cookie, form }), /move=done-accept/)
}

async function insertOne(send: Send, bare: string): Promise<void> {
  requireGoing(await send(bare, { form: new URLSearchParams({ key: randomUUID() }) }), /^\/receipts\//)
}

function requireGoing({ status, location }: Reply, to: RegExp): void {
  if (status !== 303 || !to.test(location ?? '')) throw new Error(`Not done: ${status} ${location}`)
}

/** What one file and one decision ask of the database, counted between another server and the same office. */
async function count(
  database: TestDatabase,
  send: Send,
  of: Of,
  waiting: readonly Waiting[],
  next: () => Waiting,
) {
  const proxy = await startCountingProxy(database.webUrl)
  const counted = await startServer({ webUrl: proxy.url, oneProcess: true })
  let decided = 0
  try {
    const at = { ...of, site: counted.url }
    const file = await questionsOf(proxy.asked, () =>
      send(`${at.site}/fr/bureau/dossiers/${waiting[0]!.householdId}`, { cookie: of.cookie }),
    )
    const decision = await questionsOf(proxy.asked, async () => {
      await decideOne(send, at, next())
      decided += 1
    })
    return { file, decision, decided }
  } finally {
    await counted.stop()
    proxy.stop()
  }
}

/** Each decision that was acknowledged is there, and no other. */
async function requireDecisions(database: TestDatabase, acknowledged: number): Promise<void> {
  const { rows } = await withDatabase(database.ownerUrl, (owner: pg.Client) =>
    owner.query<{ count: number }>(
      `select count(*)::int as count from decision d join household h on h.id = d.household_id
       where h.file_number like 'BENCH-%'`,
    ),
  )
  if (rows[0]!.count !== acknowledged)
    throw new Error(`${acknowledged} decisions were acknowledged, ${rows[0]!.count} are there`)
}

function print({ figures, ratios, decisions, questions, load }: Findings): void {
  const lines = linesOf(
    ['one process', 'per s', 'p50 ms', 'p99 ms', 'errors', 'of the empty page'],
    figures.map(({ name, perSecond, p50, p99, errors }) => [
      ...[name, perSecond.toFixed(1), p50.toFixed(1), p99.toFixed(1), String(errors)],
      name in ratios ? ratios[name]!.toFixed(3) : '',
    ]),
  )
  say('')
  for (const line of lines) say(line)
  say('')
  say(`Asked of the database: ${questions.file} by a file, ${questions.decision} by a decision`)
  const { done, errors, seconds, product, bare, reasons } = decisions
  say(`${done} decisions in ${seconds.toFixed(0)} s, ${errors} errors: ${shownTimes(product)}`)
  for (const reason of reasons) say(`  ${reason}`)
  say(`The bare server, at the same moments: ${shownTimes(bare)}`)
  say('')
  const files = figures.find(({ name }) => name === 'the file')!.perSecond
  say(
    `${verdict(files, { atLeast: targets.pagesPerSecond })}: ${files.toFixed(0)} files a second (${targets.pagesPerSecond})`,
  )
  const beyond = product.p99 - bare.p99
  const held = errors === 0 ? verdict(beyond, { atMost: targets.beyondBareMs }) : 'missed'
  say(`${held}: p99 of a decision ${beyond.toFixed(1)} ms beyond the bare server (${targets.beyondBareMs})`)
  say(`Load of the machine: ${load.before.toFixed(2)} before, ${load.after.toFixed(2)} after`)
}
