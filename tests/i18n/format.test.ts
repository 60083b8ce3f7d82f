import { describe, expect, it } from 'vitest'
import type { Day, Instant, Month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import {
  formatDay,
  formatDayOfMonth,
  formatDifference,
  formatInstant,
  formatList,
  formatMoney,
  formatMonth,
  formatOfMonth,
  formatPercent,
  formatTime,
  formatDayNumber,
  formatWeekday,
  formatWeekdayOfMonth,
  spokenMoney,
} from '@/i18n/format'

const day = (text: string) => text as Day
const month = (text: string) => text as Month
const instant = (text: string) => text as Instant

describe('F-01 amounts', () => {
  it.each([
    [0, '0,00\u00A0$', '$0.00'],
    [5, '0,05\u00A0$', '$0.05'],
    [78_400, '784,00\u00A0$', '$784.00'],
    [123_456, '1\u00A0234,56\u00A0$', '$1,234.56'],
    [99_999_999, '999\u00A0999,99\u00A0$', '$999,999.99'],
    [-21_250, '\u2212212,50\u00A0$', '\u2212$212.50'],
  ])('%i cents', (amount, fr, en) => {
    expect(formatMoney(cents(amount), 'fr')).toBe(fr)
    expect(formatMoney(cents(amount), 'en')).toBe(en)
  })

  it('writes amounts as Intl does, but for the kind of spaces', () => {
    const intl = {
      fr: new Intl.NumberFormat('fr-CA', { style: 'currency', currency: 'CAD' }),
      en: new Intl.NumberFormat('en-CA', { style: 'currency', currency: 'CAD' }),
    }
    const some = [0, 1, 9, 10, 99, 100, 999, 1_000, 99_999, 100_000, 99_999_999, 100_000_000, 9_999_999_999]
    const many = Array.from({ length: 2_000 }, (_, index) => (index * 7_919_317) % 10_000_000_000)
    for (const amount of [...some, ...many]) {
      for (const locale of ['fr', 'en'] as const) {
        const text = intl[locale]
          .format(amount / 100)
          .replace(/\s/g, '\u00A0')
          .replace('CA$', '$')
        expect(formatMoney(cents(amount), locale)).toBe(text)
      }
    }
  })

  it('shows the sign of a difference, and none for no difference', () => {
    expect(formatDifference(cents(1_250), 'fr')).toBe('+12,50\u00A0$')
    expect(formatDifference(cents(-1_250), 'en')).toBe('\u2212$12.50')
    expect(formatDifference(cents(0), 'fr')).toBe('0,00\u00A0$')
  })

  it('writes a share in percent', () => {
    expect(formatPercent(25, 'fr')).toBe('25\u00A0%')
    expect(formatPercent(25, 'en')).toBe('25%')
  })
})

describe('F-02 days and months', () => {
  it.each([
    ['2026-11-15', '15\u00A0novembre 2026', 'November\u00A015, 2026'],
    ['2026-12-01', '1er\u00A0décembre 2026', 'December\u00A01, 2026'],
    ['2024-02-29', '29\u00A0février 2024', 'February\u00A029, 2024'],
  ])('%s', (text, fr, en) => {
    expect(formatDay(day(text), 'fr')).toBe(fr)
    expect(formatDay(day(text), 'en')).toBe(en)
  })

  it('names the weekday of the day itself, not of the evening before', () => {
    expect(formatWeekday(day('2026-02-15'), 'fr')).toBe('dimanche 15\u00A0février 2026')
    expect(formatWeekday(day('2026-02-15'), 'en')).toBe('Sunday, February\u00A015, 2026')
    expect(formatWeekdayOfMonth(day('2026-02-01'), 'fr')).toBe('dimanche 1er\u00A0février')
    expect(formatWeekdayOfMonth(day('2026-02-01'), 'en')).toBe('Sunday, February\u00A01')
  })

  it('leaves the year out when asked', () => {
    expect(formatDayOfMonth(day('2026-11-01'), 'fr')).toBe('1er\u00A0novembre')
    expect(formatDayOfMonth(day('2026-11-01'), 'en')).toBe('November\u00A01')
  })

  it.each([
    ['2026-11', 'novembre 2026', 'de novembre 2026', 'November 2026'],
    ['2026-04', 'avril 2026', 'd’avril 2026', 'April 2026'],
    ['2026-08', 'août 2026', 'd’août 2026', 'August 2026'],
    ['2026-10', 'octobre 2026', 'd’octobre 2026', 'October 2026'],
  ])('month %s', (text, fr, of, en) => {
    expect(formatMonth(month(text), 'fr')).toBe(fr)
    expect(formatOfMonth(month(text), 'fr')).toBe(of)
    expect(formatMonth(month(text), 'en')).toBe(en)
    expect(formatOfMonth(month(text), 'en')).toBe(en)
  })
})

describe('F-05 a day of the month by its number', () => {
  it.each([
    [1, '1er', '1st'],
    [2, '2', '2nd'],
    [3, '3', '3rd'],
    [11, '11', '11th'],
    [13, '13', '13th'],
    [15, '15', '15th'],
    [21, '21', '21st'],
    [22, '22', '22nd'],
  ])('%i', (number, fr, en) => {
    expect([formatDayNumber(number, 'fr'), formatDayNumber(number, 'en')]).toEqual([fr, en])
  })
})

describe('F-03 moments, in Québec time', () => {
  it.each([
    ['2026-11-15T20:30:00.000Z', '15\u00A0h\u00A030', '3:30\u00A0p.m.'],
    ['2026-11-15T20:00:00.000Z', '15\u00A0h', '3:00\u00A0p.m.'],
    ['2026-11-15T05:05:00.000Z', '0\u00A0h\u00A005', '12:05\u00A0a.m.'],
    ['2026-11-15T17:00:00.000Z', '12\u00A0h', '12:00\u00A0p.m.'],
    ['2026-11-16T04:59:59.999Z', '23\u00A0h\u00A059', '11:59\u00A0p.m.'],
  ])('%s', (text, fr, en) => {
    expect(formatTime(instant(text), 'fr')).toBe(fr)
    expect(formatTime(instant(text), 'en')).toBe(en)
  })

  it('is still the 15th at 22:30, when it is already the 16th in UTC', () => {
    const late = instant('2026-11-16T03:30:00.000Z')
    expect(formatInstant(late, 'fr')).toBe('15\u00A0novembre 2026 à 22\u00A0h\u00A030')
    expect(formatInstant(late, 'en')).toBe('November\u00A015, 2026, at 10:30\u00A0p.m.')
  })

  it('follows the clocks of summer', () => {
    expect(formatTime(instant('2026-07-15T20:30:00.000Z'), 'fr')).toBe('16\u00A0h\u00A030')
  })
})

describe('F-04 lists', () => {
  it.each([
    [[], '', ''],
    [['Ana'], 'Ana', 'Ana'],
    [['Ana', 'Louis'], 'Ana et Louis', 'Ana and Louis'],
    [['Ana', 'Louis', 'Zoé'], 'Ana, Louis et Zoé', 'Ana, Louis and Zoé'],
  ])('%j', (items, fr, en) => {
    expect(formatList(items, 'fr')).toBe(fr)
    expect(formatList(items, 'en')).toBe(en)
  })
})

describe('F-05 amounts as a voice says them', () => {
  it.each([
    [0, '0 dollar', '0 dollars'],
    [101, '1 dollar et 1 cent', '1 dollar and 1 cent'],
    [80_750, '807 dollars et 50 cents', '807 dollars and 50 cents'],
    [123_400, '1234 dollars', '1234 dollars'],
  ])('%i cents', (amount, fr, en) => {
    expect(spokenMoney(cents(amount), 'fr')).toBe(fr)
    expect(spokenMoney(cents(amount), 'en')).toBe(en)
  })
})
