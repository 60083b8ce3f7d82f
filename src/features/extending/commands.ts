import 'server-only'
import { extendableMonths, extensionReasons, readNewLimit } from '@/domain/statement/extending'
import { paths, withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { visibleTo } from '@/server/scope'
import type { Staff } from '@/server/viewer'
import type { ExtendForm, ExtendTold } from './schema'

/**
 * Puts back the limit of one household's statement, with a reason. One person of its office may: it is only ever in the
 * household's favour, and the latest limit counts. For more than one household, two are needed (`features/proposals`).
 */
export async function extendForHousehold(call: Call<Staff, ExtendForm>): Promise<Answer> {
  const { viewer, params, input, locale } = call
  const id = params['id'] ?? ''
  // What was typed comes back with what is wrong: a month, a day and a code, nothing of the person.
  const typed = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, value ?? '']))
  const told = (code: ExtendTold, status: number): Answer => ({
    to: withQuery(paths.officeExtension(locale, id), { told: code, ...(code === 'extended' ? {} : typed) }),
    status,
    data: { code },
  })
  return withViewer(viewer, async (door) => {
    const found = isId(id)
      ? await door.tx.household.findFirst({
          where: { AND: [{ id }, visibleTo.households(viewer)] },
          select: { id: true },
        })
      : null
    if (!found)
      return { to: paths.problem(locale, 'not-allowed'), status: 404, data: { code: 'not-allowed' } }
    const month = extendableMonths(door.now).find((one) => one === input.month)
    if (!month) return told('month', 422)
    const part = (name: 'day' | 'month' | 'year') => input[`until.${name}`] ?? ''
    const limit = readNewLimit({ day: part('day'), month: part('month'), year: part('year') }, month)
    if (limit.value === undefined) return told('day', 422)
    const reason = extensionReasons.find((one) => one === input.reason)
    if (!reason) return told('reason', 422)
    const [fr, en] = (['fr', 'en'] as const).map((one) => textsOf(one, 'extending')(`reason.${reason}`))
    // One as late that concerns it stands already: pressed twice, it is granted once.
    const known = await door.sql(
      `select from filing_extension e join household h on h.id = $1 join office o on o.id = h.office_id
       where e.month = $2 and e.new_instant >= $3 and (e.scope = 'everyone' or e.household_id = h.id
         or e.office_id = h.office_id or e.region_code = o.region_code) limit 1`,
      [id, month, limit.value],
    )
    if (known.length > 0) return told('already', 409)
    await door.sql(
      `insert into filing_extension (scope, household_id, month, new_instant, reason_fr, reason_en, decided_by)
       values ('household', $1, $2, $3, $4, $5, $6)`,
      [id, month, limit.value, fr, en, viewer.staffId],
    )
    await record(door, viewer, {
      ...{ act: 'extended', subjectKind: 'household', subjectId: id, householdId: id },
      details: { month, until: limit.value, reason },
    })
    return told('extended', 201)
  })
}
