import { describe, expect, it } from 'vitest'
import type { Month } from '@/domain/calendar'
import { absenceExcuses, isExcused } from '@/domain/eligibility/excuse'
import { caseAdult, householdCase } from '../estimate/build'
import { alone, glance } from './build'

const away = (consecutiveDays: number, daysOfMonth = consecutiveDays, excused = false) =>
  householdCase({ adults: [caseAdult({ absence: { consecutiveDays, daysOfMonth, excused } })] })

describe('a stay outside Québec in the month before', () => {
  it.each([
    ['E-300 seven days in a row', away(7), 'eligible'],
    ['E-301 eight days in a row', away(8), 'ineligible absentFromQuebec'],
    ['E-302 fifteen days of the month, never more than seven in a row', away(7, 15), 'eligible'],
    ['E-303 sixteen days of the month', away(7, 16), 'ineligible absentFromQuebec'],
    ['E-304 excused, however long', away(30, 30, true), 'eligible'],
    [
      'E-305 from the 3rd to the 19th, departure and return not counted',
      away(15),
      'ineligible absentFromQuebec',
    ],
  ])('%s', (_name, household, answer) => {
    expect(glance(household)).toBe(answer)
  })

  it('E-306 does not count against someone who applies', () => {
    expect(glance(alone({ absence: { consecutiveDays: 20, daysOfMonth: 20, excused: false } }))).toBe(
      'eligible',
    )
  })

  it('E-307 of one adult of two: the office is to be called', () => {
    const adults = [
      caseAdult(),
      caseAdult({ absence: { consecutiveDays: 8, daysOfMonth: 8, excused: false } }),
    ]
    expect(glance(householdCase({ adults }))).toBe('incomplete absentFromQuebec otherAdultRefused?')
  })
})

describe('what excuses a stay', () => {
  const month = '2026-11' as Month
  const yes = { decided: true, excused: true }
  const no = { decided: true, excused: false }

  it('E-310 without an excuse, nothing', () => {
    expect(isExcused(null, 1, month)).toEqual(no)
  })

  it.each(absenceExcuses.map((excuse, index) => [index + 311, excuse] as const))(
    'E-%d %s, for six months and then seven',
    (_number, excuse) => {
      const limited = excuse === 'caregiving' || excuse === 'forceMajeure'
      expect(isExcused(excuse, 6, month)).toEqual(yes)
      expect(isExcused(excuse, 7, month)).toEqual(limited ? no : yes)
      expect(isExcused(excuse, null, month)).toEqual(limited ? { decided: false, next: 'months' } : yes)
    },
  )
})
