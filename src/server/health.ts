import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { withViewer } from './db'
import { errorsLogged } from './log'
import { anonymousPool } from './viewer'

/** A balancer asks every few seconds: a database that takes longer than this is not ready. */
const LONGEST_WAIT_MS = 2_000

/** Whether this process may be sent people: its database answers, soon. */
export async function isReady(): Promise<boolean> {
  const asked = anonymousPool()
    .query('select 1')
    .then(
      () => true,
      () => false,
    )
  return Promise.race([asked, sleep(LONGEST_WAIT_MS, false, { ref: false })])
}

type Figure = {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

const help: Readonly<Record<string, string>> = {
  filings_last_hour: 'Statements and changes received in the last hour',
  late_filings_last_hour: 'Of these, after the limit each was judged against then',
  outbox_waiting: 'Messages that have not left, ten thousand at most',
  last_try_age_seconds: 'Since the worker last tried the service',
  last_try_files: 'Whether a statement could be filed then',
  last_try_signs_in: 'Whether citizens could sign in then',
  jobs_waiting: 'Jobs that are due and have not begun',
  oldest_job_age_seconds: 'How long the oldest of them has waited',
}

/** How the service is, for whoever runs it: OpenMetrics 1.0. Counts and ages; nobody is in it. */
export async function openMetrics(): Promise<string> {
  const figures = await withViewer({ role: 'worker' }, ({ sql }) =>
    sql<Figure>('select name, labels, value from service_figures()'),
  )
  const lines = Object.entries(help).flatMap(([name, what]) => [
    `# TYPE quinze_${name} gauge`,
    `# HELP quinze_${name} ${what}`,
    ...figures.filter((figure) => figure.name === name).map(sample),
  ])
  const errors = [
    '# TYPE quinze_errors counter',
    '# HELP quinze_errors Unexpected failures of this process since it began',
    `quinze_errors_total ${errorsLogged()}`,
  ]
  return [...lines, ...errors, '# EOF', ''].join('\n')
}

function sample({ name, labels, value }: Figure): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text.replaceAll(/["\\\n]/g, '')}"`)
  return `quinze_${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`
}
