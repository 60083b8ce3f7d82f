import { randomUUID } from 'node:crypto'
import { addHousehold, addOffice, addSession, type Owner, ownerClient } from '../../prisma/builders'
import { installMovableClock, moveClock } from '../../prisma/demo-clock'
import { addMonths, month, type Month } from '../../src/domain/calendar'
import type { Cluster } from './cluster'

/** One statement to file, and all its client was told of it. */
export type Statement = {
  readonly householdId: string
  readonly month: Month
  /** Of the session of its adult. */
  readonly token: string
  /** Drawn once, sent with every try. */
  readonly key: string
  /** The work income it declares, different in every statement, so that no answers pass for others. */
  readonly netCents: number
  /** The receipt number of each acknowledgement, in order. */
  readonly told: string[]
  /** Tries that ended without an answer, or with an error of the server. */
  failures: number
  /** The first acknowledgement said it had been received before: the reply to that try was lost. */
  hadBeenReceived: boolean
  /** An answer that neither acknowledges nor invites to try again: there should be none. */
  refusal: string | null
}

/** A database with households that have many statements to file, and the clock stopped being the wall's. */
export type World = {
  readonly ownerUrl: string
  readonly webUrl: string
  readonly adminUrl: string
  /** Every statement drawn so far. */
  readonly statements: readonly Statement[]
  /** The next statements to file: one of each of as many households. */
  readonly draw: (count: number) => Promise<Statement[]>
  readonly close: () => Promise<void>
}

/** The statements that can be filed on 10 November 2026: those of the year before. */
const now = '2026-11-10T15:00:00.000Z'
const firstMonth = month('2025-12')
const monthsEach = 12

/** Makes a world in a database of its own. Households are added as they are needed. */
export async function openWorld(cluster: Cluster, name: string): Promise<World> {
  const urls = await cluster.database(name)
  let owner = ownerClient(urls.ownerUrl)
  await installMovableClock(owner)
  await moveClock(owner, now)
  const officeId = await addOffice(owner, {
    code: '900',
    nameFr: 'Bureau de Sainte-Épreuve',
    nameEn: 'Sainte-Épreuve Office',
    regionCode: '17',
    city: 'Sainte-Épreuve',
    phone: '+18195550100',
  })
  const statements: Statement[] = []
  let homes: Home[] = []
  let turn = 0
  return {
    ...urls,
    statements,
    draw: async (count) => {
      if (homes.length !== count || turn === monthsEach) {
        // The server this client knew may have been killed since.
        await owner.$disconnect()
        owner = ownerClient(urls.ownerUrl)
        homes = []
        for (let index = 0; index < count; index += 1)
          homes.push(await addHome(owner, officeId, statements.length + index))
        turn = 0
      }
      const drawn = homes.map((home, index) => ({
        ...home,
        month: addMonths(firstMonth, turn),
        key: randomUUID(),
        netCents: 100 + statements.length + index,
        told: [],
        failures: 0,
        hadBeenReceived: false,
        refusal: null,
      }))
      turn += 1
      statements.push(...drawn)
      return drawn
    },
    close: () => owner.$disconnect(),
  }
}

type Home = Pick<Statement, 'householdId' | 'token'>

async function addHome(owner: Owner, officeId: string, number: number): Promise<Home> {
  const { id, adults } = await addHousehold(owner, {
    fileNumber: `FAULT-${number}`,
    officeId,
    since: '2025-01',
    adults: [{ givenName: 'Ana', familyName: `Essai ${number}`, birthDate: '1985-04-12' }],
  })
  return { householdId: id, token: await addSession(owner, 'citizen', adults[0]!) }
}
