import type { Day } from '../calendar'
import { type Draft, valueOf } from '../draft'
import { answersForSpouse, hasSpouse } from './facts'
import { entriesOf, entryKey, entryName, ownName } from './names'
import type { Adult } from './adult'
import {
  type About,
  type AskedField,
  type Field,
  listNames,
  most,
  type Part,
  type SectionName,
  sectionNames,
} from './question'
import { type PageName, pages } from './questions'
import { errorsOf, type FieldError } from './reading'

/*
 * What is asked next is a pure function of what was answered.
 */

/** One page to answer: which, about whom, and for which entry of a list. */
export type PageRef = { readonly page: PageName; readonly whose: Adult; readonly index: number | null }

export type Status = 'todo' | 'started' | 'done'

const rowOf = new Map(pages.map((row) => [row.name, row]))
const row = (ref: PageRef) => rowOf.get(ref.page)!

/** What a page is called in an address: `identity`, `child-0`, `spouse-job-1`, `incomeItem-employmentInsurance`. */
export function pageId(ref: PageRef): string {
  const { list, scope } = row(ref)
  const whose = ref.whose === 'spouse' && scope === 'each' ? 'spouse-' : ''
  return whose + ref.page + (list && ref.index !== null ? `-${entryKey(list, ref.index)}` : '')
}

/** The pages about one adult; the household's are among the applicant's. */
function pagesAbout(draft: Draft, whose: Adult, today: Day): PageRef[] {
  const rows = pages.filter(({ scope }) => whose === 'applicant' || scope === 'each')
  const refs: PageRef[] = []
  for (let at = 0; at < rows.length;) {
    const { list } = rows[at]!
    let end = at + 1
    while (list && rows[end]?.list === list) end += 1
    for (const index of list ? entriesOf(list, draft, whose) : [null]) {
      for (const { name, asked } of rows.slice(at, end)) {
        if (asked({ draft, adult: whose, today, index })) refs.push({ page: name, whose, index })
      }
    }
    at = end
  }
  return refs
}

/**
 * The pages a person is asked, in order. The applicant's are the household's and their own, and their spouse's while
 * they answer for them, but what only the spouse may say. The spouse's are their own.
 */
export function journeyOf(typed: Draft, viewer: Adult, today: Day): readonly PageRef[] {
  const { draft, own, theirs } = settle(typed, today)
  if (viewer === 'spouse') return theirs
  if (!answersForSpouse(draft)) return own
  const after = own.findIndex(({ page }) => page === 'spouse') + 1
  return [...own.slice(0, after), ...theirs.filter((ref) => !row(ref).private), ...own.slice(after)]
}

/** The page of an address, when this person is asked it. */
export function findPage(id: string, draft: Draft, viewer: Adult, today: Day): PageRef | null {
  return journeyOf(draft, viewer, today).find((ref) => pageId(ref) === id) ?? null
}

/** What the names of a page's fields begin with: nothing for the household, `spouse.jobs.0.` for a spouse's first job. */
function prefixOf(ref: PageRef): string {
  const { list, scope } = row(ref)
  if (list) return entryName(ref.whose, list, ref.index ?? 0, '')
  return scope === 'household' ? '' : ownName(ref.whose, '')
}

/** The fields a page asks now. */
function askedIn(ref: PageRef, draft: Draft, today: Day): readonly Field[] {
  const { fields } = row(ref)
  const about: About = { draft, adult: ref.whose, today, index: ref.index }
  return fields.filter(({ when }) => !when || when(about))
}

/** What a page asks, under whole names. */
export function fieldsOf(ref: PageRef, draft: Draft, today: Day): readonly AskedField[] {
  const { list, private: isPrivate } = row(ref)
  const prefix = prefixOf(ref)
  return askedIn(ref, draft, today).map((field) => ({
    ...field,
    name: prefix + field.name,
    ...(field.unknown ? { unknown: prefix + field.unknown } : {}),
    words: list ? `${list}.${field.name}` : field.name,
    private: isPrivate,
  }))
}

/** The names a field is sent under: three for a date, and that of the tick that may be given instead. */
export function inputNames(field: Field): string[] {
  const own =
    field.kind === 'date' ? ['day', 'month', 'year'].map((part) => `${field.name}.${part}`) : [field.name]
  return field.unknown ? [...own, field.unknown] : own
}

/** What is to put right on a page: nothing when it is answered. */
export function errorsIn(ref: PageRef, draft: Draft, today: Day): readonly FieldError[] {
  const fields = fieldsOf(ref, draft, today)
  return [...errorsOf(draft, fields, today), ...fullIn(ref, fields, draft)]
}

/** A list that has room for no more: what is left is said in words. */
function fullIn(ref: PageRef, fields: readonly AskedField[], draft: Draft): FieldError[] {
  const { list } = row(ref)
  const more = fields.find(({ words }) => words === `${list}.another`)
  const isLast = list !== null && ref.index === most[list] - 1
  return isLast && more && valueOf(draft, more.name) === 'yes'
    ? [{ field: more.name, problem: 'list.full' }]
    : []
}

