import { defineConfig } from '@playwright/test'

// The browser, the site and its database come from support/browser.ts.
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  globalSetup: './support/cluster.ts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // For what hangs, as every limit of a test.
  timeout: 240_000,
  expect: { timeout: 10_000 },
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    locale: 'fr-CA',
    timezoneId: 'America/Toronto',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
