import { runPayments } from '@/jobs/payments'
import { withViewer } from '@/server/db'

/*
 * The work of the payments, as its own process: told by `payments.ts`, it does what is to be done and says how long it
 * took, on which memory.
 */
// A worker has opened the database long before.
await withViewer({ role: 'worker' }, ({ sql }) => sql('select 1'))
const begun = performance.now()
await runPayments()
const seconds = (performance.now() - begun) / 1_000
process.stdout.write(
  `${JSON.stringify({ seconds, cpu: process.cpuUsage().user / 1e6, rss: process.memoryUsage().rss })}\n`,
)
process.exit(0)
