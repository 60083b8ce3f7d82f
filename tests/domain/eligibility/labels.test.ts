import { describe, expect, it } from 'vitest'
import type { Month } from '@/domain/calendar'
import {
  constraintLabels,
  constraintWordings,
  labelsOf,
  programmeLabels,
  programmeWordings,
} from '@/domain/eligibility/labels'
import { benefitLineTitle } from '@/i18n/benefit-words'
import { sourceIds } from '@/domain/rates/sources'

const month = (text: string) => text as Month

describe('what things are called in a month', () => {
  it.each([
    ['E-650 long before the Act of 2024', '2016-01', 'employment', 'confirmed'],
    ['E-651 the month after the Act was passed', '2024-12', 'employment', 'confirmed'],
    ['E-652 the month before the new words were seen', '2026-07', 'employment', 'confirmed'],
    ['E-653 the month they were seen', '2026-08', 'health', 'uncertain'],
    ['E-654 long after', '2031-01', 'health', 'uncertain'],
    ['E-655 before the first entry, its words', '2015-12', 'employment', 'confirmed'],
  ])('%s', (_name, asked, constraints, confidence) => {
    expect(labelsOf(month(asked))).toEqual({ constraints, programmes: 'two', confidence })
  })

  it('E-656 the wording of one programme is written, and waits for its date', () => {
    expect(programmeLabels.find((one) => one.value === 'one')?.from).toBeNull()
    expect(constraintLabels.map((one) => one.value).sort()).toEqual([...constraintWordings].sort())
    expect(programmeLabels.map((one) => one.value).sort()).toEqual([...programmeWordings].sort())
  })

  it.each([
    ['E-657', constraintLabels],
    ['E-658', programmeLabels],
  ] as const)('%s newest first, undated before all, sourced', (_name, table) => {
    const dates = table.map((one) => one.from ?? '9999-12')
    expect(dates).toEqual([...new Set(dates)].sort().reverse())
    for (const { source } of table) expect(sourceIds).toContain(source)
  })
})

describe('the line of the temporary allowance', () => {
  it.each([
    [
      'E-645 before',
      '2026-07',
      'Allocation pour contraintes temporaires',
      'Temporarily limited capacity allowance',
    ],
    ['E-646 after', '2026-08', 'Allocation pour contraintes de santé', 'Health constraint allowance'],
  ])('%s', (_name, asked, fr, en) => {
    const labels = labelsOf(month(asked))
    expect(benefitLineTitle('temporaryAllowance', labels, 'fr')).toBe(fr)
    expect(benefitLineTitle('temporaryAllowance', labels, 'en')).toBe(en)
    expect(benefitLineTitle('basicBenefit', labels, 'en')).toBe('Basic benefit')
  })
})
