import 'server-only'
import { addMonths, dayOf, instantOf, monthOf } from '@/domain/calendar'
import type { Instant, Month } from '@/domain/calendar'
import type { ChangeTopic } from '@/domain/statement/answers'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import { effectiveDueInstant, isLate } from '@/domain/statement/deadline'
import type { EffectiveDue } from '@/domain/statement/deadline'
import { changesAgainst } from '@/domain/statement/changes'
import type { AnswerDifference } from '@/domain/statement/differences'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import { byUrgency, urgencyOf } from '@/domain/statement/urgency'
import type { Urgency } from '@/domain/statement/urgency'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { listExtensions } from '@/server/extensions'
import { isId } from '@/server/ids'
import { visibleTo } from '@/server/scope'
import type { Staff } from '@/server/viewer'
import { listApplications, type ReceivedApplication } from './applications'

export type FilingKind = 'statement' | 'change' | 'privateChange'

/** A line of the worklist: the latest version of a household's statement, or a change it reported. */
export type ReceivedLine = {
  readonly id: string
  readonly fileNumber: string
  readonly kind: FilingKind
  readonly month: Month
  readonly version: number
  readonly filedFor: string
  readonly receivedAt: Instant
  readonly changed: readonly ChangeTopic[]
  readonly late: boolean
  readonly urgency: Urgency
}

export type ReceivedList = {
  readonly now: Instant
  readonly office: { readonly nameFr: string; readonly nameEn: string } | null
  readonly lines: readonly ReceivedLine[]
  /** There is more than one list shows. */
  readonly more: boolean
  /** The applications that are not decided, urgent ones first. */
  readonly applications: { readonly lines: readonly ReceivedApplication[]; readonly more: boolean }
}

const LIST_LENGTH = 200

type Row = {
  id: string
  household_id: string
  office_id: string
  region_code: string
  file_number: string
  kind: FilingKind
  month: Month
  version: number
  filed_for: string
  received_at: Date
  first_received_at: Date
  changed: ChangeTopic[]
  disputed: boolean
}

/**
 * What the agent's office received for this month and the one before, most urgent first. Plain SQL with its own
 * condition on the office: one statement where Prisma would ask four. The applications come with it.
 */
export async function listReceived(viewer: Staff): Promise<ReceivedList> {
  return withViewer(viewer, async (door) => {
    const month = monthOf(dayOf(door.now))
    const months = [addMonths(month, -1), month]
    const rows = await door.sql<Row>(
      `select f.id, f.household_id, h.office_id, o.region_code, h.file_number, f.kind, f.month, f.version,
         f.filed_for, f.received_at, f.answers -> 'changed' as changed,
         (select min(v.received_at) from filing v where v.household_id = f.household_id and v.kind = f.kind
           and v.month = f.month) as first_received_at,
         exists (select 1 from filing_confirmation c where c.filing_id = f.id and c.answer = 'disagrees') as disputed
       from filing f join household h on h.id = f.household_id join office o on o.id = h.office_id
       where h.office_id = $1 and f.month = any ($2)
         and (f.kind <> 'statement' or not exists (select 1 from filing n where n.household_id = f.household_id
           and n.kind = f.kind and n.month = f.month and n.version > f.version))
       order by f.received_at desc limit ${LIST_LENGTH + 1}`,
      [viewer.officeId, months],
    )
    const extensions = await listExtensions(door, months)
    const office = await door.tx.office.findFirst({
      where: { id: viewer.officeId ?? undefined },
      select: { nameFr: true, nameEn: true },
    })
    const lines = rows.slice(0, LIST_LENGTH).map((row) => {
      const receivedAt = instantOf(row.received_at)
      // A correction never makes a statement late: the first version counts.
      const late =
        row.kind === 'statement' && isLate(instantOf(row.first_received_at), dueOf(row, extensions).at)
      return {
        id: row.id,
        fileNumber: row.file_number,
        kind: row.kind,
        month: row.month,
        version: row.version,
        filedFor: row.filed_for,
        receivedAt,
        changed: row.changed,
        late,
        urgency: urgencyOf({ changed: row.changed, disputed: row.disputed, late }),
      }
    })
    return {
      ...{ now: door.now, office, lines: lines.sort(byUrgency), more: rows.length > LIST_LENGTH },
      applications: await listApplications(door, viewer),
    }
  })
}

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
}

/** How far back income told earlier is looked for, in months. */
const COMPARED_MONTHS = 12

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
      where: {
        householdId: filing.householdId,
        month: { gte: addMonths(month, -COMPARED_MONTHS), lte: month },
      },
      orderBy: [{ month: 'desc' }, { version: 'desc' }],
    })
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
      versions: versions.map((other) => ({
        id: other.id,
        version: other.version,
        receivedAt: instantOf(other.receivedAt),
      })),
    }
  })
}

/** The limit as it stands now, extensions granted since included: an extension heals the list too. */
function dueOf(
  row: Pick<Row, 'household_id' | 'office_id' | 'region_code' | 'month'>,
  extensions: Awaited<ReturnType<typeof listExtensions>>,
): EffectiveDue {
  return effectiveDueInstant(row.month, policyFor(row.month, defaultPolicies), extensions, {
    householdId: row.household_id,
    officeId: row.office_id,
    regionCode: row.region_code,
  })
}
