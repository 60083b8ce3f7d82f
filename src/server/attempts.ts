import 'server-only'
import { type Attempts, waitSeconds } from '@/domain/access/delay'
import { addressOf } from './address'
import { digestFor } from './secrets'
import type { SignInSql } from './sign-in-store'

/** Under what an attempt to open something from somewhere is counted: the two together, the thing, the address. */
export function attemptKeys(thing: string, request: Request): Buffer[] {
  return attemptKeysAt(thing, addressOf(request))
}

/** The same for who comes from elsewhere than the network: from a telephone number. */
export function attemptKeysAt(thing: string, address: string): Buffer[] {
  return [`pair ${thing} ${address}`, thing, `address ${address}`].map((part) => digestFor('attempts', part))
}

/** How many seconds to wait before the next attempt; the counts are held until the transaction ends. */
export async function waitOf(sql: SignInSql, keys: readonly Buffer[]): Promise<number> {
  const rows = await sql<{ failures: number; ago: number | null; known: boolean }>(
    'select * from auth.attempts($1)',
    [keys],
  )
  const [pair, file, address] = rows.map(({ failures, ago }): Attempts => ({ failures, secondsAgo: ago }))
  return waitSeconds({ pair: pair!, file: file!, address: address!, known: rows[0]!.known })
}
