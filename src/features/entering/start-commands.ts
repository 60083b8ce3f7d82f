import 'server-only'
import { randomUUID } from 'node:crypto'
import { urgentAnswerOf, urgentNeedsIn } from '@/domain/application/urgent'
import type { Draft } from '@/domain/draft'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { addressOf } from '@/server/address'
import { applicationCookie, startApplication } from '@/server/applicant'
import { byPart } from '@/server/application-drafts'
import type { Answer, Call } from '@/server/endpoint'
import { secondsToWait } from '@/server/rate-limit'
import { newToken } from '@/server/secrets'
import { isCitizen, may, type Viewer } from '@/server/viewer'
import { attachVisit } from './account-commands'
import type { StartFields } from './schema'
import { addressOfWait } from './states'

/** Applications begun from one address in a minute: a library, a shelter and an office share theirs. */
const PER_MINUTE = 30

/**
 * Begins an application with its first answer, what is urgent, and whatever was answered before (`carried`). Nothing
 * stops it: who says nothing is asked again on the next page, and the day that counts is kept already.
 */
export async function beginApplication(
  call: Call<Viewer, StartFields>,
  carried: Draft = {},
): Promise<Answer> {
  const { input, locale, arrival, request } = call
  const seconds = await secondsToWait('applications', addressOf(request), PER_MINUTE)
  if (seconds > 0) return waitFirst(locale, seconds)
  const urgent = urgentAnswerOf(input.urgentNeeds)
  const answers: Draft = urgent === null ? carried : { ...carried, urgentNeeds: urgent }
  const shared = input.shared === 'yes'
  const token = newToken()
  const begun = await startApplication({
    key: input.key ?? randomUUID(),
    token,
    shared,
    language: locale,
    arrival,
    parts: byPart(answers),
    urgent: urgentNeedsIn(urgent),
  })
  // A form left open since an application that was sent: there is nothing to begin twice.
  if (begun === null)
    return { to: paths.applicationResumeAgain(locale, 'over'), status: 409, data: { code: 'over' } }
  const own = await attached(call, token, shared)
  return {
    to: toAfter(locale, urgent, own !== null),
    status: 201,
    data: { code: 'begun', attached: own !== null },
    cookies: [applicationCookie(own ?? token, shared)],
  }
}

/** The visit of one's account, when a signed-in person asked for it. The application is begun whatever becomes of it. */
async function attached(
  { viewer, input }: Call<Viewer, StartFields>,
  token: string,
  shared: boolean,
): Promise<string | null> {
  if (input.attach !== 'yes' || !isCitizen(viewer) || !may(viewer, 'application:attach')) return null
  return (await attachVisit(viewer, token, shared))?.token ?? null
}

/** What to do now comes before anything else. Someone with an account needs no code. */
function toAfter(locale: Locale, urgent: string | null, hasAccount: boolean): string {
  if (urgent === null) return paths.applicationQuestion(locale, 'urgent')
  if (urgentNeedsIn(urgent).length > 0) return paths.applicationNow(locale)
  return hasAccount ? paths.application(locale) : paths.applicationCode(locale)
}

function waitFirst(locale: Locale, seconds: number): Answer {
  return {
    to: paths.applicationResumeAgain(locale, addressOfWait(seconds)),
    status: 429,
    data: { code: 'wait', seconds },
    headers: { 'Retry-After': String(seconds) },
  }
}
