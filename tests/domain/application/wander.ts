import { fieldsOf, inputNames, journeyOf, pageId, type PageRef, prune } from '@/domain/application/journey'
import type { Adult } from '@/domain/application/adult'
import type { Field } from '@/domain/application/question'
import type { Draft } from '@/domain/draft'
import { today } from './build'

export type Dice = (sides: number) => number

/** Numbers that look thrown, and are the same for the same seed. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return (state >>> 4) % sides
  }
}

const odd = [
  '',
  ' ',
  '0',
  '-1',
  '1e400',
  'NaN',
  '🙂',
  'ليلى',
  '\u0000',
  'a\nb',
  '__proto__',
  'yes',
  'none',
  '9'.repeat(300),
]
const typed: Readonly<Partial<Record<Field['kind'], readonly string[]>>> = {
  money: ['0', '12,50', '1 234,56', '999999,99'],
  sin: ['046 454 286', '900 000 001', ''],
  healthNumber: ['EXEN 9904 0312'],
  postalCode: ['G1R 4S9'],
  number: ['7', '3'],
  phone: ['418 555-0123'],
  email: ['a@exemple.com'],
  transit: ['12345'],
  institution: ['815'],
  account: ['1234567'],
}

/** An answer to a field: most often one that can be read. */
function answerTo(field: Field, name: string, roll: Dice): string {
  if (roll(12) === 0) return odd[roll(odd.length)]!
  if (name === field.unknown) return roll(5) === 0 ? 'yes' : ''
  if (field.choices) {
    const one = field.choices[roll(field.choices.length)]!
    const other = field.choices[roll(field.choices.length)]!
    return field.kind === 'choices' && one !== other && ![one, other].includes(field.alone ?? '')
      ? `${one} ${other}`
      : one
  }
  if (name.endsWith('.day')) return String(1 + roll(28))
  if (name.endsWith('.month')) return String(1 + roll(12))
  if (name.endsWith('.year')) return String([2026, 2027, 2025, 2010, 2008, 2001, 1990, 1950][roll(8)])
  const known = typed[field.kind] ?? ['Exemple']
  return known[roll(known.length)]!
}

/** A page filled as someone might. */
export function fill(draft: Draft, ref: PageRef, roll: Dice): Draft {
  const sent = fieldsOf(ref, draft, today).flatMap((field) =>
    inputNames(field).map((name) => [name, answerTo(field, name, roll)]),
  )
  return prune({ ...draft, ...Object.fromEntries(sent) }, today)
}

/** Someone who answers page after page, as it is asked, and stops after so many. */
export function wander(seed: number, pages: number, viewer: Adult = 'applicant', from: Draft = {}): Draft {
  const roll = dice(seed)
  const done = new Set<string>()
  let draft = from
  for (let count = 0; count < pages; count += 1) {
    const next = journeyOf(draft, viewer, today).find((ref) => !done.has(pageId(ref)))
    if (!next) break
    done.add(pageId(next))
    draft = fill(draft, next, roll)
  }
  return draft
}
