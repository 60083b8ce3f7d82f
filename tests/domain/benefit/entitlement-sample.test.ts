import { describe, expect, it } from 'vitest'
import { cents } from '@/domain/money'
import sample from './entitlement-sample.json'
import { adult, benefitOf, child, income, job, month, other } from './build'

/*
 * Two calculators nobody here wrote, against this one (provenance in the JSON). Facts they assume are given:
 * December, six months of assistance, an unsubsidised dwelling, net income constant. One cent a month is
 * allowed, because their net income and results are annual figures divided by twelve.
 */
type Case = {
  readonly id: string
  readonly year: number
  readonly ages: readonly number[]
  readonly constrained?: readonly boolean[]
  readonly children?: readonly number[]
  readonly net?: number
  readonly pension?: number
  readonly assets?: number
  readonly expected: number
  readonly class: string
}
const cases: readonly Case[] = sample.cases

/** Someone who has that age all through December of the year. */
const born = (year: number, age: number) => `${year - age}-01-01`

function ours(one: Case): number {
  return benefitOf({
    month: month(`${one.year}-12`),
    adults: one.ages.map((age, index) =>
      adult(one.constrained?.[index] ? 'temporary' : 'none', born(one.year, age), `adult-${index}`),
    ),
    children: (one.children ?? []).map((age) => child(born(one.year, age))),
    subsidisedDwelling: false,
    income: income({
      work: one.net === undefined ? [] : [job(one.net)],
      other: one.pension === undefined ? [] : [other('pension', one.pension)],
    }),
    liquidAssetsCents: cents(one.assets ?? 0),
  }).totalCents
}

/** Ours less theirs, in cents a month, for every suspect case that differs, and why we keep our figure. */
const pensionExclusion = 'srd takes the work exclusion off a pension; RAPF 114 is for work income only'
const children12 = 'mfq has no adjustment for a child aged 12 to 17 (RAPF 73)'
const after50 = 'mfq gives no single-adult adjustment from 50; RAPF 67.3 has no age'
const explained: Record<string, readonly [number, string]> = {
  'srd-0035': [-60_00, pensionExclusion],
  'srd-0043': [-300_00, pensionExclusion],
  'srd-0051': [-60_00, pensionExclusion],
  'mfq-2023-001': [8_58, children12],
  'mfq-2023-002': [8_58, children12],
  'mfq-2023-005': [8_58, children12],
  'mfq-2024-001': [8_58, children12],
  'mfq-2025-005': [8_58, children12],
  'mfq-2025-002': [50_00, after50],
  'mfq-2026-001': [50_00, after50],
}

const comparable = cases.filter((one) => one.class !== 'suspect')
const suspects = cases.filter((one) => one.class === 'suspect')

describe('the entitlement sample', () => {
  it('B-400 holds 80 cases, 11 of them suspect', () => {
    expect(cases).toHaveLength(80)
    expect(suspects).toHaveLength(11)
  })

  it.each(comparable.map((one) => [one.id, one] as const))('B-401 %s agrees to the cent', (_id, one) => {
    expect(Math.abs(ours(one) - one.expected)).toBeLessThanOrEqual(1)
  })

  it.each(suspects.map((one) => [one.id, one] as const))(
    'B-402 %s agrees, or differs as explained',
    (id, one) => {
      const [difference] = explained[id] ?? [0]
      expect(Math.abs(ours(one) - one.expected - difference)).toBeLessThanOrEqual(1)
    },
  )

  it('B-403 only suspect cases are explained away', () => {
    const known = suspects.map((one) => one.id)
    expect(Object.keys(explained).filter((id) => !known.includes(id))).toEqual([])
  })
})
