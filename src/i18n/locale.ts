/** French is the language of the administration, so it is the default and always comes first. */
export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'fr'

/** Whether a string from outside (a path, a form, a row) names one of our languages. */
export function isLocale(value: unknown): value is Locale {
  return value === 'fr' || value === 'en'
}

/** The language a reader can switch to. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'fr' ? 'en' : 'fr'
}

/** The language in the address of a page. The root layout has already turned unknown ones away. */
export function asLocale(value: string): Locale {
  return isLocale(value) ? value : defaultLocale
}

/** The header in which `front-door.ts` says the language of an address, for the page of those that do not exist. */
export const languageHeader = 'x-quinze-language'
