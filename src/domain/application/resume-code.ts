import { randomLetters } from '../crockford'

/**
 * What one comes back to an application with: a code of ten random characters, 50 bits, printed and read aloud, and a
 * word or a number of one's own. The code is found by nobody; the word keeps whoever finds the paper out.
 */
export type ResumeCode = string & { readonly __unit: 'resume code' }

/** Random bytes a new code needs: 50 bits are used. */
export const resumeCodeBytes = 7
/** The fewest characters of a word, once it is written as it is compared. */
export const shortestWord = 4
/** The most characters of a word. */
export const longestWord = 60

/**
 * Makes a code from `resumeCodeBytes` random bytes given by the caller.
 * @throws RangeError when fewer bytes are given: a defect of ours
 */
export function makeResumeCode(random: Uint8Array): ResumeCode {
  if (random.length < resumeCodeBytes) throw new RangeError('Not enough random bytes for a code')
  return randomLetters(random, 10) as ResumeCode
}

/**
 * Reads a code as a person copies it: spaces, dashes and lower case are welcome, O is zero, I and L are one. Null when
 * it is not a code we could have given.
 */
export function parseResumeCode(typed: string): ResumeCode | null {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(bare) ? (bare as ResumeCode) : null
}

/** A code as it is shown, in two groups: `7K3QD-M0X8V`. */
export const showResumeCode = (code: ResumeCode): string => `${code.slice(0, 5)}-${code.slice(5)}`

/**
 * A word as it is compared: in one form of each letter, without capitals, outer spaces or doubled ones. Between digits
 * nothing counts, so that a date is the same however it is spaced: `1986-01-20` is `19860120`.
 */
export function wordOf(typed: string): string {
  const word = typed.normalize('NFKC').toLowerCase().normalize('NFKC').trim().replace(/\s+/g, ' ')
  return /^[\d\s\p{Dash}./]+$/u.test(word) ? word.replace(/[^\d]/g, '') : word
}

/** What is wrong with a word one chooses, or null. Both lengths are in characters. */
export function problemOfWord(typed: string): 'short' | 'long' | null {
  const length = [...wordOf(typed)].length
  return length < shortestWord ? 'short' : length > longestWord ? 'long' : null
}
