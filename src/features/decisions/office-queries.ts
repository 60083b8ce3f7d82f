import 'server-only'
import type { Adult } from '@/domain/application/adult'
import { dayOf, instantOf, type Day, type Instant } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import { record, type AuditEntry } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import { isId } from '@/server/ids'
import { visibleTo } from '@/server/scope'
import type { Staff } from '@/server/viewer'
import type { NoticeData } from './notice'
import { addressed, noticeData, type Source } from './source'

/** A decision as the office reads it: as its person will, or does, with what surrounds it. */
export type OfficeDecision = {
  readonly id: string
  readonly taskId: string
  readonly householdId: string | null
  readonly applicationId: string | null
  readonly state: 'undone' | 'needsSecond' | 'waiting' | 'left'
  /** The moment it leaves or left; null while a second person has not agreed. */
  readonly leavesAt: Instant | null
  readonly decidedBy: string
  readonly decidedAt: Instant
  readonly seconded: { readonly by: string; readonly at: Instant } | null
  readonly isPrivate: boolean
  /** The notice of each adult who receives one. */
  readonly notices: readonly {
    readonly language: Locale
    readonly adult: Adult | null
    readonly data: NoticeData
  }[]
  readonly copies: readonly NoticeCopy[]
}
export type NoticeCopy = {
  readonly id: string
  readonly name: string
  readonly delivery: 'portal' | 'mail' | 'byHand'
  readonly digest: string
}

type DecisionRow = {
  task_id: string
  household_id: string | null
  application_id: string | null
  person_id: string | null
  filing_id: string | null
  undone_at: Date | null
  needs_second: boolean
  leaves_at: Date | null
  left: boolean
}
type OfficeRow = {
  source: Source & { leavesAt: string | null }
  readers: readonly {
    readonly name: string
    readonly language: Locale
    readonly adult: Adult | null
    readonly succession: boolean
  }[]
  decided_by: string
  decided_at: Date
  seconded_by: string | null
  seconded_at: Date | null
}

/** Opens a decision of the viewer's office, and writes the look in the trail. Null when it is not theirs. */
export async function findOfficeDecision(viewer: Staff, id: string): Promise<OfficeDecision | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<DecisionRow>(
      `select d.task_id, d.household_id, d.application_id, d.person_id, f.id as filing_id, d.undone_at, d.needs_second,
         d.leaves_at, coalesce(d.leaves_at <= app_now(), false) as left
       from decision d join task t on t.id = d.task_id left join filing f on f.id = t.subject_id
       where d.id = $1 and (t.office_id = $2 or ($3 and t.office_id in (select id from office where kind = 'contactCentre')))`,
      [id, viewer.officeId, viewer.role === 'supervisor'],
    )
    const [office] = row ? await door.sql<OfficeRow>('select * from office_decision($1)', [id]) : []
    if (!row || !office) return null
    await record(door, viewer, lookAt(row))
    const leavesAt = row.leaves_at && instantOf(row.leaves_at)
    return {
      id,
      taskId: row.task_id,
      householdId: row.household_id,
      applicationId: row.application_id,
      state: row.undone_at ? 'undone' : row.left ? 'left' : leavesAt ? 'waiting' : 'needsSecond',
      leavesAt,
      decidedBy: office.decided_by,
      decidedAt: instantOf(office.decided_at),
      seconded:
        office.seconded_by && office.seconded_at
          ? { by: office.seconded_by, at: instantOf(office.seconded_at) }
          : null,
      isPrivate: row.person_id !== null,
      // Its terms are counted from when it leaves; until that is known, as though it left now.
      notices: office.readers.map(addressed).map(({ name, language, adult }) => ({
        ...{ language, adult },
        data: noticeData({ ...office.source, leavesAt: leavesAt ?? door.now }, name),
      })),
      copies: await readCopies(door, id),
    }
  })
}

/** What was told in private is looked at as what it is about, which the other adult never sees. */
function lookAt(row: DecisionRow): AuditEntry {
  const { household_id: householdId, application_id: applicationId, filing_id: filingId } = row
  const ofHousehold = householdId ? { householdId } : {}
  if (filingId) return { act: 'looked', subjectKind: 'filing', subjectId: filingId, ...ofHousehold }
  if (applicationId) return { act: 'looked', subjectKind: 'application', subjectId: applicationId }
  return { act: 'looked', subjectKind: 'household', subjectId: householdId!, ...ofHousehold }
}

async function readCopies({ sql }: Door, decisionId: string): Promise<NoticeCopy[]> {
  return sql<NoticeCopy>(
    `select n.id, n.name, n.delivery, encode(n.digest, 'hex') as digest from decision_notice n
     where n.decision_id = $1 order by n.name`,
    [decisionId],
  )
}

