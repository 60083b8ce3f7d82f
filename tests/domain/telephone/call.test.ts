import { describe, expect, it } from 'vitest'
import { day, instant, month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import {
  advance,
  type CallEvent,
  type CallState,
  type Doing,
  type Facts,
  type FileFacts,
  firstState,
  type Outcome,
  sayCodes,
  type Turn,
} from '@/domain/telephone/call'
import { answersFrom, isAnswered } from '@/domain/telephone/hours'
import { type StepName, stepNames } from '@/domain/telephone/steps'

/*
 * Numbered cases, before the code:
 *   TL-01 every step and every sentence is reached, and every answer says something or ends
 *   TL-02 silence or what is not understood: asked again twice, then a person is offered, then goodbye; never a loop
 *   TL-03 star goes back to the beginning and drops what was not sent; 0 offers a person; 9 says it again
 *   TL-04 digits of a code are never kept
 *   TL-05 nothing is filed but by a yes to what was read back, and it is what was read back
 *   TL-06 of a couple each is asked in turn; work is told in dollars and cents, the net never above the gross
 *   TL-07 what the keys cannot tell is said to be for a person, and the rest is filed
 *   TL-08 estimates of the month before are made final first
 *   TL-09 a wait is waited on the line when short, told when long; three wrong proofs end the trying
 *   TL-11 what is asked no more, because the file changed during the call, leads back to the menu, or to a person
 *   TL-10 a person answers on business days from 8:30 to 16:30, Québec time; 0 is only a figure in an amount
 */
const november = month('2026-11')
const file: FileFacts = {
  jobs: [0],
  due: [{ month: november, dueOn: day('2026-11-16'), late: false, begun: false }],
  payment: { month: month('2026-12'), paidOn: day('2026-12-01'), cents: cents(84_500) },
  receipt: null,
  estimates: [],
  closedFrom: null,
}
const facts: Facts = {
  isAnswered: true,
  answersFrom: instant('2026-11-11T13:30:00.000Z'),
  knowsNumber: true,
  file: null,
}
const receipt = { month: month('2026-10'), number: 'Q-2610-7K3QD-M0X8V-R' }
const estimate = (adult: number) => ({ adult, topic: 'work' as const, cents: cents(30_000) })

/** The worlds a call may meet, once its caller is known. */
const files: Record<string, FileFacts> = {
  alone: file,
  couple: { ...file, jobs: [1, 0], receipt, estimates: [estimate(0), estimate(1)] },
  busy: { ...file, jobs: [2, 0] },
  late: {
    ...file,
    due: ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].map((of) => ({
      ...{ month: month(of), dueOn: day(`${of}-15`), late: of !== '2026-11', begun: of === '2026-07' },
    })),
    payment: { ...file.payment!, cents: null },
  },
  nothing: { ...file, due: [], receipt },
  closed: { ...file, due: [], receipt, payment: null, closedFrom: month('2026-12') },
}

const keys = [
  ...['0', '1', '2', '3', '7', '9', '*', '12', '50', '05', '900', '12345', '123456', '12041980', '99999999'],
  ...['5145550123', '3366000101'],
]
const outcomes: Record<Doing['errand']['kind'], readonly Outcome[]> = {
  prove: [
    ...([true, false] as const).map((newCode) => ({ kind: 'known' as const, newCode })),
    { kind: 'refused' },
    { kind: 'wait', seconds: 10 },
    { kind: 'wait', seconds: 400 },
  ],
  sendCode: [{ kind: 'codeSent' }, { kind: 'wait', seconds: 10 }],
  preview: [
    { kind: 'previewed', cents: cents(80_000) },
    { kind: 'previewed', cents: null },
  ],
  file: [{ kind: 'filed', before: false }, { kind: 'filed', before: true }, { kind: 'notFiled' }],
  askCallBack: [{ kind: 'callBackAsked', by: day('2026-11-12') }],
}

type Met = {
  readonly from: CallState
  readonly event: CallEvent
  readonly known: boolean
  readonly result: Turn | Doing
}
type At = { state: CallState; events: readonly CallEvent[]; known: boolean; filed: boolean }

