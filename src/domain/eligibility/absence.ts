import type { CaseAdult, HouseholdCase } from '../estimate/case'
import { absenceInAMonthDays, absenceInARowDays } from '../rates/residence'
import { perMonth, rateFor } from '../rates/table'
import { met, notMet } from './verdict'
import type { Verdict } from './verdict'

const away = notMet('absentFromQuebec')

const limitsOf = perMonth((month) => ({
  inARow: rateFor(absenceInARowDays, month).value,
  inAMonth: rateFor(absenceInAMonthDays, month).value,
}))

/**
 * An adult away too long in the month before has no aid this month: the file is cancelled for the month that follows
 * the stay (ADEL 42329, 44258). Care on a physician's advice, force majeure and the like excuse it. Someone who applies
 * is asked where they live, not where they were.
 */
export function absence(adult: CaseAdult, { applicationDay, month }: HouseholdCase): Verdict {
  const stay = adult.absence
  if (stay === null || stay.excused || applicationDay !== null) return met
  const { inARow, inAMonth } = limitsOf(month)
  return stay.consecutiveDays > inARow || stay.daysOfMonth > inAMonth ? away : met
}
