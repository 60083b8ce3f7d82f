import type { Locale } from './locale'

const NBSP = '\u00A0'

/** What a writer types on an ordinary keyboard, and the sign or space that belongs there. */
const rules: Readonly<Record<Locale, readonly (readonly [RegExp, string])[]>> = {
  fr: [
    [/'/g, '’'],
    [/ (?=:)/g, NBSP],
    [/« ?/g, `«${NBSP}`],
    [/ ?»/g, `${NBSP}»`],
    [/(\d) (?=\d{3}(?!\d))/g, `$1${NBSP}`],
    [/(\d) (?=[$%¢])/g, `$1${NBSP}`],
    [/(\d) h (?=\d)/g, `$1${NBSP}h${NBSP}`],
    [/(\d) h\b/g, `$1${NBSP}h`],
    [/\b1er (?=\p{L})/gu, `1er${NBSP}`],
    [/\.\.\./g, '…'],
  ],
  en: [
    [/'/g, '’'],
    [/"(?=[\p{L}\d$])/gu, '“'],
    [/"/g, '”'],
    [/(\d) (?=[ap]\.m\.)/g, `$1${NBSP}`],
    [/\.\.\./g, '…'],
  ],
}

/** Text as it is printed: non-breaking spaces, apostrophes and quotation marks of Québec usage or Canadian English. */
export function typeset(text: string, locale: Locale): string {
  return rules[locale].reduce((said, [pattern, instead]) => said.replace(pattern, instead), text)
}
