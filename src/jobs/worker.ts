import { setTimeout as wait } from 'node:timers/promises'
import { sendWaiting } from '@/features/sending/commands'
import { withViewer } from '@/server/db'
import { whenClockMoves } from '@/server/demo-clock'
import { env } from '@/server/env'
import { scanWaiting } from '@/server/given-files'
import { logError } from '@/server/log'
import { keepTheDesk } from './as-time-goes-by'
import { moveDecisions } from './decisions'
import { openMonth } from './opening'
import { runPayments } from './payments'
import { openQueue } from './queue'
import { remindOfStatements } from './reminders'
import { erasePast } from './retention'
import { jobNames, type JobName } from './schedule'
import { watchService } from './watch'

/** Between two tries of the service; and after one that could not be noted, until the database is back. */
const BEAT_MS = 60_000
const AGAIN_MS = 5_000
/** Between two looks at an outbox where nothing was due: a code must not be waited for. */
const EMPTY_MS = 1_000

const work: Record<JobName, () => Promise<unknown>> = {
  decisions: moveDecisions,
  files: () => scanWaiting({ role: 'worker' }),
  opening: () => openMonth(),
  reminders: remindOfStatements,
  payments: () => runPayments(),
  retention: erasePast,
  desk: () => withViewer({ role: 'worker' }, ({ sql, now }) => keepTheDesk(sql, now)),
}

/**
 * The worker: what happens without a click. Several may work side by side: each thing is done once. A job that fails, or
 * whose worker dies, is done again.
 */
export async function startWorker(): Promise<void> {
  const queue = openQueue(env().databaseUrl, { migrate: false, role: 'quinze_worker' })
  queue.on('error', (error) => logError('queue of the jobs', error))
  await queue.start()
  for (const name of jobNames)
    await queue.work(name, { pollingIntervalSeconds: 2 }, async () => {
      try {
        await work[name]()
      } catch (error) {
        logError(`job ${name}`, error)
        throw error
      }
    })
  // What its new day brings comes at once: nobody of a demo waits for the hour of a job.
  whenClockMoves(() => {
    for (const name of jobNames)
      void queue.send(name, {}).catch((error: unknown) => logError(`job ${name}`, error))
  })
  void keepWatch()
  void keepSending()
}

async function keepWatch(): Promise<never> {
  for (;;) {
    const pause = await watchService().then(
      () => BEAT_MS,
      (error: unknown) => {
        logError('watch of the service', error)
        return AGAIN_MS
      },
    )
    await wait(pause, undefined, { ref: false })
  }
}

async function keepSending(): Promise<never> {
  for (;;) {
    const taken = await sendWaiting().catch((error: unknown) => {
      logError('sending', error)
      return null
    })
    if (taken === 0) await wait(EMPTY_MS, undefined, { ref: false })
    if (taken === null) await wait(AGAIN_MS, undefined, { ref: false })
  }
}
