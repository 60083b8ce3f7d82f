import 'server-only'
import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { dayIn, hasSpouse } from '@/domain/application/facts'
import { dayOf, type Instant, instantOf } from '@/domain/calendar'
import { valueOf } from '@/domain/draft'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { type Kept, readKept } from '@/server/application-drafts'
import { openShownCode, type ShownCode, shownCodeName } from '@/server/application-keys'
import { type Door, withViewer } from '@/server/db'
import { env } from '@/server/env'
import type { Applicant } from '@/server/viewer'
import { type Household, householdIn, markOfHousehold } from './household'
import { choseOwnWord, pagesLeftIn } from './standing'
import { attemptedWord, errorsInWord, type Word, type WordError, wordIn } from './word'

/** The page as whoever began the application finds it. */
export type ApplicantSide = {
  readonly side: 'applicant'
  readonly hasSpouse: boolean
  /** The spouse's given name, as the applicant typed it. */
  readonly name: string
  readonly answers: 'self' | 'me' | null
  readonly mayInvite: boolean
  readonly came: boolean
  readonly confirmedAt: Instant | null
  /** The code just made for the spouse. */
  readonly shown: ShownCode | null
}

/** The page as the spouse finds it. */
export type SpouseSide = {
  readonly side: 'spouse'
  /** They come by a way of their own already. */
  readonly ownWord: boolean
  readonly pagesLeft: number
  readonly household: Household
  /** Their latest word; `changed`: what is said of both is no longer what they saw. */
  readonly given: {
    readonly answer: 'agrees' | 'disagrees'
    readonly at: Instant
    readonly changed: boolean
  } | null
  readonly key: string
  readonly word: Word
  readonly errors: readonly WordError[]
  /** The code they just made for themselves. */
  readonly shown: ShownCode | null
  /** The whole address of the page one comes back to. */
  readonly address: string
}
export type SpousePage = ApplicantSide | SpouseSide

/** The page on the spouse, for either adult. Null when there is no such application. */
export async function findSpousePage(viewer: Applicant, locale: Locale): Promise<SpousePage | null> {
  const typed = (await cookies()).get(shownCodeName())?.value
  return withViewer(viewer, async (door) => {
    const kept = await readKept(door, viewer)
    if (!kept) return null
    const shown = openShownCode(typed, viewer, door.now)
    return viewer.adult === 'spouse'
      ? spouseSide(door, viewer, kept, shown, env().origin + paths.applicationResume(locale))
      : applicantSide(door, viewer, kept, shown)
  })
}

type EventRow = { kind: string; at: Date; details: { household?: string } }

/** The latest event of these kinds that the viewer may see. */
async function lastEvent(
  { sql }: Door,
  viewer: Applicant,
  kinds: readonly string[],
): Promise<EventRow | null> {
  const rows = await sql<EventRow>(
    `select kind, at, details from application_event
     where application_id = $1 and kind = any ($2) order by at desc, id desc limit 1`,
    [viewer.applicationId, kinds],
  )
  return rows[0] ?? null
}

async function applicantSide(
  door: Door,
  viewer: Applicant,
  kept: Kept,
  shown: ShownCode | null,
): Promise<ApplicantSide> {
  const { draft } = kept
  const confirmed = await lastEvent(door, viewer, ['spouseConfirmed'])
  const answers = valueOf(draft, 'spouseAnswers')
  return {
    side: 'applicant',
    hasSpouse: hasSpouse(draft),
    name: valueOf(draft, 'spouseGivenName'),
    answers: answers === 'self' || answers === 'me' ? answers : null,
    mayInvite: dayIn(draft, 'spouseBirthDate') !== null && kept.withdrawnAt === null,
    came: kept.spouseCame,
    confirmedAt: confirmed && instantOf(confirmed.at),
    shown: shown?.of === 'spouse' ? shown : null,
  }
}

async function spouseSide(
  door: Door,
  viewer: Applicant,
  kept: Kept,
  shown: ShownCode | null,
  address: string,
): Promise<SpouseSide> {
  const today = dayOf(door.now)
  const last = await lastEvent(door, viewer, ['spouseConfirmed', 'spouseDisagreed'])
  const pagesLeft = pagesLeftIn(kept, today)
  const word = wordIn(kept.draft)
  return {
    side: 'spouse',
    ownWord: await choseOwnWord(door, viewer),
    pagesLeft,
    household: householdIn(kept.draft, today),
    given: last && {
      answer: last.kind === 'spouseConfirmed' ? 'agrees' : 'disagrees',
      at: instantOf(last.at),
      changed: last.details.household !== markOfHousehold(kept.draft, today),
    },
    key: randomUUID(),
    word,
    errors: kept.attempted.includes(attemptedWord) ? errorsInWord(word, pagesLeft) : [],
    shown: shown?.of === 'spouse' ? shown : null,
    address,
  }
}
