import { describe, expect, test } from 'vitest'
import { monthlyOf } from '@/domain/application/pay'
import type { Field } from '@/domain/application/question'
import { errorsOf } from '@/domain/application/reading'
import { cents } from '@/domain/money'
import { date, today } from './build'

const problem = (field: Field, draft: Record<string, string>) => errorsOf(draft, [field], today)[0]?.problem
const one = (kind: Field['kind'], value: string, more: Partial<Field> = {}) =>
  problem({ name: 'x', kind, ...more }, { x: value })

describe('texts', () => {
  test('names are welcome as typed: accents, emoji, right-to-left, joined letters', () => {
    for (const name of [
      'Noé',
      'Nguyễn',
      'ليلى',
      'דוד',
      '李',
      '🙂',
      '👩‍👧',
      'می‌خواهم',
      "O'Connor",
      'Kahnawà:ke',
    ]) {
      expect(one('name', name, { max: 80 }), name).toBeUndefined()
    }
  })

  test('characters that hide or turn the reading around are not', () => {
    for (const name of ['a\u0000', 'a\u0007', 'a\nb', '\u202egnirts', '\u2067x']) {
      expect(one('name', name), JSON.stringify(name)).toBe('text.control')
    }
    expect(one('words', 'une ligne\r\n\tune autre')).toBeUndefined()
    expect(one('words', 'a\u0000')).toBe('text.control')
  })

  test('a text has a length, counted in characters as people see them', () => {
    expect(one('name', '🙂'.repeat(80), { max: 80 })).toBeUndefined()
    expect(one('name', 'a'.repeat(81), { max: 80 })).toBe('text.tooLong')
    expect(one('words', 'a'.repeat(5001))).toBe('text.tooLong')
    expect(one('text', '   ')).toBe('text.required')
    expect(one('text', '   ', { optional: true })).toBeUndefined()
  })
})

describe('choices', () => {
  const field = { choices: ['a', 'b', 'none'], alone: 'none' }
  test('one of ours, or several; “none” stands alone', () => {
    expect(one('choice', '', field)).toBe('choice.required')
    expect(one('choice', 'z', field)).toBe('choice.required')
    expect(one('choice', 'a b', field)).toBe('choice.required')
    expect(one('choice', 'a', field)).toBeUndefined()
    expect(one('choices', '', field)).toBe('choices.required')
    expect(one('choices', 'z', field)).toBe('choices.required')
    expect(one('choices', 'a b', field)).toBeUndefined()
    expect(one('choices', 'a none', field)).toBe('choices.alone')
  })
})

describe('“I do not know”', () => {
  const field: Field = { name: 'x', kind: 'money', unknown: 'xUnknown' }
  test('stands in place of an answer, not beside one', () => {
    expect(problem(field, { x: '', xUnknown: 'yes' })).toBeUndefined()
    expect(problem(field, { x: '12', xUnknown: 'yes' })).toBe('unknown.both')
    expect(problem(field, { x: '', xUnknown: '' })).toBe('money.required')
    expect(problem(field, { x: '0', xUnknown: '' })).toBeUndefined()
    expect(problem(field, { x: '9'.repeat(61), xUnknown: '' })).toBe('money.format')
  })
})

describe('dates', () => {
  const at = (on: string, range: Field['range']) =>
    errorsOf(date('x', on), [{ name: 'x', kind: 'date', range }], today)[0]
  test('the past ends today; the future begins today', () => {
    expect(at('2026-11-27', 'past')).toBeUndefined()
    expect(at('2026-11-28', 'past')).toMatchObject({ problem: 'date.tooLate' })
    expect(at('2026-11-27', 'future')).toBeUndefined()
    expect(at('2026-11-26', 'future')).toMatchObject({ problem: 'date.tooEarly' })
  })
  test('a birth is expected within ten months', () => {
    expect(at('2027-09-23', 'birth')).toBeUndefined()
    expect(at('2027-09-24', 'birth')).toMatchObject({ problem: 'date.tooLate' })
    expect(at('2026-10-26', 'birth')).toMatchObject({ problem: 'date.tooEarly' })
  })
  test('the part at fault is named', () => {
    expect(at('1990-02-', 'past')).toEqual({ field: 'x', part: 'day', problem: 'date.dayMissing' })
    expect(at('90-02-01', 'past')).toEqual({ field: 'x', part: 'year', problem: 'date.year' })
    expect(at('1990-02-30', 'past')).toEqual({ field: 'x', problem: 'date.impossible' })
    expect(at('', 'past')).toEqual({ field: 'x', problem: 'date.required' })
  })
})

test('the rest is read as it is elsewhere', () => {
  expect(one('postalCode', 'g1r4s9')).toBeUndefined()
  expect(one('postalCode', 'K1A 0B1')).toBe('postalCode.otherProvince')
  expect(one('postalCode', '12345')).toBe('postalCode.format')
  expect(one('postalCode', ' ')).toBe('postalCode.required')
  expect(one('phone', '418 555-0123', { optional: true })).toBeUndefined()
  expect(one('phone', '555-0123', { optional: true })).toBe('phone.format')
  expect(one('phone', '', { optional: true })).toBeUndefined()
  expect(one('email', 'a@exemple.com')).toBeUndefined()
  expect(one('email', 'a@b')).toBe('email.format')
  expect(one('email', `${'a'.repeat(60)}@${'b'.repeat(200)}.com`)).toBe('email.tooLong')
  expect(one('number', '14', { min: 0, max: 14 })).toBeUndefined()
  expect(one('number', '15', { min: 0, max: 14 })).toBe('number.range')
  expect(one('number', '7,5')).toBe('number.format')
  expect(one('number', '')).toBe('number.required')
})

test('pay is taken by the month, rounded half up', () => {
  expect(monthlyOf(cents(100_00), 'weekly')).toBe(433_33)
  expect(monthlyOf(cents(100_00), 'biweekly')).toBe(216_67)
  expect(monthlyOf(cents(100_00), 'twiceMonthly')).toBe(200_00)
  expect(monthlyOf(cents(100_00), 'monthly')).toBe(100_00)
  expect(monthlyOf(cents(100_00), 'once')).toBe(100_00)
  expect(monthlyOf(cents(100_00), 'constructor')).toBe(100_00)
})
