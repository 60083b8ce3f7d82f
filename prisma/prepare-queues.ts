import pg from 'pg'
import { openQueue } from '../src/jobs/queue'
import { jobNames, schedule, zone } from '../src/jobs/schedule'

/*
 * `tsx prepare-queues.ts`, as the owner of the database: makes the queues of the jobs and says when each is due. As often
 * as one likes; a job that is no longer there is due no more.
 */
const url = process.env['DATABASE_OWNER_URL']
if (!url) throw new Error('DATABASE_OWNER_URL says whose database it is')

const queue = openQueue(url, { migrate: true })
queue.on('error', (error) => {
  throw error
})
await queue.start()
for (const name of jobNames) {
  await queue.createQueue(name, {
    ...{ name, policy: 'stately', retryLimit: 5, retryDelay: 10, expireInSeconds: 600 },
  })
  await queue.schedule(name, schedule[name], {}, { tz: zone })
}
for (const { name } of await queue.getSchedules())
  if (!jobNames.some((known) => known === name)) await queue.unschedule(name)
await queue.stop({ graceful: false })

const owner = new pg.Client({ connectionString: url })
await owner.connect()
await owner.query(`
  grant usage on schema pgboss to quinze_worker;
  grant select, insert, update, delete on all tables in schema pgboss to quinze_worker;
  grant execute on all functions in schema pgboss to quinze_worker;
`)
await owner.end()
