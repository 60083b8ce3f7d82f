import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'next-intl'
import type { Locale } from '../../src/i18n/locale'

export type { Locale } from '../../src/i18n/locale'
export const locales: readonly Locale[] = ['fr', 'en']

export type Way = { readonly locale: Locale; readonly scripts: boolean; readonly width: 320 | 1280 }

/** Each language, with and without script, on a phone and on a desk: each of these six once. */
const opposites: readonly Way[] = [
  { locale: 'fr', scripts: true, width: 320 },
  { locale: 'en', scripts: false, width: 1280 },
]
/** Every two of the six together, once or more. */
const pairs: readonly Way[] = [
  ...opposites,
  { locale: 'fr', scripts: false, width: 1280 },
  { locale: 'en', scripts: true, width: 1280 },
  { locale: 'en', scripts: false, width: 320 },
]

/** The ways a journey is made. What two of them do together is for `npm run e2e -- --long`. */
export const ways = process.env['QUINZE_TEST_LENGTH'] === 'long' ? pairs : opposites

/** What one of these ways asks of the browser. */
export function browserFor({ locale, scripts, width }: Way) {
  return { locale: `${locale}-CA`, javaScriptEnabled: scripts, viewport: { width, height: 800 } }
}

/** The name of one of these ways in the title of a test and of a picture: `fr-js-320`. */
export function nameOf({ locale, scripts, width }: Way): string {
  return `${locale}-${scripts ? 'js' : 'nojs'}-${width}`
}

type Values = Readonly<Record<string, string | number>>
/** The sentence a page shows: `say('statement.title', { ofMonth })`. An unknown key fails the test. */
export type Say = (key: string, values?: Values) => string

/** The words of a language, from the files the site itself reads. */
export function wordsOf(locale: Locale): Say {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'i18n', locale)
  const messages = Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as object,
    ]),
  )
  const onError = (error: Error) => {
    throw error
  }
  return createTranslator({ locale, messages, onError }) as unknown as Say
}
