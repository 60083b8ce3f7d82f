import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '@/domain/calendar'
import { MAX_CENTS } from '@/domain/money'
import { readDate, readMoney } from '@/domain/typed'
import { readPostalCode, readText } from '@/features/statement/fields'

const nbsp = '\u00a0'
const thin = '\u202f'

describe('an amount typed in a field', () => {
  it.each([
    ['1 234,56', 123_456],
    [`1${nbsp}234,56${nbsp}$`, 123_456],
    [`1${thin}234,56 $`, 123_456],
    ['1234.56', 123_456],
    ['1,234.56', 123_456],
    ['1.234,56', 123_456],
    ['$1,234.56', 123_456],
    ['1,25', 125],
    ['1 234,5', 123_450],
    ['12,', 1_200],
    ['0', 0],
    ['0,00 $', 0],
    ['00600', 60_000],
    ['0,125', null],
    ['999999.99', 99_999_999],
    ['١٢٣٤٫٥٦', 123_456],
    ['۶۰۰', 60_000],
    ['６００', 60_000],
    ['  600  ', 60_000],
  ])('M-01 %s', (typed, expected) => {
    const reading = readMoney(typed)
    if (expected === null) expect(reading.problem).toBe('money.decimals')
    else expect(reading).toEqual({ value: expected })
  })

  it.each([
    ['', 'money.required'],
    [' $ ', 'money.required'],
    ['-5', 'money.negative'],
    ['−5,00 $', 'money.negative'],
    ['-0', 'money.negative'],
    ['(5)', 'money.negative'],
    ['1e400', 'money.format'],
    ['1e2', 'money.format'],
    ['NaN', 'money.format'],
    ['Infinity', 'money.format'],
    ['0x10', 'money.format'],
    ['environ 600', 'money.format'],
    ['600 par mois', 'money.format'],
    ['12 34', 'money.format'],
    ['1,2,3', 'money.format'],
    ['.50', 'money.format'],
    ['5²', 'money.format'],
    ['9007199254740992', 'money.tooLarge'],
    ['1000000', 'money.tooLarge'],
    ['9'.repeat(4000), 'money.tooLarge'],
    ['1,234', 'money.ambiguous'],
    ['1.234', 'money.ambiguous'],
    ['12,3456', 'money.decimals'],
  ])('M-02 %s is refused: %s', (typed, problem) => {
    expect(readMoney(typed)).toEqual({ problem })
  })

  it('M-03 reads back every amount as written in French and in English', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_CENTS }), (amount) => {
        for (const tag of ['fr-CA', 'en-CA']) {
          const text = new Intl.NumberFormat(tag, { style: 'currency', currency: 'CAD' }).format(amount / 100)
          expect(readMoney(text)).toEqual({ value: amount })
        }
      }),
    )
  })

  it('M-04 whatever is typed, the answer is whole cents in bounds or a named problem, never minus zero', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789,. $-e٣') }),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const { value, problem } = readMoney(text)
        if (problem !== undefined) expect(problem).toMatch(/^money\.[a-zA-Z]+$/)
        else {
          expect(Number.isSafeInteger(value)).toBe(true)
          expect(Object.is(value, -0)).toBe(false)
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(MAX_CENTS)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a date typed in three fields', () => {
  const earliest = day('2024-11-01')
  const latest = day('2026-11-30')
  const read = (typedDay: string, month: string, year: string) =>
    readDate({ day: typedDay, month, year }, earliest, latest)

  it.each([
    ['12', '11', '2026', '2026-11-12'],
    ['1', '2', '2025', '2025-02-01'],
    ['٠٣', '٤', '٢٠٢٥', '2025-04-03'],
    [' 03 ', '04', '2025', '2025-04-03'],
  ])('DT-01 %s %s %s', (typedDay, month, year, expected) => {
    expect(read(typedDay, month, year)).toEqual({ value: expected })
  })

  it.each([
    ['', '', '', 'date.required'],
    ['', '11', '2026', 'date.dayMissing'],
    ['12', '', '2026', 'date.monthMissing'],
    ['12', '11', '', 'date.yearMissing'],
    ['30', '2', '2026', 'date.impossible'],
    ['29', '2', '2025', 'date.impossible'],
    ['31', '4', '2026', 'date.impossible'],
    ['0', '4', '2026', 'date.impossible'],
    ['12', '13', '2026', 'date.impossible'],
    ['12', '11', '26', 'date.year'],
    ['12', '11', '0026', 'date.year'],
    ['12', '11', '20266', 'date.year'],
    ['douze', '11', '2026', 'date.digits'],
    ['1e1', '11', '2026', 'date.digits'],
    ['1', '12', '2026', 'date.tooLate'],
    ['31', '10', '2024', 'date.tooEarly'],
  ])('DT-02 %s %s %s is refused: %s', (typedDay, month, year, problem) => {
    expect(read(typedDay, month, year)).toEqual({ problem })
  })
})

describe('a postal code and words', () => {
  it.each([
    ['h2x1y4', 'H2X 1Y4'],
    [' G1R-2B5 ', 'G1R 2B5'],
    ['J٤Z 1A١', 'J4Z 1A1'],
  ])('PC-01 %s', (typed, expected) => {
    expect(readPostalCode(typed)).toEqual({ value: expected })
  })

  it.each([
    ['', 'postalCode.required'],
    ['H2X', 'postalCode.format'],
    ['H2O 1Y4', 'postalCode.format'],
    ['90210', 'postalCode.format'],
    ['K1P 5M7', 'postalCode.elsewhere'],
  ])('PC-02 %s is refused: %s', (typed, problem) => {
    expect(readPostalCode(typed)).toEqual({ problem })
  })

  it('TX-01 keeps words as they are, without outer spaces, up to their limit', () => {
    expect(readText('  Ma sœur  ', 10)).toEqual({ value: 'Ma sœur' })
    expect(readText(' \n ', 10)).toEqual({ problem: 'text.required' })
    expect(readText('x'.repeat(11), 10)).toEqual({ problem: 'text.tooLong' })
  })
})
