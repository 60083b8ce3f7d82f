import { expect, test } from 'vitest'
import { runCommand } from '../../src/setup/command.mjs'
import { inProject } from '../../src/setup/places.mjs'

test('1. prisma/schema.prisma says what the migrations make', async () => {
  const { code, output } = await runCommand(process.execPath, [
    inProject('src', 'setup', 'migration-drift.mjs'),
  ])
  expect(output).toContain('The schema and the migrations agree.')
  expect(code).toBe(0)
})
