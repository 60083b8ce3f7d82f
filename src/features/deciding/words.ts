import { verbs, type Refusal, type Verb } from '@/domain/decision/transitions'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'

/** Texts whose key is computed from a code; a test holds that each one exists in both languages. */
export type Words = {
  (key: string, values?: Readonly<Record<string, string | number>>): string
  readonly has: (key: string) => boolean
}

/** The texts of one subject, for keys computed from codes. */
export function say(locale: Locale, namespace: 'deciding' | 'documents' | 'benefit'): Words {
  return textsOf(locale, namespace) as unknown as Words
}

export type Note = { readonly done: Verb } | { readonly refused: Refusal }

const refusals = ['alreadyMoved', 'notPossible', 'notYours', 'alreadyLeft', 'noticeShort'] as const

/** What the address of a page says just happened; null when it says nothing we know. */
export function noteIn(text: string): Note | null {
  const done = verbs.find((verb) => text === `done-${verb}`)
  if (done) return { done }
  const refused = refusals.find((one) => text === `not-${one}`)
  return refused ? { refused } : null
}
