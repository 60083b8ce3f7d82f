import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { dataFolder, inProject, root } from '../../src/setup/places.mjs'

/** A build with source files replaced: source path → path of the substitute. */
export type Variant = { name: string; replacements: Record<string, string> }

const door = 'src/server/db.ts'

const honest = `    await client.query('commit')
    return result
`

/** The connection goes back to the pool after the late commit, so that nothing but the order differs. */
const early = `    const release = client.release
    client.release = () => {}
    setTimeout(() => client.query('commit').then(() => release(), release), 30)
    return result
`

/**
 * The database door with one thing changed: it answers, and commits 30 ms later. Made from the door as it is, so
 * that this control never falls behind it.
 * @returns the build in which it takes the door's place
 */
export function earlyAnswer(): Variant {
  const [before, after, ...more] = readFileSync(inProject(door), 'utf8').split(honest)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${door} does not commit as this control expects: mend tests/faults/early-answer.ts`)
  const substitute = join(dataFolder('test'), 'early-answer-db.ts')
  writeFileSync(substitute, before + early + after)
  return { name: 'early-answer', replacements: { [door]: relative(root, substitute) } }
}
