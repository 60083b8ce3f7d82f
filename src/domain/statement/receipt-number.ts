import type { Month } from '../calendar'
import { letterOf as letter, randomLetters, valueOfLetter } from '../crockford'

/**
 * The number of a receipt, `Q-2611-7K3QD-M0X8V-R`: the month it is about, ten random characters and a check
 * character. It is read aloud and copied by hand, so it uses Crockford's alphabet (no I, L, O, U).
 */
export type ReceiptNumber = string & { readonly __unit: 'receipt number' }

/** Random bytes a new number needs: 50 bits are used, so two numbers of a month never meet by chance. */
export const receiptNumberBytes = 7

/**
 * Makes the number of a receipt about `month` from `receiptNumberBytes` random bytes given by the caller.
 * Throws a RangeError when fewer bytes are given: a defect of ours.
 */
export function makeReceiptNumber(month: Month, random: Uint8Array): ReceiptNumber {
  if (random.length < receiptNumberBytes) throw new RangeError('Not enough random bytes for a receipt number')
  const body =
    month.slice(2, 4) + month.slice(5, 7) + randomLetters(random.subarray(0, receiptNumberBytes), 10)
  return write(body + letter(check(body)))
}

/**
 * Reads a number as a person copies it: spaces, dashes and lower case are welcome, O is zero, I and L are one.
 * Null when it is not a number we could have given.
 */
export function parseReceiptNumber(typed: string): ReceiptNumber | null {
  const bare = typed
    .toUpperCase()
    .replace(/[\s\p{Dash}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (!/^Q\d{2}(0[1-9]|1[0-2])[0-9A-HJKMNP-TV-Z]{11}$/.test(bare)) return null
  const characters = bare.slice(1)
  const body = characters.slice(0, -1)
  return letter(check(body)) === characters.at(-1) ? write(characters) : null
}

function write(characters: string): ReceiptNumber {
  const groups = [
    characters.slice(0, 4),
    characters.slice(4, 9),
    characters.slice(9, 14),
    characters.slice(14),
  ]
  return `Q-${groups.join('-')}` as ReceiptNumber
}

/**
 * The check value: a sum of the characters in the field of 32 elements, each weighted by another power of 2.
 * All weights differ and none is zero, so one wrong character or two exchanged ones always change it.
 */
function check(body: string): number {
  let total = 0
  for (const character of body) total = double(total ^ valueOfLetter(character))
  return total
}

/** Multiplies by 2 in the field of 32 elements defined by x⁵ + x² + 1. */
function double(value: number): number {
  return ((value << 1) & 31) ^ (value & 16 ? 0b00101 : 0)
}
