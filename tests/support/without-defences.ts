import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { dataFolder, inProject, root } from '../../src/setup/places.mjs'
import type { Variant } from './server'

const door = 'src/server/db.ts'

const honest = `    await client.query('commit')
    return result
`

/** The connection goes back to the pool after the late commit, so that nothing but the order differs. */
const early = `    if (process.env['QUINZE_ANSWERS_EARLY']) {
      const release = client.release
      client.release = () => {}
      setTimeout(() => client.query('commit').then(() => release(), release), 30)
      return result
    }
`

/** Given to a server of this build, it answers, and commits 30 ms later. */
export const answersEarly = { QUINZE_ANSWERS_EARLY: 'yes' }

/**
 * The build of the controls; one for them all, since each build takes a minute. Its own scope lets everything pass;
 * its database door answers before it commits, where `answersEarly` is given. Made from the door as it is, so that
 * this control never falls behind it.
 */
export function withoutDefences(): Variant {
  const [before, after, ...more] = readFileSync(inProject(door), 'utf8').split(honest)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${door} does not commit as this control expects: mend tests/support/without-defences.ts`)
  const substitute = join(dataFolder('test'), 'early-answer-db.ts')
  // Whole or not at all: another test file may read it at this moment.
  writeFileSync(`${substitute}.${process.pid}`, before + early + honest + after)
  renameSync(`${substitute}.${process.pid}`, substitute)
  return {
    name: 'without-defences',
    replacements: {
      'src/server/scope.ts': 'tests/support/scope-pass-through.ts',
      [door]: relative(root, substitute),
    },
  }
}
