import type { Locale } from './locale'
import { textsOf } from './texts'

/**
 * What every page of a document to keep has around its text: the name of the service, `reference` and the number of
 * the page, whose two numbers are known only once the document is laid out.
 */
export function documentFrame(locale: Locale, reference: string) {
  const t = textsOf(locale, 'common')
  return {
    language: locale,
    service: t('siteName'),
    reference,
    pageNumber: t('pageNumber', { page: '{page}', pages: '{pages}' }),
  }
}
