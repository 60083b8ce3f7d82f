import type { Instant } from '../calendar'
import type { Adult } from './adult'

/** What happens to an application. Written once, never changed: the timeline and the clock are drawn from these. */
export const eventKinds = [
  /** The first answer was saved: the intention to apply. */
  'started',
  /** An adult made it their account's. */
  'attached',
  /**
   * What the answers ask for without which nothing can be decided: `required`. Written before the sending it goes with,
   * once for what both adults may know and once for what concerns one alone. It replaces the one before of the same.
   */
  'required',
  'sent',
  /** Sent again, as a new version. */
  'corrected',
  /** An office was given the application, or another one. `subject`: its code, empty when a person is to assign it. */
  'routed',
  'spouseInvited',
  'spouseConfirmed',
  'spouseDisagreed',
  /** `subject` of the document events: the requirement, `wageProof.applicant.0`. */
  'documentGiven',
  'documentRemoved',
  'documentAnswered',
  'documentAsked',
  /** What was given cannot be used: the office says so, or the file would harm. */
  'documentRefused',
  /** The office no longer needs it. */
  'documentWaived',
  /** A question the decision waits for. `subject`: the message that asks. */
  'informationAsked',
  /** `subject`: the message that asked. */
  'informationGiven',
  /** From an adult to the office. */
  'messageSent',
  /** From the office to an adult. */
  'messageReceived',
  /** A draft was erased: nothing of it is left. */
  'erased',
  'withdrawn',
  'decided',
] as const
export type EventKind = (typeof eventKinds)[number]

/** What a person says of a document they do not give here: it was given already, it comes later or another way, or cannot. */
export const documentAnswers = ['given', 'later', 'mail', 'office', 'cannot'] as const
export type DocumentAnswer = (typeof documentAnswers)[number]

export type ApplicationEvent = {
  readonly at: Instant
  readonly kind: EventKind
  readonly by: Adult | 'office' | 'machine'
  /** Whom it concerns: the other adult never sees what concerns one of them alone. */
  readonly about: Adult | 'household'
  readonly subject: string
  /** Of `documentAnswered`. */
  readonly answer?: DocumentAnswer
  /** Of `required`. */
  readonly required?: readonly string[]
  /** Of `sent` and `corrected`: the spouse is to confirm this version; false when there is no spouse any more. */
  readonly spouseConfirms?: boolean
}

/** In order of time; of one instant, in the order given. */
export function inOrder<Event extends { readonly at: Instant }>(events: readonly Event[]): Event[] {
  return [...events].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

/** An event of a sending, as it is to be written; `adult` alone may read it, or both when it is null. */
export type EventToWrite = {
  readonly kind: EventKind
  readonly adult: Adult | null
  readonly details: Readonly<Record<string, unknown>>
}

/**
 * What a version asks for, to be written before it is said to be sent. What concerns the one who sends is for their eyes
 * alone; the rest, and what they answered for their spouse, is known to both.
 */
export function requirementEvents(required: readonly string[], by: Adult): EventToWrite[] {
  const own = required.filter((one) => ownerOf(one) === by)
  const shared = by === 'spouse' ? null : required.filter((one) => ownerOf(one) !== by)
  return [
    ...(shared ? [{ kind: 'required' as const, adult: null, details: { required: shared } }] : []),
    { kind: 'required', adult: by, details: { required: own } },
  ]
}

/** Whose a requirement is: its second part, `wageProof.spouse.0`. */
export function ownerOf(requirement: string): Adult | 'household' {
  const owner = requirement.split('.')[1]
  return owner === 'applicant' || owner === 'spouse' ? owner : 'household'
}
