import { day, type Day } from '../calendar'
import type { Confidence } from '../rates/table'

/** A number of days in force from a day on. Rows are added, never edited. */
export type Term = {
  readonly from: Day
  readonly days: number
  readonly source: string
  readonly confidence: Confidence
}

/** In how many business days the agency decides, from the day everything required is in. Newest first. */
export const decisionTerm: readonly Term[] = [
  {
    from: day('2016-01-01'),
    days: 5,
    source:
      'Québec.ca, steps for applying: within five business days of receipt of all the required documents',
    confidence: 'confirmed',
  },
]

/**
 * How many calendar days people have to give what is asked, after the day it was asked. Newest first.
 *
 * No rule fixes a delay: form 3003 only says that an application may be refused when documents are not provided in
 * time. Thirty days are those that the emergency program gives a form to follow an intention to apply.
 */
export const givingTerm: readonly Term[] = [
  {
    from: day('2016-01-01'),
    days: 30,
    source:
      'Decision of the agency; no source fixes a delay. As in the emergency program (ADEL 43401, 44523)',
    confidence: 'uncertain',
  },
]

/** The term in force on a day, whatever the order of the rows. Throws RangeError before the first. */
export function termOn(terms: readonly Term[], of: Day): Term {
  const inForce = terms.filter(({ from }) => from <= of)
  const first = inForce[0]
  if (!first) throw new RangeError(`No term in force on ${of}`)
  return inForce.reduce((newest, term) => (term.from > newest.from ? term : newest), first)
}
