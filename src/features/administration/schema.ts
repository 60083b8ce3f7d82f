import { parseMonth, type Month } from '@/domain/calendar'
import { filerGroups, type FilerGroup } from '@/domain/statement/filers-preview'

/** What a trial is asked of: the amounts of a month to come, a rise in basis points, another due day, or who files. */
export type Trial =
  | { readonly kind: 'none' }
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'rise'; readonly basisPoints: number; readonly typed: string }
  | { readonly kind: 'day'; readonly dueDay: number; readonly typed: string }
  | { readonly kind: 'filers'; readonly groups: readonly FilerGroup[] }
  | { readonly kind: 'wrong'; readonly field: 'rise' | 'day'; readonly typed: string }

/** The highest rise that can be tried, in basis points. */
const MOST = 2_000

/** Every month has this day. */
const LAST_DUE_DAY = 28

/** Sent beside the groups that are ticked: a rule by which nobody files can be tried too. */
export const NO_GROUP = 'nobody'

/** Reads a trial from its address. What was typed is kept as it was. `who` are the groups, and `NO_GROUP`. */
export function readTrial(month: string, rise: string, day = '', who: readonly string[] = []): Trial {
  if (who.length > 0) return { kind: 'filers', groups: filerGroups.filter((group) => who.includes(group)) }
  const wanted = parseMonth(month)
  if (wanted) return { kind: 'month', month: wanted }
  if (rise.trim() === '' && day.trim() !== '') return readDay(day.slice(0, 40))
  const typed = rise.slice(0, 40)
  const plain = typed.replace(/[\s\u00a0\u202f%]/gu, '')
  if (plain === '') return typed.trim() === '' ? { kind: 'none' } : { kind: 'wrong', field: 'rise', typed }
  const parts = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(plain)
  if (!parts) return { kind: 'wrong', field: 'rise', typed }
  const basisPoints = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  return basisPoints > MOST ? { kind: 'wrong', field: 'rise', typed } : { kind: 'rise', basisPoints, typed }
}

function readDay(typed: string): Trial {
  const dueDay = Number(/^\s*(\d{1,2})\s*$/.exec(typed)?.[1] ?? 0)
  return dueDay < 1 || dueDay > LAST_DUE_DAY
    ? { kind: 'wrong', field: 'day', typed }
    : { kind: 'day', dueDay, typed }
}
