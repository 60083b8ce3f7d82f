import 'server-only'
import { instantOf, type Instant } from '@/domain/calendar'
import type { Ground, PrivacyOutcome } from '@/domain/privacy/answer'
import type { PrivacyFacts, PrivacyKind } from '@/domain/privacy/request'

/** A request about one's own information, with what became of it. */
export type PrivacyRequest = PrivacyFacts & {
  readonly id: string
  readonly receiptNumber: string
  readonly words: string
  readonly extensionReason: string | null
  readonly outcome: PrivacyOutcome | null
  readonly ground: Ground | null
  readonly answer: string | null
}

/** The columns of a request that its person and the office both read. */
export const requestColumns = `r.id, r.receipt_number, r.kind, r.words, r.asked_at, r.extended_at, r.extension_days,
  r.extension_reason, r.answered_at, r.outcome, r.ground, r.answer, r.withdrawn_at`

export type RequestRow = {
  readonly id: string
  readonly receipt_number: string
  readonly kind: PrivacyKind
  readonly words: string
  readonly asked_at: Date
  readonly extended_at: Date | null
  readonly extension_days: number | null
  readonly extension_reason: string | null
  readonly answered_at: Date | null
  readonly outcome: PrivacyOutcome | null
  readonly ground: Ground | null
  readonly answer: string | null
  readonly withdrawn_at: Date | null
}

const at = (time: Date | null): Instant | null => time && instantOf(time)

/** A row of the database as the domain reads it. */
export const requestOf = (row: RequestRow): PrivacyRequest => ({
  id: row.id,
  receiptNumber: row.receipt_number,
  kind: row.kind,
  words: row.words,
  askedAt: instantOf(row.asked_at),
  extendedAt: at(row.extended_at),
  extensionDays: row.extension_days,
  extensionReason: row.extension_reason,
  answeredAt: at(row.answered_at),
  outcome: row.outcome,
  ground: row.ground,
  answer: row.answer,
  withdrawnAt: at(row.withdrawn_at),
})
