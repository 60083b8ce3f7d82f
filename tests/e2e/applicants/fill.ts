import { listNames } from '../../../src/domain/application/question'
import type { PageAnswers } from './applicant'

const list = new RegExp(`^(?:${listNames.join('|')})\\.[^.]+\\.`)
const datePart = /\.(day|month|year)$/

/** Without whose it is or which entry: `employer` for `spouse.jobs.0.employer`. */
const shortOf = (name: string): string => name.replace(/^spouse\./, '').replace(list, '')

/** The tick that may be given instead: "I do not know", "I have none". */
const isTick = (name: string): boolean => /(Unknown|None)$/.test(name)

/**
 * What to put in the inputs of a page. Throws when one is asked that nobody thought of, and when an answer is not asked:
 * a question that appears or goes is a change to these applicants too.
 */
export function fill(page: string, inputs: readonly string[], answers: PageAnswers): Record<string, string> {
  const used = new Set<string>()
  const filled = inputs.map((input): [string, string] => {
    const name = shortOf(input)
    const part = datePart.exec(name)?.[1]
    const base = name.replace(datePart, '')
    const value = answers[base]
    used.add(base)
    if (value === undefined) {
      const instead = [`${base}Unknown`, `${base}None`].some((tick) => answers[tick] === 'yes')
      if (instead || isTick(base)) return [input, '']
      throw new Error(`${page} asks ${input}, and nobody thought of it`)
    }
    if (part === undefined) return [input, value]
    const [year = '', month = '', day = ''] = value.split('-')
    return [input, { year, month, day }[part as 'year' | 'month' | 'day']]
  })
  const unasked = Object.keys(answers).filter((name) => !used.has(name))
  if (unasked.length > 0) throw new Error(`${page} does not ask ${unasked.join(', ')}`)
  return Object.fromEntries(filled)
}

const address = ['street', 'unit', 'city', 'postalCode']

/** How many questions these inputs are, as the ministry counts: a date or an address is one, a tick none. */
export function questionsIn(inputs: readonly string[]): number {
  const names = inputs
    .map((input) => input.replace(datePart, ''))
    .filter((name) => !isTick(name))
    .map((name) => (address.includes(name) ? 'address' : name))
  return new Set(names).size
}
