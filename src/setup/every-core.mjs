// Serves one script with one process for each core (src/decisions/one-process-per-core.md):
// node every-core.mjs SCRIPT. They share its port; the first process only hands out connections.
import cluster from 'node:cluster'
import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'

/** Beyond this many, the database is what one waits for. */
const MOST_PROCESSES = 4

if (cluster.isPrimary) lead()
else await import(pathToFileURL(process.argv[2]).href)

function lead() {
  const count = Math.min(availableParallelism(), MOST_PROCESSES)
  const serving = new Set()
  let stopping = false
  const start = () => {
    const { process: child } = cluster.fork()
    // Whoever kills this process must be able to kill all of them.
    process.send?.({ started: child.pid })
  }
  start()
  // The others follow the first: a configuration that does not serve says so once.
  cluster.once('listening', () => {
    for (let number = 1; number < count; number += 1) start()
  })
  cluster.on('listening', ({ id }) => serving.add(id))
  cluster.on('exit', ({ id }, code) => {
    if (stopping) return
    if (!serving.delete(id)) process.exit(code || 1)
    start()
  })
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
      stopping = true
      for (const one of Object.values(cluster.workers)) one.process.kill(signal)
    })
  }
}
