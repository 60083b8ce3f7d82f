import { beforeAll, describe, expect, it } from 'vitest'
import { submitStatement } from '@/features/statement/commands'
import type { CallState } from '@/domain/telephone/call'
import { stepNames } from '@/domain/telephone/steps'
import { call, codeOf, openOffice } from '../statement/office'
import { withWorld } from '../../support/world'
import { Caller, type Home, home, known, standing, token } from './caller'

/*
 * A caller program that walks every branch of the line, as it stands, with the database behind it. Numbered cases:
 *   TW-01 whatever is pressed at any point, misheard or not said at all, the line answers and goes on; every step is met
 *   TW-02 hanging up at any point leaves nothing half filed: a filing, its receipt and its news, or none of them; no
 *         draft, no message that was not asked for
 *   TW-03 whoever hung up, wherever, calls again and files, or hears the number of what was filed
 */
process.env['QUINZE_TELEPHONE_TOKEN'] = token
const world = withWorld({ people: false })
let office: string
beforeAll(async () => {
  office = await openOffice(world.owner)
})

/** What is pressed at a step: what it asks for, what it does not, and nothing. `?`: silence. */
const pressed: Record<(typeof stepNames)[number], readonly string[]> = {
  language: ['1', '2', '7', '?', '0'],
  file: ['FILE', '12', '*', '?'],
  birth: ['BIRTH', '31022000', '0', '?'],
  code: ['CODE', '00000', '1', '123', '9', '?'],
  menu: ['1', '2', '7', '0', '9', '*', '?'],
  estimate: ['1', '2', '7', '?'],
  changes: ['1', '2', '3', '7', '*', '?'],
  alsoWork: ['1', '2', '7', '?'],
  dollars: ['900', '*', '?', '0'],
  cents: ['50', '5', '?'],
  certainty: ['1', '2', '7', '?'],
  readBack: ['1', '2', '7', '*', '0', '?'],
  receipt: ['9', '*', '7', '?'],
  person: ['1', '2', '7', '*', '?'],
  number: ['1', '5145550123', '514', '?'],
  transferred: ['completed', 'busy'],
  over: [],
}

/** Long, every standing is met with everything that was told before; short, every step, before and after a filing. */
const thorough = process.env['QUINZE_TEST_LENGTH'] === 'long'

/** What tells two standings apart; of what was missed, only that something was. */
function markOf(
  { step, misses, told, language, refusals, asking, adult, file }: CallState,
  filed: number,
): string {
  const amount = step === 'dollars' || step === 'cents' ? asking : null
  if (!thorough) return JSON.stringify([step, filed, amount])
  const telling = told && [told.work.length > 0, told.other, told.finals.length, adult]
  return JSON.stringify([
    step,
    misses > 0,
    telling,
    language === null,
    refusals,
    amount,
    file === null,
    filed,
  ])
}

type Path = readonly string[]
type Make = () => Promise<Home>

async function replay(of: Home, path: Path): Promise<Caller> {
  const caller = new Caller()
  await caller.dial()
  const typed: Record<string, string> = { FILE: of.file, BIRTH: of.birth, CODE: of.code }
  for (const one of path) {
    if (one === '?') await caller.silence()
    else if (/^(completed|busy)$/.test(one)) await caller.transferEnds(one)
    else await caller.press(typed[one] ?? one)
  }
  return caller
}

/** Everything one call may come to, each standing once, by the shortest way. */
async function walk(
  make: Make,
): Promise<{ readonly ends: readonly Path[]; readonly steps: ReadonlySet<string> }> {
  const seen = new Set<string>()
  const ends: Path[] = []
  const steps = new Set<string>()
  const queue: Path[] = [[]]
  for (let path = queue.shift(); path; path = queue.shift()) {
    const of = await make()
    const before = await world.owner.filing.count({ where: { householdId: of.id } })
    const caller = await replay(of, path)
    const { state, say } = await standing(world.owner, caller)
    const filed = (await world.owner.filing.count({ where: { householdId: of.id } })) - before
    expect(caller.answer.says.length, path.join(' ')).toBeGreaterThan(0)
    expect(caller.answer.text, path.join(' ')).not.toMatch(/undefined|null|NaN|\{|\}|telephone\./)
    expect(say.length).toBeGreaterThan(0)
    steps.add(state.step)
    await leavesNothingHalf(of, path, filed)
    ends.push(path)
    const mark = markOf(state, filed)
    if (seen.has(mark)) continue
    seen.add(mark)
    queue.push(...pressed[state.step].map((one) => [...path, one]))
  }
  return { ends, steps }
}

