import { expect, test } from 'vitest'
import {
  applicationItems,
  applicationParts,
  isApplicationItem,
  possibleCodes,
  progressOf,
  statementItems,
} from '@/domain/decision/items'
import { cents } from '@/domain/money'
import { nothingChanged } from '@/domain/statement/answers'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import type { AnswerDifference } from '@/domain/statement/differences'

/*
 * What there is to verify, item by item. Numbered cases:
 *   VI-01 each part of each ticked topic is an item of its own; nothing changed asks for none
 *   VI-02 what is gone, a topic with nothing in it, estimates made final and the reason of a delay are items too
 *   VI-03 a code says the same item whatever the statement is compared with
 *   VI-04 one unproved item leaves the others as they are
 *   VI-05 an application is verified part by part, then paper by paper, each once
 */
const job = (employer: string) => ({
  ...{ adultId: 'a', employer, grossCents: cents(50_000), netCents: cents(40_000) },
  ...{ certainty: 'final' as const, ended: null },
})
const answers: FiledAnswers = {
  ...nothingChanged,
  changed: ['work', 'otherIncome', 'other'],
  work: [job('A'), job('B')],
  other: 'Un mot',
  confirmed: [],
}
const codes = (of: FiledAnswers, differences: AnswerDifference[] = [], lateReason: string | null = null) =>
  statementItems({ answers: of, differences, lateReason }).map(({ code }) => code)

test('VI-01 each part that was told is an item', () => {
  expect(codes(answers)).toEqual(['work.0', 'work.1', 'otherIncome', 'other.0'])
  expect(codes({ ...nothingChanged, confirmed: [] })).toEqual([])
})

test('VI-02 what is gone, what was estimated and why it is late are items', () => {
  const gone: AnswerDifference = {
    topic: 'otherIncome',
    what: 'removed',
    before: {},
    after: null,
    fields: [],
  }
  const estimate = { topic: 'work' as const, adultId: 'a', name: 'A', estimatedCents: cents(1) }
  expect(
    codes({ ...answers, confirmed: [{ ...estimate, finalCents: cents(2) }] }, [gone], 'Hôpital'),
  ).toEqual([...['work.0', 'work.1', 'otherIncome.gone', 'other.0', 'confirmed', 'lateReason']])
})

test('VI-03 every code a statement may have is known without comparing it', () => {
  const gone: AnswerDifference = { topic: 'work', what: 'removed', before: {}, after: null, fields: [] }
  const possible = possibleCodes(answers, 'Hôpital')
  for (const differences of [[], [gone]])
    for (const code of codes(answers, differences, 'Hôpital')) expect(possible).toContain(code)
  expect(possible).not.toContain('work.2')
  expect(possible).not.toContain('move')
})

test('VI-04 one unproved item leaves the others as they are', () => {
  const items = statementItems({ answers, differences: [], lateReason: null })
  const said = [
    { item: 'work.0', outcome: 'unproved' as const },
    { item: 'work.1', outcome: 'verified' as const },
    { item: 'other.0', outcome: 'cleared' as const },
    { item: 'move.0', outcome: 'verified' as const },
  ]
  expect(progressOf(items, said)).toEqual({ verified: 1, unproved: 1, left: 2 })
})

test('VI-05 an application has its parts and its papers, each once', () => {
  const items = applicationItems(['wageProof.applicant.1', 'lease.household', 'lease.household'])
  expect(items.map(({ code }) => code)).toEqual([
    ...applicationParts.map((part) => `answers.${part}`),
    ...['document.lease.household', 'document.wageProof.applicant.1'],
  ])
  expect(items.every(({ code }) => isApplicationItem(code))).toBe(true)
  for (const odd of [
    'answers.secret',
    'document.',
    'document.<b>',
    'work.0',
    '',
    `document.${'a'.repeat(90)}`,
  ])
    expect(isApplicationItem(odd)).toBe(false)
})
