import 'server-only'
import type { Benefit } from '@/domain/benefit/line'
import { addMonths, instantOf } from '@/domain/calendar'
import type { Instant, Month } from '@/domain/calendar'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import { effectiveDueInstant, isLate } from '@/domain/statement/deadline'
import type { EffectiveDue } from '@/domain/statement/deadline'
import { changesAgainst } from '@/domain/statement/changes'
import type { AnswerDifference } from '@/domain/statement/differences'
import { incomeOver, type MonthIncomeTold } from '@/domain/statement/income-over'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { listExtensions } from '@/server/extensions'
import { deskOf, readDesk, type FileDesk } from '@/server/file-desk'
import { isId } from '@/server/ids'
import { visibleTo } from '@/server/scope'
import type { Staff } from '@/server/viewer'

export type FilingKind = 'statement' | 'change' | 'privateChange'

/** Answers as kept, with the names of the adults they speak of. */
type KeptAnswers = FiledAnswers & { readonly adults?: readonly { id: string; name: string }[] }

/** One statement as received, and what differs from the month before. */
export type ReceivedStatement = {
  readonly id: string
  readonly householdId: string
  /** Changes of address and deposit are stopped, until the office lifts it. */
  readonly frozen: boolean
  readonly fileNumber: string
  readonly kind: FilingKind
  readonly month: Month
  readonly version: number
  readonly receiptNumber: string
  readonly language: 'fr' | 'en'
  readonly channel: string
  readonly filedByName: string
  readonly filedFor: string
  readonly receivedAt: Instant
  readonly due: EffectiveDue | null
  readonly late: boolean
  readonly lateReason: string | null
  readonly correctionReason: string | null
  readonly answers: FiledAnswers
  readonly differences: readonly AnswerDifference[]
  readonly comparedWith: Month | null
  readonly adults: readonly { readonly id: string; readonly name: string }[]
  readonly confirmations: readonly {
    readonly answer: 'agrees' | 'disagrees'
    readonly note: string | null
    readonly at: Instant
  }[]
  readonly versions: readonly {
    readonly id: string
    readonly version: number
    readonly receivedAt: Instant
  }[]
  /** The income of the twelve months up to this one. */
  readonly income: readonly MonthIncomeTold[]
  /** The payment this version led to, line by line; null when it led to none. */
  readonly payment: Benefit | null
  /** What stands beside it: its own tasks, and the notes and looks of the whole file. */
  readonly desk: FileDesk
}

/** Opens one received statement, and writes the look in the trail. Null when it is not this office's. */
export async function findReceived(viewer: Staff, id: string): Promise<ReceivedStatement | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const filing = await door.tx.filing.findFirst({
      where: { AND: [{ id }, visibleTo.filings(viewer)] },
      include: { confirmations: true, household: { include: { office: true } } },
    })
    if (!filing) return null
    const month = filing.month as Month
    const filings = await door.tx.filing.findMany({
      where: { householdId: filing.householdId, month: { lte: month } },
      orderBy: [{ month: 'desc' }, { version: 'desc' }],
    })
    // Before one's own look is among those it shows.
    const desk = deskOf(await readDesk(door, { householdId: filing.householdId }), filing.id)
    await record(door, viewer, {
      act: 'looked',
      subjectKind: 'filing',
      subjectId: filing.id,
      householdId: filing.householdId,
    })
    const { household } = filing
    const answers = filing.answers as unknown as KeptAnswers
    const same = filings.filter((other) => other.kind === filing.kind)
    // Newest first: of each earlier month the first statement met is the version in force.
    const earlier = filings.filter((other) => other.month < month && other.kind !== 'privateChange')
    const inForce = earlier.filter(
      (one, index) =>
        one.kind === 'change' ||
        earlier.findIndex((other) => other.kind === one.kind && other.month === one.month) === index,
    )
    const reports = inForce.map((one) => ({
      month: one.month as Month,
      receivedAt: instantOf(one.receivedAt),
      answers: one.answers as unknown as FiledAnswers,
    }))
    // What this version says counts here, whether or not another replaced it since.
    const upTo =
      filing.kind === 'privateChange'
        ? reports
        : [...reports, { month, receivedAt: instantOf(filing.receivedAt), answers }]
    // Newest first, so the last one is the first that was sent.
    const versions = same.filter((other) => other.month === month)
    const due =
      filing.kind === 'statement'
        ? dueOf(
            {
              household_id: household.id,
              office_id: household.officeId,
              region_code: household.office.regionCode,
              month,
            },
            await listExtensions(door, [month]),
          )
        : null
    const receivedAt = instantOf(filing.receivedAt)
    const payment = await door.tx.expectedPayment.findFirst({
      where: { filingId: filing.id, household: visibleTo.households(viewer) },
      select: { benefit: true },
    })
    const [freeze] = await door.sql<{ frozen: boolean }>('select is_frozen($1) as frozen', [household.id])
    return {
      id: filing.id,
      householdId: household.id,
      frozen: freeze?.frozen ?? false,
      fileNumber: household.fileNumber,
      kind: filing.kind as FilingKind,
      month,
      version: filing.version,
      receiptNumber: filing.receiptNumber,
      language: filing.language as 'fr' | 'en',
      channel: filing.channel,
      filedByName: filing.filedByName,
      filedFor: filing.filedFor,
      receivedAt,
      due,
      late: due !== null && isLate(instantOf(versions.at(-1)!.receivedAt), due.at),
      lateReason: filing.lateReason,
      correctionReason: filing.correctionReason,
      answers,
      differences: changesAgainst(reports, month, answers),
      comparedWith: reports.length > 0 ? addMonths(month, -1) : null,
      // The names are frozen with the answers: who has left since is still named as they were.
      adults: answers.adults ?? [],
      confirmations: filing.confirmations.map((confirmation) => ({
        answer: confirmation.answer as 'agrees' | 'disagrees',
        note: confirmation.note,
        at: instantOf(confirmation.at),
      })),
      income: incomeOver(upTo, month, 12),
      payment: (payment?.benefit ?? null) as unknown as Benefit | null,
      desk,
      versions: versions.map((other) => ({
        id: other.id,
        version: other.version,
        receivedAt: instantOf(other.receivedAt),
      })),
    }
  })
}

/** The limit as it stands now, extensions granted since included. */
function dueOf(
  row: {
    readonly household_id: string
    readonly office_id: string
    readonly region_code: string
    readonly month: Month
  },
  extensions: Awaited<ReturnType<typeof listExtensions>>,
): EffectiveDue {
  return effectiveDueInstant(row.month, policyFor(row.month, defaultPolicies), extensions, {
    householdId: row.household_id,
    officeId: row.office_id,
    regionCode: row.region_code,
  })
}
