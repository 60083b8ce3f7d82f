import type { Locale } from '@/i18n/locale'
import { contentPages, paths } from '@/i18n/paths'

const { content, ...others } = paths
const words = contentPages.map((page) => [page, (locale: Locale) => content(locale, page)])

/** The address of every page by the name of its route, given any value for the parts an address carries. */
export const everyPath = (
  Object.entries({ ...others, ...Object.fromEntries(words) }) as [
    string,
    (locale: Locale, ...values: string[]) => string,
  ][]
).map(([name, link]) => [name, (locale: Locale, value: string) => link(locale, value, value)] as const)
