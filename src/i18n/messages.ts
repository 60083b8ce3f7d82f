import type {} from 'next-intl'
import type { Locale } from './locale'
import benefitEn from './en/benefit.json'
import commonEn from './en/common.json'
import demoEn from './en/demo.json'
import publicEn from './en/public.json'
import reviewEn from './en/review.json'
import benefitFr from './fr/benefit.json'
import commonFr from './fr/common.json'
import demoFr from './fr/demo.json'
import publicFr from './fr/public.json'
import reviewFr from './fr/review.json'

/*
 * One file per subject and language. French is the source: its keys are the type of both, so a sentence
 * missing in English does not compile. A new subject is one import and one line per language.
 */
const fr = {
  benefit: benefitFr,
  common: commonFr,
  demo: demoFr,
  public: publicFr,
  review: reviewFr,
}
const en: typeof fr = {
  benefit: benefitEn,
  common: commonEn,
  demo: demoEn,
  public: publicEn,
  review: reviewEn,
}

export const messages: Record<Locale, typeof fr> = { fr, en }

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof fr
  }
}
