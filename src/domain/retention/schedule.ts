import { addDays, addMonths, dayOf, dayOfMonth, daysIn, monthOf, startOfDay, type Instant } from '../calendar'
import type { Confidence } from '../rates/table'

/*
 * How long each thing is kept, and by what right. The job that erases reads this table; the page shows it. What the
 * ministry's own schedule decides is said to be so, and nothing of it is ever erased by this portal.
 */

/** Things with an end of their own, which the portal may erase. */
export const erasableKinds = [
  'lateForm',
  'lateApplicationForm',
  'oneTimeCode',
  'attempt',
  'dataFile',
  'phoneCall',
  'unfinishedFile',
  'serviceTrial',
  'sentMessage',
  'session',
  'statementDraft',
  'unsentApplication',
] as const
export type ErasableKind = (typeof erasableKinds)[number]

/** Things kept as long as the retention schedule of the ministry says. */
export const scheduledKinds = [
  'filing',
  'decision',
  'message',
  'document',
  'trail',
  'privacyRequest',
  'incident',
] as const
export type ScheduledKind = (typeof scheduledKinds)[number]

/** A time that goes by, in one unit. */
export type Lapse = { readonly unit: 'hours' | 'days' | 'months'; readonly count: number }

/** The rule a time rests on. Each has a sentence in both languages (`administration.retention.source.<id>`). */
export const retentionSources = ['a21s73', 'archivesAct', 'closing'] as const
export type RetentionSource = (typeof retentionSources)[number]

export type KeptFor = {
  readonly kind: ErasableKind
  readonly keep: Lapse
  /** What the time is counted from. */
  readonly from: 'arrival' | 'end' | 'lastUse'
  readonly source: RetentionSource
  /** How sure the number is: the law asks for an end, and says the number of none of these. */
  readonly confidence: Confidence
  /** The portal erases it already, when the next one comes; the others await the job. */
  readonly erasedAlready: boolean
}

const ours = { source: 'a21s73', confidence: 'uncertain' } as const

export const keptFor: readonly KeptFor[] = [
  { kind: 'lateForm', keep: { unit: 'hours', count: 24 }, from: 'arrival', ...ours, erasedAlready: true },
  {
    ...{ kind: 'lateApplicationForm', keep: { unit: 'days', count: 7 }, from: 'arrival' },
    ...{ ...ours, erasedAlready: true },
  },
  { kind: 'oneTimeCode', keep: { unit: 'days', count: 1 }, from: 'end', ...ours, erasedAlready: true },
  { kind: 'attempt', keep: { unit: 'days', count: 90 }, from: 'lastUse', ...ours, erasedAlready: true },
  { kind: 'dataFile', keep: { unit: 'days', count: 1 }, from: 'arrival', ...ours, erasedAlready: true },
  { kind: 'phoneCall', keep: { unit: 'hours', count: 24 }, from: 'lastUse', ...ours, erasedAlready: true },
  {
    ...{ kind: 'unfinishedFile', keep: { unit: 'days', count: 2 }, from: 'lastUse' },
    ...{ ...ours, erasedAlready: false },
  },
  { kind: 'serviceTrial', keep: { unit: 'days', count: 30 }, from: 'arrival', ...ours, erasedAlready: false },
  { kind: 'sentMessage', keep: { unit: 'days', count: 90 }, from: 'end', ...ours, erasedAlready: false },
  { kind: 'session', keep: { unit: 'days', count: 90 }, from: 'end', ...ours, erasedAlready: false },
  {
    // A statement closes twelve months after its month: a draft that was left that long can never be sent.
    ...{ kind: 'statementDraft', keep: { unit: 'months', count: 13 }, from: 'lastUse' },
    ...{ source: 'closing', confidence: 'uncertain', erasedAlready: false },
  },
  {
    ...{ kind: 'unsentApplication', keep: { unit: 'months', count: 12 }, from: 'lastUse' },
    ...{ ...ours, erasedAlready: false },
  },
]

/** The last moment that is old enough: what is of it or before may be erased. Days and months are those of Québec. */
export function erasableUntil({ unit, count }: Lapse, now: Instant): Instant {
  if (unit === 'hours') return new Date(Date.parse(now) - count * 3_600_000).toISOString() as Instant
  const today = dayOf(now)
  if (unit === 'days') return startOfDay(addDays(today, -count))
  const month = addMonths(monthOf(today), -count)
  return startOfDay(dayOfMonth(month, Math.min(Number(today.slice(8)), daysIn(month))))
}