/** The caller has hung up here. */
async function leavesNothingHalf({ id, viewers }: Home, path: Path, filed: number): Promise<void> {
  const personId = viewers[0]!.personId
  const where = { householdId: id }
  const name = path.join(' ')
  const last = await world.owner.filing.findFirst({ where, orderBy: { receivedAt: 'desc' } })
  expect(filed, name).toBeLessThanOrEqual(1)
  if (filed === 1) {
    expect(last, name).toMatchObject({ channel: 'telephone', filedByPerson: personId })
    const payload = { path: ['filingId'], equals: last!.id }
    expect(await world.owner.outbox.count({ where: { kind: 'receipt', payload } }), name).toBe(1)
    expect(await world.owner.audit.count({ where: { act: 'filed', subjectId: last!.id } }), name).toBe(1)
    expect(await world.owner.expectedPayment.count({ where: { filingId: last!.id } }), name).toBe(1)
  }
  expect(await world.owner.statementDraft.count({ where }), name).toBe(0)
  const words = (last?.answers ?? {}) as { changed?: string[] }
  const toldOther = filed === 1 && words.changed?.includes('other') ? 1 : 0
  const messages = await world.owner.message.count({ where })
  // A person is offered by 0, and after what was not understood: only there may a call back be asked.
  const offered = path.filter((one) => one === '0').length + Number(/[?7]/.test(name))
  expect(messages - toldOther, name).toBeLessThanOrEqual(offered)
  expect(messages, name).toBeGreaterThanOrEqual(toldOther)
}

const alone: Make = () => home(world.owner, office)

/** A couple that estimated last month, both at work. */
const couple: Make = async () => {
  const of = await home(world.owner, office, ['Ana', 'Luc'], { since: '2026-10' })
  const [ana, luc] = of.viewers
  const october = {
    ...{ changed: ['work'], attest: 'yes', 'work.0.adultId': ana!.personId, 'work.0.employer': 'Café' },
    ...{ 'work.0.gross': '500', 'work.0.net': '300', 'work.0.certainty': 'estimated' },
    ...{ 'work.1.adultId': luc!.personId, 'work.1.employer': 'Quincaillerie', 'work.1.gross': '500' },
    ...{ 'work.1.net': '400', 'work.1.certainty': 'final' },
  }
  expect(codeOf(await submitStatement(call(ana!, october, { month: '2026-10' })))).toBe('filed')
  return of
}

describe('every branch', () => {
  const met = new Set<string>()

  it('TW-01 and TW-02 alone, from the first word on', async () => {
    const { ends, steps } = await walk(alone)
    for (const step of steps) met.add(step)
    process.stdout.write(
      `Alone: ${ends.length} calls, ${Math.max(...ends.map(({ length }) => length))} keys at most\n`,
    )
    expect(ends.length).toBeGreaterThan(thorough ? 400 : 60)
    expect([...steps, 'estimate'].sort()).toEqual([...stepNames].sort())
  })

  it('TW-01 and TW-02 a couple, from the menu on', async () => {
    const begin = ['2', 'FILE', 'BIRTH', 'CODE']
    const seen = new Set<string>()
    const queue: Path[] = [begin]
    let calls = 0
    for (let path = queue.shift(); path; path = queue.shift()) {
      const of = await couple()
      const caller = await replay(of, path)
      calls += 1
      const { state } = await standing(world.owner, caller)
      const filed = (await world.owner.filing.count({ where: { householdId: of.id } })) - 1
      await leavesNothingHalf(of, path, filed)
      expect(new Set(caller.answer.says.map(({ language }) => language))).toEqual(new Set(['en-CA']))
      met.add(state.step)
      // What silence and a person lead to was walked alone.
      const mark = markOf(state, filed)
      if (seen.has(mark) || state.misses > 0 || ['person', 'number'].includes(state.step)) continue
      seen.add(mark)
      queue.push(...pressed[state.step].map((one) => [...path, one]))
    }
    process.stdout.write(`A couple: ${calls} calls\n`)
    expect(calls).toBeGreaterThan(thorough ? 200 : 30)
    expect(met.has('estimate')).toBe(true)
  })

  it('TW-03 calls again from anywhere, and files, or hears the number', async () => {
    const whole: Path = ['1', 'FILE', 'BIRTH', 'CODE', '1', '3', '1', '900', '50', '800', '0', '2', '1']
    for (let length = 0; length <= whole.length; length += 1) {
      const of = await alone()
      await replay(of, whole.slice(0, length))
      const again = await known(of)
      const isFiled = length === whole.length
      expect(await world.owner.filing.count({ where: { householdId: of.id } }), `${length}`).toBe(
        isFiled ? 1 : 0,
      )
      if (isFiled) {
        await again.press('2')
        expect(again.answer.text).toContain('numéro de votre reçu')
      } else {
        await again.press('1', '1', '1')
        // What was told in the first call is not in the second.
        const { answers } = await world.owner.filing.findFirstOrThrow({ where: { householdId: of.id } })
        expect(answers).toMatchObject({ changed: [], work: [], other: null })
      }
    }
  })
})
