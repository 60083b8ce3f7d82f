/*
 * How long to wait between attempts to sign in. Delays, never locks: whoever attacks a file from elsewhere can hold
 * its person back half a minute, and not at all where they have opened it before (decisions/delays-not-locks.md).
 */

/** Failed attempts counted together. `secondsAgo` is when the last one was, null when there is none. */
export type Attempts = { readonly failures: number; readonly secondsAgo: number | null }

/** What is counted when someone tries to open a file from an address. */
export type Tally = {
  /** On this file from this address. */
  readonly pair: Attempts
  /** On this file from anywhere. */
  readonly file: Attempts
  /** From this address on any file. */
  readonly address: Attempts
  /** This file was opened from this address before. */
  readonly known: boolean
}

/** From which failure on one waits, how long first, and how long at most: seconds. It doubles in between. */
const rules = {
  pair: { from: 3, first: 5, most: 900 },
  file: { from: 5, first: 2, most: 30 },
  address: { from: 30, first: 2, most: 60 },
} as const
const FORGOTTEN_AFTER = 24 * 60 * 60

/** The longest anyone ever waits, in seconds. */
export const longestDelay = rules.pair.most

/** Whole seconds to wait before the next attempt; 0 when it may be made. */
export function waitSeconds({ pair, file, address, known }: Tally): number {
  const own = left('pair', pair)
  return Math.ceil(known ? own : Math.max(own, left('file', file), left('address', address)))
}

function left(what: keyof typeof rules, { failures, secondsAgo }: Attempts): number {
  const { from, first, most } = rules[what]
  if (failures < from || secondsAgo === null || secondsAgo < 0 || secondsAgo >= FORGOTTEN_AFTER) return 0
  return Math.max(0, Math.min(most, first * 2 ** Math.min(failures - from, 30)) - secondsAgo)
}
