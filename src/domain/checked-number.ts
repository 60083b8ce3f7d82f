import { letterOf as letter, randomLetters, valueOfLetter } from './crockford'
import type { Month } from './calendar'

/*
 * The numbers people read aloud and copy by hand, `Q-2611-7K3QD-M0X8V-R`: what it is a number of, a month, ten random
 * characters of Crockford's alphabet (no I, L, O, U), and a check character.
 */

/** What is numbered: a receipt, or a decision. */
export type Numbered = 'Q' | 'D'

/** Random bytes a new number needs: 50 bits are used, so two numbers of a month never meet by chance. */
export const numberBytes = 7

/** Makes a number from `numberBytes` random bytes. Throws a RangeError when fewer are given: a defect of ours. */
export function makeNumber(of: Numbered, month: Month, random: Uint8Array): string {
  if (random.length < numberBytes) throw new RangeError('Not enough random bytes for a number')
  const body = month.slice(2, 4) + month.slice(5, 7) + randomLetters(random.subarray(0, numberBytes), 10)
  return write(of, body + checkLetter(body))
}

/**
 * Reads a number as a person copies it: spaces, dashes and lower case are welcome, O is zero, I and L are one.
 * Null when it is not a number we could have given.
 */
export function parseNumber(of: Numbered, typed: string): string | null {
  const bare = typed
    .toUpperCase()
    .replace(/[\s\p{Dash}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (!/^[QD]\d{2}(0[1-9]|1[0-2])[0-9A-HJKMNP-TV-Z]{11}$/.test(bare) || !bare.startsWith(of)) return null
  const characters = bare.slice(1)
  const body = characters.slice(0, -1)
  return checkLetter(body) === characters.at(-1) ? write(of, characters) : null
}

function write(of: Numbered, characters: string): string {
  const groups = [
    characters.slice(0, 4),
    characters.slice(4, 9),
    characters.slice(9, 14),
    characters.slice(14),
  ]
  return `${of}-${groups.join('-')}`
}

/** The character that goes after a body: with it, one wrong character or two exchanged ones are always seen. */
export const checkLetter = (body: string): string => letter(check(body))

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
