import type { Day, Instant, Month } from '../calendar'
import { cents, type Cents } from '../money'
import type { Certainty } from '../statement/answers'
import type { IncomeTopic } from '../statement/confirmation'
import { type Heard, steps, type StepName } from './steps'

/*
 * A call to the automated line, as a pure machine: where it stands, what came, what is known → where it stands next, what
 * is said, and what is done then. What is said are codes; their sentences are in `telephone.json`.
 */

export type Language = 'fr' | 'en'

/** Whose: the only adult's, the caller's own, or the other adult's of a couple. No name is said on the line. */
export type Whose = 'alone' | 'own' | 'other'

/** The month's work of one adult, told in figures. */
export type ToldWork = {
  readonly adult: number
  readonly grossCents: Cents
  readonly netCents: Cents
  readonly certainty: Certainty
}

/** What was told of a month so far. Nothing of it is filed before it was read back and attested. */
export type Told = {
  readonly month: Month
  readonly work: readonly ToldWork[]
  /** Something the keys cannot tell, which a person will ask for. */
  readonly other: boolean
  /** The estimates of the month before made final, in the order of the facts. */
  readonly finals: readonly Cents[]
}

/** Where a call stands between two answers. Never a digit of an access code. */
export type CallState = {
  readonly step: StepName
  /** Null until it is chosen: then both are spoken. */
  readonly language: Language | null
  /** How many times in a row nothing was understood. */
  readonly misses: number
  /** The file number and the birth date typed, until they prove someone. */
  readonly file: string | null
  readonly birth: Day | null
  readonly refusals: number
  readonly told: Told | null
  /** Of whom one is asked: the place of the adult. */
  readonly adult: number
  /** Which amount is typed, and the part of it that was. */
  readonly asking: 'final' | 'gross' | 'net'
  readonly dollars: number
  readonly grossCents: Cents
  readonly netCents: Cents
  /** The payment that what was told leads to; null when none is computed. */
  readonly paymentCents: Cents | null
}

export const firstState: CallState = {
  ...{ step: 'language', language: null, misses: 0, file: null, birth: null, refusals: 0, told: null },
  ...{ adult: 0, asking: 'gross', dollars: 0, grossCents: cents(0), netCents: cents(0), paymentCents: null },
}

/** What the line knows when something comes. */
export type Facts = {
  readonly isAnswered: boolean
  readonly answersFrom: Instant
  /** The number the call comes from is told. */
  readonly knowsNumber: boolean
  /** Null until the caller proved who they are. */
  readonly file: FileFacts | null
}
export type FileFacts = {
  /** How many jobs each adult has as it is known, the caller first. */
  readonly jobs: readonly number[]
  /** The statements that can be sent now, oldest first. */
  readonly due: readonly DueStatement[]
  /** The next payment; null when the file is closed and none is to be made. */
  readonly payment: { readonly month: Month; readonly paidOn: Day; readonly cents: Cents | null } | null
  /** The month from which the file is closed; null while it is open. */
  readonly closedFrom: Month | null
  readonly receipt: { readonly month: Month; readonly number: string } | null
  /** What was estimated the month before the statement that is told, and must be made final. */
  readonly estimates: readonly {
    readonly adult: number
    readonly topic: IncomeTopic
    readonly cents: Cents
  }[]
}
export type DueStatement = {
  readonly month: Month
  readonly dueOn: Day
  readonly late: boolean
  /** Something was begun elsewhere and not sent. */
  readonly begun: boolean
}

/** What comes: the caller's keys or silence, the end of a transfer, or what became of an errand. */
export type CallEvent =
  | { readonly kind: 'began' }
  | { readonly kind: 'keys'; readonly keys: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'transferred'; readonly answered: boolean }
  | Outcome
export type Outcome =
  | { readonly kind: 'known'; readonly newCode: boolean }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'codeSent' }
  | { readonly kind: 'previewed'; readonly cents: Cents | null }
  | { readonly kind: 'filed'; readonly before: boolean }
  | { readonly kind: 'notFiled' }
  | { readonly kind: 'callBackAsked'; readonly by: Day }

