/**
 * Crockford's alphabet, for what is read aloud and copied by hand: no I, L, O, U, which are taken for other letters or
 * for digits.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The character of a value from 0 to 31. */
export const letterOf = (value: number): string => alphabet.charAt(value)
/** The value of a character of the alphabet. */
export const valueOfLetter = (letter: string): number => alphabet.indexOf(letter)

/** So many characters from random bytes: five bits each, the last bits first. */
export function randomLetters(random: Uint8Array, count: number): string {
  let bits = 0n
  for (const byte of random) bits = (bits << 8n) | BigInt(byte)
  let letters = ''
  for (let index = 0; index < count; index += 1)
    letters += letterOf(Number((bits >> BigInt(index * 5)) & 31n))
  return letters
}
