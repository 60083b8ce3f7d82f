import type { TaskKind, TaskState, TaskUrgency } from '@/domain/decision/task'
import type { Verb } from '@/domain/decision/transitions'
import type { FileProgramme } from '@/domain/benefit/situation'
import type { Day, Instant, Month } from '@/domain/calendar'
import type { ChangeTopic } from '@/domain/statement/answers'
import type { EventRow } from '@/server/application-events'

/** A task as a list shows it. */
export type Line = {
  readonly id: string
  readonly kind: TaskKind
  readonly state: TaskState
  readonly version: number
  readonly month: Month | null
  readonly urgency: TaskUrgency
  readonly programme: FileProgramme | null
  /** Until when it waits for a person, or is held. */
  readonly until: Day | null
  /** Who has it; null while it is nobody's. */
  readonly holder: { readonly id: string; readonly name: string } | null
  readonly subjectId: string
  readonly householdId: string | null
  readonly applicationId: string | null
  readonly due: Instant | null
  readonly opened: Instant
  readonly fileNumber: string | null
  /** Who it is about, as they signed or as they are called. */
  readonly names: string
  readonly filing: { readonly kind: string; readonly version: number } | null
  readonly changed: readonly ChangeTopic[]
  /** The needs that cannot wait, as an applicant told them. */
  readonly urgentNeeds: readonly string[]
  readonly receiptNumber: string | null
  /** How many documents, answers and confirmations an application waits for. */
  readonly awaited: number
  /** The last thing that happened to it. */
  readonly lastVerb: Verb | null
}

export type Colleague = { readonly id: string; readonly name: string }
export type OfficeName = { readonly fr: string; readonly en: string }

/** A row of `task_lines`, as JSON. */
export type LineRow = Omit<Line, 'urgency' | 'holder' | 'filing' | 'awaited' | 'urgentNeeds'> & {
  readonly urgency: number
  readonly assignedTo: string | null
  readonly holder: string | null
  readonly filingKind: string | null
  readonly filingVersion: number | null
  readonly urgent: string[] | null
  readonly events: EventRow[] | null
}