/** What is done for the caller before they are answered. */
export type Errand =
  | { readonly kind: 'prove'; readonly code: string }
  | { readonly kind: 'sendCode' }
  | { readonly kind: 'preview'; readonly told: Told }
  | { readonly kind: 'file'; readonly told: Told }
  | { readonly kind: 'askCallBack'; readonly number: string | null }

/** A sentence, with what fills it. `in`: in that language, whatever was chosen. */
export type Say = {
  readonly code: SayCode
  readonly in?: Language
  readonly month?: Month
  readonly day?: Day
  readonly at?: Instant
  readonly amount?: Cents
  readonly gross?: Cents
  readonly whose?: Whose
  readonly topic?: IncomeTopic
  readonly certainty?: Certainty
  readonly number?: string
  readonly count?: number
}
export const sayCodes = [
  ...['welcome', 'goodbye', 'wrong', 'silence', 'askFile', 'askBirth', 'askCode', 'refused', 'waitShort'],
  ...[
    'waitLong',
    'codeSent',
    'known',
    'newCode',
    'nothingDue',
    'closed',
    'due',
    'late',
    'moreDue',
    'payment',
    'paymentUnknown',
  ],
  ...['menuFile', 'menuReceipt', 'menuKeys', 'lateNote', 'begunNote', 'estimate', 'changes', 'alsoWork'],
  ...['severalJobs', 'otherNoted', 'askGross', 'askNet', 'askFinal', 'askCents', 'netAboveGross'],
  ...['certainty', 'readMonth', 'readFinal', 'readWork', 'readNothing', 'readNoWork', 'readOther'],
  ...['readPayment', 'readPaymentUnknown', 'attest', 'filed', 'filedBefore', 'otherTold', 'receipt'],
  ...['receiptKeys', 'changedMeanwhile', 'personOpen', 'personClosed', 'personBack', 'personKeys'],
  ...['transferring', 'noAnswer', 'numberHere', 'numberOther', 'callBackAsked'],
] as const
export type SayCode = (typeof sayCodes)[number]

/** What the caller is told, and what the line does then. */
export type Turn = {
  readonly state: CallState
  readonly say: readonly Say[]
  /** `one`: for one key. `many`: for several, ended by the pound key. */
  readonly then: 'one' | 'many' | 'transfer' | 'hangUp'
}
/** Something is to be done first; its outcome comes back as an event. */
export type Doing = { readonly state: CallState; readonly say: readonly Say[]; readonly errand: Errand }

/** So many times in a row one is asked again; then a person is offered, and in the end the line says goodbye. */
const MOST_MISSES = 3
/** So many proofs are tried in one call. */
const MOST_REFUSALS = 3
/** A wait this long is waited on the line; a longer one is told. Seconds. */
const LONGEST_PAUSE = 30

/** The call goes on. */
export function advance(state: CallState, event: CallEvent, facts: Facts): Turn | Doing {
  if (state.step === 'over') return end(state)
  switch (event.kind) {
    case 'began':
      return ask(state, facts)
    case 'transferred':
      return event.answered ? end(state) : goTo('person', state, facts, [{ code: 'noAnswer' }])
    case 'silence':
      return state.step === 'transferred' ? end(state) : missed(state, facts, 'silence')
    case 'keys':
      return heard(state, event.keys, facts)
    default:
      return came(state, event, facts)
  }
}

function heard(state: CallState, keys: string, facts: Facts): Turn | Doing {
  const { takes, hear } = steps[state.step]
  // A way out of anything, and a way to take back what was typed wrong.
  if (keys.includes('*')) return begin(state, facts)
  // A digit of an amount is only that.
  if (takes !== 'amount' && keys === '0' && state.step !== 'person') return goTo('person', state, facts)
  if (takes !== 'amount' && keys === '9') return ask({ ...state, misses: 0 }, facts)
  const understood: Heard = hear(state, keys, facts)
  if (understood === null) return missed(state, facts, 'wrong')
  const next = { ...state, ...understood.change, misses: 0 }
  if (understood.errand) return { state: next, say: understood.say ?? [], errand: understood.errand }
  if (next.step === 'transferred') return { state: next, say: [{ code: 'transferring' }], then: 'transfer' }
  return ask(next, facts, understood.say)
}

