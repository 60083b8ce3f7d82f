import type {} from 'next-intl'
import type { Locale } from './locale'
import commonEn from './en/common.json'
import publicEn from './en/public.json'
import commonFr from './fr/common.json'
import publicFr from './fr/public.json'

/*
 * One file per subject and language. French is the source: its keys are the type of both, so a sentence
 * missing in English does not compile. A new subject is one import and one line per language.
 */
const fr = { common: commonFr, public: publicFr }
const en: typeof fr = { common: commonEn, public: publicEn }

export const messages: Record<Locale, typeof fr> = { fr, en }

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof fr
  }
}
