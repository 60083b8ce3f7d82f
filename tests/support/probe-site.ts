import { ownerClient } from '../../prisma/builders'
import { freshDatabase } from './database'
import { prober, type Prober } from './probe'
import { type Asker, buildProbeWorld, cookieOf, type ProbeWorld } from './probe-world'
import type { ViewerName } from './probe-markers'
import { startServer, type TestServer, type Variant } from './server'

/** A served site with the world of the probes in its database. Close it when done. */
export type ProbeSite = {
  readonly world: ProbeWorld
  readonly server: TestServer
  /** Its database, as the web signs in to it. */
  readonly webUrl: string
  /** And as its owner does. */
  readonly ownerUrl: string
  /** And as the superuser does, to cut connections. */
  readonly adminUrl: string
  readonly prober: Prober
  readonly asker: (name: ViewerName) => Asker
  /** The headers of a viewer's own browser sending one of our forms. */
  readonly formOf: (name: ViewerName) => Record<string, string>
  readonly close: () => Promise<void>
}

/** Builds the world, then serves it; with `variant`, from a build with source files replaced. */
export async function openProbeSite(variant?: Variant): Promise<ProbeSite> {
  const database = await freshDatabase({ people: false })
  const owner = ownerClient(database.ownerUrl)
  const world = await buildProbeWorld(owner)
  const server = await startServer({ webUrl: database.webUrl, ...(variant ? { variant } : {}) })
  const caller = prober(server.url)
  const asker = (name: ViewerName) => world.askers.find((one) => one.name === name)!
  return {
    world,
    server,
    webUrl: database.webUrl,
    ownerUrl: database.ownerUrl,
    adminUrl: database.adminUrl,
    prober: caller,
    asker,
    formOf: (name) => ({
      Accept: 'text/html,*/*',
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: server.url,
      ...cookieOf(asker(name)),
    }),
    close: async () => {
      caller.close()
      await server.stop()
      await owner.$disconnect()
      await database.drop()
    },
  }
}
