import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { forgetReading } from './clock'
import { env } from './env'

/** Said in the database whenever the demo's clock is moved. */
const channel = 'demo_clock'
const RETRY_MS = 500

const listeners: (() => void)[] = [forgetReading]
const moved = (): void => {
  for (const listener of listeners) listener()
}

/** Has something done whenever the demo's clock is moved. In production it never is. */
export const whenClockMoves = (act: () => void): void => void listeners.push(act)

/**
 * Forgets this process's reading of the clock as soon as the demo's is moved, whoever moved it: there is a process for
 * each core, and each keeps a reading. The database tells all of them. Resolves when it listens; rejects when the
 * database cannot be reached.
 */
export async function followDemoClock(): Promise<void> {
  const client = new pg.Client({ connectionString: env().databaseUrl, options: '-c role=quinze_anonymous' })
  // Once listening, an error means the database is gone; before, `connect` says so itself.
  let onLoss = () => {}
  client.on('notification', moved)
  client.on('error', () => onLoss())
  try {
    await client.connect()
    await client.query(`listen ${channel}`)
  } catch (error) {
    void client.end().catch(() => {})
    throw error
  }
  onLoss = () => {
    onLoss = () => {}
    void client.end().catch(() => {})
    void followAgain()
  }
}

/** Tries until the database is back. What was said meanwhile was not heard: the reading is forgotten each time. */
async function followAgain(): Promise<void> {
  for (;;) {
    forgetReading()
    await sleep(RETRY_MS, undefined, { ref: false })
    try {
      await followDemoClock()
      return moved()
    } catch {
      // The database is still away.
    }
  }
}
