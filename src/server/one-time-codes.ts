import 'server-only'
import { randomInt } from 'node:crypto'
import type { AccessProof } from './access-codes'
import { accessCodeDigest } from './access-codes'
import { attemptKeys, waitOf } from './attempts'
import { env } from './env'
import { digestFor, hashOf, isSameDigest, seal, unseal } from './secrets'
import { signInTransaction, type SignInSql } from './sign-in-store'

/**
 * Codes of six digits, good for ten minutes, five tries and one use, in the browser that asked for them. Every
 * asking counts as an attempt until it has succeeded, so that asking again and again waits longer and longer.
 */
export type Purpose = 'sign-in' | 'step-up' | 'claim' | 'telephone'
/** How a code reaches its person; `desk`: nobody can write to them, an agent reads it out. */
export type Channel = 'email' | 'text' | 'desk'

type Asking = {
  readonly purpose: Purpose
  /** The secret of the asking browser, 256 bits: the session's token, or one made for the occasion. */
  readonly pending: string
  readonly shared: boolean
  readonly request: Request
}

/** A code is on its way, or one must wait. `null`: the proof proves nobody. */
export type Issued = { readonly channel: Channel } | { readonly waitSeconds: number } | null

/** Sends a code to whom an access code proves. The same work is done whatever is wrong with the proof. */
export function issueByAccessCode(asking: Asking, proof: AccessProof): Promise<Issued> {
  const digest = accessCodeDigest(env().secret, proof)
  return issue(asking, `file ${proof.fileNumber}`, (sql, code) =>
    sql('select auth.issue_code_by_access($1, $2, $3, $4, $5, $6, $7) as channel', [digest, ...code]),
  )
}

/** Sends a code to someone who is known already. */
export function issueForPerson(asking: Asking, personId: string): Promise<Issued> {
  return issue(asking, `person ${personId}`, (sql, code) =>
    sql('select auth.issue_code($1, $2, $3, $4, $5, $6, $7) as channel', [personId, ...code]),
  )
}

async function issue(
  { purpose, pending, shared, request }: Asking,
  file: string,
  send: (sql: SignInSql, code: readonly unknown[]) => Promise<{ channel: Channel | null }[]>,
): Promise<Issued> {
  const code = newOneTimeCode()
  const keys = attemptKeys(file, request)
  const sealed = sealOneTimeCode(code)
  const parts = [purpose, hashOf(pending), digestOfCode(purpose, pending, code), sealed, shared, keys]
  return signInTransaction(async (sql) => {
    const wait = await waitOf(sql, keys)
    if (wait > 0) return { waitSeconds: wait }
    await sql('select auth.count_attempt($1)', [keys])
    const [row] = await send(sql, parts)
    return row?.channel ? { channel: row.channel } : null
  })
}

/** Who a code proves. `wrong`: how many tries are left. `over`: expired, used, or tried too often. */
export type Checked =
  | { readonly personId: string; readonly shared: boolean }
  | { readonly waitSeconds: number }
  | { readonly wrong: number }
  | { readonly over: true }

/** Checks a code typed in the browser that asked for it, and uses it up when it is right: once, whoever is first. */
export async function checkOneTimeCode(purpose: Purpose, pending: string, code: string): Promise<Checked> {
  const hash = hashOf(pending)
  const given = digestOfCode(purpose, pending, code)
  return signInTransaction(async (sql): Promise<Checked> => {
    const [found] = await sql<{ keys: Buffer[] | null }>('select auth.pending_keys($1, $2) as keys', [
      hash,
      purpose,
    ])
    if (!found?.keys) return { over: true }
    const wait = await waitOf(sql, found.keys)
    if (wait > 0) return { waitSeconds: wait }
    const [tried] = await sql<Tried>('select * from auth.try_code($1, $2)', [hash, purpose])
    if (!tried) return { over: true }
    if (!isSameDigest(tried.digest, given)) {
      await sql('select auth.count_attempt($1)', [found.keys])
      return tried.tries < 5 ? { wrong: 5 - tried.tries } : { over: true }
    }
    const [use] = await sql<{ used: boolean }>('select auth.use_code($1) as used', [tried.id])
    if (!use?.used) return { over: true }
    await sql('select auth.forgive_attempt($1)', [found.keys])
    return { personId: tried.person_id, shared: tried.shared }
  })
}

type Tried = { id: string; person_id: string; digest: Buffer; shared: boolean; tries: number }

/** A one-time code as it is compared: six digits, or null. */
export function parseOneTimeCode(text: string): string | null {
  const code = text.normalize('NFKC').replaceAll(/[\s-]/g, '')
  return /^\d{6}$/.test(code) ? code : null
}

/** A new code, each as likely as any other. */
export const newOneTimeCode = (): string => randomInt(0, 1_000_000).toString().padStart(6, '0')

/** The code as it waits to leave. */
export const sealOneTimeCode = (code: string): Buffer => seal(code, 'one-time-code')

/** The code an outbox row or a waiting sign-in holds. */
export const unsealOneTimeCode = (sealed: Uint8Array): string => unseal(sealed, 'one-time-code')

/** The only form in which a code is compared. */
export const digestOfCode = (purpose: Purpose, pending: string, code: string): Buffer =>
  digestFor('one-time-code', purpose, pending, code)
