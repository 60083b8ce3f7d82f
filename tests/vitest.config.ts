import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const project = fileURLToPath(new URL('..', import.meta.url))

const shared = {
  root: project,
  resolve: {
    alias: { '@': `${project}src`, 'server-only': `${project}tests/support/empty.ts` },
  },
}

const plain = 'tests/{domain,i18n,architecture,ui}/**/*.test.{ts,tsx}'

/** The files that last, longest first. Begun last, one of them would keep one core waiting for the other. */
const long = ['faults/kill', 'walls/matrix', 'setup/population', 'walls/', 'import/', 'server/', 'setup/']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = long.findIndex((name) => moduleId.includes(`/tests/${name}`))
      return found < 0 ? long.length : found
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  ...shared,
  test: {
    // Two cores are what we promise to run on.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...shared,
        // They keep nothing between files: a process for each would only read the same modules again.
        // The limit is for what hangs: other checks run at the same moment.
        test: { name: 'plain', include: [plain], isolate: false, testTimeout: 60_000 },
      },
      {
        ...shared,
        test: {
          name: 'database',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [plain, 'tests/e2e/**'],
          globalSetup: ['tests/support/cluster.ts'],
          // For what hangs, far from what anything takes: a first use may build the site, beside other work.
          hookTimeout: 900_000,
          testTimeout: 240_000,
        },
      },
    ],
  },
})
