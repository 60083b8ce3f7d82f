import { expect, test } from 'vitest'
import { month } from '@/domain/calendar'
import { previewFilers, ruleOf, type FilerGroup } from '@/domain/statement/filers-preview'
import type { FilingSituation } from '@/domain/statement/obligation'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'

/*
 * Another rule of who files, tried on households. Numbered cases:
 *   PF-01 the rule in force changes nothing
 *   PF-02 a programme more, a programme less: who would be asked, who would be spared, by programme
 *   PF-03 whoever's income varies files, whatever the programme
 */
const of = month('2026-10')
const policy = policyFor(of, defaultPolicies)
const household = (programme: FilingSituation['programme'], fluctuatingIncome = false): FilingSituation => ({
  ...{ programme, fluctuatingIncome, constraints: ['none'] },
})
const households = [
  ...[household('socialAssistance'), household('socialAssistance', true)],
  ...[household('socialSolidarity'), household('socialSolidarity', true), household('socialSolidarity')],
  household('basicIncome'),
]
const tried = (...groups: FilerGroup[]) =>
  previewFilers(of, households, policy, { ...policy, whoFiles: ruleOf(groups) })

test('PF-01 the rule in force changes nothing', () => {
  expect(tried('socialAssistance')).toMatchObject({ households: 6, before: 2, after: 2, asked: 0, spared: 0 })
})

test('PF-02 a programme more, a programme less', () => {
  expect(tried('socialSolidarity', 'basicIncome')).toEqual({
    ...{ month: of, households: 6, before: 2, after: 4, asked: 4, spared: 2 },
    programmes: [
      { programme: 'socialAssistance', households: 2, before: 2, after: 0 },
      { programme: 'socialSolidarity', households: 3, before: 0, after: 3 },
      { programme: 'basicIncome', households: 1, before: 0, after: 1 },
    ],
  })
  expect(tried()).toMatchObject({ after: 0, spared: 2 })
})

test('PF-03 whoever’s income varies', () => {
  expect(tried('fluctuatingIncome')).toMatchObject({ after: 2, asked: 1, spared: 1 })
  expect(tried('socialAssistance', 'fluctuatingIncome')).toMatchObject({ after: 3, asked: 1, spared: 0 })
})
