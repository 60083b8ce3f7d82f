import { describe, expect, it } from 'vitest'
import { casesOf } from '../../entitlements/cases'
import { judge } from '../../entitlements/judge'
import { check, publishedFigures } from '../../entitlements/published'
import sample from '../../entitlements/sample.json'

/*
 * Calculators nobody here wrote, against this one. A difference is explained by doing what the calculator does where it
 * is known to leave the Regulation (`tests/entitlements/judge.ts`): never by a figure written down.
 */
const cases = casesOf(sample as Parameters<typeof casesOf>[0])
const verdicts = cases.map(judge)

describe('the entitlement sample', () => {
  it('B-400 holds 80 cases, 11 of them suspect', () => {
    expect(cases).toHaveLength(80)
    expect(cases.filter((one) => one.comparability === 'suspect')).toHaveLength(11)
  })

  it.each(verdicts.map((verdict) => [verdict.one.id, verdict] as const))(
    'B-401 %s agrees to the cent, or a suspect departure of the calculator gives its figure',
    (_id, { one, outcome, cents }) => {
      expect({ outcome, cents }).not.toMatchObject({ outcome: 'unexplained' })
      if (one.comparability !== 'suspect') expect(outcome).toBe('equal')
    },
  )

  it('B-402 explains each difference by what was expected to differ', () => {
    const explained = verdicts.filter(({ outcome }) => outcome === 'explained')
    expect(
      Object.fromEntries(explained.map(({ one, cents, because }) => [one.id, [cents, ...because]])),
    ).toEqual({
      'srd-sample-0035': [-60_00, 'EXEMPTION_APPLIED_TO_OTHER_INCOME'],
      'srd-sample-0043': [-300_00, 'EXEMPTION_APPLIED_TO_OTHER_INCOME'],
      'srd-sample-0051': [-60_00, 'EXEMPTION_APPLIED_TO_OTHER_INCOME'],
      'mfq-sample-2023-001': [8_58, 'NO_ART73_CHILD_12_17'],
      'mfq-sample-2023-002': [8_58, 'NO_ART73_CHILD_12_17'],
      'mfq-sample-2023-005': [8_57, 'NO_ART73_CHILD_12_17'],
      'mfq-sample-2024-001': [8_58, 'NO_ART73_CHILD_12_17'],
      'mfq-sample-2025-005': [8_58, 'NO_ART73_CHILD_12_17'],
      'mfq-sample-2025-002': [50_00, 'NO_APS_AT_50_PLUS'],
      'mfq-sample-2026-001': [50_00, 'NO_APS_AT_50_PLUS'],
    })
  })

  it('B-403 does not explain a wrong figure away', () => {
    const suspect = cases.find((one) => one.id === 'srd-sample-0043')!
    const wrong = {
      ...suspect,
      expected: { ...suspect.expected, monthlyCents: suspect.expected.monthlyCents + 2 },
    }
    expect(judge(wrong).outcome).toBe('unexplained')
  })
})

describe('published figures', () => {
  it.each(publishedFigures.map((one) => [one.what, one] as const))('B-410 %s', (_what, one) => {
    expect(check(one).ours).toBe(one.monthlyCents)
  })
})
