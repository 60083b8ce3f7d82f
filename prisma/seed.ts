import { dayOf, dayOfMonth, instantOf, monthOf } from '../src/domain/calendar'
import { morningOf, type Owner, ownerClient } from './builders'
import { demoHouseholds, representatives } from './demo/households.mjs'
import { demoStaff } from './demo/staff.mjs'
import { writeMessages } from './demo/messages'
import { writeApplications } from './demo/applications'
import { writeDecisions, writeHelp } from './demo/decisions'
import { settleDesk } from './demo/desk'
import { writeHouseholds, writeStaff } from './demo/write'
import { installMovableClock, moveClock } from './demo-clock'
import { installDemoMessages } from './demo-messages'

/**
 * The demo's people, as prisma/demo writes them down, each in a state worth seeing. Names are made up, and no such
 * person exists. The demo's clock starts on the 10th of the current month, so that a statement can be filed on time
 * whatever the day.
 */
export async function seedDemo(owner: Owner, secret: string): Promise<void> {
  await installMovableClock(owner)
  await installDemoMessages(owner)
  const month = monthOf(dayOf(instantOf(new Date())))
  const now = morningOf(dayOfMonth(month, 10))
  await moveClock(owner, now)
  await writeStaff(owner, demoStaff)
  await writeHouseholds(owner, demoHouseholds, representatives, month, secret)
  await writeMessages(owner, dayOfMonth(month, 10))
  await writeApplications(owner, month, now)
  await settleDesk(owner, month, now)
}

/** What the office decided of late, and whom it helped: for those who look at the demo. Tests begin with nothing decided. */
export async function seedDesk(owner: Owner): Promise<void> {
  const month = monthOf(dayOf(instantOf(new Date())))
  await writeDecisions(owner, month)
  await writeHelp(owner, month)
}

if (process.argv[1]?.endsWith('seed.ts')) {
  const url = process.env['DATABASE_OWNER_URL']
  if (!url) throw new Error('DATABASE_OWNER_URL says which database to fill')
  const secret = process.env['QUINZE_SECRET']
  if (!secret) throw new Error('QUINZE_SECRET says which server will check the access codes')
  const owner = ownerClient(url)
  await seedDemo(owner, secret)
  if (process.env['QUINZE_QUIET_DESK'] !== '1') await seedDesk(owner)
  await owner.$disconnect()
}
