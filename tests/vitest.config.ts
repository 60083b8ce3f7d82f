import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const project = fileURLToPath(new URL('..', import.meta.url))

const shared = {
  root: project,
  resolve: {
    alias: { '@': `${project}src`, 'server-only': `${project}tests/support/empty.ts` },
  },
}

const plain = 'tests/{domain,i18n,architecture,ui}/**/*.test.{ts,tsx}'

export default defineConfig({
  ...shared,
  test: {
    // Two cores are what we promise to run on.
    maxWorkers: 2,
    projects: [
      { ...shared, test: { name: 'plain', include: [plain] } },
      {
        ...shared,
        test: {
          name: 'database',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [plain, 'tests/e2e/**'],
          globalSetup: ['tests/support/cluster.ts'],
          // A first use may build the site.
          hookTimeout: 180_000,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
