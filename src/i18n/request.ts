import { getRequestConfig } from 'next-intl/server'
import { locale as rootLocale } from 'next/root-params'
import { defaultLocale, isLocale } from './locale'
import { messages } from './messages'

/**
 * What next-intl needs for one request. The language is the first part of the address (`app/[locale]`);
 * route handlers have no such part and name it: `getTranslations({ locale, namespace })`.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const found = asked ?? (await rootLocale())
  const locale = isLocale(found) ? found : defaultLocale
  return { locale, messages: messages[locale], timeZone: 'America/Toronto' }
})
