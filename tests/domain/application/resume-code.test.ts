import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  makeResumeCode,
  parseResumeCode,
  problemOfWord,
  resumeCodeBytes,
  showResumeCode,
  wordOf,
} from '@/domain/application/resume-code'

/*
 * Numbered cases:
 *   RC-01 a code is ten characters nobody takes for others, shown in two groups, read back however it is copied
 *   RC-02 what is not a code is none
 *   RC-03 a word is compared without capitals, accents' forms and outer spaces; a date however it is spaced
 *   RC-04 a word has four to sixty characters
 */
const bytes = fc.uint8Array({ minLength: resumeCodeBytes, maxLength: resumeCodeBytes })

describe('the code one comes back with', () => {
  it('RC-01 is read back however it is copied', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = makeResumeCode(random)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
        expect(showResumeCode(code)).toBe(`${code.slice(0, 5)}-${code.slice(5)}`)
        for (const copied of [
          showResumeCode(code),
          code.toLowerCase(),
          ` ${code.slice(0, 3)} ${code.slice(3)} `,
          code.replaceAll('0', 'o').replaceAll('1', 'l'),
          code.replaceAll('1', 'I').replace(/(.{5})/, '$1–'),
        ])
          expect(parseResumeCode(copied)).toBe(code)
      }),
    )
    expect(() => makeResumeCode(new Uint8Array(6))).toThrow(RangeError)
    expect(makeResumeCode(new Uint8Array(7).fill(255))).toBe('ZZZZZZZZZZ')
  })

  it.each(['', 'K7Q2M9X4T', 'K7Q2M9X4TR5', 'K7Q2M9X4TU', 'K7Q2M9X4T_', '١٢٣٤٥٦٧٨٩٠', '__proto__'])(
    'RC-02 %s is no code',
    (typed) => {
      expect(parseResumeCode(typed)).toBeNull()
    },
  )
})

describe('the word of one’s own', () => {
  it.each([
    ['Corneille', 'corneille'],
    ['  le   Chat gris ', 'le chat gris'],
    ['e\u0301te\u0301', 'été'],
    ['ＣＨＡＴ', 'chat'],
    ['1986-01-20', '19860120'],
    ['1986 01 20', '19860120'],
    ['1986/01/20', '19860120'],
    ['20 janvier 1986', '20 janvier 1986'],
    ['mot\nde passe', 'mot de passe'],
  ])('RC-03 %j is compared as %j', (typed, word) => {
    expect(wordOf(typed)).toBe(word)
    expect(wordOf(word)).toBe(word)
  })

  it('RC-04 has four to sixty characters', () => {
    expect(problemOfWord('')).toBe('short')
    expect(problemOfWord(' a b ')).toBe('short')
    expect(problemOfWord('12-3')).toBe('short')
    expect(problemOfWord('chat')).toBeNull()
    expect(problemOfWord('😀😀😀😀')).toBeNull()
    expect(problemOfWord('a'.repeat(60))).toBeNull()
    expect(problemOfWord('a'.repeat(61))).toBe('long')
  })
})
