import 'server-only'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { tokenOf, type Answer, type Call } from '@/server/endpoint'
import { checkOneTimeCode, issueForPerson, parseOneTimeCode } from '@/server/one-time-codes'
import { stepUp } from '@/server/sign-in-store'
import { sessionCookieHeader, type Citizen } from '@/server/viewer'
import type { CodeForm, Next } from './account-schema'
import { forgetRefused, keepRefused, type Typed } from '@/server/account-forms'

/** Sends a code to the contact known before, to prove that the person is still the one at the keyboard. */
export async function sendCode({ viewer, input, locale, request }: Call<Citizen, Next>): Promise<Answer> {
  const to = paths.proveAgain(locale, input.next)
  const token = tokenOf(request) ?? ''
  const asking = { purpose: 'step-up', pending: token, shared: viewer.shared, request } as const
  const issued = await issueForPerson(asking, viewer.personId)
  const state: Typed =
    issued === null
      ? { state: 'over' }
      : 'channel' in issued
        ? { state: 'sent', channel: issued.channel }
        : { state: 'wait', seconds: String(Math.ceil(issued.waitSeconds)) }
  await remember(viewer, state)
  return { to, data: { code: state['state'] } }
}

/** Checks the code. When it is right the session is renewed: whoever else holds its old token is out. */
export async function checkCode({
  viewer,
  input,
  locale,
  request,
}: Call<Citizen, CodeForm>): Promise<Answer> {
  const again = paths.proveAgain(locale, input.next)
  const token = tokenOf(request) ?? ''
  const code = parseOneTimeCode(input.code)
  if (code === null) return refused(again, viewer, { state: 'format' })
  const checked = await checkOneTimeCode('step-up', token, code)
  if ('over' in checked) return refused(again, viewer, { state: 'over' })
  if ('wrong' in checked) return refused(again, viewer, { state: 'wrong', left: String(checked.wrong) })
  if ('waitSeconds' in checked) {
    return refused(again, viewer, { state: 'wait', seconds: String(Math.ceil(checked.waitSeconds)) })
  }
  const renewed = checked.personId === viewer.personId ? await stepUp(token) : null
  if (renewed === null) return refused(again, viewer, { state: 'over' })
  await withViewer(viewer, async (door) => {
    await forgetRefused(door, viewer, 'code')
    const { personId } = viewer
    await record(door, viewer, { act: 'proved', subjectKind: 'person', subjectId: personId })
  })
  const to = paths[input.next](locale)
  return { to, cookies: [sessionCookieHeader(renewed, viewer.shared)], data: { code: 'proved' } }
}

async function refused(to: string, viewer: Citizen, state: Typed): Promise<Answer> {
  await remember(viewer, state)
  return { to, status: 422, data: { code: state['state'] } }
}

/** How the last step went, for the page that comes next. Never the code. */
const remember = (viewer: Citizen, state: Typed): Promise<void> =>
  withViewer(viewer, (door) => keepRefused(door, viewer, 'code', state))
