import { parseMonth, type Month } from '@/domain/calendar'

/** What a trial is asked of: the amounts of a month to come, or a rise in basis points. */
export type Trial =
  | { readonly kind: 'none' }
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'rise'; readonly basisPoints: number; readonly typed: string }
  | { readonly kind: 'wrong'; readonly typed: string }

/** The highest rise that can be tried, in basis points. */
const MOST = 2_000

/** Reads a trial from its address. What was typed is kept as it was. */
export function readTrial(month: string, rise: string): Trial {
  const wanted = parseMonth(month)
  if (wanted) return { kind: 'month', month: wanted }
  const typed = rise.slice(0, 40)
  const plain = typed.replace(/[\s\u00a0\u202f%]/gu, '')
  if (plain === '') return typed.trim() === '' ? { kind: 'none' } : { kind: 'wrong', typed }
  const parts = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(plain)
  if (!parts) return { kind: 'wrong', typed }
  const basisPoints = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  return basisPoints > MOST ? { kind: 'wrong', typed } : { kind: 'rise', basisPoints, typed }
}
