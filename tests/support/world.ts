import { afterAll, beforeAll } from 'vitest'
import type { Owner } from '../../prisma/builders'
import { ownerClient } from '../../prisma/builders'
import type { TestDatabase } from './database'
import { useDatabase } from './in-process'

/** A database of this file's own, the owner's client on it, and the server's configuration pointing at it. */
export type World = { database: TestDatabase; owner: Owner }

/**
 * Sets up a world before the tests of a file and takes it down after. The server's rooms are imported inside the
 * tests (`await import`), after their configuration is there.
 */
export function withWorld(options: { people?: boolean } = {}): World {
  const database = useDatabase(options)
  const world = {} as World
  beforeAll(() => {
    world.database = database()
    world.owner = ownerClient(world.database.ownerUrl)
  })
  afterAll(() => world.owner?.$disconnect())
  return world
}

/** Someone of the demo, as the server sees them signed in. */
export async function citizen(owner: Owner, givenName: string) {
  const person = await owner.person.findFirstOrThrow({ where: { givenName } })
  const memberships = await owner.householdMember.findMany({ where: { personId: person.id, role: 'adult' } })
  return {
    role: 'citizen' as const,
    sessionId: '018f0000-0000-7000-8000-000000000001',
    assurance: 'oidc' as const,
    personId: person.id,
    shared: false,
    name: `${person.givenName} ${person.familyName}`,
    actorId: person.id,
    actorName: `${person.givenName} ${person.familyName}`,
    mandate: null,
    holdsMandate: false,
    memberships: memberships
      .map(({ householdId, fromDay, untilDay }) => ({
        householdId,
        fromDay: fromDay as never,
        untilDay: untilDay as never,
      }))
      .sort((one, other) => Number(one.untilDay !== null) - Number(other.untilDay !== null)),
  }
}

/** A member of the demo's staff, as the server sees them signed in. */
export async function staff(owner: Owner, name: string) {
  const member = await owner.staffMember.findFirstOrThrow({ where: { name } })
  return {
    role: member.role as 'agent' | 'contact' | 'supervisor' | 'auditor',
    sessionId: '018f0000-0000-7000-8000-000000000002',
    assurance: 'oidc' as const,
    staffId: member.id,
    name,
    officeId: member.officeId,
  }
}
