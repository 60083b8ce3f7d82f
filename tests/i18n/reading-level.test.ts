import { describe, expect, it } from 'vitest'
import { messages } from '@/i18n/messages'
import { locales } from '@/i18n/locale'
import { flatten, readMessage } from './icu'
import { countWords, sentencesOf } from './reading'

/*
 * How hard our words are, by the LIX of C.-H. Björnsson (1968): words a sentence, plus the share of words of more than six
 * letters. It counts alike in French and in English; 30 to 40 is easy, 50 and above a text of the administration.
 */
const EASY = 40

function lixOf(texts: readonly string[]): { readonly lix: number; readonly words: number } {
  const sentences = texts.flatMap(sentencesOf).filter((one) => /[.?!…]$/.test(one))
  const words = sentences.reduce((sum, one) => sum + countWords(one), 0)
  const long = sentences.flatMap((one) => one.match(/\p{L}{7,}/gu) ?? []).length
  return { lix: words / sentences.length + (100 * long) / words, words }
}
const textsIn = (tree: object): string[] =>
  [...flatten(tree).values()].flatMap((message) => readMessage(message).texts)

describe('T-09 words anyone can read', () => {
  it.each(locales)('every part of the portal is easy to read (%s)', (locale) => {
    for (const [name, tree] of Object.entries(messages[locale])) {
      const { lix, words } = lixOf(textsIn(tree))
      // A part of a few sentences says nothing of its level.
      if (words > 60) expect(lix, name).toBeLessThanOrEqual(EASY)
    }
  })

  it.each(locales)('and all the more what leaves the house, and what is heard (%s)', (locale) => {
    const { sending, telephone, letters } = messages[locale]
    for (const tree of [sending, telephone, letters.reminders.paper])
      expect(lixOf(textsIn(tree)).lix).toBeLessThanOrEqual(36)
  })

  it('tells a hard text from an easy one', () => {
    const hard =
      'Conformément aux dispositions réglementaires applicables, le prestataire demeure responsable de la transmission.'
    expect(lixOf([hard]).lix).toBeGreaterThan(60)
    expect(lixOf(['Un message vous attend. Lisez-le avant le 15.']).lix).toBeLessThan(25)
  })
})
