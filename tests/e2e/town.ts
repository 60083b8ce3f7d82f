import type { Page } from '@playwright/test'
import {
  addFiling,
  addHousehold,
  addOffice,
  addSession,
  addStaff,
  morningOf,
  ownerClient,
  type HouseholdInput,
  type Owner,
} from '../../prisma/builders'
import { moveClock } from '../../prisma/demo-clock'
import type { Day, Instant, Month } from '../../src/domain/calendar'
import type { FiledAnswers } from '../../src/domain/statement/confirmation'
import { test as base } from '../support/browser'

/**
 * A town of a test file's own, in November 2026, whatever today is: an office, its agent, and the people each
 * test settles there. In that month the 15th is a Sunday, so that the statement is due on Monday the 16th.
 */
export const month = '2026-11' as Month
/** Tuesday the 10th of November 2026, 10 in the morning in Québec. */
export const tenth = morningOf('2026-11-10' as Day)
/** An hour of a day of November 2026 in Québec, after the end of daylight saving time. */
export const november = (day: number, hour: number, minute = 0) =>
  new Date(Date.UTC(2026, 10, day, hour + 5, minute)).toISOString() as Instant

export type Settled = { id: string; adults: { id: string; name: string; givenName: string }[] }
type Settling = Omit<Partial<HouseholdInput>, 'officeId' | 'fileNumber'>

export type Town = {
  owner: Owner
  officeId: string
  agent: string
  supervisor: string
  /** A household of one adult on Social Assistance since September, unless said otherwise. */
  settle: (household?: Settling) => Promise<Settled>
  /** A filing of the first adult, as it was received. */
  filed: (
    household: Settled,
    of: string,
    more?: { receivedAt?: Instant; answers?: Partial<FiledAnswers>; kind?: 'statement' | 'change' },
  ) => Promise<{ id: string; receiptNumber: string }>
  /** Sets the clock of the database. Sessions opened before go on. */
  at: (instant: Instant) => Promise<void>
  /** Signs in without the provider: the cookie it would have led to. Returns its token. */
  enter: (page: Page, realm: 'citizen' | 'staff', id: string) => Promise<void>
}

export const test = base.extend<{ morning: void }, { town: Town }>({
  town: [
    async ({ site }, use) => {
      const owner = ownerClient(site.database.ownerUrl)
      const officeId = await addOffice(owner, {
        code: '950',
        nameFr: 'Bureau d’essai de Val-des-Tests',
        nameEn: 'Val-des-Tests Test Office',
        regionCode: '17',
        city: 'Val-des-Tests',
        phone: '+18195550123',
      })
      const agent = await addStaff(owner, { name: 'Alix Agente', role: 'agent', officeId })
      const supervisor = await addStaff(owner, { name: 'Sacha Cadre', role: 'supervisor', officeId })
      let count = 0
      await use({
        owner,
        officeId,
        agent,
        supervisor,
        async settle(input = {}) {
          count += 1
          const adults = input.adults ?? [
            { givenName: 'Rosalie', familyName: 'Épreuve', birthDate: '1988-03-09' },
          ]
          const household = await addHousehold(owner, {
            since: '2026-09',
            ...input,
            adults,
            officeId,
            fileNumber: `TEST-${String(count).padStart(4, '0')}-01`,
          })
          const people = adults.map(({ givenName, familyName }, index) => ({
            id: household.adults[index]!,
            name: `${givenName} ${familyName}`,
            givenName,
          }))
          return { id: household.id, adults: people }
        },
        filed: ({ id, adults }, of, more = {}) =>
          addFiling(owner, {
            householdId: id,
            by: adults[0]!.id,
            byName: adults[0]!.name,
            adults,
            month: of as Month,
            receivedAt: more.receivedAt ?? morningOf(`${of}-08` as Day),
            ...more,
          }),
        at: (instant) => moveClock(owner, instant),
        async enter(page, realm, id) {
          const token = await addSession(owner, realm, id)
          await page.context().addCookies([{ name: 'quinze', value: token, url: site.url }])
        },
      })
      await owner.$disconnect()
    },
    { scope: 'worker' },
  ],
  // Every test begins on the tenth.
  morning: [
    async ({ town }, use) => {
      await town.at(tenth)
      await use()
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
export { choosePerson } from '../support/browser'
