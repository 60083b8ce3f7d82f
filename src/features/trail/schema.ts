import { z } from 'zod'
import { parseDay, type Day } from '@/domain/calendar'
import { askedIn, withQuery } from '@/i18n/paths'
import { isId } from '@/server/ids'

/** A search of the trail as its form sends it. The number of a file never stands in an address. */
const typed = z.string().max(60).optional().catch(undefined)
export const trailSchema = z.object({
  fileNumber: typed,
  staff: typed,
  'from.day': typed,
  'from.month': typed,
  'from.year': typed,
  'until.day': typed,
  'until.month': typed,
  'until.year': typed,
})
export type TrailForm = z.infer<typeof trailSchema>

export const trailProblems = ['no-file', 'from', 'until', 'order'] as const
export type TrailProblem = (typeof trailProblems)[number]

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** What an auditor asks of the trail, as its address says it. What is empty bounds nothing. */
export type TrailSearch = {
  readonly asked: boolean
  readonly householdId: string | null
  readonly staffId: string | null
  /** As typed, year first: `2026-11-01`, or what was no day. */
  readonly typedFrom: string
  readonly typedUntil: string
  readonly from: Day | null
  /** The last day asked for, itself included. */
  readonly until: Day | null
  /** Lines before this one: the next page. */
  readonly before: string | null
  readonly problems: readonly TrailProblem[]
}

/** Reads a search from its address: a day that is none is said, and finds nothing. */
export function readSearch(query: Query): TrailSearch {
  const asked = (name: string) => askedIn(query, name).trim().slice(0, 60)
  const id = (name: string) => (isId(asked(name)) ? asked(name) : null)
  const [typedFrom, typedUntil] = [asked('from'), asked('until')]
  const [from, until] = [parseDay(typedFrom), parseDay(typedUntil)]
  const problems: TrailProblem[] = []
  if (asked('note') === 'no-file') problems.push('no-file')
  if (typedFrom !== '' && !from) problems.push('from')
  if (typedUntil !== '' && !until) problems.push('until')
  if (from && until && from > until) problems.push('order')
  return {
    asked: ['household', 'staff', 'from', 'until', 'all', 'note'].some((name) => asked(name) !== ''),
    householdId: id('household'),
    staffId: id('staff'),
    typedFrom,
    typedUntil,
    from,
    until,
    before: id('before'),
    problems,
  }
}

/** The address of a search, of its next page, or of what is wrong with it. */
export function searchAddress(
  path: string,
  search: Partial<Pick<TrailSearch, 'householdId' | 'staffId' | 'typedFrom' | 'typedUntil' | 'before'>>,
  note = '',
): string {
  const { householdId, staffId, typedFrom = '', typedUntil = '', before } = search
  const asks = {
    household: householdId ?? '',
    staff: staffId ?? '',
    from: typedFrom,
    until: typedUntil,
    before: before ?? '',
    note,
  }
  const empty = Object.values(asks).every((value) => value === '')
  return withQuery(path, { ...asks, ...(empty ? { all: '1' } : {}) })
}

/** A day from its three fields, year first; what was no day stays as typed, so that the page can show it again. */
export function joinDay(form: TrailForm, name: 'from' | 'until'): string {
  const part = (which: 'day' | 'month' | 'year') => (form[`${name}.${which}`] ?? '').trim()
  const [year, month, day] = [part('year'), part('month'), part('day')]
  if (year === '' && month === '' && day === '') return ''
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The three fields of a day that `joinDay` put together. */
export function splitDay(joined: string): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = joined.split('-')
  return { year, month: month.replace(/^0+/, ''), day: day.replace(/^0+/, '') }
}
