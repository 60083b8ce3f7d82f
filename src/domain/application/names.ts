import { type Draft, valueOf } from '../draft'
import type { Adult } from './adult'
import { type About, type ListName, most } from './question'
import { benefitNames } from './benefits'

/*
 * The names of what is kept: `rent` for the household, `givenName` for the applicant, `spouse.givenName` for the spouse,
 * `children.0.givenName` and `spouse.jobs.0.employer` in lists.
 */

/** The lists an adult has of their own; the others are the household's. */
const ownLists: readonly ListName[] = ['jobs', 'incomes', 'expected', 'buildings', 'vehicles', 'gifts']

/** The lists with one entry per choice made, and the field the choice is made in. */
const byChoice: Readonly<Partial<Record<ListName, string>>> = { incomes: 'income', expected: 'awaited' }

/** The name of a fact an adult tells about themselves. */
export function ownName(adult: Adult, name: string): string {
  return adult === 'spouse' ? `spouse.${name}` : name
}

/** What an entry of a list is called: its place, or the choice that it is about. */
export function entryKey(list: ListName, index: number): string {
  return byChoice[list] ? (benefitNames[index] ?? String(index)) : String(index)
}

/** The name of one fact of an entry. */
export function entryName(adult: Adult, list: ListName, index: number, name: string): string {
  const whole = `${list}.${entryKey(list, index)}.${name}`
  return ownLists.includes(list) ? ownName(adult, whole) : whole
}

/** The entries of a list, in order. After each, "another one" opens the next; there is always a first. */
export function entriesOf(list: ListName, draft: Draft, adult: Adult): number[] {
  const choice = byChoice[list]
  if (choice) {
    const ticked = valueOf(draft, ownName(adult, choice)).split(' ')
    return benefitNames.flatMap((name, index) => (ticked.includes(name) ? [index] : []))
  }
  const entries = [0]
  while (entries.length < most[list]) {
    const last = entryName(adult, list, entries.length - 1, 'another')
    if (valueOf(draft, last) !== 'yes') break
    entries.push(entries.length)
  }
  return entries
}

/** The value of what the adult asked about tells of themselves. */
export const ownValue = ({ draft, adult }: About, name: string): string =>
  valueOf(draft, ownName(adult, name))

/** The value of a fact of the entry asked about. */
export const entryValue = ({ draft, adult, index }: About, list: ListName, name: string): string =>
  valueOf(draft, entryName(adult, list, index ?? 0, name))
