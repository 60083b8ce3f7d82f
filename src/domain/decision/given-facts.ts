import { parseDay, parseMonth } from '../calendar'
import { readMoney } from '../typed'
import { reasons, type FactName, type GivenReason, type ReasonCode, type ReasonFacts } from './reasons'

/* What the sentence of a reason says besides its words, as typed beside it: `fact.<code>.<name>`. */

export type FactField = `fact.${string}`
export const factField = (code: ReasonCode, fact: FactName): FactField => `fact.${code}.${fact}`

export type FactProblem = { readonly field: FactField; readonly problem: string }

/** The facts a reason asks for, those without which it cannot be said first. */
export function factsAskedBy(
  code: ReasonCode,
): readonly { readonly name: FactName; readonly needed: boolean }[] {
  const { needs, mayHave } = reasons[code]
  return [
    ...needs.map((name) => ({ name, needed: true })),
    ...mayHave.map((name) => ({ name, needed: false })),
  ]
}

/** Reads what was typed beside the reasons that were chosen; what stands beside others is nobody's. */
export function readFacts(
  codes: readonly ReasonCode[],
  typed: Readonly<Record<string, string>>,
  documents: readonly string[],
): { readonly reasons: readonly GivenReason[]; readonly problems: readonly FactProblem[] } {
  const problems: FactProblem[] = []
  const given = codes.map((code): GivenReason => {
    const read = factsAskedBy(code).flatMap(({ name, needed }) => {
      const field = factField(code, name)
      const text = Object.hasOwn(typed, field) ? typed[field]!.trim() : ''
      if (text === '') {
        if (needed) problems.push({ field, problem: `${kindOf[name]}.required` })
        return []
      }
      const value = readers[name](text, documents)
      if (value === null) problems.push({ field, problem: `${kindOf[name]}.format` })
      return value === null ? [] : [[name, value] as const]
    })
    return read.length > 0 ? { code, facts: Object.fromEntries(read) as ReasonFacts } : { code }
  })
  return { reasons: given, problems }
}

/** What a fact is, for the words of its field. */
export const kindOf = {
  amountCents: 'amount',
  limitCents: 'amount',
  day: 'day',
  month: 'month',
  document: 'document',
} as const satisfies Readonly<Record<FactName, string>>

const amount = (text: string) => readMoney(text).value ?? null

const readers: Readonly<
  Record<FactName, (text: string, documents: readonly string[]) => string | number | null>
> = {
  amountCents: amount,
  limitCents: amount,
  day: parseDay,
  month: parseMonth,
  document: (text, documents) => (documents.includes(text) ? text : null),
}
