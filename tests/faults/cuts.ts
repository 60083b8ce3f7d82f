import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { withDatabase } from '../../src/setup/database.mjs'
import type { TestServer } from '../support/server'
import {
  addTypist,
  allFields,
  begin,
  type Cut,
  type Fields,
  fieldsOn,
  pageOf,
  REQUEST_BYTES,
  typeAgain,
  typeOne,
  type Typist,
} from './typists'

/**
 * What cuts a draft. `line`: the connection breaks in the middle of what is sent. `tab`: all was sent, and nobody
 * waits for the answer. `kill`: kill -9 of the web server. `deploy`: it is stopped, and another one started.
 */
export type CutKind = 'line' | 'tab' | 'kill' | 'deploy'
export const cutKinds: readonly CutKind[] = ['line', 'tab', 'line', 'tab', 'kill', 'line', 'tab', 'deploy']

/** What may go wrong, each judged apart: the applications concerned. */
export type DraftFaults = {
  /** Something acknowledged is not there, or something else is in its place. */
  readonly lost: Set<string>
  /** Written more often than it was sent; begun twice with one key. */
  readonly doubled: Set<string>
  /** It is there, and its author is not shown it. */
  readonly unseen: Set<string>
  /** Not acknowledged, however often it was sent. */
  readonly unanswered: Set<string>
}

export const noDraftFaults = (): DraftFaults => ({
  lost: new Set(),
  doubled: new Set(),
  unseen: new Set(),
  unanswered: new Set(),
})

export type DraftTally = {
  cuts: Record<CutKind, number>
  /** Saves acknowledged. */
  acknowledged: number
  /** Saves without an answer, and how many of them had been kept all the same. */
  cutSaves: number
  keptAllTheSame: number
  /** The most fields that one cut took from one draft. */
  mostFieldsLost: number
  readonly faults: DraftFaults
}

export const newDraftTally = (): DraftTally => ({
  cuts: { line: 0, tab: 0, kill: 0, deploy: 0 },
  acknowledged: 0,
  cutSaves: 0,
  keptAllTheSame: 0,
  mostFieldsLost: 0,
  faults: noDraftFaults(),
})

export type DraftSite = { readonly server: TestServer; readonly ownerUrl: string }

const typistsEach = { line: 1, tab: 1, kill: 6, deploy: 6 } as const

/** One cut in the midst of typing, and what is left of it; then everyone comes back and goes on. */
export async function cutOnce(site: DraftSite, kind: CutKind, tally: DraftTally): Promise<void> {
  const { server, ownerUrl } = site
  await withDatabase(ownerUrl, async (owner: pg.Client) => {
    const typists: Typist[] = []
    for (let index = 0; index < typistsEach[kind]; index += 1) typists.push(await addTypist(owner))
    const key = randomUUID()
    if (kind === 'line' || kind === 'tab') {
      for (const typist of typists) await typeThenBreak(server.url, typist, kind)
      await begin(server.url, key, breakOf(kind))
    } else await typeUntilGone(server, typists, key, kind)
    tally.cuts[kind] += 1

    await settled(owner, typists)
    for (const typist of typists) {
      const wanted = typist.underWay
      await look(owner, typist, tally)
      await comeBack(server.url, typist, tally)
      if (wanted && !(await typeAgain(server.url, typist, wanted))) tally.faults.unanswered.add(typist.id)
      await look(owner, typist, tally)
    }
    tally.acknowledged += typists.reduce((sum, { writes }) => sum + writes, 0)
    // Whoever is not sure that it began presses again, more than once.
    const again = [await begin(server.url, key), await begin(server.url, key)]
    if (!again.every(Boolean)) tally.faults.unanswered.add(`begun with ${key}`)
    const { rows } = await owner.query<{ begun: number; events: number }>(
      `select count(distinct a.id)::int as begun, count(e.id)::int as events
       from application a left join application_event e on e.application_id = a.id and e.kind = 'started'
       where a.start_key = $1`,
      [key],
    )
    if (rows[0]!.begun === 0) tally.faults.lost.add(`begun with ${key}`)
    if (rows[0]!.begun > 1 || rows[0]!.events > 1) tally.faults.doubled.add(`begun with ${key}`)
  })
}

async function typeThenBreak(url: string, typist: Typist, kind: 'line' | 'tab'): Promise<void> {
  const before = Math.floor(Math.random() * 6)
  for (let turn = 0; turn < before; turn += 1) await typeOne(url, typist)
  await typeOne(url, typist, breakOf(kind))
}

