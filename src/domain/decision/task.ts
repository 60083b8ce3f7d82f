/**
 * What a task of the office is about. One task a subject; `document` is a file given, `closing` a file to be closed, `flag`
 * a look to be explained.
 */
export const taskKinds = [
  'statement',
  'change',
  'missing',
  'application',
  'document',
  'message',
  'review',
  'closing',
  'flag',
] as const
export type TaskKind = (typeof taskKinds)[number]

/**
 * Where a task stands. `received` is nobody's yet; `waiting` waits for the person; `proposed` waits for a second member
 * of staff. The last three are over.
 */
export const taskStates = [
  'received',
  'claimed',
  'waiting',
  'onHold',
  'proposed',
  'decided',
  'closed',
  'withdrawn',
] as const
export type TaskState = (typeof taskStates)[number]

export const isOver = (state: TaskState): boolean =>
  state === 'decided' || state === 'closed' || state === 'withdrawn'

/**
 * Why a task comes before another: its place is what the database keeps as `task.urgency`, smallest first. Among equals
 * the one that waits longest comes first.
 */
export const taskUrgencies = [
  /** An applicant without food or shelter, or in danger. */
  'danger',
  /** The other adult says that it is not so. */
  'disagreement',
  /** An application: the agency promised a day. */
  'promise',
  /** What changes the needs of a household. */
  'situation',
  /** A request for review: a person waits for another look. */
  'review',
  /** What changes its income; a correction. */
  'income',
  /** A document or a message came. */
  'arrived',
  /** Late, or missing: nothing is lost by it before the notice the law asks for. */
  'late',
  'missing',
  /** To be explained by whoever looked. */
  'flag',
] as const
export type TaskUrgency = (typeof taskUrgencies)[number]

/** The place of an urgency in the order of the worklist, 0 first. */
export const placeOf = (urgency: TaskUrgency): number => taskUrgencies.indexOf(urgency)
