import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Month } from '../../../src/domain/calendar'
import {
  makeReceiptNumber,
  parseReceiptNumber,
  receiptNumberBytes,
} from '../../../src/domain/statement/receipt-number'

const month = '2026-11' as Month
const bytes = fc.uint8Array({ minLength: receiptNumberBytes, maxLength: receiptNumberBytes })
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('the number of a receipt', () => {
  it('RN-01 says the month and reads back as itself', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const number = makeReceiptNumber(month, random)
        expect(number).toMatch(/^Q-2611-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]$/)
        expect(parseReceiptNumber(number)).toBe(number)
      }),
    )
  })

  it('RN-02 keeps 50 of the random bits: two different numbers for two different draws', () => {
    const one = makeReceiptNumber(month, Uint8Array.of(0, 0, 0, 0, 0, 0, 1))
    const other = makeReceiptNumber(month, Uint8Array.of(0, 2, 0, 0, 0, 0, 1))
    expect(one).not.toBe(other)
    expect(() => makeReceiptNumber(month, new Uint8Array(6))).toThrow(RangeError)
  })

  it('RN-03 is read as people copy it: lower case, spaces, O for zero, I or L for one', () => {
    const number = makeReceiptNumber(month, Uint8Array.of(0, 0, 0, 0, 0, 0, 33))
    const copied = number.toLowerCase().replaceAll('-', '\u00a0').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(parseReceiptNumber(`  ${copied} `)).toBe(number)
    expect(parseReceiptNumber(number.replaceAll('-', '–'))).toBe(number)
    expect(parseReceiptNumber(number.replaceAll('1', 'i'))).toBe(number)
  })

  it('RN-04 catches every single wrong character', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const number = makeReceiptNumber(month, random)
        for (let at = 0; at < number.length; at += 1) {
          if (number[at] === '-') continue
          for (const letter of letters) {
            if (letter === number[at]) continue
            expect(parseReceiptNumber(number.slice(0, at) + letter + number.slice(at + 1))).toBeNull()
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('RN-05 catches every exchange of two characters, neighbours or not', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const bare = makeReceiptNumber(month, random).replaceAll('-', '')
        for (let one = 0; one < bare.length; one += 1) {
          for (let other = one + 1; other < bare.length; other += 1) {
            if (bare[one] === bare[other]) continue
            const exchanged = [...bare]
            exchanged[one] = bare.charAt(other)
            exchanged[other] = bare.charAt(one)
            expect(parseReceiptNumber(exchanged.join(''))).toBeNull()
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('RN-06 refuses what is no number of ours, without throwing', () => {
    for (const typed of [
      '',
      'Q',
      'Q-2613-00000-00000-0',
      'Q-26U1-00000-00000-0',
      'é'.repeat(500),
      '٠'.repeat(16),
    ]) {
      expect(parseReceiptNumber(typed)).toBeNull()
    }
    fc.assert(fc.property(fc.string(), (typed) => void parseReceiptNumber(typed)))
  })
})
