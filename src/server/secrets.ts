import 'server-only'
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { env } from './env'

/** One secret is configured; each purpose has its own key, so a key that leaks opens one door. */
function keyFor(purpose: 'form' | 'parked' | 'sign-in'): Buffer {
  return Buffer.from(hkdfSync('sha256', env().secret, 'quinze', purpose, 32))
}

/** The secret next-auth signs its short-lived sign-in cookies with. */
export const signInSecret = (): string => keyFor('sign-in').toString('base64url')

/** A new 256-bit token for a cookie. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * Proof that a form was drawn for this session (needed where a browser says nothing of the form's origin), and for
 * whom: two marks in one field.
 */
export const formKey = (sessionId: string, subject: string): string =>
  `${formMark(sessionId)}.${formMark(subject)}`

/** Whether a form's key was drawn for this session. */
export const isFormKey = (sessionId: string, given: string): boolean =>
  isSame(given.split('.')[0]!, formMark(sessionId))

/** Whether a form's key was drawn for this subject. A form that does not say is nobody's in particular. */
export function isFormOf(subject: string, given: string): boolean {
  const [, mark] = given.split('.')
  return mark === undefined || isSame(mark, formMark(subject))
}

const formMark = (text: string): string =>
  createHmac('sha256', keyFor('form')).update(text).digest('base64url')

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Encrypts what must wait a while in the database: AES-256-GCM, first byte the key's version. */
export function seal(plain: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor('parked'), nonce)
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body])
}

/** Opens what `seal` closed. Throws when a single bit was changed or the secret is another. */
export function unseal(sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== 1) throw new Error('Sealed with an unknown key')
  const decipher = createDecipheriv('aes-256-gcm', keyFor('parked'), bytes.subarray(1, 13))
  decipher.setAuthTag(bytes.subarray(13, 29))
  return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8')
}
