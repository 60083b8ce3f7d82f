import { describe, expect, it } from 'vitest'
import { month } from '@/domain/calendar'
import { obligationFor } from '@/domain/statement/obligation'
import type { FilingSituation } from '@/domain/statement/obligation'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import type { FilingTermName } from '@/domain/statement/policy'

const policy = policyFor(month('2026-11'), defaultPolicies)
const household = (more: Partial<FilingSituation> = {}): FilingSituation => ({
  programme: 'socialAssistance',
  constraints: ['none'],
  fluctuatingIncome: false,
  ...more,
})

describe('who files', () => {
  it.each([
    ['O-01', 'socialAssistance', 'always'],
    ['O-02', 'socialSolidarity', 'whenChanged'],
    ['O-03', 'basicIncome', 'whenChanged'],
  ] as const)('%s: %s files %s by default', (_number, programme, files) => {
    const obligation = obligationFor(household({ programme }), policy, null)
    expect(obligation.files).toBe(files)
    expect(obligation.why).toEqual({ code: 'policy', ...policy.sources.whoFiles })
  })

  it('O-04 by default income that fluctuates adds no duty outside Social Assistance', () => {
    const solidarity = household({ programme: 'socialSolidarity', fluctuatingIncome: true })
    expect(obligationFor(solidarity, policy, null).files).toBe('whenChanged')
  })

  it('O-05 an agent adds a duty, with a reason', () => {
    const decision = { files: 'always', reason: 'Irregular wages' } as const
    expect(obligationFor(household({ programme: 'socialSolidarity' }), policy, decision)).toEqual({
      files: 'always',
      why: { code: 'added', reason: 'Irregular wages' },
    })
  })

  it('O-06 an agent lifts a duty, with a reason', () => {
    const decision = { files: 'whenChanged', reason: 'Long stay in hospital' } as const
    expect(obligationFor(household(), policy, decision)).toEqual({
      files: 'whenChanged',
      why: { code: 'lifted', reason: 'Long stay in hospital' },
    })
  })

  it('O-07 a decision that says what the policy says leaves the policy as the reason', () => {
    const decision = { files: 'always', reason: 'By habit' } as const
    expect(obligationFor(household(), policy, decision).why.code).toBe('policy')
  })

  it('O-08 a policy may go by constraint and by income; the first line that fits decides', () => {
    const finer = {
      ...policy,
      whoFiles: [
        { constraint: 'severe', files: 'whenChanged' },
        { fluctuatingIncome: true, files: 'always' },
        { programme: 'socialAssistance', constraint: 'temporary', files: 'always' },
        { files: 'whenChanged' },
      ] as const,
    }
    const files = (more: Partial<FilingSituation>) => obligationFor(household(more), finer, null).files
    expect(files({ constraints: ['none', 'severe'], fluctuatingIncome: true })).toBe('whenChanged')
    expect(files({ constraints: ['none'], fluctuatingIncome: true })).toBe('always')
    expect(files({ constraints: ['temporary', 'none'] })).toBe('always')
    expect(files({ constraints: ['temporary'], programme: 'basicIncome' })).toBe('whenChanged')
    expect(files({ constraints: ['none'] })).toBe('whenChanged')
  })

  it('O-09 a policy silent on a programme is a defect, said loudly', () => {
    expect(() => obligationFor(household(), { ...policy, whoFiles: [] }, null)).toThrow(RangeError)
  })
})

describe('the policy in force', () => {
  it('O-20 the newest row at or before the month, whatever the order', () => {
    const rows = [...defaultPolicies, { ...policy, from: month('2027-01'), dueDay: 20 }]
    for (const policies of [rows, [...rows].reverse()]) {
      expect(policyFor(month('2026-12'), policies).dueDay).toBe(15)
      expect(policyFor(month('2027-01'), policies).dueDay).toBe(20)
      expect(policyFor(month('2018-03'), policies).from).toBe('2016-01')
      expect(policyFor(month('2018-04'), policies).from).toBe('2018-04')
    }
  })

  it('O-21 before the first row nothing is known', () => {
    expect(() => policyFor(month('2015-12'), defaultPolicies)).toThrow(RangeError)
  })

  it('O-22 each default row is newest first and gives a source for every term', () => {
    const names: FilingTermName[] = [
      'whoFiles',
      'opening',
      'dueDay',
      'dueDayShift',
      'closing',
      'paymentCutOff',
      'notice',
    ]
    expect(defaultPolicies.map((row) => row.from)).toEqual(['2018-04', '2016-01'])
    for (const row of defaultPolicies) {
      for (const name of names) expect(row.sources[name].source.length).toBeGreaterThan(10)
      expect(row.sources.dueDay.confidence).toBe('uncertain')
    }
  })
})
