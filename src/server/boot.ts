import 'server-only'
import { followDemoClock } from './demo-clock'
import { env } from './env'
import { anonymousPool } from './viewer'

/**
 * Refuses to serve with a configuration or a database that would break a promise: run once, before the first
 * request. Prints one plain sentence and ends the process, so that a supervisor sees it.
 */
export async function boot(): Promise<void> {
  try {
    const { demo } = env()
    const movable = await isClockMovable()
    if (movable && !demo) {
      throw new Error('This database belongs to the demo: its clock can be moved and its people are made up.')
    }
    if (!movable && demo) {
      throw new Error('The demo only runs on a database it has made. Unset QUINZE_DEMO to serve this one.')
    }
    if (demo) await followDemoClock()
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'The server could not start.')
    process.exit(1)
  }
}

async function isClockMovable(): Promise<boolean> {
  try {
    const { rows } = await anonymousPool().query<{ movable: boolean }>(
      `select exists (select 1 from pg_proc where proname = 'demo_move_clock') as movable`,
    )
    return rows[0]!.movable
  } catch (error) {
    const why = error instanceof Error ? error.message : 'no reason given'
    throw new Error(
      `The database does not answer as it should (${why}). Check DATABASE_URL and prisma/roles.sql.`,
    )
  }
}
