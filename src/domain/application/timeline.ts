import { dayOf, type Day, type Instant } from '../calendar'
import type { Adult } from './adult'
import { inOrder, type ApplicationEvent, type EventKind } from './events'
import { awaitedAfter, dueDayOf, type Awaited } from './waiting'

/** Who reads: one of the adults, or the office. */
export type Reader = Adult | 'office'

/**
 * Whether a reader may see an event. What concerns one adult alone is never shown to the other: their documents, their
 * messages, and that they do not agree, which only they and the office know. The office sees nothing of a draft.
 */
export function maySee(event: Pick<ApplicationEvent, 'kind' | 'about' | 'by'>, reader: Reader): boolean {
  if (reader === 'office') return true
  if (event.kind === 'spouseDisagreed') return reader === 'spouse'
  // Who may be invited is known to the one who invites; that they confirmed is what the other waits for.
  if (event.kind === 'spouseInvited' || event.kind === 'spouseConfirmed') return true
  return event.about === 'household' || event.about === reader || event.by === reader
}

/** A line of the timeline. Its words are those of `kind`. */
export type TimelineLine = Pick<ApplicationEvent, 'at' | 'kind' | 'by' | 'about' | 'subject' | 'answer'> & {
  /** Whether the reader did it. */
  readonly own: boolean
}

/** What a reader sees of what happened, the latest first. */
export function timelineFor(events: readonly ApplicationEvent[], reader: Reader): TimelineLine[] {
  return inOrder(events)
    .filter((event) => event.kind !== 'required' && maySee(event, reader))
    .filter((event, index, seen) => !isSameAct(event, seen[index - 1]))
    .map(({ at, kind, by, about, subject, answer }) => ({
      ...{ at, kind, by, about, subject, own: by === reader },
      ...(answer ? { answer } : {}),
    }))
    .reverse()
}

/** Three pages of a lease given one after the other are one line: the first says when. */
function isSameAct(event: ApplicationEvent, before: ApplicationEvent | undefined): boolean {
  return (
    before !== undefined &&
    event.kind === 'documentGiven' &&
    before.kind === event.kind &&
    before.subject === event.subject &&
    dayOf(before.at) === dayOf(event.at)
  )
}

/** Where an application stands, in one word. Each has its sentence in both languages. */
export const applicationStatuses = [
  'draft',
  /** Sent, and no office has it yet: a person assigns one. */
  'sent',
  'waitingForYou',
  /** Only the other adult can give what is missing. */
  'waitingForOther',
  'withOffice',
  'decided',
  'withdrawn',
] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]

/** Where it stands for a reader. To the office, waiting for either adult is `waitingForYou` of nobody: `waitingForOther`. */
export function statusOf(events: readonly ApplicationEvent[], reader: Reader): ApplicationStatus {
  const last = (...kinds: readonly EventKind[]) =>
    inOrder(events)
      .filter(({ kind }) => kinds.includes(kind))
      .at(-1)
  if (last('withdrawn', 'erased')) return 'withdrawn'
  if (last('decided')) return 'decided'
  if (!last('sent')) return 'draft'
  const awaited = awaitedAfter(events)
  if (awaited.some(({ of }) => of === reader || (of === 'household' && reader !== 'office')))
    return 'waitingForYou'
  if (awaited.length > 0) return 'waitingForOther'
  const routed = last('routed')
  return routed && routed.subject !== '' ? 'withOffice' : 'sent'
}

/** What a reader is told is missing: what is theirs to give, with its last day, and how much waits for the other adult. */
export type Missing = {
  readonly own: readonly MissingThing[]
  /** Nothing more is said of what concerns the other adult alone. */
  readonly ofOther: number
}
export type MissingThing = Awaited & {
  readonly until: Day
  /** The last day is past. It is taken all the same. */
  readonly past: boolean
}

export function missingFor(events: readonly ApplicationEvent[], reader: Reader, now: Instant): Missing {
  const awaited = awaitedAfter(events)
  const isOwn = ({ of }: Awaited) => reader === 'office' || of === 'household' || of === reader
  const today = dayOf(now)
  return {
    own: awaited.filter(isOwn).map((one) => {
      const until = dueDayOf(one)
      return { ...one, until, past: today > until }
    }),
    ofOther: awaited.filter((one) => !isOwn(one)).length,
  }
}
