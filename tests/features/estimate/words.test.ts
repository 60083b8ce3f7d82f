import { describe, expect, it } from 'vitest'
import type { Line } from '@/domain/benefit/line'
import { questionCodes, reasonCodes } from '@/domain/eligibility/codes'
import { labelsOf } from '@/domain/eligibility/labels'
import { estimate } from '@/domain/estimate/estimate'
import { answerOf } from '@/features/estimate/answer'
import { caseSchema } from '@/features/estimate/schema'
import { writeLine, writeQuestions, writeReasons } from '@/features/estimate/words'
import { benefitLineTitle, benefitLineValues } from '@/i18n/benefit-words'
import { textsOf } from '@/i18n/texts'
import { variety } from '../../bench/households'
import type { Both } from './ask'

/*
 * Numbered cases, before the code:
 *   EW-01 a line put together from its pattern says what its messages say, with its own amounts
 *   EW-02 every reason and every question has its sentences
 *   EW-03 a line is called as in its month
 */
function written(write: (pieces: string[]) => void): string {
  const pieces: string[] = []
  write(pieces)
  return pieces.join('')
}

describe('the sentences of an answer', () => {
  it('EW-01 are those of the messages', () => {
    const seen = new Set<string>()
    for (const household of variety(5_000, 15)) {
      const { benefit, month } = estimate(household)
      const labels = labelsOf(month)
      for (const line of benefit?.computed ? benefit.lines : []) {
        const { code, cents, source, confidence, rule, detail } = line
        seen.add(code)
        const said = JSON.parse(written((pieces) => writeLine(pieces, line, labels))) as Line & {
          title: Both
          text: Both
        }
        expect(said).toMatchObject({ code, cents, source, confidence, rule })
        for (const locale of ['fr', 'en'] as const) {
          const t = textsOf(locale, 'benefit.line') as unknown as (key: string, values?: object) => string
          expect(said.title[locale]).toBe(benefitLineTitle(code, labels, locale))
          expect(said.text[locale]).toBe(t(`${code}.why`, benefitLineValues(detail, locale)))
        }
      }
    }
    expect(seen.size).toBeGreaterThan(20)
  })

  it('EW-02 are there for every code', () => {
    const reasons = reasonCodes.map((code) => ({ code, source: 'lapf48', confidence: 'confirmed' }) as const)
    const questions = questionCodes.map((code) => ({ code, source: 'lapf48' }) as const)
    const said = [
      written((pieces) => writeReasons(pieces, reasons)),
      written((pieces) => writeQuestions(pieces, questions)),
    ].flatMap((json) => JSON.parse(json) as { code: string; text: Both }[])
    expect(said.map((one) => one.code)).toEqual([...reasonCodes, ...questionCodes])
    for (const { text } of said) {
      expect(text.fr).toMatch(/\s/)
      expect(text.en).toMatch(/\s/)
      expect(`${text.fr}${text.en}`).not.toMatch(/eligibility\.|[{}]/)
    }
  })

  it('EW-03 call the temporary allowance by the words of its month', () => {
    const title = (month: string) => {
      const asked = { month, adults: [{ age: 40, constraint: 'temporary' }] }
      return JSON.parse(answerOf(caseSchema.parse(asked))) as {
        benefit: { lines: { code: string; title: Both }[] }
      }
    }
    const allowance = (month: string) =>
      title(month).benefit.lines.find((line) => line.code === 'temporaryAllowance')!.title
    expect(allowance('2025-06').en).toBe('Temporarily limited capacity allowance')
    expect(allowance('2026-11').fr).toBe('Allocation pour contraintes de santé')
  })
})