/** What tells two standings apart. Amounts, numbers and dates are many, and are all alike. */
function markOf(state: CallState, then: string, isKnown: boolean): string {
  const { step, misses, told, language, refusals, asking, adult } = state
  const telling = told && [told.work.length, told.other, told.finals.length, adult]
  const amount = step === 'dollars' || step === 'cents' ? asking : null
  const typed = [state.file === null, state.birth === null, state.paymentCents === null]
  return JSON.stringify([step, misses, then, isKnown, language === null, refusals, telling, amount, typed])
}

/** Every answer of a call in a world, by whatever may come, each state once. */
function walk(known: FileFacts, about: Partial<Facts> = {}): Met[] {
  const met: Met[] = []
  const seen = new Set<string>()
  const queue: At[] = [{ state: firstState, events: [{ kind: 'began' }], known: false, filed: false }]
  for (let at = queue.shift(); at; at = queue.shift()) {
    for (const event of at.events) {
      const isKnown = at.known || event.kind === 'known'
      const filed = at.filed || event.kind === 'filed'
      const now = filed ? { ...known, receipt: known.receipt ?? receipt } : known
      const result = advance(at.state, event, { ...facts, ...about, file: isKnown ? now : null })
      met.push({ from: at.state, event, known: isKnown, result })
      const { state } = result
      const then = 'errand' in result ? result.errand.kind : result.then
      const mark = markOf(state, then, isKnown)
      if (seen.has(mark)) continue
      seen.add(mark)
      const events: readonly CallEvent[] =
        'errand' in result
          ? outcomes[result.errand.kind]
          : result.then === 'transfer'
            ? [true, false].map((answered) => ({ kind: 'transferred' as const, answered }))
            : [...keys.map((one) => ({ kind: 'keys' as const, keys: one })), { kind: 'silence' as const }]
      queue.push({ state, events, known: isKnown, filed })
    }
  }
  return met
}

const everything: readonly Met[] = [
  ...Object.values(files).flatMap((one) => walk(one)),
  ...walk(file, { isAnswered: false, knowsNumber: false }),
]
const turns = everything.flatMap(({ result }) => ('errand' in result ? [] : [result]))
const said = (result: Turn | Doing): string[] => result.say.map(({ code }) => code)

/** A known caller, pressing keys; errands are done as they go well. */
function press(known: FileFacts, ...pressed: string[]): Turn {
  const all = { ...facts, file: known }
  const begun = advance({ ...firstState, language: 'fr' }, { kind: 'known', newCode: false }, all) as Turn
  return pressed.reduce((turn, one) => {
    const result = advance(turn.state, { kind: 'keys', keys: one }, all)
    if (!('errand' in result)) return result
    const outcome = outcomes[result.errand.kind][0]!
    const done = advance(result.state, outcome, { ...all, file: { ...known, receipt } }) as Turn
    return { ...done, say: [...result.say, ...done.say] }
  }, begun)
}

