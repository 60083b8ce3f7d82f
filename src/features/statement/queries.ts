import 'server-only'
import type { Benefit, BenefitResult } from '@/domain/benefit/line'
import {
  addMonths,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  type Month,
  monthOf,
  parseMonth,
} from '@/domain/calendar'
import { isEnded } from '@/domain/payment/ended'
import { reviewUntil } from '@/domain/decision/rights'
import { journeyPages, type JourneyPage } from '@/domain/statement/journey'
import { paymentDay } from '@/domain/statement/payment'
import { monthsToCatchUp, type StatementState } from '@/domain/statement/state'
import { findPendingClosing } from '@/server/closings'
import { type Door, withViewer } from '@/server/db'
import { isId } from '@/server/ids'
import { countUnread } from '@/server/messages'
import { listOwnApplications, type OwnApplication } from '@/server/own-applications'
import { visibleTo } from '@/server/scope'
import { type Citizen, type MandateKind, may } from '@/server/viewer'
import { decidedPayments } from './decided-payments'
import { type Desk, openDesk } from './desk'
import { paymentOf, type Preview, previewOf, versionsOf } from './derive'
import { digestOf } from './filing'
import { type HistoryEntry, historyOf } from './history'
import { type Filing, findHousehold, type Household } from './household'
import { type Place, placeOf } from './place'
import { type FieldError, journeyOf, readDraft, type Read, readSending } from './schema'
import { stateOf, statesOf } from './state-of'

/** A page of a statement, a correction or a change report: everything its view draws. */
export type StatementPage = {
  readonly desk: Desk
  readonly pages: readonly JourneyPage[]
  readonly read: Read
  /** What to say of the answers, on the pages the person tried to leave. */
  readonly errors: readonly FieldError[]
  /** What these answers lead to; null while they cannot be read, or when only the office reads them. */
  readonly preview: Preview | null
  /** What an unchanged statement leads to, its estimates taken as right. */
  readonly unchanged: Preview
  /** Earlier months still missing, oldest first. */
  readonly catchUp: readonly Month[]
  /** What the answers shown are, so that they are the ones sent. */
  readonly seen: string
  /** The payment concerned was due already: a month that is caught up. */
  readonly isPast: boolean
  /** Someone filed the month before this adult joined the household. */
  readonly filedUnseen: boolean
}

/** The pages of the statement of a month; null when there is none for this viewer. */
export async function findStatementPage(viewer: Citizen, month: string): Promise<StatementPage | null> {
  const about = parseMonth(month)
  return about && withViewer(viewer, (door) => pageOf(door, viewer, about))
}

/** The pages of a change reported now; null when the viewer has no household today. */
export async function findChangePage(viewer: Citizen): Promise<StatementPage | null> {
  return withViewer(viewer, (door) => pageOf(door, viewer, null))
}

async function pageOf(door: Door, viewer: Citizen, month: Month | null): Promise<StatementPage | null> {
  const desk = await openDesk(door, viewer, month)
  if (!desk) return null
  const { household, context, fields, now } = desk
  const read = readDraft(fields, context)
  const confirmed = context.estimates.map((estimate) => ({
    ...estimate,
    finalCents: estimate.estimatedCents,
  }))
  const nothing = readDraft({}, { ...context, kind: 'statement', estimates: [] })
  if (!nothing.answers) throw new Error('An empty draft is "nothing changed"')
  return {
    desk,
    pages: journeyPages(journeyOf(fields, context)),
    read,
    errors: shownErrors(desk, read),
    preview: read.answers && previewOf(household, desk.kind, desk.month, read.answers, now),
    unchanged: previewOf(household, desk.kind, desk.month, { ...nothing.answers, confirmed }, now),
    catchUp: monthsToCatchUp(statesOf(household, viewer, now)).filter((one) => one < desk.month),
    seen: read.answers ? digestOf(read.answers) : '',
    isPast: desk.state.payment.paidOn <= dayOf(now),
    filedUnseen: desk.draft?.attempted.includes('filed-unseen') ?? false,
  }
}

/** A fresh page greets nobody with errors: only pages the person tried to leave show theirs. */
function shownErrors(desk: Desk, read: Read): FieldError[] {
  const attempted = desk.draft?.attempted ?? []
  const errors: FieldError[] = read.errors.filter((error) => attempted.includes(error.page))
  if (attempted.includes('send')) errors.push(...readSending(desk.fields, desk.context))
  if (attempted.includes('continue')) {
    errors.push({ page: 'start', field: 'changed', key: 'changed.tickOrSend' })
  }
  return errors
}

