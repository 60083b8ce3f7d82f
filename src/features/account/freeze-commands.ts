import 'server-only'
import { nextPaymentMonth } from '@/domain/account/change'
import { dayOf } from '@/domain/calendar'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { hashOf } from '@/server/secrets'
import { anonymousPool, type Citizen, type Staff, type Viewer } from '@/server/viewer'
import type { FreezeLink } from './account-schema'

/** Stops every change that waits, and new ones, until the office lifts it. Either adult may. */
export async function freezeAccount({ viewer, locale }: Call<Citizen, unknown>): Promise<Answer> {
  const to = paths.account(locale)
  const household = viewer.memberships.find(({ untilDay }) => untilDay === null)?.householdId
  if (!household) return { to, status: 404, data: { code: 'not-allowed' } }
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<{ frozen: boolean | null }>('select freeze_own_account($1) as frozen', [
      nextPaymentMonth(dayOf(door.now)),
    ])
    if (row?.frozen) {
      const subject = { subjectKind: 'household', subjectId: household, householdId: household } as const
      await record(door, viewer, { act: 'frozen', ...subject })
    }
    return { to, data: { code: 'frozen' } }
  })
}

/** The same by the link of a notice, without signing in: once. The trace is left by the database. */
export async function freezeByLink({ input, arrival, locale }: Call<Viewer, FreezeLink>): Promise<Answer> {
  const { rows } = await anonymousPool().query<{ done: boolean }>(
    'select auth.freeze_by_link($1, $2) as done',
    [hashOf(input.token), nextPaymentMonth(dayOf(arrival))],
  )
  const done = rows[0]?.done === true
  return done
    ? { to: paths.frozen(locale, 'done'), data: { code: 'frozen' } }
    : { to: paths.frozen(locale, 'over'), status: 404, data: { code: 'link-over' } }
}

/** Lets changes through again: the office has spoken with the people of the household. */
export async function liftFreeze({ viewer, params, locale }: Call<Staff, unknown>): Promise<Answer> {
  const [to, id] = [paths.office(locale), params['id'] ?? '']
  if (!isId(id)) return { to, status: 404, data: { code: 'not-allowed' } }
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<{ lifted: boolean }>('select lift_freeze($1) as lifted', [id])
    if (!row?.lifted) return { to, status: 404, data: { code: 'not-allowed' } }
    await record(door, viewer, { act: 'lifted', subjectKind: 'household', subjectId: id, householdId: id })
    return { to, data: { code: 'lifted' } }
  })
}
