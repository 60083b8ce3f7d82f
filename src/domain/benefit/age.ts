import type { Day, Month } from '../calendar'

/**
 * Age in whole years on the eve of a month's first day: the situation of a month is the one on the last day
 * of the month before (ADEL 42317). Negative for a child born later. Someone born on February 29 is a year
 * older on March 1.
 */
export function ageBefore(birthDate: Day, month: Month): number {
  const years = yearIn(month) - yearIn(birthDate)
  return monthIn(birthDate) < monthIn(month) ? years : years - 1
}

/** Age in whole years on a day, as people say it; zero for a child born later. */
export function ageOn(birthDate: Day, today: Day): number {
  const years = yearIn(today) - yearIn(birthDate)
  return Math.max(0, today.slice(5) < birthDate.slice(5) ? years - 1 : years)
}

/** Age in whole years on the last September 30 before a month begins: the school-year reference day. */
export function ageOnLastSeptember30(birthDate: Day, month: Month): number {
  const schoolYear = monthIn(month) >= october ? yearIn(month) : yearIn(month) - 1
  const years = schoolYear - yearIn(birthDate)
  return monthIn(birthDate) < october ? years : years - 1
}

const october = 10

/*
 * Read by their digits: an estimate asks for ages hundreds of thousands of times a second, and days and months are
 * written with fixed widths.
 */
const zero = 48
const digit = (text: string, at: number): number => text.charCodeAt(at) - zero

function yearIn(of: Day | Month): number {
  return digit(of, 0) * 1_000 + digit(of, 1) * 100 + digit(of, 2) * 10 + digit(of, 3)
}

function monthIn(of: Day | Month): number {
  return digit(of, 5) * 10 + digit(of, 6)
}