/** The citizen's home: what is due, what was received, what comes next. */
export type FileHome = {
  readonly now: Instant
  /** Null for someone who belongs to no household today. */
  readonly household: Household | null
  /** The statements that matter now, oldest first: missing ones, this month's, the next. */
  readonly statements: readonly StatementState[]
  readonly catchUp: readonly Month[]
  /** Of a file that is closed, until when a review of it may be asked. */
  readonly reviewUntil: Day | null
  /** Someone of the household asked to close the file, and its decision has not left. */
  readonly closingAsked: boolean
  readonly nextPayment: { readonly benefit: BenefitResult; readonly paidOn: Day } | null
  /** What the other adult filed for both and this viewer has not answered. */
  readonly toConfirm: readonly Filing[]
  readonly mayReport: boolean
  /** There is someone the viewer may act for. */
  readonly mayAct: boolean
  readonly hasChangeDraft: boolean
  readonly recent: readonly HistoryEntry[]
  /** A form sent after its session had ended is kept for this person. */
  readonly parked: boolean
  /** How many messages of the office were not read. */
  readonly unread: number
  /** The applications for aid attached to the viewer's account. */
  readonly applications: readonly OwnApplication[]
}

/** How long the other adult is asked to confirm a filing, in months. */
const confirmableMonths = 3

/** What the home page of the viewer's file shows. */
export async function getFileHome(viewer: Citizen): Promise<FileHome> {
  return withViewer(viewer, async (door) => {
    const { now } = door
    const current = monthOf(dayOf(now))
    const parked =
      (await door.tx.parkedSubmission.count({
        where: { personId: viewer.actorId, mandateId: viewer.mandate?.id ?? null },
      })) > 0
    const applications = await listOwnApplications(door, viewer)
    const unread = may(viewer, 'message:write') ? await countUnread(door, viewer) : 0
    const household = await findHousehold(door, viewer, [addMonths(current, -1), current])
    const past = household ? [] : await listPast(door, viewer)
    if (!household) {
      return {
        now,
        household,
        statements: [],
        catchUp: [],
        reviewUntil: null,
        closingAsked: false,
        nextPayment: null,
        toConfirm: [],
        mayReport: false,
        mayAct: viewer.holdsMandate,
        hasChangeDraft: false,
        recent: past.slice(0, 3),
        parked,
        unread,
        applications,
      }
    }
    const states = statesOf(household, viewer, now)
    const next = stateOf(household, addMonths(current, 1), viewer, now)
    const shown = states.filter((state) => state.month === current || state.name === 'late')
    const monthPaid = addMonths(current, 1)
    return {
      now,
      household,
      statements: next.name === 'exempt' ? shown : [...shown, next],
      catchUp: monthsToCatchUp(states),
      reviewUntil: household.closing && reviewUntil(household.closing.leftAt),
      closingAsked: may(viewer, 'account:read') && (await findPendingClosing(door)) !== null,
      nextPayment: isEnded(household.closing, monthPaid)
        ? null
        : {
            benefit:
              (await decidedPayments(door, household.id, monthPaid)).get(monthPaid) ??
              paymentOf(household, monthPaid),
            paidOn: paymentDay(monthPaid),
          },
      toConfirm: household.filings.filter(
        (filing) =>
          filing.kind === 'statement' &&
          // To agree is the person's own word: nobody says it for them.
          viewer.mandate === null &&
          filing.filedByPerson !== viewer.personId &&
          filing.month >= addMonths(current, -confirmableMonths) &&
          versionsOf(household, filing.month).at(-1)?.id === filing.id &&
          !filing.confirmedBy.some((one) => one.personId === viewer.personId) &&
          household.people.filter((person) => person.role === 'adult').length > 1,
      ),
      mayReport: may(viewer, 'change:report'),
      mayAct: viewer.holdsMandate,
      hasChangeDraft: household.drafts.some((draft) => draft.kind === 'change'),
      recent: historyOf(household).slice(0, 3),
      parked,
      unread,
      applications,
    }
  })
}

/** Everything the viewer sent or may still read, newest first. */
export type FileHistory = {
  readonly entries: readonly HistoryEntry[]
  /** What each version announced, by the filing's id. */
  readonly payments: ReadonlyMap<string, { readonly month: Month; readonly totalCents: number }>
  readonly adults: readonly { readonly id: string; readonly name: string }[]
}

/** The history of the viewer's file, in the years they were part of it. */
export async function getHistory(viewer: Citizen): Promise<FileHistory> {
  return withViewer(viewer, async (door) => {
    const household = await findHousehold(door, viewer, [])
    const entries = household ? historyOf(household) : await listPast(door, viewer)
    const rows = await door.tx.expectedPayment.findMany({
      where: { filing: visibleTo.filings(viewer) },
      select: { filingId: true, month: true, totalCents: true },
    })
    const payments = new Map(
      rows.map((row) => [row.filingId ?? '', { month: row.month as Month, totalCents: row.totalCents }]),
    )
    const adults = (household?.people ?? []).filter((person) => person.role === 'adult')
    return { entries, payments, adults }
  })
}

