import type { Day } from '../calendar'
import type { Draft } from '../draft'
import type { Adult } from './adult'

/*
 * The shapes of the application's questions. A page asks fields; a page of a list asks them once for each entry. What
 * a page asks never depends on an answer of the same page: a form without scripts shows all of it at once.
 */

/** Where an answer is kept: the household's, or one adult's own. */
export type Part = 'household' | Adult

/** The sections of the task list, in their order. The spouse's own pages are all in `spouse`. */
export const sectionNames = [
  'urgent',
  'you',
  'reaching',
  'home',
  'children',
  'spouse',
  'situation',
  'income',
  'assets',
  'deposit',
  'needs',
] as const
export type SectionName = (typeof sectionNames)[number]

export type FieldKind =
  | 'choice'
  | 'choices'
  | 'yesNo'
  | 'text'
  | 'words'
  | 'name'
  | 'money'
  | 'date'
  | 'postalCode'
  | 'phone'
  | 'email'
  | 'sin'
  | 'healthNumber'
  | 'transit'
  | 'institution'
  | 'account'
  | 'number'

/** The days a date may be: until today, from today on, around today, or those of an expected birth. */
export type DateRange = 'past' | 'future' | 'either' | 'birth'

export type Field = {
  readonly name: string
  readonly kind: FieldKind
  /** Of a choice: its codes, in order. */
  readonly choices?: readonly string[]
  /** The list the choices come from, when several fields share it: their words are kept once, under this name. */
  readonly set?: string
  /** Of several choices, the one that stands alone: "none of these". */
  readonly alone?: string
  readonly optional?: true
  /** The longest text, in characters; the largest number. */
  readonly max?: number
  /** Of a number, the smallest. */
  readonly min?: number
  readonly range?: DateRange
  /** The tick that may be given instead: "I do not know", "I have none". */
  readonly unknown?: string
  /** Asked only then. Looks at other pages than its own. */
  readonly when?: (about: About) => boolean
  /** Sealed at rest, shown masked. */
  readonly secret?: true
  /** Fields of one group are one question: the lines of an address. */
  readonly group?: string
}

/** A field as a page asks it: under its whole name, `spouse.jobs.0.employer`, with the key of its words. */
export type AskedField = Field & {
  /** `jobs.employer`, whoever's and whichever the job: texts are kept under it. */
  readonly words: string
  /** Never shown to the other adult. */
  readonly private: boolean
}

/** Whom and what a page is asked about. */
export type About = {
  readonly draft: Draft
  readonly adult: Adult
  readonly today: Day
  /** The entry of a list, from 0; null elsewhere. */
  readonly index: number | null
}

/** Asked once about the household, of each adult about themselves, or of the one who applies. */
export type Scope = 'household' | 'each' | 'applicant'

export type Page<Name extends string = string> = {
  readonly name: Name
  readonly section: SectionName
  readonly scope: Scope
  /** Asked of the adult alone, never of whoever answers for them, and never shown to the other adult. */
  readonly private: boolean
  readonly list: ListName | null
  readonly asked: (about: About) => boolean
  readonly fields: readonly Field[]
}

/** What may be several. */
export const listNames = [
  'others',
  'children',
  'jobs',
  'incomes',
  'expected',
  'buildings',
  'vehicles',
  'gifts',
] as const
export type ListName = (typeof listNames)[number]

/** The most entries of a list; beyond, the person says the rest in their own words. */
export const most: Readonly<Record<ListName, number>> = {
  others: 12,
  children: 20,
  jobs: 6,
  incomes: 20,
  expected: 20,
  buildings: 5,
  vehicles: 6,
  gifts: 6,
}
