import { type Reading, spaces, westernDigits } from '@/domain/typed'

/*
 * Reads what a person types in one field. A reader answers either the value or the name of what is wrong:
 * the key of a sentence under `error` in statement.json. Nothing is guessed and nothing is corrected silently.
 * Amounts and dates are read by `domain/typed.ts`.
 */

/** Words of at most `max` characters, once outer spaces are left out. */
export function readText(typed: string, max: number): Reading<string> {
  const value = typed.trim()
  if (value === '') return { problem: 'text.required' }
  return value.length > max ? { problem: 'text.tooLong' } : { value }
}

/** A Québec postal code, written `H2X 1Y4`. Québec’s begin with G, H or J. */
export function readPostalCode(typed: string): Reading<string> {
  const bare = westernDigits(typed).toUpperCase().replace(spaces, '').replaceAll('-', '')
  if (bare === '') return { problem: 'postalCode.required' }
  if (!/^[A-Z]\d[A-Z]\d[A-Z]\d$/.test(bare) || /[DFIOQU]/.test(bare)) return { problem: 'postalCode.format' }
  if (!/^[GHJ]/.test(bare)) return { problem: 'postalCode.elsewhere' }
  return { value: `${bare.slice(0, 3)} ${bare.slice(3)}` }
}
