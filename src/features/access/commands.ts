import 'server-only'
import type { Locale } from '@/i18n/locale'
import { findPlace, isPrivatePath, paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { claimedIdentity } from '@/server/claims'
import { cookieHeader, cookieName, readCookie } from '@/server/cookies'
import { withViewer } from '@/server/db'
import { deviceOf } from '@/server/device'
import { tokenOf, type Answer, type Call } from '@/server/endpoint'
import { checkOneTimeCode, issueByAccessCode, parseOneTimeCode } from '@/server/one-time-codes'
import { newToken } from '@/server/secrets'
import { endSession, linkIdentity, openSession, userOf } from '@/server/sign-in-store'
import { sessionCookieHeader, type Staff, type Viewer } from '@/server/viewer'
import { readProof, readWho } from './proof'
import type { AssistFields, ExtensionFields, OneTimeCodeFields, ProofFields } from './schema'
import {
  addressOfState,
  addressOfWait,
  checkOf,
  type ClaimReason,
  type Errand,
  type WaitFrom,
} from './states'

/**
 * Takes the proof of the letter and sends a one-time code to whom it proves. Whatever is wrong with a proof that can
 * be read, the same work is done and the same is answered. A living session of this browser ends first.
 */
export async function sendProof({
  input,
  arrival,
  locale,
  request,
}: Call<Viewer, ProofFields>): Promise<Answer> {
  await endSessionOf(request)
  const { errand } = input
  if (errand === 'claim' && !claimedIdentity(request, arrival)) return again(locale, errand, 'identity-over')
  const shared = input.shared === 'yes' || isShared(request)
  // Kept over a mistake: whoever said once that others use this computer need not say it again.
  const kept = shared ? [cookieHeader('shared', 'yes')] : []
  const proof = readProof(input)
  if ('unreadable' in proof) return { ...again(locale, errand, checkOf(proof.unreadable)), cookies: kept }
  const pending = newToken()
  const issued = await issueByAccessCode({ purpose: errand, pending, shared, request }, proof)
  if (issued === null) return { ...again(locale, errand, 'refused'), cookies: kept }
  if ('waitSeconds' in issued) {
    const from = errand === 'claim' ? 'link' : 'access'
    return { ...waitFirst(locale, from, issued.waitSeconds), cookies: kept }
  }
  return {
    to: paths.oneTimeCode(locale, addressOfState({ errand, channel: issued.channel })),
    data: { channel: issued.channel },
    cookies: [cookieHeader('pending', pending), ...kept],
  }
}

/** Takes the one-time code, and opens the file of whom it proves: once. */
export async function sendCode({
  input,
  arrival,
  locale,
  request,
}: Call<Viewer, OneTimeCodeFields>): Promise<Answer> {
  await endSessionOf(request)
  const { errand, channel } = input
  const pending = readCookie(request, cookieName('pending'))
  const identity = errand === 'claim' ? claimedIdentity(request, arrival) : null
  if (errand === 'claim' && !identity) return again(locale, errand, 'identity-over')
  if (!pending) return again(locale, errand, 'over')
  const code = parseOneTimeCode(input.code)
  const stay = (fault: 'wrong' | 'shape', status: number): Answer => ({
    to: paths.oneTimeCode(locale, addressOfState({ errand, channel, fault })),
    status,
    data: { code: fault },
  })
  if (!code) return stay('shape', 422)
  const checked = await checkOneTimeCode(errand, pending, code)
  if ('waitSeconds' in checked) {
    return waitFirst(locale, errand === 'claim' ? 'link-received' : 'received', checked.waitSeconds)
  }
  if ('wrong' in checked) return stay('wrong', 401)
  if ('over' in checked) return again(locale, errand, 'over')
  if (identity) {
    const linked = await linkIdentity('citizen', identity, checked.personId)
    if (linked !== 'linked')
      return { ...again(locale, errand, linked, 409), cookies: forget('claim', 'pending') }
  }
  const token = newToken()
  const shared = checked.shared || isShared(request)
  await openSession(await userOf(checked.personId), token, {
    assurance: identity ? 'oidc' : 'code+otp',
    shared,
    device: deviceOf(request.headers.get('user-agent')),
  })
  return {
    to: paths.file(locale),
    cookies: [sessionCookieHeader(token, shared), ...forget('pending', 'claim', 'shared')],
  }
}

/** Gives an agent the code that waits for a caller nobody can write to; otherwise says that nothing waits. */
export async function assistSignIn({ viewer, input, locale }: Call<Staff, AssistFields>): Promise<Answer> {
  const who = readWho(input)
  const told = (state: string, status = 200): Answer => ({
    to: paths.assistedSignInTold(locale, state),
    status,
    data: { code: state },
  })
  if ('unreadable' in who) return told(checkOf(who.unreadable), 422)
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<{ person: string | null }>('select auth.tell_code($1, $2) as person', [
      who.fileNumber,
      who.birthDate,
    ])
    const subject = row?.person ? { subjectId: row.person } : {}
    await record(door, viewer, {
      act: 'assisted',
      subjectKind: 'person',
      ...subject,
      details: { told: row?.person ? 1 : 0 },
    })
    return told(row?.person ? 'code' : 'nothing')
  })
}

/** Goes back to the page one was on. Asking has kept the session alive, if it still was. */
export async function extendSession({
  viewer,
  input,
  locale,
}: Call<Viewer, ExtensionFields>): Promise<Answer> {
  if (viewer.role === 'anonymous') {
    return { to: paths.signInExpired(locale), status: 401, data: { code: 'session-expired' } }
  }
  const { returnTo } = input
  const home = 'staffId' in viewer ? paths.office(locale) : paths.file(locale)
  return { to: returnTo && findPlace(returnTo) && isPrivatePath(returnTo) ? returnTo : home }
}

function again(locale: Locale, errand: Errand, reason: ClaimReason | string, status?: number): Answer {
  const to = errand === 'claim' ? paths.claimAgain(locale, reason) : paths.accessCodeAgain(locale, reason)
  return { to, status: status ?? (reason.startsWith('check-') ? 422 : 401), data: { code: reason } }
}

function waitFirst(locale: Locale, from: WaitFrom, seconds: number): Answer {
  const to = paths.signInWait(locale, addressOfWait({ from, seconds }))
  return {
    to,
    status: 429,
    data: { code: 'wait', seconds },
    headers: { 'Retry-After': String(seconds) },
  }
}

const forget = (...names: ('pending' | 'claim' | 'shared')[]): string[] =>
  names.map((name) => cookieHeader(name, null))

const isShared = (request: Request): boolean => readCookie(request, cookieName('shared')) === 'yes'

async function endSessionOf(request: Request): Promise<void> {
  const token = tokenOf(request)
  if (token) await endSession(token)
}