/** A page is done when it was sent and nothing is wrong with it: one without a required answer must be seen, too. */
export function statusOf(ref: PageRef, draft: Draft, today: Day): Status {
  const names = fieldsOf(ref, draft, today).flatMap(inputNames)
  if (!names.some((name) => Object.hasOwn(draft, name))) return 'todo'
  return errorsIn(ref, draft, today).length === 0 ? 'done' : 'started'
}

/** The next page that is not done: after this one, else the first of those before it. Null: everything is answered. */
export function pageAfter(ref: PageRef, draft: Draft, viewer: Adult, today: Day): PageRef | null {
  const journey = journeyOf(draft, viewer, today)
  const at = journey.findIndex((one) => pageId(one) === pageId(ref))
  const inOrder = [...journey.slice(at + 1), ...journey.slice(0, Math.max(0, at + 1))]
  return inOrder.find((one) => statusOf(one, draft, today) !== 'done') ?? null
}

export type Section = {
  readonly section: SectionName
  readonly pages: readonly PageRef[]
  readonly status: Status
}

/** The task list: the sections that ask this person something, in order, and how far each is. */
export function sectionsOf(draft: Draft, viewer: Adult, today: Day): readonly Section[] {
  const journey = journeyOf(draft, viewer, today)
  return sectionNames.flatMap((section) => {
    const refs = journey.filter((ref) => sectionOf(ref, viewer) === section)
    if (refs.length === 0) return []
    const statuses = refs.map((ref) => statusOf(ref, draft, today))
    const all = (status: Status) => statuses.every((one) => one === status)
    return [{ section, pages: refs, status: all('done') ? 'done' : all('todo') ? 'todo' : 'started' }]
  })
}

/** The section a page stands in, in the task list of this person. */
export const sectionOf = (ref: PageRef, viewer: Adult): SectionName =>
  viewer === 'applicant' && ref.whose === 'spouse' ? 'spouse' : row(ref).section

/** The draft without the answers of pages that are not asked any more. */
export function prune(draft: Draft, today: Day): Draft {
  return settle(draft, today).draft
}

type Settled = {
  readonly draft: Draft
  readonly own: readonly PageRef[]
  readonly theirs: readonly PageRef[]
}

/** The pages of an application, whoever answers them, and the answers to them alone. */
function settle(typed: Draft, today: Day): Settled {
  let draft = typed
  for (;;) {
    const own = pagesAbout(draft, 'applicant', today)
    const theirs = hasSpouse(draft) ? pagesAbout(draft, 'spouse', today) : []
    const names = new Set<string>()
    for (const ref of [...own, ...theirs]) {
      const prefix = prefixOf(ref)
      for (const field of askedIn(ref, draft, today)) {
        for (const name of inputNames(field)) names.add(prefix + name)
      }
    }
    const entries = Object.entries(draft).filter(([name]) => names.has(name))
    // Each round drops answers, which may close other pages: it ends when a round drops none.
    if (entries.length === Object.keys(draft).length) return { draft, own, theirs }
    draft = Object.fromEntries(entries)
  }
}

const householdNames = new Set(
  pages
    .filter(({ scope, list }) => scope === 'household' && !list)
    .flatMap(({ fields }) =>
      fields.flatMap((field: Field) => (field.unknown ? [field.name, field.unknown] : [field.name])),
    ),
)

/** Where a field is kept. */
export function partOf(name: string): Part {
  if (name.startsWith('spouse.')) return 'spouse'
  const [root = ''] = name.split('.')
  return householdNames.has(root) || root === 'others' || root === 'children' ? 'household' : 'applicant'
}

const fieldsByWords = new Map(
  pages.flatMap(({ fields, list, private: isPrivate }) =>
    fields.flatMap((field: Field) => {
      const words = list ? `${list}.${field.name}` : field.name
      const kept = { secret: field.secret === true, private: isPrivate }
      return field.unknown
        ? [[words, kept] as const, [field.unknown, { ...kept, secret: false }] as const]
        : [[words, kept] as const]
    }),
  ),
)

/** The words of a name: without whose it is, which entry, or which part of a date. */
const wordsOf = (name: string): string => {
  const parts = name.replace(/^spouse\./, '').split('.')
  return (listNames as readonly string[]).includes(parts[0] ?? '')
    ? `${parts[0]}.${parts[2]}`
    : (parts[0] ?? '')
}

/** Sealed at rest, and shown masked. */
export const isSecret = (name: string): boolean => fieldsByWords.get(wordsOf(name))?.secret ?? false

/** Never shown to the other adult: how to reach one safely, what is urgent, who helps. */
export const isPrivate = (name: string): boolean => fieldsByWords.get(wordsOf(name))?.private ?? false

/** How many questions are asked, as the ministry counts them: an address or a date is one. */
export function countQuestions(refs: readonly PageRef[], draft: Draft, today: Day): number {
  return refs.reduce((count, ref) => {
    const groups = fieldsOf(ref, draft, today).map(({ group, name }) => group ?? name)
    return count + new Set(groups).size
  }, 0)
}
