import { addDays, dayOf, type Day, type Instant } from '../calendar'
import { businessDayOnOrAfter } from '../statement/holidays'
import type { Adult } from './adult'
import { inOrder, ownerOf, type ApplicationEvent } from './events'
import { givingTerm, termOn } from './terms'

/*
 * What an application waits for from the people who apply, from when, and until when. Everything here follows from the
 * events: the same ones always give the same answer, whenever they are read.
 */

/** What the decision waits for. A document by its requirement, an answer by the message that asks it. */
export type Awaited = {
  readonly kind: 'document' | 'information' | 'confirmation'
  readonly subject: string
  /** Whose it is to give. */
  readonly of: Adult | 'household'
  readonly since: Instant
  /** An agent asked for it; otherwise the answers sent do. */
  readonly byOffice: boolean
}

/**
 * The last day to give something, put off to a business day (I-16, s. 52). After it, the application *may* be refused,
 * by a person: nothing is refused by the date alone, and what comes later is taken all the same.
 */
export function dueDayOf(awaited: { readonly since: Instant }): Day {
  const asked = dayOf(awaited.since)
  return businessDayOnOrAfter(addDays(asked, termOn(givingTerm, asked).days))
}

/** What is awaited from an instant on, until the next entry. */
export type Waiting = { readonly at: Instant; readonly awaited: readonly Awaited[] }

/** What is still awaited once all these events have happened, in the order it was asked. */
export function awaitedAfter(events: readonly ApplicationEvent[]): readonly Awaited[] {
  return waitingOf(events).at(-1)?.awaited ?? []
}

/**
 * What is awaited after each event; of events of one instant, after the last. Nothing is, before the application is sent
 * and after it is decided or withdrawn.
 *
 * A person who says that they cannot get a document, or that it was given already, has done their part: the next step
 * is the office's, which finds it, takes a substitute or asks again. A spouse who disagrees has not confirmed: were it
 * otherwise, the clock would tell the other adult.
 */
export function waitingOf(events: readonly ApplicationEvent[]): readonly Waiting[] {
  let state = nothing
  const waiting: Waiting[] = []
  for (const event of inOrder(events)) {
    state = after(state, event)
    if (waiting.at(-1)?.at === event.at) waiting.pop()
    waiting.push({ at: event.at, awaited: state.sent && !state.ended ? openIn(state) : [] })
  }
  return waiting
}

type Asked = Awaited & {
  /** Whom the event that asked it was about: a later one of the same replaces it. */
  readonly told: Awaited['of']
}

type State = {
  readonly sent: boolean
  readonly ended: boolean
  /** By what is asked; in the order it was asked. */
  readonly asked: ReadonlyMap<string, Asked>
  /** How many files each requirement has. */
  readonly files: ReadonlyMap<string, number>
  /** Requirements whose next step is the office's, without a file. */
  readonly settled: ReadonlySet<string>
}
const nothing: State = { sent: false, ended: false, asked: new Map(), files: new Map(), settled: new Set() }

const openIn = ({ asked, files, settled }: State): Awaited[] =>
  [...asked.values()]
    .filter(({ kind, subject }) => kind !== 'document' || (!files.get(subject) && !settled.has(subject)))
    .map(({ kind, subject, of, since, byOffice }) => ({ kind, subject, of, since, byOffice }))

function after(state: State, event: ApplicationEvent): State {
  const { kind, subject, at, about: told } = event
  switch (kind) {
    case 'required':
      return requiring(state, event)
    case 'sent':
    case 'corrected':
      return confirming({ ...state, sent: true }, event)
    case 'spouseConfirmed':
      return without(state, 'confirmation', '')
    case 'documentGiven':
      return withFiles(state, subject, (state.files.get(subject) ?? 0) + 1)
    case 'documentRemoved':
      return withFiles(state, subject, Math.max(0, (state.files.get(subject) ?? 0) - 1))
    case 'documentWaived':
      return settling(state, subject, true)
    case 'documentAnswered':
      return settling(state, subject, event.answer === 'given' || event.answer === 'cannot')
    case 'documentAsked':
    case 'documentRefused': {
      // A file that would harm is not asked for anew when nothing asked for it.
      const isAsked = event.by === 'office' || state.asked.has(keyOf('document', subject))
      const anew = settling(withFiles(state, subject, 0), subject, false)
      const of = ownerOf(subject)
      return isAsked ? asking(anew, { kind: 'document', subject, of, since: at, byOffice: true, told }) : anew
    }
    case 'informationAsked':
      return asking(state, { kind: 'information', subject, of: told, since: at, byOffice: true, told })
    case 'informationGiven':
      return without(state, 'information', subject)
    case 'decided':
    case 'withdrawn':
    case 'erased':
      return { ...state, ended: true }
    default:
      return state
  }
}

/** What the answers no longer ask for is no longer awaited, unless the office asked for it itself. */
function requiring(state: State, { required = [], about: told, at: since }: ApplicationEvent): State {
  const isLeft = (one: Asked) =>
    one.kind === 'document' &&
    !one.byOffice &&
    (one.told === told || one.of === told) &&
    !required.includes(one.subject)
  let next: State = { ...state, asked: new Map([...state.asked].filter(([, one]) => !isLeft(one))) }
  for (const subject of required) {
    const before = next.asked.get(keyOf('document', subject))
    const one: Asked = before ?? {
      kind: 'document',
      subject,
      of: ownerOf(subject),
      since,
      byOffice: false,
      told,
    }
    next = asking(next, { ...one, told })
  }
  return next
}

function confirming(state: State, { spouseConfirms, at: since }: ApplicationEvent): State {
  if (spouseConfirms === false) return without(state, 'confirmation', '')
  if (!spouseConfirms || state.asked.has(keyOf('confirmation', ''))) return state
  const one = {
    kind: 'confirmation',
    subject: '',
    of: 'spouse',
    since,
    byOffice: false,
    told: 'household',
  } as const
  return asking(state, one)
}

/** Asked again, it is asked from that day: people have the whole delay. */
function asking(state: State, one: Asked): State {
  return { ...state, asked: new Map(state.asked).set(keyOf(one.kind, one.subject), one) }
}

function without(state: State, kind: Awaited['kind'], subject: string): State {
  const key = keyOf(kind, subject)
  return { ...state, asked: new Map([...state.asked].filter(([other]) => other !== key)) }
}

function withFiles(state: State, requirement: string, count: number): State {
  return { ...state, files: new Map(state.files).set(requirement, count) }
}

function settling(state: State, requirement: string, isSettled: boolean): State {
  const settled = new Set(state.settled)
  if (isSettled) settled.add(requirement)
  else settled.delete(requirement)
  return { ...state, settled }
}

const keyOf = (kind: Awaited['kind'], subject: string): string => `${kind} ${subject}`
