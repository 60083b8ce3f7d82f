import type { Outcome } from './outcomes'
import { isOver, type TaskKind, type TaskState } from './task'

/*
 * A task moves by these named transitions and no other. One table: from where, by which verb, to where, who may, what
 * must come with it, and what the person is told. Reopening and asking for a correction are ordinary rows.
 */

export const verbs = [
  'receive',
  'claim',
  'release',
  'assign',
  'askCorrection',
  'requestDocument',
  'askInformation',
  'hold',
  'resume',
  'accept',
  'partlyAccept',
  'refuse',
  'second',
  'sendBack',
  'undo',
  'reopen',
  'withdraw',
  'close',
] as const
export type Verb = (typeof verbs)[number]

/**
 * Who moves a task. `agent`: a member of staff of its office who may decide, a supervisor included; `holder`: such a one
 * who holds it, or any when nobody does; `second`: such a one who is not the one who decided; `author`: the one who
 * decided, or a supervisor.
 */
export type Mover = 'agent' | 'holder' | 'supervisor' | 'second' | 'author' | 'person' | 'machine'

/** What must come with a move: reasons by code, a day, words for the person, what is asked, to whom it is given. */
export type Need = 'reasons' | 'until' | 'words' | 'document' | 'assignee'

export type Transition = {
  readonly verb: Verb
  readonly kinds: readonly TaskKind[]
  readonly from: readonly TaskState[]
  readonly to: TaskState
  readonly who: readonly Mover[]
  readonly needs: readonly Need[]
  /** What the person is told: nothing, a message in the portal, or a decision with its reasons and its rights. */
  readonly tells: 'nobody' | 'message' | 'decision'
}

const every: readonly TaskKind[] = [
  'statement',
  'change',
  'missing',
  'application',
  'document',
  'message',
  'review',
  'closing',
  'flag',
]
const inPart: readonly TaskKind[] = ['statement', 'change', 'missing', 'application', 'review']
/** A file is closed or it is not: nothing of it is accepted in part. */
const decided: readonly TaskKind[] = [...inPart, 'closing']
const asked: readonly TaskKind[] = decided
const atWork: readonly TaskState[] = ['claimed', 'waiting', 'onHold']
/** Whoever works on a task holds it; a supervisor may take it from anyone's hands, to hold it or to give it. */
const holder: readonly Mover[] = ['holder']
const giver: readonly Mover[] = ['holder', 'supervisor']
const living: readonly TaskState[] = ['received', 'claimed', 'waiting', 'onHold', 'proposed']

export const transitions: readonly Transition[] = [
  row('claim', every, ['received', 'waiting', 'onHold'], 'claimed', ['agent']),
  row('release', every, ['claimed'], 'received', giver),
  // Same agent for an open question: giving it to another is a supervisor's, or one's own hand-over.
  row('assign', every, ['received', 'claimed'], 'claimed', giver, ['assignee']),
  row('assign', every, ['waiting'], 'waiting', giver, ['assignee']),
  row('assign', every, ['onHold'], 'onHold', giver, ['assignee']),

  row(
    'askCorrection',
    ['statement', 'change', 'application'],
    ['claimed'],
    'waiting',
    holder,
    ['words', 'until'],
    'message',
  ),
  row('requestDocument', asked, ['claimed', 'waiting'], 'waiting', holder, ['document', 'until'], 'message'),
  row('askInformation', asked, ['claimed', 'waiting'], 'waiting', holder, ['words', 'until'], 'message'),
  row(
    'hold',
    ['statement', 'change', 'missing', 'application'],
    ['claimed', 'waiting'],
    'onHold',
    holder,
    ['reasons', 'until'],
    'decision',
  ),
  row('resume', every, ['waiting', 'onHold'], 'claimed', [...giver, 'person', 'machine']),

  row('accept', decided, atWork, 'decided', holder, ['reasons'], 'decision'),
  row('partlyAccept', inPart, atWork, 'decided', holder, ['reasons'], 'decision'),
  row('refuse', decided, atWork, 'decided', holder, ['reasons'], 'decision'),
  // A file that was given: usable or not, which is no decision on aid.
  row('accept', ['document'], ['claimed'], 'decided', holder),
  row('refuse', ['document'], ['claimed'], 'decided', holder, ['words'], 'message'),

  // A hold that is seconded is a hold: `move` says so.
  row('second', decided, ['proposed'], 'decided', ['second'], [], 'decision'),
  row('sendBack', decided, ['proposed'], 'claimed', ['second'], ['words']),
  // While nothing has left. After that, only another decision changes it.
  row('undo', decided, ['decided', 'proposed', 'onHold'], 'claimed', ['author']),
  row('reopen', every, ['decided', 'closed'], 'claimed', ['agent'], ['words']),

  row('withdraw', every, living, 'withdrawn', ['person', 'machine']),
  // Who asked to close their own file may think again until the decision has left.
  row('withdraw', ['closing'], ['decided'], 'withdrawn', ['person']),
  row('close', ['statement', 'change', 'missing'], ['received'], 'closed', ['agent', 'machine']),
  row('close', ['statement', 'change', 'missing'], atWork, 'closed', [...holder, 'machine']),
  row('close', ['document', 'message', 'flag'], [...atWork, 'received'], 'closed', ['agent', 'machine']),
]