describe('a call', () => {
  it('TL-01 reaches every step and every sentence, and says something each time or ends', () => {
    expect(everything.length).toBeGreaterThan(2_000)
    expect([...new Set(turns.map(({ state }) => state.step))].sort()).toEqual([...stepNames].sort())
    expect([...new Set(everything.flatMap(({ result }) => said(result)))].sort()).toEqual(
      [...sayCodes].sort(),
    )
    for (const turn of turns) expect(turn.say.length).toBeGreaterThan(0)
    // Chosen once, the language stays; before, both are spoken.
    for (const { from, result } of everything) {
      if (from.language) expect(result.state.language).toBe(from.language)
    }
  })

  it('TL-02 asks again twice, offers a person, then says goodbye: never a loop', () => {
    for (const turn of turns.filter(({ then }) => then === 'one' || then === 'many')) {
      const all = { ...facts, file: files['couple']! }
      let next: Turn = { ...turn, state: { ...turn.state, misses: 0 } }
      const steps: StepName[] = []
      for (let index = 0; index < 6 && next.then !== 'hangUp'; index += 1) {
        next = advance(next.state, { kind: 'silence' }, all) as Turn
        steps.push(next.state.step)
      }
      const own = turn.state.step
      const toPerson = own === 'person' ? [] : [own, own, 'person' as const]
      expect(steps).toEqual([...toPerson, 'person', 'person', 'over'])
      expect(said(next)).toEqual(['goodbye'])
    }
    const wrong = press(file, '7', '7', '7')
    expect(wrong.state.step).toBe('person')
    expect(said(press(file, '7', '7'))[0]).toBe('wrong')
    // Understood in between, it is forgiven.
    expect(press(file, '7', '7', '9', '7', '7').state.step).toBe('menu')
  })

  it('TL-03 goes back by star, to a person by 0, and says it again by 9', () => {
    for (const { from, event, known, result } of everything) {
      if (event.kind !== 'keys' || from.step === 'over') continue
      const { state } = result
      if (event.keys === '*') {
        const begins = from.refusals < 3 ? (from.language ? 'file' : 'language') : 'person'
        expect(state.step).toBe(known ? 'menu' : begins)
        expect([state.told, state.file, state.birth]).toEqual([null, null, null])
      }
      const isAmount = from.step === 'dollars' || from.step === 'cents'
      if (event.keys === '0' && !isAmount && from.step !== 'person') expect(state.step).toBe('person')
      if (event.keys === '9' && !isAmount) {
        expect(state).toEqual({ ...from, misses: 0 })
      }
    }
    expect(press(file, '1', '2', '9').state).toMatchObject({ step: 'cents', dollars: 9 })
    expect(press(file, '1', '2', '0').state).toMatchObject({ step: 'cents', dollars: 0 })
  })

  it('TL-04 keeps no digit of a code', () => {
    for (const { event, result } of everything) {
      if (event.kind !== 'keys' || !/^(12345|123456)$/.test(event.keys)) continue
      if ('errand' in result && result.errand.kind === 'prove') {
        expect(JSON.stringify({ ...result.state, file: null })).not.toContain('12345')
        expect(JSON.stringify(result.say)).not.toContain('12345')
      }
    }
    // Neither the number nor the date stay once they have proved someone, or proved nobody, or the call is over.
    for (const { event, result } of everything) {
      if (event.kind === 'known' || event.kind === 'refused' || result.state.step === 'over')
        expect([result.state.file, result.state.birth]).toEqual([null, null])
    }
  })

  it('TL-05 files nothing but by a yes to what was read back', () => {
    const filings = everything.filter(({ result }) => 'errand' in result && result.errand.kind === 'file')
    expect(filings.length).toBeGreaterThan(3)
    for (const { from, event, known, result } of filings) {
      expect([from.step, event, known]).toEqual(['readBack', { kind: 'keys', keys: '1' }, true])
      expect((result as Doing).errand).toEqual({ kind: 'file', told: from.told })
    }
    const sent = press(file, '1', '1', '1')
    expect(said(sent)).toEqual(['filed', 'receipt', 'receiptKeys'])
    // Not by any key that comes in place of the yes.
    for (const one of ['2', '3', '7', '9', '0', '*'])
      expect(said(press(file, '1', '1', one))).not.toContain('filed')
  })

  it('TL-06 asks each adult in turn, in dollars and cents, the net never above the gross', () => {
    const couple = { ...file, jobs: [0, 0] }
    expect(press(couple, '1').say).toEqual([{ code: 'changes', whose: 'own' }])
    expect(press(couple, '1', '1').say).toEqual([{ code: 'changes', whose: 'other' }])
    const read = press(couple, '1', '1', '2', '900', '50', '800', '0', '2')
    expect(read.say).toEqual([
      { code: 'readMonth', month: november },
      { code: 'readNothing', whose: 'own' },
      { code: 'readWork', whose: 'other', gross: 90_050, amount: 80_000, certainty: 'estimated' },
      { code: 'readPayment', month: '2026-12', amount: 80_000 },
      { code: 'attest' },
    ])
    // Five could be five cents or fifty.
    expect(said(press(file, '1', '2', '900', '5'))).toEqual(['wrong', 'askCents'])
    expect(said(press(file, '1', '2', '900', '0', '901', '0'))).toEqual(['netAboveGross', 'askGross'])
    expect(press(file, '1', '2', '900', '0', '900', '0').state.step).toBe('certainty')
    // Begun over, nothing of the first telling stays.
    expect(press(couple, '1', '1', '2', '900', '50', '800', '0', '2', '2').state.told).toMatchObject({
      work: [],
    })
  })

  it('TL-07 leaves to a person what the keys cannot tell, and files the rest', () => {
    expect(said(press(file, '1', '3'))).toEqual(['otherNoted', 'alsoWork'])
    const read = press(file, '1', '3', '2')
    expect(said(read)).toEqual(['readMonth', 'readNoWork', 'readOther', 'readPayment', 'attest'])
    expect(said(press(file, '1', '3', '2', '1'))).toEqual(['filed', 'otherTold', 'receipt', 'receiptKeys'])
    expect(said(press(file, '1', '3', '1', '100', '0', '90', '0', '1'))).toContain('readWork')
    const several = press(files['busy']!, '1', '2')
    expect(said(several)).toEqual(['severalJobs', 'changes'])
    expect(several.state.told?.other).toBe(true)
  })

  it('TL-08 makes the estimates of the month before final first', () => {
    const couple = files['couple']!
    expect(press(couple, '1').say).toEqual([
      { code: 'estimate', whose: 'own', topic: 'work', amount: 30_000 },
    ])
    const other = press(couple, '1', '1')
    expect(other.say).toEqual([{ code: 'estimate', whose: 'other', topic: 'work', amount: 30_000 }])
    const told = press(couple, '1', '1', '2', '310', '25')
    expect(told.state).toMatchObject({ step: 'changes', told: { finals: [30_000, 31_025] } })
  })

  it('TL-09 waits a little on the line, tells a long wait, and tries three proofs', () => {
    const at: CallState = {
      ...firstState,
      step: 'code',
      language: 'fr',
      file: '3366',
      birth: day('1980-04-12'),
    }
    const short = advance(at, { kind: 'wait', seconds: 30 }, facts) as Turn
    expect([short.state.step, said(short)]).toEqual(['code', ['waitShort', 'askCode']])
    const long = advance(at, { kind: 'wait', seconds: 31 }, facts) as Turn
    expect([long.state.step, long.say[0]]).toEqual(['person', { code: 'waitLong', count: 1 }])
    let state = at
    const steps: StepName[] = []
    for (let index = 0; index < 3; index += 1) {
      state = advance({ ...state, step: 'code' }, { kind: 'refused' }, facts).state
      steps.push(state.step)
    }
    expect(steps).toEqual(['file', 'file', 'person'])
    // Going back to the beginning is no way to guess on.
    expect(advance(state, { kind: 'keys', keys: '*' }, facts).state.step).toBe('person')
  })

  it('TL-11 goes back to the menu when what was asked is there no more, and to a person when the file is gone', () => {
    const asked = press(files['couple']!, '1').state
    const gone = advance(asked, { kind: 'keys', keys: '9' }, { ...facts, file }) as Turn
    expect([gone.state.step, gone.state.told, said(gone)[0]]).toEqual(['menu', null, 'changedMeanwhile'])
    const left = advance(asked, { kind: 'keys', keys: '1' }, facts) as Turn
    expect(said(left)[0]).toBe('wrong')
    expect([left.state.step, said(left)[1]]).toEqual(['person', 'changedMeanwhile'])
  })

  it('TL-10 knows when a person answers', () => {
    const at = (text: string) => instant(text)
    // Summer and winter time; a Friday evening; the Saturday; Thanksgiving.
    expect(isAnswered(at('2026-11-10T13:29:59.999Z'))).toBe(false)
    expect(isAnswered(at('2026-11-10T13:30:00.000Z'))).toBe(true)
    expect(isAnswered(at('2026-11-10T21:29:59.999Z'))).toBe(true)
    expect(isAnswered(at('2026-11-10T21:30:00.000Z'))).toBe(false)
    expect(isAnswered(at('2026-07-07T12:30:00.000Z'))).toBe(true)
    expect(isAnswered(at('2026-11-14T15:00:00.000Z'))).toBe(false)
    expect(isAnswered(at('2026-10-12T15:00:00.000Z'))).toBe(false)
    expect(answersFrom(at('2026-11-10T10:00:00.000Z'))).toBe('2026-11-10T13:30:00.000Z')
    expect(answersFrom(at('2026-11-13T22:00:00.000Z'))).toBe('2026-11-16T13:30:00.000Z')
    expect(answersFrom(at('2026-10-09T22:00:00.000Z'))).toBe('2026-10-13T12:30:00.000Z')
    const closed = advance(
      { ...firstState, step: 'menu', language: 'fr' },
      { kind: 'keys', keys: '0' },
      {
        ...{ ...facts, file, isAnswered: false },
      },
    ) as Turn
    expect(said(closed)).toEqual(['personClosed', 'personBack', 'personKeys'])
    expect(
      said(advance(closed.state, { kind: 'keys', keys: '1' }, { ...facts, file, isAnswered: false }))[0],
    ).toBe('wrong')
  })
})
