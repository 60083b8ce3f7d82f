import type { Day, Month } from '../calendar'

/**
 * Age in whole years on the eve of a month's first day: the situation of a month is the one on the last day
 * of the month before (ADEL 42317). Negative for a child born later. Someone born on February 29 is a year
 * older on March 1.
 */
export function ageBefore(birthDate: Day, month: Month): number {
  const years = Number(month.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return birthDate.slice(5, 7) < month.slice(5, 7) ? years : years - 1
}

/** Age in whole years on the last September 30 before a month begins: the school-year reference day. */
export function ageOnLastSeptember30(birthDate: Day, month: Month): number {
  const year = Number(month.slice(0, 4))
  const schoolYear = month.slice(5, 7) >= '10' ? year : year - 1
  return ageBefore(birthDate, `${schoolYear}-10` as Month)
}
