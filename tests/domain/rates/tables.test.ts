import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addMonths } from '@/domain/calendar'
import type { Month } from '@/domain/calendar'
import { grounds, questionSources } from '@/domain/eligibility/reasons'
import {
  confidences,
  isProvisional,
  lastVerifiedMonth,
  leastSure,
  NoRateForMonth,
  rateFor,
} from '@/domain/rates/table'
import type { RateTable } from '@/domain/rates/table'
import { sourceIds } from '@/domain/rates/sources'
import { basicOneAdultCents } from '@/domain/rates/social-assistance'

const month = (text: string) => text as Month

/** Every table on disk, so that a new file cannot be forgotten. */
async function allTables(): Promise<readonly (readonly [string, RateTable])[]> {
  const folder = new URL('../../../src/domain/rates/', import.meta.url)
  const files = readdirSync(folder).filter((file) => !['table.ts', 'sources.ts'].includes(file))
  const modules = await Promise.all(
    files.map(async (file): Promise<[string, Record<string, RateTable>]> => [
      file,
      await import(new URL(file, folder).href),
    ]),
  )
  return modules.flatMap(([file, tables]) =>
    Object.entries(tables).map(([name, table]) => [`${file} ${name}`, table] as const),
  )
}

const tables = await allTables()

describe('the tables of amounts', () => {
  it('R-01 are found on disk', () => {
    expect(tables.length).toBeGreaterThan(25)
  })

  it.each(tables)('R-02 %s: newest first, no month twice, sourced, whole numbers', (name, table) => {
    expect(Array.isArray(table)).toBe(true)
    expect(table.length).toBeGreaterThan(0)
    const months = table.map((entry) => entry.from)
    expect(months).toEqual([...new Set(months)].sort().reverse())
    for (const entry of table) {
      expect(entry.from).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/)
      expect(Number.isSafeInteger(entry.value)).toBe(true)
      expect(entry.value).toBeGreaterThanOrEqual(0)
      expect(sourceIds).toContain(entry.source)
      expect(confidences).toContain(entry.confidence)
    }
    expect(name).toMatch(/(Cents|BasisPoints|Days|Weeks|Months|Years|Children)$/)
  })

  it.each(tables)('R-03 %s: an amount read nowhere is never called confirmed', (_name, table) => {
    const unread = [
      'indexedAlike',
      'lastKnown',
      'firstKnown',
      'generalKnowledge',
      'act2024',
      'totalsCompared',
    ]
    for (const entry of table) {
      if (unread.includes(entry.source)) expect(entry.confidence).not.toBe('confirmed')
    }
  })

  /** Tables that begin after 2016-01: what they are of had not begun, or nothing was found before. */
  const beginLater = /^(basic-income|social-solidarity)\.ts|(basicIncome|participation|basicSpouseOfStudent)/
  it.each(tables)('R-05 %s: no month without an amount since the first', (name, table) => {
    if (!beginLater.test(name)) expect(table.at(-1)?.from).toBe('2016-01')
  })

  /*
   * Amounts indexed every January 1: one entry each year, or an entry that says why there is none. A gap would pass an
   * old amount off as that of the year.
   */
  const indexed = tables.filter(([name]) =>
    /^social-(assistance|solidarity)\.ts (basic|temporary(One|Two)|total)|^basic-income\.ts .*(basic|single|Child)/.test(
      name,
    ),
  )
  it.each(indexed)('R-06 %s: an entry every January, or the last one known', (_name, table) => {
    for (let year = Number(table.at(-1)?.from.slice(0, 4)); year <= 2026; year += 1) {
      const entry = rateFor(table, month(`${year}-01`))
      expect(entry.from === `${year}-01` || entry.source === 'lastKnown').toBe(true)
    }
  })
  it.each(tables)('R-08 %s: the month before each change has the old amount', (_name, table) => {
    for (const [index, entry] of table.entries()) {
      const older = table[index + 1]
      if (older) expect(rateFor(table, addMonths(month(entry.from), -1)).value).toBe(older.value)
      expect(rateFor(table, month(entry.from))).toMatchObject({ value: entry.value, from: entry.from })
    }
  })
  it('R-07 there are such tables', () => {
    expect(indexed.length).toBeGreaterThan(10)
  })

  it('R-04 every source is used by a table or a rule', () => {
    const used = new Set(tables.flatMap(([, table]) => table.map((entry) => entry.source)))
    const ofRules = [
      'lapf48',
      'lapf63',
      'rapf177_29',
      'adel42623',
      'adel44523',
      'adel226267',
      'generalKnowledge',
      'parallelRegime',
    ]
    const ofEligibility = [
      ...Object.values(grounds).map((one) => one.source),
      ...Object.values(questionSources),
    ]
    const known = new Set<string>([...used, ...ofRules, ...ofEligibility])
    expect(sourceIds.filter((id) => !known.has(id))).toEqual([])
  })
})

describe('the rate of a month', () => {
  it.each([
    ['R-10 the first month of a year has its new amount', '2026-01', 800_00],
    ['R-11 the month before still has the old one', '2025-12', 784_00],
    ['R-12 the first month of the table', '2016-01', 623_00],
    ['R-13 long after, the last known stays', '2031-07', 800_00],
  ])('%s', (_name, asked, value) => {
    expect(rateFor(basicOneAdultCents, month(asked)).value).toBe(value)
  })

  it('R-14 before the table begins is an error with a name', () => {
    const ask = () => rateFor(basicOneAdultCents, month('2015-12'))
    expect(ask).toThrow(NoRateForMonth)
    expect(ask).toThrow('No amount is known for 2015-12; the table begins in 2016-01')
    expect(() => rateFor([], month('2026-01'))).toThrow(NoRateForMonth)
  })

  it('R-15 is provisional only past the last verified month', () => {
    expect(isProvisional(lastVerifiedMonth)).toBe(false)
    expect(rateFor(basicOneAdultCents, lastVerifiedMonth).provisional).toBe(false)
    expect(rateFor(basicOneAdultCents, month('2027-01')).provisional).toBe(true)
  })

  it('R-16 the least sure of several marks wins', () => {
    expect(leastSure([])).toBe('confirmed')
    expect(leastSure(['confirmed', 'secondary'])).toBe('secondary')
    expect(leastSure(['uncertain', 'confirmed', 'secondary'])).toBe('uncertain')
  })
})