/** The row of a verb for a task of this kind in this state; null when it cannot be done there. */
export function transitionOf(kind: TaskKind, from: TaskState, verb: Verb): Transition | null {
  return (
    transitions.find((one) => one.verb === verb && one.kinds.includes(kind) && one.from.includes(from)) ??
    null
  )
}

/** What can be done with a task by one of these movers, in the order of the table. */
export function verbsFor(kind: TaskKind, from: TaskState, movers: readonly Mover[]): Verb[] {
  const possible = transitions.filter(
    ({ kinds, from: starts, who }) =>
      kinds.includes(kind) && starts.includes(from) && who.some((mover) => movers.includes(mover)),
  )
  return [...new Set(possible.map(({ verb }) => verb))]
}

/** Why a move cannot be made. Each has a sentence in both languages. */
export type Refusal =
  'notPossible' | 'notYours' | 'alreadyMoved' | 'alreadyLeft' | 'noticeShort' | `needs.${Need}`

export type Move = {
  readonly verb: Verb
  readonly movers: readonly Mover[]
  /** What comes with it. */
  readonly given: readonly Need[]
  /** Four eyes: a decision waits for a second person (`four-eyes.ts`). */
  readonly needsSecond?: boolean
  /** What the decision that waits for a second person comes to. */
  readonly proposed?: Outcome | null
}

/** Where a move leads, or why not. The caller writes it where the version is still the one that was seen. */
export function move(
  task: { readonly kind: TaskKind; readonly state: TaskState },
  { verb, movers, given, needsSecond = false, proposed = null }: Move,
): { readonly to: TaskState; readonly row: Transition } | { readonly refusal: Refusal } {
  const row = transitionOf(task.kind, task.state, verb)
  if (!row) return { refusal: isOver(task.state) ? 'alreadyMoved' : 'notPossible' }
  if (!row.who.some((mover) => movers.includes(mover))) return { refusal: 'notYours' }
  const missing = row.needs.find((need) => !given.includes(need))
  if (missing) return { refusal: `needs.${missing}` }
  if (verb === 'second') return { to: proposed === 'held' ? 'onHold' : row.to, row }
  return { to: needsSecond && row.tells === 'decision' ? 'proposed' : row.to, row }
}

function row(
  verb: Verb,
  kinds: readonly TaskKind[],
  from: readonly TaskState[],
  to: TaskState,
  who: readonly Mover[],
  needs: readonly Need[] = [],
  tells: Transition['tells'] = 'nobody',
): Transition {
  return { verb, kinds, from, to, who, needs, tells }
}
