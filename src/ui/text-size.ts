/** Sizes a reader can choose, in percent of their browser's own size. */
export const textSizes = ['100', '125', '150', '200'] as const
export type TextSize = (typeof textSizes)[number]

/** The cookie that remembers it. It says nothing about anyone, and any page may read it. */
export const textSizeCookie = 'quinze-text'

/** A size we offer, or the normal one for anything else. */
export function readTextSize(value: string | undefined): TextSize {
  return textSizes.find((size) => size === value) ?? '100'
}
