import type { Adult } from '@/domain/application/adult'
import { ownerOf } from '@/domain/application/events'
import type { Day, Month } from '@/domain/calendar'
import { isOfSituation, reasons, type GivenReason, type ReasonFacts } from '@/domain/decision/reasons'
import type { Cents } from '@/domain/money'
import { changeTopics, type ChangeTopic } from '@/domain/statement/answers'
import { formatDay, formatMoney, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paperName } from '@/i18n/papers'
import { textsOf } from '@/i18n/texts'

/*
 * A decision in words, in the language of whoever reads it. `reader` is the adult of an application who reads: what
 * concerns the other adult alone is not named to them.
 */

/** Texts whose key is computed from a code; a test renders every one. */
export type Words = {
  (key: string, values?: Readonly<Record<string, string | number>>): string
  readonly has: (key: string) => boolean
}
export const wordsOf = (locale: Locale, namespace: 'decisions' | 'eligibility' | 'benefit' | 'statement') =>
  textsOf(locale, namespace) as unknown as Words

export type Reader = { readonly locale: Locale; readonly adult: Adult | null }

/** Why, in one or two sentences. */
export function reasonText(reason: GivenReason, reader: Reader): string {
  const { locale } = reader
  if (isOfSituation(reason.code)) return wordsOf(locale, 'eligibility')(`reason.${reason.code}`)
  return wordsOf(locale, 'decisions')(`reason.${reason.code}.text`, factsIn(reason.facts, reader))
}

/** What the person can do about a reason; null when there is nothing to do. */
export function todoText({ code, facts }: GivenReason, reader: Reader): string | null {
  const say = wordsOf(reader.locale, 'decisions')
  const isDated = facts?.day !== undefined && say.has(`reason.${code}.todoBy`)
  const key = `reason.${code}.${isDated ? 'todoBy' : 'todo'}`
  return say.has(key) ? say(key, factsIn(facts, reader)) : null
}

/** The article a reason rests on. */
export function articleText(code: GivenReason['code'], locale: Locale): string {
  const { text, number } = reasons[code].article
  return wordsOf(locale, 'decisions')(`article.${text}`, { number })
}

function factsIn(facts: ReasonFacts | undefined, reader: Reader): Record<string, string> {
  const { locale } = reader
  const { amountCents, limitCents, day, month, document } = facts ?? {}
  return {
    ...(amountCents === undefined ? {} : { amount: formatMoney(amountCents as Cents, locale) }),
    ...(limitCents === undefined ? {} : { limit: formatMoney(limitCents as Cents, locale) }),
    ...(day === undefined ? {} : { day: formatDay(day as Day, locale) }),
    ...(month === undefined ? {} : { ofMonth: formatOfMonth(month as Month, locale) }),
    ...(document === undefined ? {} : { document: documentName(document, reader) }),
  }
}

function documentName(requirement: string, { locale, adult }: Reader): string {
  const owner = ownerOf(requirement)
  if (adult !== null && owner !== 'household' && owner !== adult) {
    return wordsOf(locale, 'decisions')('item.ofOther')
  }
  // One that is no kind we know was named by the office, in its own words.
  return paperName(requirement, locale) ?? requirement
}

/** What an item is called, by its code (`domain/decision/items.ts`): `work.0`, `document.wageProof.applicant.0`. */
export function itemName(code: string, position: number, reader: Reader): string {
  const say = wordsOf(reader.locale, 'decisions')
  const [first = '', second = ''] = code.split('.')
  if (first === 'document') return documentName(code.slice('document.'.length), reader)
  if (first === 'answers' && say.has(`item.answers.${second}`)) return say(`item.answers.${second}`)
  if (first === 'confirmed' || first === 'lateReason') return say(`item.${first}`)
  if (changeTopics.includes(first as ChangeTopic)) {
    const topic = wordsOf(reader.locale, 'statement')(`question.${first}.title`)
    return Number(second) > 0 ? say('item.entry', { topic, number: Number(second) + 1 }) : topic
  }
  return say('item.unnamed', { number: position + 1 })
}
