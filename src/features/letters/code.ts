import 'server-only'
import {
  accessCodeDigest,
  newAccessCode,
  parseFileNumber,
  sealAccessCode,
  unsealAccessCode,
} from '@/server/access-codes'
import { env } from '@/server/env'

/** A new code for someone, in the two forms it is kept in: one to compare with, one that waits for its letter. */
export function drawCode(who: { readonly fileNumber: string; readonly birthDate: string }) {
  const code = newAccessCode()
  const number = parseFileNumber(who.fileNumber)
  return {
    number,
    digest: accessCodeDigest(env().secret, { ...who, code }),
    sealed: sealAccessCode(env().secret, code),
  }
}

/** The code of a letter that waits. */
export const openCode = (sealed: Uint8Array): string => unsealAccessCode(env().secret, sealed)

/** What became of a new code. `again`: chance drew one that is taken. */
export type Renewed = 'renewed' | 'again' | 'on-its-way' | 'not-found'

/** Draws codes until one is free. A second draw is one in a hundred thousand. */
export async function renewWith(
  who: { readonly fileNumber: string; readonly birthDate: string },
  replace: (code: ReturnType<typeof drawCode>) => Promise<Renewed>,
): Promise<Exclude<Renewed, 'again'>> {
  for (let tries = 0; tries < 5; tries += 1) {
    const answer = await replace(drawCode(who))
    if (answer !== 'again') return answer
  }
  throw new Error('No free access code was drawn')
}
