import 'server-only'
import { randomUUID } from 'node:crypto'
import { hasSpouse, dayIn } from '@/domain/application/facts'
import { partOf, prune } from '@/domain/application/journey'
import { dayOf, type Day } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'
import { storableText } from '@/domain/typed'
import { paths } from '@/i18n/paths'
import { changeOf, type Kept, partIn, readKept, sealedApart, writeKept } from '@/server/application-drafts'
import { makeKey, shownCodeCookie } from '@/server/application-keys'
import { keepPromise } from '@/server/application-promise'
import { record } from '@/server/audit'
import { type Door, withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import type { Applicant } from '@/server/viewer'
import { markOfHousehold } from './household'
import { choseOwnWord, pagesLeftIn } from './standing'
import type { ConfirmationFields } from './schema'
import { attemptedWord, errorsInWord, type Word, withoutWord, wordNames } from './word'

/**
 * Makes the code the spouse comes with the first time, together with their date of birth. It is shown to whoever began,
 * to be handed over, and never sent. Once the spouse has come, only they make codes for their part.
 */
export async function makeSpouseCode({ viewer, locale }: Call<Applicant, unknown>): Promise<Answer> {
  const here = paths.applicationSpouse(locale)
  return withViewer(viewer, async (door) => {
    const kept = await readKept(door, viewer)
    if (!kept || viewer.adult !== 'applicant' || !hasSpouse(kept.draft))
      return refused(here, 'no-spouse', 404)
    if (kept.withdrawnAt) return refused(here, 'withdrawn', 409)
    const birth = dayIn(kept.draft, 'spouseBirthDate')
    if (!birth) return refused(paths.applicationQuestion(locale, 'spouse'), 'birth-date', 422)
    const code = await makeKey(door, 'spouse', birth)
    if (!code) return refused(here, 'came', 409)
    await addEvent(door, viewer, { kind: 'spouseInvited', adult: null })
    const shown = { code, of: 'spouse' as const, emailed: false, viewer, now: door.now }
    return { to: here, data: { code: 'made' }, cookies: [shownCodeCookie(shown)] }
  })
}

/** Takes the spouse's word: they agree with what is said of both, or they do not, and sign. Once for one key. */
export async function confirm(call: Call<Applicant, ConfirmationFields>): Promise<Answer> {
  const { viewer, input, locale } = call
  const here = paths.applicationSpouse(locale)
  if (viewer.adult !== 'spouse') return refused(here, 'not-allowed', 404)
  return withViewer(viewer, async (door) => {
    const kept = await readKept(door, viewer)
    if (!kept) return refused(paths.applicationResumeAgain(locale, 'over'), 'over', 401)
    if (kept.withdrawnAt) return refused(here, 'withdrawn', 409)
    // Until then whoever handed the code over could still come with it.
    if (!(await choseOwnWord(door, viewer))) return refused(here, 'own-word', 409)
    const today = dayOf(door.now)
    const word = wordOfInput(input)
    const errors = errorsInWord(word, pagesLeftIn(kept, today))
    if (errors.length > 0) {
      await keepWord(door, viewer, kept, word)
      const told = errors.map(({ field, problem }) => ({ field, problem }))
      return { to: here, status: 422, data: { code: 'wrong-answers', errors: told } }
    }
    if (await give(door, viewer, kept, word, input.key ?? randomUUID(), today)) {
      await forgetWord(door, viewer, kept)
    }
    return { to: here, data: { code: word.answer } }
  })
}

/** Keeps the word, its event and its trace. False when it was given already: pressed twice, or sent again. */
async function give(door: Door, viewer: Applicant, kept: Kept, word: Word, key: string, today: Day) {
  const own = Object.entries(prune(withoutWord(kept.draft), today)).filter(
    ([name]) => partOf(name) === 'spouse',
  )
  const { clear, sealed } = sealedApart(Object.fromEntries(own))
  const given = await door.sql<{ id: string }>(
    `insert into application_confirmation (application_id, answer, note, answers, sealed, signed_name, key)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (application_id, key) do nothing returning id`,
    [
      ...[viewer.applicationId, word.answer, word.note.trim() || null, JSON.stringify(clear), sealed],
      ...[word.signedName.trim(), key],
    ],
  )
  if (given.length === 0) return false
  const agrees = word.answer === 'agrees'
  // That they do not agree is for them and the office: the other adult is not told.
  await addEvent(door, viewer, {
    kind: agrees ? 'spouseConfirmed' : 'spouseDisagreed',
    adult: agrees ? null : 'spouse',
    details: { household: markOfHousehold(kept.draft, today) },
  })
  await keepPromise(door, viewer, viewer.applicationId)
  await record(door, viewer, {
    act: 'confirmed',
    subjectKind: 'application',
    subjectId: viewer.applicationId,
    details: { adult: 'spouse' },
  })
  return true
}

type NewEvent = {
  readonly kind: string
  readonly adult: 'spouse' | null
  readonly details?: Record<string, string>
}

const addEvent = ({ tx }: Door, { applicationId, adult: by }: Applicant, event: NewEvent) =>
  tx.applicationEvent.createMany({ data: [{ applicationId, by, ...event }] })

const wordOfInput = ({ answer, note, signedName }: ConfirmationFields): Word => {
  return { answer: storableText(answer), note: storableText(note), signedName: storableText(signedName) }
}

async function keepWord(door: Door, viewer: Applicant, kept: Kept, word: Word): Promise<void> {
  const before = partIn(kept, 'spouse')
  if (!before) return
  const typed = Object.entries(wordNames).map(([field, name]) => [name, word[field as keyof Word]])
  const attempted = [...new Set([...before.attempted, attemptedWord])]
  await write(door, viewer, kept, { ...before.answers, ...(Object.fromEntries(typed) as Draft) }, attempted)
}

async function forgetWord(door: Door, viewer: Applicant, kept: Kept): Promise<void> {
  const before = partIn(kept, 'spouse')
  if (!before?.attempted.includes(attemptedWord)) return
  const attempted = before.attempted.filter((one) => one !== attemptedWord)
  await write(door, viewer, kept, withoutWord(before.answers), attempted)
}

/** One of their own pages was saved meanwhile in another tab: what was typed of the word there matters less. */
async function write(
  door: Door,
  viewer: Applicant,
  kept: Kept,
  answers: Draft,
  attempted: readonly string[],
): Promise<void> {
  const change = changeOf(kept, 'spouse', answers, attempted)
  if (change) await writeKept(door, viewer, [change])
}

const refused = (to: string, code: string, status: number): Answer => ({ to, status, data: { code } })
