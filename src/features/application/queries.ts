import 'server-only'
import { redirect } from 'next/navigation'
import { dayOf, type Day, type Instant } from '@/domain/calendar'
import { type Contradiction, contradictionsIn } from '@/domain/application/contradictions'
import { answersForSpouse, hasSpouse } from '@/domain/application/facts'
import {
  errorsIn,
  fieldsOf,
  journeyOf,
  pageId,
  type PageRef,
  prune,
  type Section,
  sectionOf,
  sectionsOf,
  statusOf,
} from '@/domain/application/journey'
import type { Adult } from '@/domain/application/adult'
import type { AskedField } from '@/domain/application/question'
import type { Route } from '@/domain/application/routing'
import { urgentNeedsIn } from '@/domain/application/urgent'
import type { FieldError } from '@/domain/application/reading'
import { type Draft, valueOf } from '@/domain/draft'
import type { Office } from '@/domain/offices/office'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { type Door, withViewer } from '@/server/db'
import type { Applicant } from '@/server/viewer'
import { declarationErrors, type Declared, type DeclarationError } from './declaration'
import { type AskedDocument, documentsFor } from './documents'
import { listOf, markOfOthers, removableIn } from './entries'
import { type ApplicationEstimate, estimateOf } from './estimate'
import { isCorrecting, type Kept, readKept } from '@/server/application-drafts'
import { officeNamed } from './office-of'
import { markOfAnswers } from './seen'
import { digestOf } from './sending'
import { readSent, type Sent } from './sent'

/** Where an application stands, for what its pages may still change. */
export type Standing = {
  readonly sent: boolean
  readonly correcting: boolean
  readonly withdrawn: boolean
}

const standingOf = (kept: Kept): Standing => ({
  sent: kept.sentVersion > 0,
  correcting: isCorrecting(kept),
  withdrawn: kept.withdrawnAt !== null,
})

/** The application of a visit, whatever its page; nothing of it leads to where one comes back. */
async function opened<Found>(
  viewer: Applicant,
  read: (door: Door, kept: Kept, today: Day) => Promise<Found> | Found,
): Promise<Found | null> {
  return withViewer(viewer, async (door) => {
    const kept = await readKept(door, viewer)
    return kept ? read(door, kept, dayOf(door.now)) : null
  })
}

/** The task list. */
export type HubPage = {
  readonly viewer: Applicant
  readonly standing: Standing
  readonly startedAt: Instant
  readonly sections: readonly Section[]
  /** Of each section, the first page to answer, or its first. */
  readonly openings: readonly PageRef[]
  readonly urgent: boolean
  readonly couple: boolean
  /** The spouse is to answer for themselves. */
  readonly spouseAnswers: 'none' | 'self' | 'me'
  readonly documents: readonly AskedDocument[]
  /** Every question has its answer. */
  readonly complete: boolean
}

export async function readHub(viewer: Applicant): Promise<HubPage | null> {
  return opened(viewer, async (door, kept, today) => {
    const { draft } = kept
    const sections = sectionsOf(draft, viewer.adult, today)
    const couple = hasSpouse(draft)
    const isFirst = (ref: PageRef) => statusOf(ref, draft, today) !== 'done'
    return {
      viewer,
      standing: standingOf(kept),
      startedAt: kept.startedAt,
      sections,
      openings: sections.map(({ pages }) => pages.find(isFirst) ?? pages[0]!),
      urgent: urgentNeedsIn(valueOf(draft, 'urgentNeeds')).length > 0,
      couple,
      spouseAnswers: !couple ? 'none' : valueOf(draft, 'spouseAnswers') === 'me' ? 'me' : 'self',
      documents: await documentsFor(door, viewer, draft, today, kept.spouseCame),
      complete: sections.every(({ status }) => status === 'done'),
    }
  })
}

/** One page of questions, as a person finds it. */
export type QuestionPage = {
  readonly ref: PageRef
  readonly id: string
  readonly section: Section['section']
  readonly fields: readonly AskedField[]
  readonly draft: Draft
  readonly errors: readonly FieldError[]
  /** More was typed than is kept. */
  readonly tooLong: boolean
  /** The page before in this person's order; null for the first. */
  readonly back: PageRef | null
  readonly removable: boolean
  /** What its answers were when it was drawn. */
  readonly seen: string
  /** Of an entry of a list: what the others say. */
  readonly others: string
  /** The spouse about whom the applicant answers; '' elsewhere. */
  readonly about: string
  readonly today: Day
}

/** The page of a question. One that is not this person's to answer leads to the task list. */
export async function readQuestion(
  viewer: Applicant,
  locale: Locale,
  id: string,
): Promise<QuestionPage | null> {
  return opened(viewer, (_, kept, today) => {
    const { draft, attempted } = kept
    const standing = standingOf(kept)
    if (standing.withdrawn) redirect(paths.applicationProgress(locale))
    if (viewer.adult === 'applicant' && standing.sent && !standing.correcting) {
      redirect(paths.applicationReceipt(locale))
    }
    const journey = journeyOf(draft, viewer.adult, today)
    const at = journey.findIndex((one) => pageId(one) === id)
    const ref = journey[at]
    if (!ref) redirect(paths.application(locale))
    const fields = fieldsOf(ref, draft, today)
    return {
      ref,
      id,
      section: sectionOf(ref, viewer.adult),
      fields,
      draft,
      errors: attempted.includes(id) ? errorsIn(ref, draft, today) : [],
      tooLong: attempted.includes('tooLong'),
      back: journey[at - 1] ?? null,
      removable: removableIn(listOf(ref), draft, ref.whose) > 0,
      seen: markOfAnswers(fields, draft),
      others: markOfOthers(listOf(ref), draft, ref),
      about: viewer.adult === 'applicant' && ref.whose === 'spouse' ? valueOf(draft, 'spouseGivenName') : '',
      today,
    }
  })
}

