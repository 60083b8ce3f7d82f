import { expect, test } from 'vitest'
import {
  amountTables,
  amountsIn,
  amountsOf,
  type AmountName,
  type AmountTables,
} from '@/domain/benefit/amounts'
import { computeBenefit } from '@/domain/benefit/compute'
import {
  amountGroups,
  changesAfter,
  datedAmounts,
  raisedAmounts,
  unitOf,
} from '@/domain/benefit/dated-amounts'
import { bands, previewPolicy } from '@/domain/benefit/policy-preview'
import type { RateEntry } from '@/domain/rates/table'
import { adult, child, income, job, month, situation } from './build'

/*
 * A policy to come, and what it would change. Numbered cases, before the code:
 *   PP-01 every amount of a payment is in one group, and only one
 *   PP-02 the amounts in force and those to come, each with its source and first month; the months that change
 *   PP-03 the same households with other amounts: how many rise, fall and stay, and the two sums, to the cent
 *   PP-04 the policy alone counts: the amounts of today change nobody, whatever the household
 *   PP-05 fewer than ten households of a kind are counted, and their amounts are not told
 *   PP-06 a trial raises what went up last January, to the dollar, and leaves the rest; zero changes nothing
 *   PP-07 a month without amounts, or a programme that has none, is told apart
 *   PP-08 the bands leave no gap and do not overlap
 */
const now = month('2026-11')
const entry = (from: RateEntry['from'], value: number): RateEntry => ({
  ...{ from, value, source: 'lapf48', confidence: 'confirmed' },
})
/** The tables with one more entry for January 2027. */
const withNext = (name: AmountName, value: number): AmountTables => ({
  ...amountTables,
  [name]: [entry('2027-01', value), ...amountTables[name]],
})
const lone = () => situation()
const couple = () => situation({ adults: [adult(), adult('none', '1991-02-01', 'b')] })

test('PP-01 every amount is in one group', () => {
  const grouped = Object.values(amountGroups).flat()
  expect([...grouped].sort()).toEqual(Object.keys(amountTables).sort())
})

test('PP-02 the amounts in force, and those to come', () => {
  const tables = withNext('assistanceOneAdult', 820_00)
  expect(changesAfter(now, tables)).toEqual(['2027-01'])
  expect(changesAfter(month('2027-01'), tables)).toEqual([])
  const [shown] = datedAmounts(['assistanceOneAdult'], now, tables)
  expect(shown).toMatchObject({
    inForce: { from: '2026-01', value: 800_00, source: 'argentQc2026' },
    toCome: [{ from: '2027-01', value: 820_00, source: 'lapf48' }],
  })
  // The tables of today know of no year to come; when they do, this list says which.
  expect(changesAfter(month('2025-06'))).toContain('2026-01')
  expect(datedAmounts(['basicIncome'], month('2020-01'))[0]!.inForce).toBeNull()
})

test('PP-03 how many change, and by how much', () => {
  const next = amountsIn(withNext('assistanceOneAdult', 820_00), month('2027-01'))!
  const households = [...Array.from({ length: 12 }, lone), ...Array.from({ length: 10 }, couple)]
  const preview = previewPolicy(households, next)
  expect(preview).toMatchObject({ households: 22, unknown: 0, more: 12, less: 0 })
  expect(preview.afterCents - preview.beforeCents).toBe(12 * 20_00)
  expect(preview.bands.find(({ name }) => name === 'more')).toEqual({ name: 'more', households: 12 })
  expect(preview.bands.find(({ name }) => name === 'same')).toEqual({ name: 'same', households: 10 })
  expect(preview.kinds[0]).toEqual({
    ...{ kind: 'alone', households: 12, told: { changed: 12, averageCents: 20_00 } },
  })
  expect(preview.kinds[2]).toEqual({
    ...{ kind: 'couple', households: 10, told: { changed: 0, averageCents: 0 } },
  })
  const lower = amountsIn(withNext('assistanceOneAdult', 700_00), month('2027-01'))!
  expect(previewPolicy([lone()], lower)).toMatchObject({ more: 0, less: 1 })
})

test('PP-04 the policy alone counts', () => {
  const households = [
    lone(),
    couple(),
    situation({ children: [child('2010-12-31')], programme: 'socialSolidarity' }),
    situation({ adults: [adult('temporary', '1968-12-15')] }),
    situation({ income: income({ work: [job(350_00)] }) }),
  ]
  expect(previewPolicy(households, amountsOf(now)!)).toMatchObject({ more: 0, less: 0, households: 5 })
  // Nobody turned 58 or 12 in between: the month stays, only the amounts are of another.
  const [last] = households.slice(3)
  const next = amountsIn(amountTables, month('2027-01'))!
  expect(computeBenefit(last!, next)).toMatchObject({ month: now })
  expect(previewPolicy(households, next)).toMatchObject({ more: 0, less: 0 })
})

test('PP-05 a few are counted, and their amounts are not told', () => {
  const next = amountsIn(withNext('assistanceOneAdult', 820_00), month('2027-01'))!
  expect(previewPolicy(Array.from({ length: 9 }, lone), next).kinds[0]).toEqual({
    ...{ kind: 'alone', households: 9, told: null },
  })
  expect(previewPolicy(Array.from({ length: 10 }, lone), next).kinds[0]!.told).not.toBeNull()
})

test('PP-06 a trial raises what went up last January', () => {
  const raised = raisedAmounts(now, 205)!
  const today = amountsOf(now)!
  expect(raised.assistanceOneAdult.value).toBe(816_00)
  expect(raised.assistanceTwoAdults.value).toBe(1_263_00)
  expect(raised.singleAdult).toEqual(today.singleAdult)
  expect(raised.withholdingCap).toEqual(today.withholdingCap)
  expect(raised.temporaryFromAge).toEqual(today.temporaryFromAge)
  for (const name of Object.keys(amountTables) as AmountName[]) {
    if (unitOf(name) !== 'cents') expect(raised[name]).toEqual(today[name])
    expect(raised[name]?.value ?? 0).toBeGreaterThanOrEqual(today[name]?.value ?? 0)
  }
  expect(previewPolicy([lone(), couple()], raised)).toMatchObject({ more: 2 })
  expect(previewPolicy([lone(), couple()], raisedAmounts(now, 0)!)).toMatchObject({ more: 0, less: 0 })
})

test('PP-07 what has no amount is told apart', () => {
  const early = situation({ month: month('2012-01') })
  expect(previewPolicy([early, lone()], amountsOf(now)!)).toMatchObject({ households: 1, unknown: 1 })
  expect(amountsIn(amountTables, month('2012-01'))).toBeNull()
})

test('PP-08 the bands leave no gap', () => {
  expect(bands[0].from).toBe(-Infinity)
  expect(bands.at(-1)!.until).toBe(Infinity)
  bands.slice(1).forEach(({ from }, place) => expect(from).toBe(bands[place]!.until))
})
