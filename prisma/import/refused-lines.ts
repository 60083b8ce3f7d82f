import { open, rm } from 'node:fs/promises'
import type { Fault } from './read-line'
import { faultWords, phrase } from './words'

/** A line that does not go in, and why. */
export type Refused = {
  readonly line: number
  readonly fileNumber: string | null
  readonly faults: readonly Fault[]
  readonly bytes: Buffer | null
}

/** A fault in both languages, where it is. */
const explained = ({ field, key, values }: Fault) => ({
  field,
  fr: phrase(faultWords[key], 'fr', values),
  en: phrase(faultWords[key], 'en', values),
})

/**
 * Keeps the refused lines of a file beside it, in `FILE.refused.ndjson`: each with its reasons in both languages and
 * its own text, for whoever mends it. Only the person who runs the import may read it. One left by a run before goes.
 */
export async function keepRefused(file: string): Promise<{
  readonly path: string
  add: (refused: Refused) => Promise<void>
  close: () => Promise<void>
}> {
  const path = `${file}.refused.ndjson`
  await rm(path, { force: true })
  let handle: Awaited<ReturnType<typeof open>> | null = null
  return {
    path,
    async add({ line, fileNumber, faults, bytes }) {
      handle ??= await open(path, 'wx', 0o600)
      const text = bytes?.toString('utf8') ?? null
      await handle.appendFile(
        `${JSON.stringify({ line, fileNumber, reasons: faults.map(explained), text })}\n`,
      )
    },
    close: async () => handle?.close(),
  }
}
