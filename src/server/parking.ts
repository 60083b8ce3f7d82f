import 'server-only'
import type { Fields } from './body'
import type { Door } from './db'
import { logError } from './log'
import { hashOf, seal, unseal } from './secrets'
import { anonymousPool, type Citizen } from './viewer'

/** A form that arrived after its session had expired, as it was sent. */
export type Parked = { readonly path: string; readonly fields: Fields }

/** Keeps a late form, encrypted, for the person whose session it was; 24 hours. False when it was nobody's. */
export async function park(token: string, path: string, fields: Fields): Promise<boolean> {
  const { rows } = await anonymousPool().query<{ park: boolean }>('select auth.park($1, $2, $3)', [
    hashOf(token),
    path,
    seal(JSON.stringify(fields)),
  ])
  return rows[0]?.park ?? false
}

/** Takes back the forms kept for this person, newest first, and forgets them in the same transaction. */
export async function takeParked({ sql }: Door, viewer: Citizen): Promise<Parked[]> {
  const rows = await sql<{ path: string; sealed: Buffer }>(
    `with taken as (
       delete from parked_submission where person_id = $1 and mandate_id is not distinct from $2 and parked_at > app_now() - interval '24 hours'
       returning path, sealed, parked_at)
     select path, sealed from taken order by parked_at desc`,
    [viewer.actorId, viewer.mandate?.id ?? null],
  )
  return rows.flatMap(({ path, sealed }) => {
    try {
      return [{ path, fields: JSON.parse(unseal(sealed)) as Fields }]
    } catch (error) {
      // Sealed with a secret that is no longer ours, or spoiled: it must not stand in the way of the others.
      logError('parked', error)
      return []
    }
  })
}
