import type { Line, LineDetail } from '@/domain/benefit/line'
import type { Month } from '@/domain/calendar'
import type { Question, Reason } from '@/domain/eligibility/eligibility'
import { labelsOf } from '@/domain/eligibility/labels'
import type { Cents } from '@/domain/money'
import { benefitLineValues } from '@/i18n/benefit-words'
import { formatMoney } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'

/*
 * The sentences of an answer, in both languages. A thousand households have a few hundred different sentences but for
 * their amounts: a sentence is read from its message once for each shape, and its amounts are then only put in place.
 */

/** The same words in both languages. */
export type Both = { readonly fr: string; readonly en: string }

type Say = (key: string, values?: Record<string, string | number>) => string
/** Texts by keys that come from the domain: a test asks for each of them. */
const say = (locale: Locale, subject: 'benefit' | 'eligibility'): Say =>
  textsOf(locale, subject) as unknown as Say

/**
 * The same function, which answers of a thing it has seen as it did then. For the reasons and questions of the domain:
 * few, and held ready there.
 */
export function remembered<Thing extends object, Told>(tell: (thing: Thing) => Told): (thing: Thing) => Told {
  const known = new WeakMap<Thing, Told>()
  return (thing) => {
    let told = known.get(thing)
    if (told === undefined) known.set(thing, (told = tell(thing)))
    return told
  }
}

/** What `make` says, kept under a key. */
function kept<Value>(): (key: string, make: () => Value) => Value {
  const known = new Map<string, Value>()
  return (key, make) => {
    let value = known.get(key)
    if (value === undefined) {
      // More shapes than there are means something else is counted: begin anew rather than grow.
      if (known.size >= 10_000) known.clear()
      known.set(key, (value = make()))
    }
    return value
  }
}

const keptWords = kept<Both>()

/** A sentence without values. */
function words(subject: 'benefit' | 'eligibility', key: string): Both {
  return keptWords(`${subject}.${key}`, () => ({ fr: say('fr', subject)(key), en: say('en', subject)(key) }))
}

export const reasonWords = ({ code }: Reason): Both => words('eligibility', `reason.${code}`)
export const questionWords = ({ code }: Question): Both => words('eligibility', `question.${code}`)
/** What a line is called, in the words of its month. */
export function lineTitle({ code }: Line, month: Month): Both {
  if (code !== 'temporaryAllowance') return words('benefit', `line.${code}.title`)
  return words('eligibility', `label.constraint.${labelsOf(month).constraints}.temporaryAllowance`)
}
export const refusalWords = (reason: string): Both => words('benefit', `refusal.${reason}.why`)

/** A sentence and the amounts that stand between its parts. */
type Pattern = { readonly parts: readonly string[]; readonly amounts: readonly (keyof LineDetail)[] }
const keptPatterns = kept<{ readonly fr: Pattern; readonly en: Pattern }>()

/** Why a line is there, with its amounts. */
export function lineWords({ code, detail }: Line): Both {
  const { fr, en } = keptPatterns(shapeOf(code, detail), () => ({
    fr: patternOf(code, detail, 'fr'),
    en: patternOf(code, detail, 'en'),
  }))
  return { fr: fill(fr, detail, 'fr'), en: fill(en, detail, 'en') }
}

const isAmount = (name: string): boolean => name.endsWith('Cents')

/** Everything that may change the words of a line beside its amounts. */
function shapeOf(code: string, detail: LineDetail): string {
  let shape = code
  for (const name in detail) {
    const value = detail[name as keyof LineDetail]
    if (value !== undefined) shape += isAmount(name) ? `|${name}` : `|${name}=${value}`
  }
  return shape
}

// Two characters that no message has: an amount is marked by its name between them.
const [open, close] = ['\uE000', '\uE001']

function patternOf(code: string, detail: LineDetail, locale: Locale): Pattern {
  const marked = benefitLineValues(detail, locale)
  for (const [name, value] of Object.entries(detail)) {
    if (value !== undefined && isAmount(name)) {
      marked[name.slice(0, -'Cents'.length)] = `${open}${name}${close}`
    }
  }
  const pieces = say(locale, 'benefit')(`line.${code}.why`, marked).split(/[\uE000\uE001]/)
  return {
    parts: pieces.filter((_, index) => index % 2 === 0),
    amounts: pieces.filter((_, index) => index % 2 === 1) as (keyof LineDetail)[],
  }
}

function fill({ parts, amounts }: Pattern, detail: LineDetail, locale: Locale): string {
  let text = parts[0]!
  for (let index = 0; index < amounts.length; index += 1) {
    text += formatMoney(detail[amounts[index]!] as Cents, locale) + parts[index + 1]!
  }
  return text
}
