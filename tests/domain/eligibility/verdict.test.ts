import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionCodes, reasonCodes } from '@/domain/eligibility/codes'
import { both, met, missing, notMet, reserve } from '@/domain/eligibility/verdict'

const verdicts = fc.oneof(
  fc.constant(met),
  fc.constantFrom(...reasonCodes).map((code) => notMet(code)),
  fc.constantFrom(...reasonCodes).map((code) => reserve(code)),
  fc.constantFrom(...questionCodes).map(missing),
)

describe('two verdicts as one', () => {
  it('E-690 a refusal outweighs a question, a question outweighs a reserve', () => {
    const [refused, asked, kept] = [notMet('inCustody'), missing('status'), reserve('spouseIsStudent')]
    expect(both(refused, both(asked, kept))).toEqual(refused)
    expect(both(asked, kept)).toEqual({ is: 'missing', reasons: kept.reasons, questions: asked.questions })
    expect(both(kept, met)).toBe(kept)
  })

  it('E-691 the order makes no difference, nor does saying it twice', () => {
    fc.assert(
      fc.property(verdicts, verdicts, verdicts, (one, two, three) => {
        expect(both(one, two)).toEqual(both(two, one))
        expect(both(both(one, two), three)).toEqual(both(one, both(two, three)))
        expect(both(one, one)).toEqual(one)
      }),
    )
  })
})