/** A notice that waits for the printer. */
export type WaitingNotice = {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly delivery: 'mail' | 'byHand'
  readonly leftAt: Instant
}
const LIST_LENGTH = 200

/** The notices that wait for the printer in the viewer's office, the oldest first. */
export async function listNoticesToPrint(
  viewer: Staff,
): Promise<{ readonly notices: readonly WaitingNotice[]; readonly more: boolean }> {
  return withViewer(viewer, async ({ sql }) => {
    const rows = await sql<Omit<WaitingNotice, 'leftAt'> & { left_at: Date }>(
      `select n.id, n.name, d.number, n.delivery, n.left_at
       from decision_notice n join decision d on d.id = n.decision_id join task t on t.id = d.task_id
       where n.printed_at is null and n.delivery <> 'portal' and t.office_id = $1
       order by n.left_at, n.id limit ${LIST_LENGTH + 1}`,
      [viewer.officeId],
    )
    const notices = rows.map(({ left_at, ...row }) => ({ ...row, leftAt: instantOf(left_at) }))
    return { notices: notices.slice(0, LIST_LENGTH), more: notices.length > LIST_LENGTH }
  })
}

/** A notice as it is printed, with the address that shows in the window of its envelope. */
export type NoticeLetter = {
  readonly id: string
  readonly name: string
  readonly language: Locale
  readonly adult: Adult | null
  readonly delivery: 'mail' | 'byHand'
  readonly printedOn: Day
  readonly data: NoticeData
  /** Null when it is given by hand, and no envelope needs it. */
  readonly address: NoticeAddress | null
  readonly isProtected: boolean
}
export type NoticeAddress = {
  readonly street: string
  readonly unit: string | null
  readonly city: string
  readonly postalCode: string
}

type LetterRow = DecisionRow & {
  decision_id: string
  name: string
  language: Locale
  adult: Adult | null
  delivery: 'mail' | 'byHand'
}

/** Opens one notice that waits for the printer, and writes the look in the trail. Only a supervisor reads a protected address. */
export async function findNoticeLetter(viewer: Staff, id: string): Promise<NoticeLetter | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<LetterRow>(
      `select d.id as decision_id, d.task_id, d.household_id, d.application_id, d.person_id, f.id as filing_id, n.name,
         n.language, n.adult, n.delivery
       from decision_notice n join decision d on d.id = n.decision_id join task t on t.id = d.task_id
         left join filing f on f.id = t.subject_id
       where n.id = $1 and n.printed_at is null and n.delivery <> 'portal' and t.office_id = $2`,
      [id, viewer.officeId],
    )
    const [office] = row
      ? await door.sql<OfficeRow>('select * from office_decision($1)', [row.decision_id])
      : []
    if (!row || !office?.source.leavesAt) return null
    await record(door, viewer, lookAt(row))
    const { name, language, adult, delivery } = row
    const found = row.household_id
      ? await householdAddress(door, viewer, row.household_id)
      : await applicationAddress(door, row.application_id, delivery)
    return {
      ...{ id, name, language, adult, delivery },
      printedOn: dayOf(door.now),
      data: noticeData({ ...office.source, leavesAt: office.source.leavesAt }, name),
      address: found && (delivery === 'mail' || found.protected) ? found : null,
      isProtected: found?.protected ?? false,
    }
  })
}

type FoundAddress = NoticeAddress & { readonly protected: boolean }

/** The address in force. The wall hides a protected one from agents: an older one is then not the one to write to. */
async function householdAddress(door: Door, viewer: Staff, id: string): Promise<FoundAddress | null> {
  const household = await door.tx.household.findFirst({
    where: { AND: [{ id }, visibleTo.households(viewer)] },
    include: {
      addresses: { where: { fromDay: { lte: dayOf(door.now) } }, orderBy: { fromDay: 'desc' }, take: 1 },
    },
  })
  return household?.addresses[0] ?? null
}

async function applicationAddress(
  { sql }: Door,
  id: string | null,
  delivery: 'mail' | 'byHand',
): Promise<FoundAddress | null> {
  if (delivery !== 'mail') return null
  const [row] = await sql<{ answers: Record<string, string> }>(
    `select p.answers from application_version_part p join application_version v on v.id = p.version_id
     where v.application_id = $1 and p.answers ? 'street' order by v.version desc limit 1`,
    [id],
  )
  if (!row) return null
  const { street = '', unit = '', city = '', postalCode = '' } = row.answers
  return street === '' ? null : { street, unit: unit || null, city, postalCode, protected: false }
}
