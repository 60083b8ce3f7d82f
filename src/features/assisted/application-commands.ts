import 'server-only'
import { randomUUID } from 'node:crypto'
import { urgentAnswerOf, urgentNeedsIn } from '@/domain/application/urgent'
import { dayOf } from '@/domain/calendar'
import { paths } from '@/i18n/paths'
import { applicationCookie, startApplication } from '@/server/applicant'
import { byPart } from '@/server/application-drafts'
import { beginAssistedApplication } from '@/server/assisted'
import type { Answer, Call } from '@/server/endpoint'
import { newToken } from '@/server/secrets'
import type { Staff } from '@/server/viewer'
import { consentWording } from './consent'
import { readArrival } from './reading'
import type { BeginApplicationFields } from './schema'
import { checkOf } from './states'

/**
 * Begins an application with someone at the counter, on the telephone, or from their paper. From there on it is the
 * application everyone fills, in the applicant's name, as on a borrowed computer: it closes with the window, and the
 * person comes back to it with a code of their own. The day of a paper is the day of the application.
 */
export async function beginApplicationWith(call: Call<Staff, BeginApplicationFields>): Promise<Answer> {
  const { viewer, input, locale, arrival } = call
  const { channel, handedInOn, unreadable } = readArrival(input, dayOf(arrival))
  if (!channel || unreadable.length > 0) {
    const told = checkOf('application', unreadable)
    return { to: paths.assistedAgain(locale, told), status: 422, data: { code: told } }
  }
  const urgent = urgentAnswerOf(input.urgentNeeds)
  const token = newToken()
  const id = await startApplication({
    key: input.key ?? randomUUID(),
    token,
    shared: true,
    language: locale,
    arrival,
    parts: byPart(urgent === null ? {} : { urgentNeeds: urgent }),
    urgent: urgentNeedsIn(urgent),
  })
  const help = { channel, handedInOn, language: locale, consentWording }
  const session = id && (await beginAssistedApplication(viewer, id, help))
  if (!session) return { to: paths.assistedAgain(locale, 'over'), status: 409, data: { code: 'over' } }
  const next =
    urgent === null
      ? paths.applicationQuestion(locale, 'urgent')
      : urgentNeedsIn(urgent).length > 0
        ? paths.applicationNow(locale)
        : paths.application(locale)
  return { to: next, status: 201, data: { code: 'begun' }, cookies: [applicationCookie(token, true)] }
}
