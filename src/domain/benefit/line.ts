import type { Month } from '../calendar'
import { cents } from '../money'
import type { Cents } from '../money'
import type { Confidence } from '../rates/table'
import type { SourceId } from '../rates/sources'
import type { AllowanceGround, LineCode, RefusalReason } from './codes'
import type { Programme } from './situation'

/**
 * One line of a benefit. `cents` is signed: what it adds to or takes off the payment. `rule` is the short
 * name of the article or manual subject that commands it; `source` is where its amount was read.
 */
export type Line = {
  readonly code: LineCode
  readonly cents: Cents
  readonly rule: string
  readonly source: SourceId
  readonly confidence: Confidence
  readonly detail: LineDetail
}

/** Plain values a page can show to explain a line; only those that mean something for its code are present. */
export type LineDetail = {
  readonly programme?: Programme
  readonly adults?: number
  readonly children?: number
  readonly rooms?: number
  readonly ground?: AllowanceGround
  /** The age a ground is about. */
  readonly years?: number
  /** The months of assistance waited for. */
  readonly months?: number
  /** How much of what was received or held counts. */
  readonly counts?: 'none' | 'part' | 'all'
  /** The day the money held is looked at: the last of the month before, or that of the application. */
  readonly on?: 'lastDay' | 'application'
  /** Someone outside the household has the same dwelling. */
  readonly shares?: 'yes' | 'no'
  /** The days paid of the month of application, and all its days. */
  readonly days?: number
  readonly daysOfMonth?: number
  /** What came in during the month before. */
  readonly receivedCents?: Cents
  /** Of it, what is left out. */
  readonly excludedCents?: Cents
  /** What is taken off, or what the supplement is a share of. */
  readonly countedCents?: Cents
  /** The most that may be left out, held, or withheld. */
  readonly limitCents?: Cents
  /** Of what was received, the part from jobs that stopped in the month. */
  readonly endedCents?: Cents
  readonly heldCents?: Cents
  /** The withholding agreed or ordered, before its cap. */
  readonly askedCents?: Cents
  /** What caps it: half of the benefit, or the amount set for sheltered adults. */
  readonly cap?: 'half' | 'sheltered'
  /** The share the supplement is. */
  readonly percent?: number
}

/** The payment of one month. The lines add up to `totalCents`, to the cent; it is never below zero. */
export type Benefit = {
  readonly computed: true
  readonly month: Month
  readonly programme: Programme
  readonly lines: readonly Line[]
  readonly totalCents: Cents
  /** What a person set for a whole month in place of the amount calculated; it has no lines then. */
  readonly setMonthlyCents?: Cents
  /** The month is past the last one whose amounts were verified. */
  readonly provisional: boolean
  /** The mark of the least sure line. */
  readonly confidence: Confidence
}

/** No amount can be given, and why: the page says so plainly. */
export type BenefitRefusal = {
  readonly computed: false
  readonly month: Month
  readonly reason: RefusalReason
}

export type BenefitResult = Benefit | BenefitRefusal

/** How an amount divides between what counts and what is left out. */
export function divide(received: Cents, counted: Cents) {
  const counts = counted === 0 ? 'none' : counted < received ? 'part' : 'all'
  return {
    receivedCents: received,
    excludedCents: cents(received - counted),
    countedCents: counted,
    counts,
  } satisfies LineDetail
}
