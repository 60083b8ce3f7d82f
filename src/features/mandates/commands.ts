import 'server-only'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { tokenOf, type Answer, type Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { actUnder } from '@/server/sign-in-store'
import type { Citizen } from '@/server/viewer'
import type { Acting } from './schema'

/** Begins to act for the person of a mandate, or goes back to one's own file. A mandate that ended changes nothing. */
export async function act({ input, locale, request }: Call<Citizen, Acting>): Promise<Answer> {
  const wanted = input.mandate ?? ''
  const token = tokenOf(request)
  if (wanted !== '' && !isId(wanted)) return { to: paths.mandates(locale), status: 404 }
  const done = token !== undefined && (await actUnder(token, wanted === '' ? null : wanted))
  if (!done) return { to: paths.mandates(locale), status: 404, data: { code: 'mandate-ended' } }
  return { to: paths.file(locale), data: { code: 'acting' } }
}

/** Takes back a mandate one gave, or lays down one that one holds. What was done under it stays. */
export async function endMandate({ viewer, params, locale }: Call<Citizen, unknown>): Promise<Answer> {
  const id = params['id'] ?? ''
  const to = paths.mandates(locale)
  if (!isId(id)) return { to, status: 404, data: { code: 'not-allowed' } }
  return withViewer(viewer, async (door) => {
    const { count } = await door.tx.mandate.updateMany({
      where: {
        id,
        revokedAt: null,
        OR: [
          { representativeId: viewer.personId },
          { personId: viewer.personId, kind: { in: ['powerOfAttorney', 'communityHelper'] } },
        ],
      },
      data: { revokedAt: new Date(door.now) },
    })
    // Ended already, or nobody's business of theirs: the page says how things stand.
    if (count === 0) return { to, status: 404, data: { code: 'not-allowed' } }
    await record(door, viewer, { act: 'ended', subjectKind: 'mandate', subjectId: id })
    return { to, data: { code: 'ended' } }
  })
}
