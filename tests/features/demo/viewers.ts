import { addSession, type Owner } from '../../../prisma/builders'
import type { Citizen } from '../../../src/server/viewer'

/** A demo person, signed in: found by the identity their provider would send. Null when it is nobody's. */
export async function citizenCalled(owner: Owner, subject: string): Promise<Citizen | null> {
  const { viewerOf } = await import('@/server/viewer')
  const [found] = await owner.$queryRawUnsafe<{ id: string }[]>(
    `select u.person_id as id from auth."account" a join auth."user" u on u.id = a.user_id
     where a.provider = 'citizen' and a.subject = $1`,
    subject,
  )
  if (!found) return null
  const { viewer } = await viewerOf(await addSession(owner, 'citizen', found.id))
  return viewer.role === 'citizen' ? viewer : null
}
