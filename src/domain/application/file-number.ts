import { checkLetter } from '../checked-number'
import { randomLetters } from '../crockford'

/** Random bytes a new file number needs: 35 bits are used. */
export const fileNumberBytes = 5

/**
 * Makes the number of a new file, `26-7K3Q-D9XV`: the year it is opened, seven random characters and a check character.
 * It is read aloud and copied by hand: Crockford's alphabet (no I, L, O, U).
 * @throws RangeError when fewer bytes are given: a defect of ours
 */
export function makeFileNumber(year: number, random: Uint8Array): string {
  if (random.length < fileNumberBytes) throw new RangeError('Not enough random bytes for a file number')
  const letters = randomLetters(random.subarray(0, fileNumberBytes), 7)
  const body = String(year % 100).padStart(2, '0') + letters
  const whole = body + checkLetter(body)
  return `${whole.slice(0, 2)}-${whole.slice(2, 6)}-${whole.slice(6)}`
}

/** Whether this is a number we give, copied right. Numbers given elsewhere, before, have no check character. */
export function isOwnFileNumber(number: string): boolean {
  const bare = number.replaceAll('-', '')
  return /^\d{2}[0-9A-HJKMNP-TV-Z]{8}$/.test(bare) && checkLetter(bare.slice(0, -1)) === bare.at(-1)
}
