/** By Québec's clock, as people read it. */
export const zone = 'America/Toronto'

/** When each job is due: five fields of cron, in Québec's time. Run twice, a job does its work once. */
export const schedule = {
  decisions: '* * * * *',
  desk: '*/5 * * * *',
  files: '*/10 * * * *',
  opening: '1 * * * *',
  reminders: '*/15 * * * *',
  payments: '*/10 * * * *',
  retention: '40 3 * * *',
} as const

export type JobName = keyof typeof schedule
export const jobNames = Object.keys(schedule) as JobName[]
