import { beforeAll, expect, it } from 'vitest'
import { isOver, type TaskState } from '@/domain/decision/task'
import { move, verbs, type Need, type Verb } from '@/domain/decision/transitions'
import type { Staff } from '@/server/viewer'
import { addStaff } from '../../../prisma/builders'
import { staff, withWorld } from '../../support/world'
import { codeIn, fileWithTask, press, setUpDesk, untilFields } from './desk'

/*
 * Many agents decide at random on the same files. Whatever they do, and in whatever order it arrives:
 *   DM-01 the history of a task is one line: each event begins where the one before ended, by a row of the table
 *   DM-02 no lost update: a task has moved as many times as it was told so, and no move of which someone was told that
 *         it was made is missing
 *   DM-03 one decision stands for a task, and it is the one its history says; none was seconded by who took it
 *   DM-04 whoever is refused is told why by name, and nothing of theirs stays
 * The short form runs with every test. `QUINZE_MODEL=full` runs 200 agents on 1,000 files.
 */
const isFull = process.env['QUINZE_MODEL'] === 'full'
const {
  agents: AGENTS,
  files: FILES,
  moves: MOVES,
  atOnce: AT_ONCE,
} = isFull
  ? { agents: 200, files: 1_000, moves: 8_000, atOnce: 24 }
  : { agents: 12, files: 10, moves: 400, atOnce: 8 }

const world = withWorld({ people: false })
let crew: Staff[]
let tasks: string[]

beforeAll(async () => {
  const desk = await setUpDesk(world.owner)
  crew = []
  for (let count = 0; count < AGENTS; count += 1) {
    const name = `Agent ${count}`
    const role = count % 10 === 0 ? 'supervisor' : 'agent'
    await addStaff(world.owner, { name, role, officeId: desk.officeId })
    crew.push(await staff(world.owner, name))
  }
  tasks = []
  for (let count = 0; count < FILES; count += 1)
    tasks.push((await fileWithTask(world.owner, desk.officeId)).taskId)
}, 1_800_000)

