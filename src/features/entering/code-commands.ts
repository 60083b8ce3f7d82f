import 'server-only'
import { readEmail } from '@/domain/account/contact'
import { problemOfWord, type ResumeCode } from '@/domain/application/resume-code'
import { paths } from '@/i18n/paths'
import { makeKey, sealMailedCode, shownCodeCookie } from '@/server/application-keys'
import { type Door, withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import type { Applicant } from '@/server/viewer'
import type { CodeFields } from './schema'
import type { CodeReason } from './states'

/**
 * Makes the code one comes back with, for a word of one's own: the one before opens nothing from now on. It is shown
 * for a quarter of an hour, to this visit in this browser, and sent by e-mail if one asks; the word never is.
 */
export async function makeCode(call: Call<Applicant, CodeFields>): Promise<Answer> {
  const { viewer, input, locale } = call
  const own = viewer.adult === 'spouse' ? paths.applicationSpouse(locale) : paths.applicationCode(locale)
  const again = (reason: CodeReason): Answer => ({
    to: paths.applicationCodeAgain(locale, reason),
    status: 422,
    data: { code: reason },
  })
  // Attached to an account, it is opened by the account alone.
  if (viewer.accountId) return { to: own, status: 409, data: { code: 'attached' } }
  const wrong = problemOfWord(input.word)
  if (wrong) return again(wrong)
  const email = readEmail(input.email)
  if (email.problem) return again('email')
  return withViewer(viewer, async (door) => {
    const code = await makeKey(door, viewer.adult, input.word)
    if (!code)
      return { to: paths.applicationResumeAgain(locale, 'over'), status: 401, data: { code: 'over' } }
    if (email.value) await mail(door, viewer, email.value, code)
    const { adult, applicationId } = viewer
    await door.tx.applicationEvent.createMany({
      data: [{ applicationId, kind: 'codeMade', adult, by: adult }],
    })
    const shown = { code, of: adult, emailed: email.value !== null, viewer, now: door.now }
    return { to: own, data: { code: 'made' }, cookies: [shownCodeCookie(shown)] }
  })
}

/** Nothing in the message says whose it is, nor what it is about beyond the application. */
async function mail({ sql }: Door, viewer: Applicant, email: string, code: ResumeCode): Promise<void> {
  await sql(
    `insert into outbox (kind, payload)
     values ('application-code', jsonb_build_object('applicationId', $1::text, 'channel', 'email', 'sealed', $2::text))`,
    [viewer.applicationId, sealMailedCode(email, code)],
  )
}
