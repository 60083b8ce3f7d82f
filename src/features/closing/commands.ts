import 'server-only'
import { readClosing } from '@/domain/decision/closing'
import { paths, withQuery } from '@/i18n/paths'
import { forgetRefused, keepRefused, storable } from '@/server/account-forms'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { may, type Citizen } from '@/server/viewer'
import type { ClosingTold, OwnClosingForm } from './schema'
import { ownTyped } from './typed'

type Locale = Call<Citizen, unknown>['locale']

const told = (locale: Locale, code: ClosingTold): string => withQuery(paths.closing(locale), { told: code })
const homeOf = ({ memberships }: Citizen) =>
  memberships.find(({ untilDay }) => untilDay === null)?.householdId

/**
 * Asks that one's own file be closed. Asked twice, or by both adults, it is asked once: what was asked first stands until
 * it is withdrawn. It stops money: the person proves themself again first, and what they typed waits for them.
 */
export async function askToClose({ viewer, input, locale }: Call<Citizen, OwnClosingForm>): Promise<Answer> {
  const to = paths.closing(locale)
  const household = homeOf(viewer)
  if (!household) return { to, status: 404, data: { code: 'not-allowed' } }
  const typed = storable(input) as OwnClosingForm
  return withViewer(viewer, async (door) => {
    if (!may(viewer, 'account:close')) {
      await keepRefused(door, viewer, 'closing', typed)
      return { to: paths.proveAgain(locale, 'closing'), status: 401, data: { code: 'prove-again' } }
    }
    const read = readClosing(ownTyped(typed), door.now)
    if ('problems' in read) {
      await keepRefused(door, viewer, 'closing', typed)
      return { to, status: 422, data: { code: 'refused', problems: read.problems } }
    }
    const [row] = await door.sql<{ state: string | null }>('select closing_state($1) as state', [household])
    if (row?.state === 'closed') return { to, status: 409, data: { code: 'closed' } }
    await forgetRefused(door, viewer, 'closing')
    if (row?.state === 'asked') return { to: told(locale, 'asked'), data: { code: 'asked-before' } }
    const { cause, month, toldBy, words } = read.given
    await door.sql(
      `insert into closing_request (household_id, cause, month, told_by, words, person_id)
       values ($1, $2, $3, $4, $5, $6)`,
      [household, cause, month, toldBy, words, viewer.personId],
    )
    await record(door, viewer, {
      ...{ act: 'asked', subjectKind: 'household', subjectId: household, householdId: household },
      details: { what: 'closing', cause },
    })
    return { to: told(locale, 'asked'), status: 201, data: { code: 'asked' } }
  })
}

/** Takes back what either adult asked, as long as its decision has not left. */
export async function withdrawClosing({ viewer, locale }: Call<Citizen, unknown>): Promise<Answer> {
  const household = homeOf(viewer)
  if (!household) return { to: paths.closing(locale), status: 404, data: { code: 'not-allowed' } }
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<{ outcome: 'withdrawn' | 'left' | 'nothing' }>(
      'select withdraw_closing() as outcome',
    )
    const { outcome } = row!
    const to = told(locale, outcome)
    if (outcome !== 'withdrawn') return { to, status: 409, data: { code: outcome } }
    await record(door, viewer, {
      ...{ act: 'withdrawn', subjectKind: 'household', subjectId: household, householdId: household },
      details: { what: 'closing' },
    })
    return { to, data: { code: outcome } }
  })
}
