import { createHash } from 'node:crypto'
import type { PageRef } from '@/domain/application/journey'
import { entriesOf, entryName } from '@/domain/application/names'
import type { Adult } from '@/domain/application/adult'
import type { ListName } from '@/domain/application/question'
import { pages } from '@/domain/application/questions'
import type { Draft } from '@/domain/draft'

/*
 * Entries of a list that people add one by one: a child, a job. "Another one?" opens the next; taking one out moves up
 * those after it. Entries that follow a choice (a kind of income) go with the choice instead.
 */

/** The list a page is about an entry of; null for the others. */
export const listOf = ({ page }: PageRef): ListName | null =>
  pages.find(({ name }) => name === page)?.list ?? null

const following: readonly ListName[] = ['incomes', 'expected']

/** How many entries of this list there are, when one of them may be taken out; 0 when not. */
export function removableIn(list: ListName | null, draft: Draft, whose: Adult): number {
  if (list === null || following.includes(list)) return 0
  const count = entriesOf(list, draft, whose).length
  return count > 1 ? count : 0
}

/**
 * What the other entries of this page's list say, in a few letters. It is drawn into the form: a press that comes twice,
 * or late, after an entry was taken out, is about another entry than the one now at that place, and must not touch it.
 * Empty for the pages of no such list.
 */
export function markOfOthers(list: ListName | null, draft: Draft, { whose, index }: PageRef): string {
  if (list === null || following.includes(list)) return ''
  const own = entryName(whose, list, index ?? 0, '')
  const root = own.slice(0, own.lastIndexOf('.', own.length - 2) + 1)
  // Whether another one follows is put right by taking one out: it says nothing of an entry.
  const others = Object.entries(draft)
    .filter(([name]) => name.startsWith(root) && !name.startsWith(own) && !name.endsWith('.another'))
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(others)).digest('hex').slice(0, 16)
}

/** The draft without the entry of this page; unchanged when there is only one. */
export function withoutEntry(draft: Draft, list: ListName, { whose, index }: PageRef): Draft {
  const count = removableIn(list, draft, whose)
  if (index === null || index >= count) return draft
  const prefix = (at: number) => entryName(whose, list, at, '')
  const factsOf = (at: number) =>
    Object.entries(draft).flatMap(([name, value]): [string, string][] =>
      name.startsWith(prefix(at)) ? [[name.slice(prefix(at).length), value]] : [],
    )
  const others = Object.entries(draft).filter(
    ([name]) => !Array.from({ length: count }, (_, at) => prefix(at)).some((of) => name.startsWith(of)),
  )
  const left = Array.from({ length: count }, (_, at) => factsOf(at)).filter((_, at) => at !== index)
  // The last one left is not followed by another.
  const entries = left.flatMap((facts, at) =>
    facts.map(([fact, value]): [string, string] => [
      prefix(at) + fact,
      fact === 'another' && at === left.length - 1 ? 'no' : value,
    ]),
  )
  return Object.fromEntries([...others, ...entries])
}
