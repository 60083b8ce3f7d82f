/** Sizes a reader can choose, in percent of their browser's own size. */
export const textSizes = ['100', '125', '150', '200'] as const
export type TextSize = (typeof textSizes)[number]

/** What the three buttons of every page ask for, from the size the reader has now. */
export const textSizeSteps = ['smaller', 'reset', 'larger'] as const
export type TextSizeStep = (typeof textSizeSteps)[number]

/** The cookie that remembers it. It says nothing about anyone, and any page may read it. */
export const textSizeCookie = 'quinze-text'

export const isTextSize = (value: string | undefined): value is TextSize =>
  textSizes.some((size) => size === value)

/** A size we offer, or the normal one for anything else. */
export function readTextSize(value: string | undefined): TextSize {
  return isTextSize(value) ? value : '100'
}

/** The style sheet of a size, and the address every page links it by. */
export const textSizePath = '/preferences/text.css'
export const textSizeSheet = (size: TextSize): string => (size === '100' ? '' : `html{font-size:${size}%}\n`)

/** The size one step from this one. At either end it stays. */
export function textSizeAfter(step: TextSizeStep, size: TextSize): TextSize {
  if (step === 'reset') return '100'
  const next = textSizes.indexOf(size) + (step === 'larger' ? 1 : -1)
  return textSizes[next] ?? size
}