/** What a person who left a household may still read of it. */
async function listPast(door: Door, viewer: Citizen): Promise<HistoryEntry[]> {
  const filings = await door.tx.filing.findMany({
    where: visibleTo.filings(viewer),
    orderBy: { receivedAt: 'desc' },
  })
  return filings.map((filing) => ({
    id: filing.id,
    kind: filing.kind as Filing['kind'],
    month: filing.month as Month,
    version: filing.version,
    receivedAt: instantOf(filing.receivedAt),
    filedByName: filing.filedByName,
    correctionReason: filing.correctionReason,
    differences: [],
  }))
}

/** A receipt: what was sent, exactly, and what is true of it today. */
export type ReceiptPage = {
  readonly filing: Filing & {
    readonly filedFor: string
    readonly channel: 'web' | 'telephone' | 'counter' | 'paper'
    readonly lateReason: string | null
    /** The mandate it was filed under, when a representative filed it. */
    readonly mandateKind: MandateKind | null
    readonly wordingVersion: string
    readonly schemaVersion: number
    /** The help in which it was filed, and the member of the staff who filed it with the person. */
    readonly assistedSessionId: string | null
    readonly filedByStaff: string | null
    /** The day its paper was handed in. */
    readonly handedInOn: Day | null
  }
  /** Where the pages of the file stand for who reads. */
  readonly place: Place
  readonly fileNumber: string | null
  /** Today's view of the month's statement; null for a change, or for a household left since. */
  readonly state: StatementState | null
  readonly adults: readonly { readonly id: string; readonly name: string }[]
  readonly payment: Benefit | null
  readonly newer: { readonly id: string; readonly version: number } | null
  /** Whether the viewer is asked to agree, has answered, or reads what the other adult said. */
  readonly own: 'asked' | 'agrees' | 'disagrees' | 'filer'
  readonly others: readonly { readonly name: string; readonly answer: 'agrees' | 'disagrees' | 'waiting' }[]
}

/** A receipt by its id; null when it is not one this viewer may read. */
export async function findReceipt(viewer: Citizen, id: string): Promise<ReceiptPage | null> {
  if (!isId(id)) return null
  return withViewer(viewer, async (door) => {
    const row = await door.tx.filing.findFirst({
      where: { AND: [visibleTo.filings(viewer), { id }] },
      include: { confirmations: true, payments: true },
    })
    if (!row) return null
    const current = await findHousehold(door, viewer, [])
    const household = current?.id === row.householdId ? current : null
    const month = row.month as Month
    const filing = {
      ...row,
      kind: row.kind as Filing['kind'],
      month,
      filedByPerson: row.forPerson ?? row.filedByPerson,
      mandateKind: row.mandateKind as MandateKind | null,
      handedInOn: row.handedInOn as Day | null,
      answers: row.answers as unknown as Filing['answers'],
      digest: row.answersDigest,
      receivedAt: instantOf(row.receivedAt),
      dueAt: row.dueAt && instantOf(row.dueAt),
      channel: row.channel as ReceiptPage['filing']['channel'],
      confirmedBy: row.confirmations.map(({ personId, answer }) => ({
        personId,
        answer: answer as 'agrees' | 'disagrees',
      })),
    }
    const adultsNow = (household?.people ?? []).filter((person) => person.role === 'adult')
    const adults = filing.answers.adults ?? adultsNow
    const latest = household && filing.kind === 'statement' ? versionsOf(household, month).at(-1) : undefined
    const said = filing.confirmedBy.find((one) => one.personId === viewer.personId)?.answer
    const isFiler = filing.filedByPerson === viewer.personId || viewer.mandate !== null
    const asked = filing.kind === 'statement' && adultsNow.length > 1 && latest?.id === filing.id
    return {
      filing,
      place: placeOf(viewer),
      fileNumber: household?.fileNumber ?? null,
      state: household && filing.kind === 'statement' ? stateOf(household, month, viewer, door.now) : null,
      adults,
      payment: (row.payments[0]?.benefit ?? null) as unknown as Benefit | null,
      newer: latest && latest.version > filing.version ? { id: latest.id, version: latest.version } : null,
      own: isFiler ? 'filer' : (said ?? (asked ? 'asked' : 'filer')),
      others: !asked
        ? []
        : adultsNow
            .filter((adult) => adult.id !== viewer.personId && adult.id !== filing.filedByPerson)
            .map((adult) => ({
              name: adult.givenName,
              answer: filing.confirmedBy.find((one) => one.personId === adult.id)?.answer ?? 'waiting',
            })),
    }
  })
}
