import type { TaskKind } from './task'

/** What a decision comes to. */
export const outcomes = [
  'accepted',
  'partlyAccepted',
  'refused',
  /** The payment waits. */
  'held',
  /** What was held is paid. */
  'released',
  /** After a review: another decision takes the place of the first. */
  'changed',
  'ended',
  /** After a review: the first decision stands. */
  'maintained',
] as const
export type Outcome = (typeof outcomes)[number]

const filed: readonly Outcome[] = [
  'accepted',
  'partlyAccepted',
  'refused',
  'held',
  'released',
  'changed',
  'ended',
]

/** The outcomes a task of a kind may have. A document, a message or a look to be explained has no decision. */
export const outcomesOf: Readonly<Record<TaskKind, readonly Outcome[]>> = {
  statement: filed,
  change: filed,
  missing: ['accepted', 'partlyAccepted', 'held', 'released', 'ended', 'refused'],
  application: ['accepted', 'partlyAccepted', 'refused', 'held', 'released', 'changed'],
  document: [],
  message: [],
  closing: ['ended', 'refused'],
  review: ['maintained', 'changed', 'released', 'refused'],
  flag: [],
}
