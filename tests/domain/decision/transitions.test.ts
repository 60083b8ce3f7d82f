import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isOver, taskKinds, taskStates, type TaskState } from '@/domain/decision/task'
import {
  move,
  transitionOf,
  transitions,
  verbs,
  verbsFor,
  type Mover,
  type Need,
} from '@/domain/decision/transitions'

/*
 * Numbered cases of the table of transitions:
 *   TR-01 every verb has a row, and of a kind in a state a verb leads to one place
 *   TR-02 nothing leaves what is withdrawn; what is over is only undone or reopened, or taken back by who asked for it
 *   TR-03 a machine and a person resume, withdraw and close; nothing else: no decision without a human of the office
 *   TR-04 whoever decides holds the task; a colleague is told it is not theirs, and a supervisor gives it
 *   TR-05 a decision has reasons, a question has words and a day, a request has a document and a day
 *   TR-06 what needs a second person is proposed; seconded, a decision is decided and a hold is a hold
 *   TR-07 whoever decided does not second; whoever did not may send it back, with words
 *   TR-08 what cannot be done is refused by its name, before anything that is missing is asked
 *   TR-09 every move of every history leads to a state of the table, and verbsFor offers what move accepts
 *   TR-10 nothing is ever stuck: what is not over can be ended by the holder or a supervisor
 */
const everything: readonly Need[] = ['reasons', 'until', 'words', 'document', 'assignee']
const holder: readonly Mover[] = ['agent', 'holder']
const colleague: readonly Mover[] = ['agent']

it('TR-01 has one place to go for a verb, a kind and a state', () => {
  for (const verb of verbs) {
    // Opening is the database's: what arrives opens a task.
    if (verb === 'receive') continue
    expect(
      transitions.some((row) => row.verb === verb),
      verb,
    ).toBe(true)
  }
  for (const kind of taskKinds)
    for (const from of taskStates)
      for (const verb of verbs) {
        const rows = transitions.filter(
          (row) => row.verb === verb && row.kinds.includes(kind) && row.from.includes(from),
        )
        expect(rows.length, `${verb} of ${kind} from ${from}`).toBeLessThanOrEqual(1)
      }
})

it('TR-02 leaves nothing that is withdrawn, and only undoes or reopens what is over', () => {
  expect(transitions.filter(({ from }) => from.includes('withdrawn'))).toEqual([])
  const fromOver = transitions.filter(({ from }) => from.some(isOver)).map(({ verb }) => verb)
  expect([...new Set(fromOver)]).toEqual(['undo', 'reopen', 'withdraw'])
})

it('TR-03 lets no machine decide, nor the person for the office', () => {
  const of = (mover: Mover) => [
    ...new Set(transitions.filter(({ who }) => who.includes(mover)).map(({ verb }) => verb)),
  ]
  expect(of('machine')).toEqual(['resume', 'withdraw', 'close'])
  expect(of('person')).toEqual(['resume', 'withdraw'])
  expect(transitions.filter(({ tells, who }) => tells === 'decision' && who.includes('machine'))).toEqual([])
})

it('TR-04 leaves the work to whoever holds it; a supervisor gives it to another', () => {
  const task = { kind: 'statement', state: 'claimed' } as const
  const supervisor: readonly Mover[] = ['agent', 'supervisor']
  for (const verb of ['accept', 'partlyAccept', 'refuse', 'hold', 'askInformation'] as const) {
    for (const movers of [colleague, supervisor])
      expect(move(task, { verb, movers, given: everything }), verb).toEqual({ refusal: 'notYours' })
    expect(move(task, { verb, movers: holder, given: everything }), verb).toHaveProperty('to')
  }
  for (const verb of ['release', 'assign'] as const) {
    expect(move(task, { verb, movers: colleague, given: everything }), verb).toEqual({ refusal: 'notYours' })
    for (const movers of [holder, supervisor])
      expect(move(task, { verb, movers, given: everything }), verb).toHaveProperty('to')
  }
  // What waits goes on waiting, in other hands.
  const given = ['assignee'] as const
  for (const state of ['waiting', 'onHold'] as const)
    expect(move({ ...task, state }, { verb: 'assign', movers: supervisor, given })).toMatchObject({
      to: state,
    })
  // A colleague away does not leave a question without anyone: it is claimed, in the open.
  expect(move({ ...task, state: 'waiting' }, { verb: 'claim', movers: colleague, given: [] })).toMatchObject({
    to: 'claimed',
  })
  expect(move(task, { verb: 'claim', movers: colleague, given: [] })).toEqual({ refusal: 'notPossible' })
})

