import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project folder, with no slash at its end. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A path inside the project. */
export const inProject = (...parts) => join(root, ...parts)

/**
 * Where setup keeps what it makes: secrets, database, logs. Git ignores it; deleting it starts afresh.
 * @param {'demo' | 'test' | 'faults' | 'shared'} kind
 */
export function dataFolder(kind) {
  const folder = inProject('.quinze', kind)
  mkdirSync(folder, { recursive: true })
  return folder
}
