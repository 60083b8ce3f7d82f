import { randomInt } from 'node:crypto'
import { digestOf, keyOf, sealWith, unsealWith } from './keys'

/*
 * The five-digit code of the monthly letter. Pure: the importer and the demo's people use it with the secret alone,
 * outside the web server.
 */

/** What someone proves themselves with, on paper: the number of their file, their birth date, their code. */
export type AccessProof = { readonly fileNumber: string; readonly birthDate: string; readonly code: string }

/** A new access code, each as likely as any other. */
export const newAccessCode = (): string => randomInt(0, 100_000).toString().padStart(5, '0')

/** A file number (CP-12) as it is compared: capitals and digits. Spaces, dots and dashes are how people write it. */
export function parseFileNumber(text: string): string | null {
  const number = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s.\-\u2010-\u2015]/g, '')
  return /^[A-Z0-9]{4,20}$/.test(number) ? number : null
}

/** An access code as it is compared: five digits, or null. */
export function parseAccessCode(text: string): string | null {
  const code = text.normalize('NFKC').replaceAll(/[\s-]/g, '')
  return /^\d{5}$/.test(code) ? code : null
}

/** The only form in which an access code can be looked up. @throws when the file number is none */
export function accessCodeDigest(secret: string, { fileNumber, birthDate, code }: AccessProof): Buffer {
  const number = parseFileNumber(fileNumber)
  if (!number) throw new Error('Not a file number')
  return digestOf(keyOf(secret, 'access-code'), number, birthDate, code)
}

/** The code as it waits for its letter. */
export const sealAccessCode = (secret: string, code: string): Buffer =>
  sealWith(keyOf(secret, 'letter'), code)
export const unsealAccessCode = (secret: string, sealed: Uint8Array): string =>
  unsealWith(keyOf(secret, 'letter'), sealed)
