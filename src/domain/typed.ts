import { cents, MAX_CENTS } from './money'
import type { Cents } from './money'

/** What a reader of typed text answers: the value, or the name of what is wrong. Nothing is guessed. */
export type Reading<T> =
  | { readonly value: T; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string }

/** Every space people type between digits. */
export const spaces = /[\s\u00a0\u202f\u2009]/gu

/**
 * An amount in dollars, as whole cents from 0 to 999 999,99. Welcomes `1 234,56`, `1234.56`, `1,25`, `$`, any
 * kind of space between thousands and Arabic digits. Three digits after a lone comma or point may be thousands
 * or decimals: the person is asked, never second-guessed.
 */
export function readMoney(typed: string): Reading<Cents> {
  const text = westernDigits(typed)
    .replace(spaces, ' ')
    .trim()
    .replace(/^\$ ?|\s?\$$/g, '')
  if (text === '') return { problem: 'money.required' }
  if (/^[-−–]/.test(text) || /^\(.*\)$/.test(text)) return { problem: 'money.negative' }
  if (/^\d{1,3}[.,]\d{3}$/.test(text) && !text.startsWith('0')) return { problem: 'money.ambiguous' }
  const parts =
    /^(\d+)(?:[.,](\d*))?$/.exec(text) ??
    /^(\d{1,3}(?: \d{3})+)(?:[.,](\d*))?$/.exec(text) ??
    /^(\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(text) ??
    /^(\d{1,3}(?:\.\d{3})+)(?:,(\d*))?$/.exec(text)
  if (!parts) return { problem: 'money.format' }
  const decimals = parts[2] ?? ''
  if (decimals.length > 2) return { problem: 'money.decimals' }
  const dollars = (parts[1] ?? '').replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  if (dollars.length > 6) return { problem: 'money.tooLarge' }
  const amount = Number(dollars) * 100 + Number(decimals.padEnd(2, '0'))
  return amount > MAX_CENTS ? { problem: 'money.tooLarge' } : { value: cents(amount) }
}

/** Arabic, Persian and full-width digits as 0 to 9; the Arabic decimal and thousands marks as `,` and a space. */
export function westernDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replaceAll('\u066b', ',')
    .replaceAll('\u066c', ' ')
}