/** What became of an errand. */
function came(state: CallState, outcome: Outcome, facts: Facts): Turn {
  switch (outcome.kind) {
    case 'known': {
      const forgotten = { ...state, file: null, birth: null, refusals: 0 }
      const newCode: Say[] = outcome.newCode ? [{ code: 'newCode' }] : []
      return goTo('menu', forgotten, facts, [{ code: 'known' }, ...newCode])
    }
    case 'refused': {
      const refusals = state.refusals + 1
      const again = { ...state, refusals, file: null, birth: null }
      return goTo(refusals < MOST_REFUSALS ? 'file' : 'person', again, facts, [{ code: 'refused' }])
    }
    case 'wait': {
      const { seconds } = outcome
      if (seconds <= LONGEST_PAUSE) return ask(state, facts, [{ code: 'waitShort', count: seconds }])
      return goTo('person', state, facts, [{ code: 'waitLong', count: Math.ceil(seconds / 60) }])
    }
    case 'codeSent':
      return ask(state, facts, [{ code: 'codeSent' }])
    case 'previewed':
      return goTo('readBack', { ...state, paymentCents: outcome.cents }, facts)
    case 'filed': {
      const other: Say[] = state.told?.other ? [{ code: 'otherTold' }] : []
      const said: Say[] = [{ code: outcome.before ? 'filedBefore' : 'filed' }, ...other]
      return goTo('receipt', { ...state, told: null }, facts, said)
    }
    case 'notFiled':
      return goTo('menu', { ...state, told: null }, facts, [{ code: 'changedMeanwhile' }])
    case 'callBackAsked':
      return goTo('menu', { ...state, told: null }, facts, [{ code: 'callBackAsked', day: outcome.by }])
  }
}

/** Back to the menu; before anyone is known, to the file number. What was told and not sent is dropped. */
function begin(state: CallState, facts: Facts): Turn {
  const dropped = { ...state, told: null, file: null, birth: null }
  if (facts.file) return goTo('menu', dropped, facts)
  // Whoever proved nobody so often does not go on guessing by going back.
  if (state.refusals >= MOST_REFUSALS) return goTo('person', dropped, facts)
  return goTo(state.language ? 'file' : 'language', dropped, facts)
}

function missed(state: CallState, facts: Facts, why: 'wrong' | 'silence'): Turn {
  const misses = state.misses + 1
  if (misses < MOST_MISSES) return ask({ ...state, misses }, facts, [{ code: why }])
  return state.step === 'person' ? end(state) : goTo('person', state, facts, [{ code: why }])
}

function goTo(step: StepName, state: CallState, facts: Facts, said: readonly Say[] = []): Turn {
  return ask({ ...state, step, misses: 0 }, facts, said)
}

function ask(state: CallState, facts: Facts, said: readonly Say[] = []): Turn {
  const { takes, ask: asks } = steps[state.step]
  const asked = asks(state, facts)
  // What was to be asked is there no more: the file changed during the call.
  if (asked.length === 0) {
    const stays = facts.file !== null && state.step !== 'menu'
    return goTo(stays ? 'menu' : 'person', { ...state, told: null }, facts, [
      ...said,
      { code: 'changedMeanwhile' },
    ])
  }
  return { state, say: [...said, ...asked], then: takes === 'one' ? 'one' : 'many' }
}

/** Nothing typed stays behind. */
function end({ language }: CallState): Turn {
  return { state: { ...firstState, language, step: 'over' }, say: [{ code: 'goodbye' }], then: 'hangUp' }
}
