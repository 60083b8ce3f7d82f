import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What a key is for. One secret is configured; a key that leaks opens one door. */
export type Purpose =
  | 'form'
  | 'parked'
  | 'sign-in'
  | 'access-code'
  | 'letter'
  | 'one-time-code'
  | 'attempts'
  | 'claim'
  | 'notice'
  | 'stop-reminders'
  | 'bank'
  | 'estimate'
  | 'file'
  | 'application'
  | 'application-key'
  | 'application-code'
  | 'shown-code'

/** The key of a purpose. Also for programs that have the secret and nothing else: the importer, the demo's people. */
export function keyOf(secret: string, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'quinze', purpose, 32))
}

/** A keyed digest of some parts, which cannot be mistaken for other parts: none of them may hold a newline. */
export function digestOf(key: Buffer, ...parts: readonly string[]): Buffer {
  return createHmac('sha256', key).update(parts.join('\n')).digest()
}

/** Encrypts: AES-256-GCM, first byte the key's version. */
export function sealWith(key: Buffer, plain: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body])
}

/** Opens what `sealWith` closed. Throws when a single bit was changed or the key is another. */
export function unsealWith(key: Buffer, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== 1) throw new Error('Sealed with an unknown key')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13))
  decipher.setAuthTag(bytes.subarray(13, 29))
  return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8')
}
