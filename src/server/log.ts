import 'server-only'
import { randomUUID } from 'node:crypto'

/** One for the whole process: the framework gives a page and an endpoint each its own copy of this module. */
const shared = globalThis as { quinzeErrors?: number }

/** How many unexpected failures this process has logged. */
export const errorsLogged = (): number => shared.quinzeErrors ?? 0

/**
 * One line of JSON per event. Never a name, an answer, a token or a query's values: an unexpected error is logged
 * by its class and stack only, under a reference the person can quote.
 */
export function logError(where: string, error: unknown): string {
  const reference = randomUUID().slice(0, 8)
  shared.quinzeErrors = errorsLogged() + 1
  const known = error instanceof Error ? error : new Error('not an Error')
  const code = 'code' in known && typeof known.code === 'string' ? known.code : undefined
  const frames = (known.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
  console.error(JSON.stringify({ level: 'error', reference, where, name: known.name, code, frames }))
  return reference
}