const breakOf = (kind: CutKind): Cut =>
  kind === 'line'
    ? { afterBytes: Math.floor(Math.random() * REQUEST_BYTES), afterMs: Math.random() * 5 }
    : { afterBytes: null, afterMs: Math.random() * 15 }

/** All type at once, until the server goes; another one is there when this is over. */
async function typeUntilGone(
  server: TestServer,
  typists: readonly Typist[],
  key: string,
  kind: 'kill' | 'deploy',
): Promise<void> {
  let isOver = false
  const typing = typists.map(async (typist) => {
    while (!isOver && (await typeOne(server.url, typist)));
  })
  await wait(40 + Math.random() * 120)
  const beginning = begin(server.url, key)
  await wait(Math.random() * 10)
  await (kind === 'kill' ? server.restart() : server.deploy())
  isOver = true
  await Promise.all([...typing, beginning])
}

/** Waits until what was sent has arrived, as far as one can see. */
async function settled(owner: pg.Client, typists: readonly Typist[]): Promise<void> {
  const read = async () => JSON.stringify(await Promise.all(typists.map((typist) => rowsOf(owner, typist))))
  let before = await read()
  for (let calm = 0; calm < 3;) {
    await wait(60)
    const now = await read()
    calm = now === before ? calm + 1 : 0
    before = now
  }
}

async function rowsOf(owner: pg.Client, { id }: Typist): Promise<{ fields: Fields; writes: number }> {
  const { rows } = await owner.query<{ fields: Fields; version: number }>(
    'select fields, version from application_draft where application_id = $1',
    [id],
  )
  const all = Object.assign({}, ...rows.map(({ fields }) => fields)) as Fields
  return { fields: typed(all), writes: rows.reduce((sum, { version }) => sum + version - 1, 0) }
}

/** What was typed: a field that is empty and one that is not there are the same. */
const typed = (fields: Fields): Fields =>
  Object.fromEntries(allFields.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])))

/** Compares what the author was told with what there is, and goes on from what there is. */
export async function look(owner: pg.Client, typist: Typist, tally: DraftTally): Promise<void> {
  const { fields, writes } = await rowsOf(owner, typist)
  const same = (wanted: Fields | null) =>
    wanted !== null && allFields.every((name) => (wanted[name] ?? '') === (fields[name] ?? ''))
  const isKept = same(typist.underWay)
  if (typist.underWay) {
    tally.cutSaves += 1
    if (isKept) tally.keptAllTheSame += 1
    const { underWay } = typist
    const gone = allFields.filter((name) => (underWay[name] ?? '') !== (fields[name] ?? ''))
    tally.mostFieldsLost = Math.max(tally.mostFieldsLost, gone.length)
  }
  if (!isKept && !same(typist.kept)) tally.faults.lost.add(typist.id)
  const told = typist.writes + (isKept ? 1 : 0)
  if (typist.underWay && !isKept) typist.late += 1
  const arrived = Math.max(0, writes - told)
  if (arrived > typist.late) tally.faults.doubled.add(typist.id)
  typist.late = Math.max(0, typist.late - arrived)
  if (writes < told) tally.faults.lost.add(typist.id)
  typist.kept = fields
  typist.underWay = null
  typist.writes = writes
}

/** Opens the two pages anew: they show what is kept. */
async function comeBack(url: string, typist: Typist, tally: DraftTally): Promise<void> {
  for (const question of ['identity', 'address'] as const) {
    const page = await pageOf(url, typist, question)
    const shown = Object.values(fieldsOn(question, typist.kept)).filter(Boolean)
    if (page === '' || shown.some((value) => !page.includes(`value="${value}"`))) {
      tally.faults.unseen.add(`${typist.id} ${question}`)
    }
  }
}

/** One line for the person who runs the tests. */
export function sayDrafts(title: string, tally: DraftTally): void {
  const { cuts, acknowledged, cutSaves, keptAllTheSame, mostFieldsLost, faults } = tally
  const total = cuts.line + cuts.tab + cuts.kill + cuts.deploy
  process.stdout.write(
    `  ${title}: ${total} cuts (${cuts.line} lines, ${cuts.tab} tabs, ${cuts.kill} kills -9, ${cuts.deploy} deploys), ` +
      `${acknowledged} saves acknowledged, ${cutSaves} without an answer (${keptAllTheSame} kept all the same), ` +
      `at most ${mostFieldsLost} field lost by a cut, ${faults.lost.size} lost, ${faults.doubled.size} doubled, ` +
      `${faults.unseen.size} not shown, ${faults.unanswered.size} unanswered\n`,
  )
}
