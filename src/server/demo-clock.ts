import 'server-only'
import pg from 'pg'
import { forgetReading } from './clock'
import { env } from './env'

/** Said in the database whenever the demo's clock is moved. */
const channel = 'demo_clock'
const RETRY_MS = 500

/**
 * Forgets this process's reading of the clock as soon as the demo's is moved, whoever moved it: there is a process for
 * each core, and each keeps a reading. The database tells all of them.
 */
export async function followDemoClock(): Promise<void> {
  const client = new pg.Client({ connectionString: env().databaseUrl, options: '-c role=quinze_anonymous' })
  client.on('notification', forgetReading)
  // What was said while the database was away is not heard: forget, and listen again.
  client.once('error', () => {
    forgetReading()
    void client.end().catch(() => {})
    setTimeout(() => void followDemoClock().catch(() => {}), RETRY_MS).unref()
  })
  await client.connect()
  await client.query(`listen ${channel}`)
}