it('TR-05 asks what must come with a move', () => {
  const task = { kind: 'application', state: 'claimed' } as const
  const missing = (verb: (typeof verbs)[number], given: readonly Need[]) =>
    move(task, { verb, movers: holder, given })
  expect(missing('refuse', [])).toEqual({ refusal: 'needs.reasons' })
  expect(missing('hold', ['reasons'])).toEqual({ refusal: 'needs.until' })
  expect(missing('requestDocument', ['until'])).toEqual({ refusal: 'needs.document' })
  expect(missing('askInformation', ['until'])).toEqual({ refusal: 'needs.words' })
  expect(missing('assign', [])).toEqual({ refusal: 'needs.assignee' })
  for (const { verb, tells, needs } of transitions) {
    if (tells === 'decision' && verb !== 'second') expect(needs, verb).toContain('reasons')
  }
})

it('TR-06 proposes what needs a second person; seconded, a hold is a hold', () => {
  const task = { kind: 'change', state: 'claimed' } as const
  const given = everything
  expect(move(task, { verb: 'hold', movers: holder, given, needsSecond: true })).toMatchObject({
    to: 'proposed',
  })
  expect(move(task, { verb: 'hold', movers: holder, given })).toMatchObject({ to: 'onHold' })
  // What tells no decision never waits for another.
  expect(move(task, { verb: 'askInformation', movers: holder, given, needsSecond: true })).toMatchObject({
    to: 'waiting',
  })
  const proposed = { kind: 'change', state: 'proposed' } as const
  const second = { verb: 'second', movers: ['agent', 'second'], given: [], needsSecond: true } as const
  expect(move(proposed, { ...second, proposed: 'held' })).toMatchObject({ to: 'onHold' })
  expect(move(proposed, { ...second, proposed: 'refused' })).toMatchObject({ to: 'decided' })
})

it('TR-07 is seconded by another than the one who decided', () => {
  const task = { kind: 'review', state: 'proposed' } as const
  const author: readonly Mover[] = ['agent', 'holder', 'author']
  expect(move(task, { verb: 'second', movers: author, given: [] })).toEqual({ refusal: 'notYours' })
  expect(move(task, { verb: 'sendBack', movers: author, given: ['words'] })).toEqual({ refusal: 'notYours' })
  expect(move(task, { verb: 'undo', movers: author, given: [] })).toMatchObject({ to: 'claimed' })
  const other: readonly Mover[] = ['agent', 'second']
  expect(move(task, { verb: 'sendBack', movers: other, given: [] })).toEqual({ refusal: 'needs.words' })
  expect(move(task, { verb: 'undo', movers: other, given: [] })).toEqual({ refusal: 'notYours' })
})

it('TR-08 refuses by name what cannot be done', () => {
  const refusal = (state: TaskState, verb: (typeof verbs)[number]) =>
    move({ kind: 'message', state }, { verb, movers: [], given: [] })
  expect(refusal('claimed', 'accept')).toEqual({ refusal: 'notPossible' })
  expect(refusal('withdrawn', 'claim')).toEqual({ refusal: 'alreadyMoved' })
  expect(refusal('claimed', 'close')).toEqual({ refusal: 'notYours' })
  expect(transitionOf('message', 'claimed', 'refuse')).toBeNull()
})

it('TR-09 never leads out of the table, whatever the history', () => {
  const movers = fc.subarray<Mover>([
    'agent',
    'holder',
    'supervisor',
    'second',
    'author',
    'person',
    'machine',
  ])
  const step = fc.record({ verb: fc.constantFrom(...verbs), movers, needsSecond: fc.boolean() })
  fc.assert(
    fc.property(fc.constantFrom(...taskKinds), fc.array(step, { maxLength: 40 }), (kind, steps) => {
      let state: TaskState = 'received'
      for (const { verb, movers: who, needsSecond } of steps) {
        const offered = verbsFor(kind, state, who)
        const moved = move({ kind, state }, { verb, movers: who, given: everything, needsSecond })
        expect('to' in moved).toBe(offered.includes(verb))
        if (!('to' in moved)) continue
        expect(taskStates).toContain(moved.to)
        // A decision that needs a second person is never final by one alone.
        if (needsSecond && moved.row.tells === 'decision' && verb !== 'second')
          expect(moved.to).toBe('proposed')
        state = moved.to
      }
    }),
  )
})

it('TR-10 leaves a way to the end from wherever it is not over', () => {
  const all: readonly Mover[] = ['agent', 'holder', 'supervisor', 'second', 'author']
  for (const kind of taskKinds) {
    const reached = new Set<TaskState>(['received'])
    const ends = (from: TaskState, seen: readonly TaskState[]): boolean =>
      verbsFor(kind, from, all).some((verb) => {
        const moved = move({ kind, state: from }, { verb, movers: all, given: everything })
        if (!('to' in moved) || seen.includes(moved.to)) return false
        reached.add(moved.to)
        return isOver(moved.to) || ends(moved.to, [...seen, moved.to])
      })
    for (const state of reached)
      if (!isOver(state)) expect(ends(state, [state]), `${kind} ${state}`).toBe(true)
  }
})
