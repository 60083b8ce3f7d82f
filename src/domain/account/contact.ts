import { isPhone } from '../offices/phone'

/*
 * What people type to say how to reach them. A reader answers the value as it is kept, or the name of what is wrong.
 * Nothing typed is a value too: no address, no number.
 */
export type Read<Problem extends string> =
  { readonly value: string | null; readonly problem?: undefined } | { readonly problem: Problem }

/** The longest address mail can be sent to (RFC 5321). */
const LONGEST_EMAIL = 254

/** An e-mail address as people type it. Only what mail could never reach is refused. */
export function readEmail(typed: string): Read<'format' | 'tooLong'> {
  const text = typed.trim()
  if (text === '') return { value: null }
  if (text.length > LONGEST_EMAIL) return { problem: 'tooLong' }
  const isAddress = /^[^\s@<>()",;:\\\p{Cc}]{1,64}@[\p{L}\d-]+(\.[\p{L}\d-]+)+$/u.test(text)
  return isAddress && !/\.\.|\.@|^\./.test(text) ? { value: text } : { problem: 'format' }
}

/** A Canadian mobile number, however it is spaced: kept as `+1` and ten digits. */
export function readMobile(typed: string): Read<'format'> {
  const text = typed.normalize('NFKC').replace(/[\s().\-–+]/g, '')
  if (text === '') return { value: null }
  const number = `+1${text.length === 11 && text.startsWith('1') ? text.slice(1) : text}`
  return isPhone(number) ? { value: number } : { problem: 'format' }
}

/** The longest note on how to reach someone, in characters. */
export const LONGEST_NOTE = 500

/** An address hidden in part, to say which one without giving it: `r…e@exemple.com`. */
export function maskEmail(email: string): string {
  const [name = '', host = ''] = email.split('@')
  return name.length < 3 ? `…@${host}` : `${name[0]}…${name.at(-1)}@${host}`
}

/** The last two digits of a number: `…23`. */
export const maskPhone = (phone: string): string => `…${phone.slice(-2)}`
