import { test as base } from '@playwright/test'
import type { LaunchOptions, Page } from '@playwright/test'
import { provideBrowser } from '../../src/setup/browser.mjs'
import { freshDatabase } from './database'
import type { TestDatabase } from './database'
import { startServer } from './server'
import type { TestServer } from './server'

type Site = TestServer & { database: TestDatabase }

/**
 * Playwright's `test` with a built site of its own: `site` (also the base address of `page`).
 * Files that name the same `scenario` share one site and its database; a file that changes what others read names
 * its own: `test.use({ scenario: 'correction' })`.
 */
export const test = base.extend<object, { scenario: string; site: Site; launchOptions: LaunchOptions }>({
  scenario: ['shared', { scope: 'worker', option: true }],
  // Playwright insists on a pattern for the first parameter, even for a fixture that needs nothing.
  launchOptions: [
    async ({ scenario: _ }, use) => {
      const { executablePath, env } = await provideBrowser()
      const args = ['--no-sandbox', '--disable-dev-shm-usage']
      await use({ executablePath, args, env: { ...(process.env as Record<string, string>), ...env } })
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ scenario: _ }, use) => {
      const database = await freshDatabase()
      const server = await startServer({ webUrl: database.webUrl })
      await use(Object.assign(server, { database }))
      await server.stop()
      await database.drop()
    },
    // For what hangs: the first to come may build the site, beside other work.
    { scope: 'worker', timeout: 900_000 },
  ],
  baseURL: async ({ site }, use) => use(site.url),
})

export { expect } from '@playwright/test'

/** On the identity provider's page: signs in as this demo person (their `id` in prisma/demo). */
export async function choosePerson(page: Page, id: string): Promise<void> {
  await page.locator(`button[name=person][value=${id}]`).click()
}