/** The same numbers each time (mulberry32): a failure can be seen again. */
function dice(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const chosenVerbs: readonly Verb[] = verbs.filter((verb) => verb !== 'receive')
const fieldsOf = (verb: Verb, holder: string): Record<string, unknown> => ({
  reasons: verb === 'accept' ? 'agreesWithFile' : verb === 'hold' ? 'spouseDisagrees' : 'notProved',
  words: 'Mots',
  assignee: holder,
  document: 'wageProof',
  ...untilFields('2026-12-10'),
})

/** What someone was told of a move they tried. */
type Tried = {
  readonly taskId: string
  readonly by: string
  readonly verb: Verb
  readonly code: unknown
  readonly version: unknown
  /** The version they had on the screen, when it was an old one. */
  readonly seen: number | null
}

it(`DM ${AGENTS} agents at random on ${FILES} files`, async () => {
  const roll = dice(20_261_127)
  const tried: Tried[] = []
  const one = async () => {
    const taskId = tasks[roll(tasks.length)]!
    const who = crew[roll(crew.length)]!
    const other = crew[roll(crew.length)]!
    const verb = chosenVerbs[roll(chosenVerbs.length)]!
    // Half read the screen just before; the others press on one they opened a while ago.
    const seen = roll(2) === 0 ? null : 1 + roll(6)
    const on = seen === null ? {} : { version: String(seen) }
    const answer = await press(world.owner, who, taskId, verb, { ...fieldsOf(verb, other.staffId), ...on })
    tried.push({
      taskId,
      by: who.staffId,
      verb,
      code: codeIn(answer),
      version: answer.data?.['version'],
      seen,
    })
  }
  let left = MOVES
  const worker = async () => {
    while (left > 0) {
      left -= 1
      await one()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))

  const made = tried.filter(({ code }) => code === 'moved')
  expect(made.length, JSON.stringify(countsOf(tried))).toBeGreaterThan(MOVES / 20)
  const refusals = new Set(tried.map(({ code }) => code).filter((code) => code !== 'moved'))
  for (const code of refusals)
    expect(['alreadyMoved', 'notPossible', 'notYours', 'alreadyLeft', 'refused']).toContain(code)
  expect(refusals).toContain('alreadyMoved')
  for (const taskId of tasks)
    await check(
      taskId,
      made.filter((one) => one.taskId === taskId),
    )
}, 1_800_000)

/** How often each thing was told. */
const countsOf = (tried: readonly Tried[]) =>
  Object.fromEntries(
    [...new Set(tried.map(({ code }) => String(code)))].map((code) => [
      code,
      tried.filter((one) => one.code === code).length,
    ]),
  )

const everything: readonly Need[] = ['reasons', 'until', 'words', 'document', 'assignee']

async function check(taskId: string, made: readonly Tried[]): Promise<void> {
  const task = await world.owner.task.findUniqueOrThrow({ where: { id: taskId } })
  const events = await world.owner.taskEvent.findMany({ where: { taskId } })
  const decisions = await world.owner.decision.findMany({ where: { taskId } })
  const byStaff = events.filter(({ staffId }) => staffId !== null)
  // DM-02 as many moves as versions, and each was told to whoever made it.
  expect(byStaff).toHaveLength(task.version - 1)
  expect(byStaff.map(({ staffId, verb }) => `${staffId} ${verb}`).sort()).toEqual(
    made.map(({ by, verb }) => `${by} ${verb}`).sort(),
  )
  expect(made.map(({ version }) => version).sort()).toEqual(byStaff.map((_, index) => index + 2).sort())

  for (const { seen, version } of made) if (seen !== null) expect(version).toBe(seen + 1)

  // DM-01 the events in the order of their versions: each begins where the one before ended.
  const inOrder = [...made].sort((one, other) => Number(one.version) - Number(other.version))
  const rest = [...byStaff]
  let state: TaskState = 'received'
  let stands: { readonly by: string; readonly held: boolean } | null = null
  for (const { by, verb } of inOrder) {
    const index = rest.findIndex(
      (event) => event.staffId === by && event.verb === verb && event.fromState === state,
    )
    expect(index, `${verb} of ${taskId} from ${state}`).toBeGreaterThanOrEqual(0)
    const [event] = rest.splice(index, 1)
    const movers = ['agent', 'holder', 'supervisor', 'second', 'author'] as const
    const by_ = { verb, movers, given: everything, proposed: stands?.held ? ('held' as const) : null }
    const alone = move({ kind: task.kind as 'statement', state }, by_)
    const watched = move({ kind: task.kind as 'statement', state }, { ...by_, needsSecond: true })
    const possible = [alone, watched].flatMap((one) => ('to' in one ? [one.to] : []))
    expect(possible, `${verb} from ${state}`).toContain(event!.toState)
    if (['accept', 'partlyAccept', 'refuse', 'hold'].includes(verb)) stands = { by, held: verb === 'hold' }
    if (verb === 'undo' || verb === 'sendBack') stands = null
    if (verb === 'second') expect(by).not.toBe(stands?.by)
    state = event!.toState as TaskState
  }
  expect(task.state).toBe(state)
  expect(task.endedAt !== null).toBe(isOver(state))

  // DM-03 one decision stands, the one of the history.
  const replaced = new Set(
    decisions.filter(({ undoneAt }) => undoneAt === null).map(({ replaces }) => replaces),
  )
  const standing = decisions.filter(({ id, undoneAt }) => undoneAt === null && !replaced.has(id))
  expect(standing.map(({ decidedBy }) => decidedBy)).toEqual(stands ? [stands.by] : [])
  for (const { decidedBy, secondedBy, needsSecond, leavesAt, undoneAt } of decisions) {
    expect(secondedBy).not.toBe(decidedBy)
    // Nothing that waits for a second person ever leaves.
    if (needsSecond && secondedBy === null) expect(leavesAt).toBeNull()
    if (!needsSecond && undoneAt === null) expect(leavesAt).not.toBeNull()
  }
  if (state === 'decided') expect(standing).toHaveLength(1)
}
