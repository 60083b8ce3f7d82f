import { describe, expect, it } from 'vitest'
import type { Line } from '@/domain/benefit/line'
import type { Month } from '@/domain/calendar'
import { questionCodes, reasonCodes } from '@/domain/eligibility/codes'
import { estimate } from '@/domain/estimate/estimate'
import { benefitLineValues } from '@/i18n/benefit-words'
import { textsOf } from '@/i18n/texts'
import { lineTitle, lineWords, questionWords, reasonWords } from '@/features/estimate/words'
import { variety } from '../../bench/households'

/*
 * Numbered cases, before the code:
 *   EW-01 a sentence put together from its pattern is the one its message gives
 *   EW-02 every reason and every question has its sentences
 *   EW-03 a line is called as in its month
 */
describe('the sentences of an answer', () => {
  it('EW-01 are those of the messages', () => {
    const seen = new Set<string>()
    for (const household of variety(5_000, 15)) {
      const { benefit } = estimate(household)
      for (const line of benefit?.computed ? benefit.lines : []) {
        seen.add(line.code)
        const said = lineWords(line)
        for (const locale of ['fr', 'en'] as const) {
          const t = textsOf(locale, 'benefit.line') as unknown as (key: string, values: object) => string
          expect(said[locale]).toBe(t(`${line.code}.why`, benefitLineValues(line.detail, locale)))
        }
      }
    }
    expect(seen.size).toBeGreaterThan(8)
  })

  it('EW-02 are there for every code', () => {
    const said = [
      ...reasonCodes.map((code) => reasonWords({ code, source: 'lapf48', confidence: 'confirmed' })),
      ...questionCodes.map((code) => questionWords({ code, source: 'lapf48' })),
    ]
    for (const { fr, en } of said) {
      expect(fr).toMatch(/\s/)
      expect(en).toMatch(/\s/)
      expect(`${fr}${en}`).not.toMatch(/eligibility\.|[{}]/)
    }
  })

  it('EW-03 call the temporary allowance by the words of its month', () => {
    const line = { code: 'temporaryAllowance' } as Line
    expect(lineTitle(line, '2025-06' as Month).en).toBe('Temporarily limited capacity allowance')
    expect(lineTitle(line, '2026-11' as Month).fr).toBe('Allocation pour contraintes de santé')
    expect(lineTitle({ code: 'basicBenefit' } as Line, '2026-11' as Month).en).toBe('Basic benefit')
  })
})
