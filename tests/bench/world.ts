import pg from 'pg'
import { say } from '../../src/setup/say.mjs'
import { freshDatabase, type TestDatabase } from '../support/database'
import { startServer, type TestServer } from '../support/server'
import { fillTown, type Person, type Town } from './town'

/** A town, and the product serving it. */
export type World = {
  readonly town: Town
  readonly database: TestDatabase
  readonly site: TestServer
  /** The owner's way in, to arrange and to count. */
  readonly owner: pg.Pool
  /** The next people who have not filed this month. Whoever is taken is not given again. */
  readonly take: (count: number) => Person[]
  /** People who only read: the first two hundred. */
  readonly readers: readonly Person[]
  readonly stop: () => Promise<void>
}

const readerCount = 200

/** Fills a town of this size and serves it. */
export async function openWorld(households: number): Promise<World> {
  const begun = performance.now()
  const database = await freshDatabase()
  const town = await fillTown(database, households)
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  say(`A town of ${households} households, twelve months each (${seconds} s)`)
  const site = await startServer({ webUrl: database.webUrl })
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  let next = readerCount
  return {
    town,
    database,
    site,
    owner,
    readers: Array.from({ length: readerCount }, (_, index) => town.person(index)),
    take: (count) => {
      if (next + count > households) throw new Error(`${households} households are too few for this load`)
      next += count
      return Array.from({ length: count }, (_, index) => town.person(next - count + index))
    },
    stop: async () => {
      await owner.end()
      await site.stop()
      await database.drop()
    },
  }
}

/** How many statements of the open month the town has filed. */
export async function filedIn({ owner, town }: World): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from filing f join household h on h.id = f.household_id
     where h.file_number like 'BENCH-%' and f.month = $1`,
    [town.month],
  )
  return rows[0]!.count
}
