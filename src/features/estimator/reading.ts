import { readMoney, type Reading, spaces, westernDigits } from '@/domain/typed'
import type { Cents } from '@/domain/money'
import { type Draft, tickedIn, valueOf } from './draft'
import { type ChoiceField, type Field, longestText, mostChildren, type TypedField } from './form'

/** What is wrong with one field: `problem` is the key of a sentence of estimator.json under `error`. */
export type FieldError = { readonly field: string; readonly problem: string }

/** Everything to put right in these fields. None when each has an answer we can read. */
export function errorsIn(draft: Draft, fields: readonly Field[]): FieldError[] {
  return fields.flatMap((field) => {
    const problem = problemIn(draft, field)
    return problem === undefined ? [] : [{ field: field.name, problem }]
  })
}

function problemIn(draft: Draft, field: Field): string | undefined {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return choiceProblem(draft, field)
    default:
      return typedProblem(draft, field)
  }
}

function choiceProblem(draft: Draft, field: ChoiceField): string | undefined {
  const ticked = tickedIn(draft, field.name, field.choices)
  if (ticked.length === 0) return field.kind === 'choice' ? 'choice.required' : 'choices.required'
  const alone = ticked.some((choice) => field.alone?.includes(choice))
  return alone && ticked.length > 1 ? 'choices.alone' : undefined
}

function typedProblem(draft: Draft, field: TypedField): string | undefined {
  const typed = valueOf(draft, field.name)
  if (field.unknown && valueOf(draft, field.unknown) === 'yes') {
    return typed === '' ? undefined : 'money.both'
  }
  if (typed.length > longestText) return 'tooLong'
  switch (field.kind) {
    case 'age':
      return readAge(typed).problem
    case 'ages':
      return readAges(typed).problem
    case 'money':
      return readMoney(typed).problem
  }
}

/** The age of an adult, or of someone who may count as one: whole years, from 12 to 120. */
export function readAge(typed: string): Reading<number> {
  const text = westernDigits(typed).replace(spaces, '')
  if (text === '') return { problem: 'age.required' }
  if (!/^\d{1,3}$/.test(text)) return { problem: 'age.format' }
  const age = Number(text)
  return age < 12 || age > 120 ? { problem: 'age.format' } : { value: age }
}

/** Ages of children in whole years, parted as people part them: `4, 9 et 13`. */
export function readAges(typed: string): Reading<readonly number[]> {
  const text = westernDigits(typed).trim()
  if (text === '') return { problem: 'ages.required' }
  const parts = text
    .split(/[\s,;/\u00a0\u202f]+|(?<=\d)\.(?=\s|$)/u)
    .filter((part) => part && !/^(et|and|ans|years)$/i.test(part))
  if (parts.length === 0 || !parts.every((part) => /^\d{1,2}$/.test(part))) return { problem: 'ages.format' }
  if (parts.length > mostChildren) return { problem: 'ages.many' }
  const ages = parts.map(Number)
  return ages.some((age) => age > 30) ? { problem: 'ages.format' } : { value: ages }
}

/** An amount answered, 0 when it was not: what is read was found without error before. */
export function amountIn(draft: Draft, name: string): Cents {
  return readMoney(valueOf(draft, name)).value ?? (0 as Cents)
}
