import { dayOf, dayOfMonth, instantOf, monthOf } from '../src/domain/calendar'
import { morningOf, type Owner, ownerClient } from './builders'
import { demoHouseholds, representatives } from './demo/households.mjs'
import { demoStaff } from './demo/staff.mjs'
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
  await moveClock(owner, morningOf(dayOfMonth(month, 10)))
  await writeStaff(owner, demoStaff)
  await writeHouseholds(owner, demoHouseholds, representatives, month, secret)
}

if (process.argv[1]?.endsWith('seed.ts')) {
  const url = process.env['DATABASE_OWNER_URL']
  if (!url) throw new Error('DATABASE_OWNER_URL says which database to fill')
  const secret = process.env['QUINZE_SECRET']
  if (!secret) throw new Error('QUINZE_SECRET says which server will check the access codes')
  const owner = ownerClient(url)
  await seedDemo(owner, secret)
  await owner.$disconnect()
}
