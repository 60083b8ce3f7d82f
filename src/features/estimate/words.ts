import type { Line, LineDetail } from '@/domain/benefit/line'
import type { Question, Reason } from '@/domain/eligibility/eligibility'
import type { Labels } from '@/domain/eligibility/labels'
import type { Cents } from '@/domain/money'
import { benefitLineTitle, benefitLineValues } from '@/i18n/benefit-words'
import { formatMoney } from '@/i18n/format'
import { locales, type Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'

/*
 * The sentences of an answer, in both languages, as JSON. A thousand households have a few hundred different lines but
 * for their amounts: a line is written from its messages once for each shape, and its amounts are then only put in
 * place. Pieces are gathered in a list that is joined once: a text that grows is copied again and again.
 */

/** The pieces of an answer, in order. */
export type Pieces = string[]

/** The same words in both languages. */
export type Both = { readonly fr: string; readonly en: string }

type Subject = 'benefit' | 'eligibility'
type Say = (key: string, values?: Record<string, string | number>) => string
/** Texts by keys that come from the domain: tests ask for each of them. */
const say = (locale: Locale, subject: Subject): Say => textsOf(locale, subject) as unknown as Say

const both = (subject: Subject, key: string): Both => ({
  fr: say('fr', subject)(key),
  en: say('en', subject)(key),
})

/** Why there is no amount, when the computation itself says so. */
export const refusalWords = (reason: string): Both => both('benefit', `refusal.${reason}.why`)

/** The reasons of an answer, as JSON. Each is written once. */
export function writeReasons(pieces: Pieces, reasons: readonly Reason[]): void {
  writeList(pieces, reasons, reasonWritten)
}

/** The questions of an answer, as JSON. */
export function writeQuestions(pieces: Pieces, questions: readonly Question[]): void {
  writeList(pieces, questions, questionWritten)
}

const reasonWritten = once(
  ({ code, confidence }: Reason) => `${code}|${confidence}`,
  ({ code, source, confidence }) =>
    JSON.stringify({ code, source, confidence, text: both('eligibility', `reason.${code}`) }),
)
const questionWritten = once(
  ({ code }: Question) => code,
  ({ code, source }) => JSON.stringify({ code, source, text: both('eligibility', `question.${code}`) }),
)

/** Writes a thing the first time one with its key is met. The keys are few: codes of the domain. */
function once<Thing>(keyOf: (thing: Thing) => string, write: (thing: Thing) => string) {
  const known = new Map<string, string>()
  return (thing: Thing): string => {
    const key = keyOf(thing)
    let written = known.get(key)
    if (written === undefined) known.set(key, (written = write(thing)))
    return written
  }
}

function writeList<Item>(pieces: Pieces, items: readonly Item[], written: (item: Item) => string): void {
  let before = '['
  for (const item of items) {
    pieces.push(before, written(item))
    before = ','
  }
  pieces.push(items.length === 0 ? '[]' : ']')
}

/** A line as JSON, and the amounts that stand between its parts. */
type Pattern = {
  readonly begin: string
  readonly parts: readonly string[]
  readonly amounts: readonly Amount[]
}
type Amount = { readonly name: keyof LineDetail; readonly locale: Locale }

const patterns = new Map<string, Pattern>()
/** More shapes than there are means that something else is counted: begin anew rather than grow. */
const mostPatterns = 10_000

/** A line of a benefit, as JSON, called by the words of its month. */
export function writeLine(pieces: Pieces, line: Line, labels: Labels): void {
  const shape = shapeOf(line, labels)
  let pattern = patterns.get(shape)
  if (!pattern) {
    if (patterns.size >= mostPatterns) patterns.clear()
    patterns.set(shape, (pattern = patternOf(line, labels)))
  }
  pieces.push(pattern.begin, String(line.cents), pattern.parts[0]!)
  for (let index = 0; index < pattern.amounts.length; index += 1) {
    const { name, locale } = pattern.amounts[index]!
    pieces.push(formatMoney(line.detail[name] as Cents, locale), pattern.parts[index + 1]!)
  }
}

const isAmount = (name: string): boolean => name.endsWith('Cents')

/** Everything that may change a line beside its amounts. */
function shapeOf({ code, source, confidence, rule, detail }: Line, { constraints }: Labels): string {
  let shape = `${constraints}|${code}|${source}|${confidence}|${rule}`
  for (const name in detail) {
    const value = detail[name as keyof LineDetail]
    if (value !== undefined) shape += isAmount(name) ? `|${name}` : `|${name}=${value}`
  }
  return shape
}

// Characters that no message has. An amount is marked by its name and its language between them.
const marks = /[\uE000\uE001]/
const mark = (name: string, locale: Locale) => `\uE000${locale}${name}\uE001`

function patternOf({ code, source, confidence, rule, detail }: Line, labels: Labels): Pattern {
  const why = (locale: Locale): string => {
    const values = benefitLineValues(detail, locale)
    for (const [name, value] of Object.entries(detail)) {
      if (value === undefined || !isAmount(name)) continue
      values[name.slice(0, -'Cents'.length)] = mark(name, locale)
    }
    return say(locale, 'benefit')(`line.${code}.why`, values)
  }
  const title = { fr: benefitLineTitle(code, labels, 'fr'), en: benefitLineTitle(code, labels, 'en') }
  const whole = { source, confidence, rule, title, text: { fr: why('fr'), en: why('en') } }
  const pieces = `,${JSON.stringify(whole).slice(1)}`.split(marks)
  return {
    begin: `{"code":"${code}","cents":`,
    parts: pieces.filter((_, index) => index % 2 === 0),
    amounts: pieces.filter((_, index) => index % 2 === 1).map(amountOf),
  }
}

function amountOf(marked: string): Amount {
  const locale = locales.find((one) => marked.startsWith(one))!
  return { locale, name: marked.slice(locale.length) as keyof LineDetail }
}
