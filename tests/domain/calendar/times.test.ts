import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, atTime, day, startOfDay } from '@/domain/calendar'
import { readTime } from '@/domain/typed'

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Toronto',
  hourCycle: 'h23',
  dateStyle: 'short',
  timeStyle: 'medium',
})

describe('an hour on the clock of Québec', () => {
  it.each([
    ['KT-01 winter', '2026-11-10', 600, '2026-11-10T15:00:00.000Z'],
    ['KT-02 summer', '2026-07-01', 600, '2026-07-01T14:00:00.000Z'],
    ['KT-03 midnight is the beginning of the day', '2026-11-10', 0, startOfDay(day('2026-11-10'))],
    ['KT-04 before the clocks change', '2026-11-01', 59, '2026-11-01T04:59:00.000Z'],
    ['KT-05 an hour that comes twice is the first', '2026-11-01', 90, '2026-11-01T05:30:00.000Z'],
    ['KT-06 after the clocks changed', '2026-11-01', 120, '2026-11-01T07:00:00.000Z'],
    ['KT-07 an hour left out is an hour later', '2026-03-08', 150, '2026-03-08T07:30:00.000Z'],
    ['KT-08 just after it', '2026-03-08', 180, '2026-03-08T07:00:00.000Z'],
  ])('%s', (_name, of, minutes, expected) => {
    expect(atTime(day(of), minutes)).toBe(expected)
  })

  it('KT-09 is what a clock then shows, on any day and minute that exists', () => {
    const days = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays(day('1971-01-01'), count))
    fc.assert(
      fc.property(days, fc.integer({ min: 180, max: 1439 }), (of, minutes) => {
        const two = (number: number) => String(number).padStart(2, '0')
        const shown = `${of}, ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`
        expect(clock.format(new Date(atTime(of, minutes)))).toBe(shown)
      }),
    )
  })
})

describe('an hour as typed', () => {
  it.each([
    ['15:30', 930],
    ['15 h 30', 930],
    ['15\u00a0h\u00a030', 930],
    ['15h', 900],
    ['15', 900],
    ['0:00', 0],
    ['3:30 p.m.', 930],
    ['3:30\u00a0p.m.', 930],
    ['3 PM', 900],
    ['12 a.m.', 0],
    ['12:05 p.m.', 725],
    ['٩:٣٠', 570],
  ])('%j is read', (typed, minutes) => {
    expect(readTime(typed)).toEqual({ value: minutes })
  })

  it.each([
    ['', 'required'],
    ['  ', 'required'],
    ['24:00', 'impossible'],
    ['12:60', 'impossible'],
    ['13 p.m.', 'impossible'],
    ['0 a.m.', 'impossible'],
    ['midi', 'format'],
    ['1530', 'format'],
    ['15:3', 'format'],
    ['-1:00', 'format'],
    ['15:30:00', 'format'],
  ])('%j is not', (typed, problem) => {
    expect(readTime(typed)).toEqual({ problem: `time.${problem}` })
  })
})
