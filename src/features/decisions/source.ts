import type { BenefitResult } from '@/domain/benefit/line'
import { instantOf, type Month } from '@/domain/calendar'
import type { Outcome } from '@/domain/decision/outcomes'
import type { GivenReason } from '@/domain/decision/reasons'
import type { TaskKind } from '@/domain/decision/task'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { DecidedItem } from '@/server/decisions'
import type { NoticeData, NoticeOffice } from './notice'

/** A decision as the database gives it for its notice; instants are text when they come within JSON. */
export type Source = {
  readonly id: string
  readonly number: string
  readonly kind: TaskKind
  readonly outcome: Outcome
  readonly month: string | null
  readonly fromMonth: string | null
  readonly reasons: readonly GivenReason[]
  readonly items: readonly DecidedItem[]
  readonly benefit: BenefitResult | null
  readonly words: string | null
  readonly leavesAt: Date | string
  readonly wording: string
  readonly replaces: string | null
  readonly fileNumber: string | null
  readonly receiptNumber: string | null
  readonly office: NoticeOffice | null
}

/** Who a notice is for: the reader, or the succession of a reader who died. */
export function addressed<
  Reader extends { readonly name: string; readonly language: Locale; readonly succession: boolean },
>(reader: Reader): Reader {
  if (!reader.succession) return reader
  return { ...reader, name: textsOf(reader.language, 'decisions')('succession', { name: reader.name }) }
}

/** The notice's data, for someone of this name. */
export function noticeData(source: Source, forName: string | null): NoticeData {
  const { id: _id, leavesAt, month, fromMonth, ...rest } = source
  return {
    ...rest,
    forName,
    month: month as Month | null,
    fromMonth: fromMonth as Month | null,
    leftAt: instantOf(typeof leavesAt === 'string' ? new Date(leavesAt) : leavesAt),
  }
}
