import { describe, expect, test } from 'vitest'
import { makeDecisionNumber, parseDecisionNumber } from '@/domain/decision/number'
import { outcomes, outcomesOf } from '@/domain/decision/outcomes'
import { parseReceiptNumber } from '@/domain/statement/receipt-number'
import { decisionReasonCodes, isReason, reasonProblems, reasons, reasonsFor } from '@/domain/decision/reasons'
import { taskKinds } from '@/domain/decision/task'
import type { Month } from '@/domain/calendar'

describe('the reasons of a decision', () => {
  test('DR-01 every outcome a task may have, has a reason; what cannot be decided has none', () => {
    for (const kind of taskKinds) {
      for (const outcome of outcomes) {
        const possible = outcomesOf[kind].includes(outcome)
        expect(reasonsFor(kind, outcome).length > 0, `${kind} ${outcome}`).toBe(possible)
      }
    }
  })

  test('DR-02 every reason serves at least one decision, and rests on an article', () => {
    for (const code of decisionReasonCodes) {
      const { kinds, outcomes: of, article, needs, mayHave } = reasons[code]
      expect(
        kinds.some((kind) => of.some((outcome) => reasonsFor(kind, outcome).includes(code))),
        code,
      ).toBe(true)
      expect(article.number, code).toMatch(/^\d+(\.\d+)?$/)
      expect(needs.filter((fact) => mayHave.includes(fact))).toEqual([])
    }
    expect(isReason('toString')).toBe(false)
  })

  test('DR-03 nothing is decided without a reason, with a foreign one, or one that lacks what it says', () => {
    expect(reasonProblems('statement', 'accepted', [])).toEqual([{ problem: 'noReason' }])
    expect(reasonProblems('statement', 'accepted', [{ code: 'inCustody' }])).toEqual([
      { problem: 'notForThis', code: 'inCustody' },
    ])
    expect(reasonProblems('document', 'accepted', [{ code: 'agreesWithFile' }])).toHaveLength(1)
    expect(
      reasonProblems('statement', 'partlyAccepted', [
        { code: 'agreesWithFile' },
        { code: 'incomeCounted', facts: { amountCents: 0 } },
      ]),
    ).toEqual([{ problem: 'factMissing', code: 'incomeCounted', fact: 'month' }])
    expect(
      reasonProblems('statement', 'accepted', [
        { code: 'incomeCounted', facts: { amountCents: 0, month: '2026-10' } },
      ]),
    ).toEqual([])
  })

  test('DR-04 the number of a decision reads back, and is never taken for a receipt', () => {
    const number = makeDecisionNumber('2026-11' as Month, Uint8Array.of(9, 8, 7, 6, 5, 4, 3))
    expect(number).toMatch(/^D-2611-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]$/)
    expect(parseDecisionNumber(number.toLowerCase().replaceAll('-', ' '))).toBe(number)
    expect(parseReceiptNumber(number)).toBeNull()
    expect(parseDecisionNumber(number.replace('D', 'Q'))).toBeNull()
  })
})
