import type { z } from 'zod'
import type { messages } from '@/i18n/messages'
import { textsOf } from '@/i18n/texts'
import type { Both } from './words'

/** Every rule a request can break. */
export type Rule = keyof (typeof messages)['fr']['estimates']['error']
type Values = Record<string, string | number>

/** One fault of a request: where, which rule, and a sentence. `path` is empty for the request as a whole. */
export type Fault = { readonly path: string; readonly rule: Rule; readonly text: Both }
export type Refusal = { readonly code: string; readonly errors: readonly Fault[] }

/** The most faults that are named: a thousand households may have many. */
export const mostFaults = 100
const longestName = 60

/** A fault, in words. */
export function faultOf(rule: Rule, path: string, values: Values = {}): Fault {
  const say = (locale: 'fr' | 'en') =>
    (textsOf(locale, 'estimates.error') as unknown as (key: Rule, values: Values) => string)(rule, values)
  return { path, rule, text: { fr: say('fr'), en: say('en') } }
}

/** What is said of a request that does not fit its schema. */
export function refusalOf(error: z.ZodError, sent: unknown): Refusal {
  const errors: Fault[] = []
  for (const issue of error.issues) {
    for (const fault of faultsOf(issue, sent)) {
      if (errors.length < mostFaults) errors.push(fault)
    }
  }
  return { code: 'invalid', errors }
}

function* faultsOf(issue: z.core.$ZodIssue, sent: unknown): Iterable<Fault> {
  const path = written(issue.path)
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys.slice(0, mostFaults)) {
      yield faultOf('unknownField', written([...issue.path, key]))
    }
  } else if (issue.code === 'custom') {
    const { rule, values } = issue.params as { rule: Rule; values: Values }
    yield faultOf(rule, path, values)
  } else if (issue.code === 'invalid_value') {
    yield valueAt(sent, issue.path) === undefined
      ? faultOf('missing', path)
      : faultOf('unknownKind', path, { known: issue.values.join(', ') })
  } else if (issue.code === 'too_small') {
    if (issue.minimum === Number.MIN_SAFE_INTEGER) return
    const rule = issue.origin === 'array' ? 'tooFewItems' : 'tooSmall'
    yield faultOf(rule, path, { minimum: Number(issue.minimum) })
  } else if (issue.code === 'too_big') {
    // Every whole number has a bound of its own here, which is named too.
    if (issue.maximum === Number.MAX_SAFE_INTEGER) return
    const rule = issue.origin === 'array' ? 'tooManyItems' : 'tooLarge'
    yield faultOf(rule, path, { maximum: Number(issue.maximum) })
  } else if (issue.code === 'invalid_type') {
    const missing = valueAt(sent, issue.path) === undefined
    yield faultOf(missing ? 'missing' : (ruleOfType[issue.expected] ?? 'object'), path)
  } else {
    // No schema here makes another kind of issue; were one added, the place would still be named.
    yield faultOf('object', path)
  }
}

const ruleOfType: Partial<Record<string, Rule>> = {
  number: 'wholeNumber',
  int: 'wholeNumber',
  string: 'text',
  boolean: 'yesOrNo',
  array: 'list',
}

/** `adults[0].otherIncome[1].kind`, as one would write it in a program. */
function written(path: readonly PropertyKey[]): string {
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`
    else text += (text === '' ? '' : '.') + String(part).slice(0, longestName)
  }
  return text
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  let value = sent
  for (const part of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[part]
  return value
}