/** Everything that was answered, what is missing, and what it may lead to. */
export type ReviewPage = {
  readonly standing: Standing
  readonly sections: readonly Section[]
  readonly draft: Draft
  readonly missing: readonly PageRef[]
  readonly contradictions: readonly Contradiction[]
  readonly documents: readonly AskedDocument[]
  readonly estimate: ApplicationEstimate
  /** Another tab changed an answer since the page that was signed. */
  readonly changedSince: boolean
  /** Sending was tried while something was missing. */
  readonly tried: boolean
  readonly today: Day
}

export async function readReview(viewer: Applicant, locale: Locale): Promise<ReviewPage | null> {
  return opened(viewer, async (door, kept, today) => {
    toSend(viewer, kept, locale)
    const { draft } = kept
    const sections = sectionsOf(draft, viewer.adult, today)
    const missing = missingIn(kept, viewer, today)
    return {
      standing: standingOf(kept),
      sections,
      draft,
      missing,
      contradictions: contradictionsIn(draft, today, viewer.adult),
      documents: await documentsFor(door, viewer, draft, today, kept.spouseCame),
      estimate: estimateOf(kept.draft, today),
      changedSince: kept.attempted.includes('changedSince'),
      tried: missing.some((ref) => kept.attempted.includes(pageId(ref))),
      today,
    }
  })
}

const missingIn = ({ draft }: Kept, viewer: Applicant, today: Day): PageRef[] =>
  journeyOf(draft, viewer.adult, today).filter((ref) => statusOf(ref, draft, today) !== 'done')

/** What was sent, or is the applicant's to send, is shown elsewhere. */
function toSend(viewer: Applicant, kept: Kept, locale: Locale): void {
  const { sent, correcting, withdrawn } = standingOf(kept)
  if (viewer.adult !== 'applicant') redirect(paths.application(locale))
  if (withdrawn) redirect(paths.applicationProgress(locale))
  if (sent && !correcting) redirect(paths.applicationReceipt(locale))
}

/** The page where one declares and sends. */
export type DeclarationPage = {
  readonly correcting: boolean
  readonly typed: Declared
  readonly errors: readonly DeclarationError[]
  /** What is signed is what was read: a digest of it. */
  readonly seen: string
  readonly couple: boolean
  readonly name: string
}

export async function readDeclaration(viewer: Applicant, locale: Locale): Promise<DeclarationPage | null> {
  return opened(viewer, (_, kept, today) => {
    toSend(viewer, kept, locale)
    if (missingIn(kept, viewer, today).length > 0) redirect(paths.applicationReview(locale))
    const { draft } = kept
    const correcting = isCorrecting(kept)
    const typed = {
      signedName: valueOf(draft, 'signedName'),
      attest: valueOf(draft, 'attest'),
      correctionReason: valueOf(draft, 'correctionReason'),
    }
    return {
      correcting,
      typed,
      errors: kept.attempted.includes('declaration') ? declarationErrors(typed, correcting) : [],
      seen: digestOf(prune(draft, today)),
      couple: hasSpouse(draft),
      name: `${valueOf(draft, 'givenName')} ${valueOf(draft, 'familyName')}`.trim(),
    }
  })
}

/** The latest version sent, and what comes next. */
export type ReceiptPage = {
  readonly adult: Adult
  readonly sent: Sent
  readonly standing: Standing
  readonly routed: Route
  readonly office: Office | null
  readonly documents: readonly AskedDocument[]
  readonly estimate: ApplicationEstimate | null
  readonly spouse: 'none' | 'me' | 'awaited'
  /** The day it was sent: what was asked is what was asked then. */
  readonly day: Day
}

/** What was sent, as this viewer may read it; null when nothing was. */
export async function findReceipt(viewer: Applicant): Promise<ReceiptPage | null> {
  return opened(viewer, async (door, kept) => {
    const sent = await readSent(door, viewer)
    if (!sent) return null
    const day = dayOf(sent.receivedAt)
    const couple = hasSpouse(sent.answers)
    const { routing } = sent
    return {
      adult: viewer.adult,
      sent,
      standing: standingOf(kept),
      routed: routing,
      office: officeNamed(routing.officeCode),
      documents: await documentsFor(door, viewer, sent.answers, day, kept.spouseCame),
      // It rests on the answers of both: the spouse sees their own.
      estimate: viewer.adult === 'applicant' ? (sent.estimate as ApplicationEstimate | null) : null,
      spouse: !couple ? 'none' : answersForSpouse(sent.answers) ? 'me' : 'awaited',
      day,
    }
  })
}

/** The page of the receipt; of what was not sent yet, the task list. */
export async function readReceipt(viewer: Applicant, locale: Locale): Promise<ReceiptPage> {
  return (await findReceipt(viewer)) ?? redirect(paths.application(locale))
}
