import 'server-only'
import { parseResumeCode, wordOf } from '@/domain/application/resume-code'
import type { Locale } from '@/i18n/locale'
import { findPlace, isPrivatePath, paths } from '@/i18n/paths'
import {
  applicantOf,
  applicationCookie,
  applicationTokenOf,
  leaveApplication,
  resumeApplication,
} from '@/server/applicant'
import { shownCodeCookie } from '@/server/application-keys'
import { attemptKeys, waitOf } from '@/server/attempts'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { newToken } from '@/server/secrets'
import { signInTransaction } from '@/server/sign-in-store'
import { type Applicant, isApplicant, type Viewer } from '@/server/viewer'
import { type Restored, restoreParked } from './parked'
import type { PageFields, ResumeFields } from './schema'
import { addressOfWait } from './states'

/**
 * Comes back with a code and a word. Whatever is wrong with them the same work is done and the same is answered. A
 * visit this browser still had ends first. What was sent too late the last time is put back, and said.
 */
export async function comeBack(call: Call<Viewer, ResumeFields>): Promise<Answer> {
  const { input, locale, request } = call
  const shared = input.shared === 'yes'
  const token = newToken()
  const outcome = await proved(input, request, token, shared)
  if (typeof outcome === 'number') return waitFirst(locale, outcome)
  if (!outcome) {
    return { to: paths.applicationResumeAgain(locale, 'wrong'), status: 401, data: { code: 'wrong' } }
  }
  const before = applicationTokenOf(request)
  if (before) await leaveApplication(before)
  const { viewer } = await applicantOf(token)
  if (!isApplicant(viewer)) throw new Error('A visit just opened is not there')
  const restored = await withViewer(viewer, (door) => restoreParked(door, viewer))
  return {
    to: toAfter(locale, viewer, restored),
    data: { code: 'open', restored },
    cookies: [applicationCookie(token, shared), shownCodeCookie(null)],
  }
}

/** Whether the visit was opened; or how many seconds to wait. Each attempt counts until it has succeeded. */
async function proved(
  input: ResumeFields,
  request: Request,
  token: string,
  shared: boolean,
): Promise<boolean | number> {
  const typed = input.code.slice(0, 100)
  const proof = {
    code: parseResumeCode(typed) ?? typed.trim().replace(/\s+/g, ' '),
    word: wordOf(input.word),
  }
  const keys = attemptKeys(`application ${proof.code}`, request)
  return signInTransaction(async (sql) => {
    const seconds = await waitOf(sql, keys)
    if (seconds > 0) return seconds
    await sql('select auth.count_attempt($1)', [keys])
    const found = await resumeApplication(proof, token, shared)
    if (found) await sql('select auth.forgive_attempt($1)', [keys])
    return found !== null
  })
}

/** The spouse's own page asks a spouse who comes for the first time for a word of their own. */
function toAfter(locale: Locale, viewer: Applicant, restored: Restored): string {
  if (restored !== 'nothing') return paths.applicationResumeAgain(locale, restored)
  return viewer.adult === 'spouse' ? paths.applicationSpouse(locale) : paths.application(locale)
}

/** Quits: the visit ends on the server, and the browser is asked to forget what it kept of us. */
export async function leave({ locale, request }: Call<Applicant, unknown>): Promise<Answer> {
  const token = applicationTokenOf(request)
  if (token) await leaveApplication(token)
  return {
    to: paths.applicationResumeAgain(locale, 'left'),
    data: { code: 'left' },
    cookies: [applicationCookie(null, false), shownCodeCookie(null)],
    headers: { 'Clear-Site-Data': '"cache", "storage"' },
  }
}

/** Goes back to the page one was on. Asking has made the visit last longer. */
export async function extendVisit({ input, locale }: Call<Applicant, PageFields>): Promise<Answer> {
  const { returnTo } = input
  const isOurs = returnTo && findPlace(returnTo) && isPrivatePath(returnTo)
  return { to: isOurs ? returnTo : paths.application(locale), data: { code: 'extended' } }
}

function waitFirst(locale: Locale, seconds: number): Answer {
  return {
    to: paths.applicationResumeAgain(locale, addressOfWait(seconds)),
    status: 429,
    data: { code: 'wait', seconds },
    headers: { 'Retry-After': String(seconds) },
  }
}
