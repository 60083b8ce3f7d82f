import 'server-only'
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from './env'
import { digestOf, keyOf, type Purpose, sealWith, unsealWith } from './keys'

/** Derived once: it is asked for several times in each page. */
function keyFor(purpose: Purpose): Buffer {
  const known = keys.get(purpose)
  if (known) return known
  const key = keyOf(env().secret, purpose)
  keys.set(purpose, key)
  return key
}
const keys = new Map<Purpose, Buffer>()

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

/** Whether two texts are the same, in a time that does not say how much of them is. */
export function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** A keyed digest of some parts, for one purpose. */
export const digestFor = (purpose: Purpose, ...parts: readonly string[]): Buffer =>
  digestOf(keyFor(purpose), ...parts)

/** Whether two digests are the same, in a time that does not say how much of them is. */
export const isSameDigest = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

/** Encrypts what must wait a while outside the server. */
export const seal = (plain: string, purpose: Purpose = 'parked'): Buffer => sealWith(keyFor(purpose), plain)

/** Opens what `seal` closed. Throws when a single bit was changed or the secret is another. */
export const unseal = (sealed: Uint8Array, purpose: Purpose = 'parked'): string =>
  unsealWith(keyFor(purpose), sealed)
