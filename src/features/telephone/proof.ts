import 'server-only'
import type { CallState, Outcome } from '@/domain/telephone/call'
import { accessCodeDigest } from '@/server/access-codes'
import { attemptKeysAt, waitOf } from '@/server/attempts'
import type { Door } from '@/server/db'
import { env } from '@/server/env'
import { digestOfCode, newOneTimeCode, sealOneTimeCode } from '@/server/one-time-codes'
import { digestFor, hashOf } from '@/server/secrets'

/*
 * How a caller is known: by the file number and the birth date with the access code, or with a one-time code that was
 * sent to them. The same delays as on the web, and the same work whatever is wrong (decisions/by-telephone.md).
 */

type Who = { readonly file: string; readonly birth: string; readonly from: string }

const whoIn = ({ file, birth }: CallState, from: string): Who | null =>
  file !== null && birth !== null ? { file, birth, from } : null

/** Tries a code of five digits, or a one-time code of six. */
export async function prove(door: Door, state: CallState, from: string, code: string): Promise<Outcome> {
  const who = whoIn(state, from)
  if (!who) return { kind: 'refused' }
  return counted(door, who, async (keys) => {
    const isOneTime = code.length === 6
    const known = isOneTime ? await proveByOneTimeCode(door, who, code) : await proveByCode(door, who, code)
    if (!known) return { kind: 'refused' }
    await door.sql('select auth.forgive_attempt($1)', [keys])
    return { kind: 'known', newCode: isOneTime }
  })
}

/** Sends a one-time code to whom the number and the date are of, if anyone: nobody is told whether it was sent. */
export async function sendCode(door: Door, state: CallState, from: string): Promise<Outcome> {
  const who = whoIn(state, from)
  if (!who) return { kind: 'refused' }
  return counted(door, who, async (keys) => {
    const code = newOneTimeCode()
    const pending = pendingOf(who)
    await door.sql('select send_caller_code($1, $2, $3, $4, $5, $6)', [
      who.file,
      who.birth,
      hashOf(pending),
      digestOfCode('telephone', pending, code),
      sealOneTimeCode(code),
      keys,
    ])
    return { kind: 'codeSent' }
  })
}

/** Counts the attempt, unless one must wait: then it is not examined. */
async function counted(
  { sql }: Door,
  { file, from }: Who,
  attempt: (keys: readonly Buffer[]) => Promise<Outcome>,
): Promise<Outcome> {
  const keys = attemptKeysAt(`file ${file}`, `telephone ${from}`)
  const seconds = await waitOf(sql, keys)
  if (seconds > 0) return { kind: 'wait', seconds }
  await sql('select auth.count_attempt($1)', [keys])
  return attempt(keys)
}

/** As many digests for a file that is there as for one that is not. */
const MOST_NUMBERS = 5

async function proveByCode({ sql }: Door, { file, birth }: Who, code: string): Promise<boolean> {
  const found = await sql<{ number: string }>('select numbers_on_keypad($1) as number', [file])
  const numbers = Array.from({ length: MOST_NUMBERS }, (_, index) => found[index]?.number ?? file)
  const proofs = numbers.map((fileNumber) =>
    accessCodeDigest(env().secret, { fileNumber, birthDate: birth, code }),
  )
  const [row] = await sql<{ known: boolean }>('select prove_caller($1) as known', [proofs])
  return row!.known
}

async function proveByOneTimeCode({ sql }: Door, who: Who, code: string): Promise<boolean> {
  const pending = pendingOf(who)
  const [row] = await sql<{ known: boolean }>('select prove_caller_by_code($1, $2) as known', [
    hashOf(pending),
    digestOfCode('telephone', pending, code),
  ])
  return row!.known
}

/** Good for whoever types the same number and date: the caller may hang up, read the code, and call again. */
const pendingOf = ({ file, birth }: Who): string =>
  digestFor('one-time-code', 'telephone', file, birth).toString('base64url')
