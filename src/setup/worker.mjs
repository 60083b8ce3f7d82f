import { runNode, toolEnv } from './command.mjs'
import { inProject } from './places.mjs'
import { freePort } from './ports.mjs'
import { startServerProcess } from './server-process.mjs'

/** Makes the queues of the jobs, as the owner of the database. As often as one likes. */
export async function prepareQueues(ownerUrl) {
  await runNode(['--import', 'tsx', inProject('prisma', 'prepare-queues.ts')], {
    what: 'Preparing the queues of the jobs',
    advice: 'Read what it says above.',
    env: { ...toolEnv(), DATABASE_OWNER_URL: ownerUrl },
  })
}

/**
 * Starts the worker: the same build as the web server, which serves nobody but this machine.
 * @param {string} script
 * @param {Record<string, string | undefined>} env what the web server gets
 * @param {string} [logFile] where its words go; without it, to the terminal
 */
export async function startWorker(script, env, logFile) {
  const port = await freePort()
  return startServerProcess({
    ...{ name: 'The worker', script, logFile, url: `http://127.0.0.1:${port}/fr` },
    env: { ...env, QUINZE_PART: 'worker', PORT: String(port), HOSTNAME: '127.0.0.1' },
  })
}
