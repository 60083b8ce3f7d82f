import { describe, expect, test } from 'vitest'
import type { FilingFacts, SituationFacts } from '@/domain/benefit/of-household'
import type { Benefit } from '@/domain/benefit/line'
import { withAmount } from '@/domain/benefit/set-amount'
import { day, instant, month, type Instant } from '@/domain/calendar'
import { cents } from '@/domain/money'
import { isInSupplementary, itemOf, totalsAgree } from '@/domain/payment/item'
import { plannedPayment, type DecisionFacts, type PaymentFacts } from '@/domain/payment/planned'
import { moveOf, reporting } from '@/domain/payment/report'
import { defaultPolicies } from '@/domain/statement/policy'
import type { WorkIncome } from '@/domain/statement/answers'

/*
 * The payment of December 2026 of an adult alone, aided for a year, who files every month.
 *   PY-01 what was filed is what is paid, by the income of the month before
 *   PY-02 a missing statement changes nothing: the last facts go on, and it is marked; not where none was due
 *   PY-03 a statement that was refused is not counted, and is marked as missing; its earlier version is
 *   PY-04 an amount a person set is what is paid, until something is filed for that month
 *   PY-05 what was set and then refused is not paid
 *   PY-06 a hold is a decision of a person; resumed, or over, it holds no more; nor before its month
 *   PY-07 a review that changes a refusal counts what was refused; one that maintains it does not
 *   PY-08 the amount of an admission is paid in the months it planned
 *   PY-09 a withholding never takes more than half of the benefit
 *   PY-10 a supplementary run pays the difference, and never takes back
 *   PY-11 only what differs from earlier runs is in a supplementary run
 *   PY-12 the report counts who goes up, down, is new or stops, and why
 *   PY-13 countings agree to the household, the cent and the letter
 */
const paid = month('2026-12')
const filed = month('2026-11')

const base: SituationFacts = {
  ...{ fromMonth: month('2025-12'), programme: 'socialAssistance', livesWithParents: false },
  ...{ spouseOfStudent: false, subsidisedDwelling: false, fluctuatingIncome: false },
  ...{ onAssistanceSince: month('2025-12'), recoveryCents: 0 },
}
const job = (netCents: number): WorkIncome => ({
  ...{ adultId: 'a', employer: 'Marché', grossCents: cents(netCents), netCents: cents(netCents) },
  ...{ hours: null, payDates: null, ended: null, certainty: 'final' },
})
let filings = 0
function statement(
  netCents: number,
  more: Partial<FilingFacts & { id: string }> = {},
): FilingFacts & { id: string } {
  filings += 1
  const answers = {
    ...{ changed: ['work'], work: netCents > 0 ? [job(netCents)] : [], confirmed: [] },
    ...{ selfEmployment: [], otherIncome: [], assets: null },
  } as unknown as FilingFacts['answers']
  return {
    ...{ id: `f${filings}`, kind: 'statement', month: filed, version: 1, answers },
    receivedAt: instant('2026-11-10T15:00:00.000Z'),
    ...more,
  }
}
const facts = (more: Partial<PaymentFacts> = {}): PaymentFacts => ({
  people: [{ id: 'a', birthDate: day('1985-03-04'), role: 'adult', constraints: [] }],
  situations: [base],
  ...{ filings: [], decisions: [], admitted: null, duty: null },
  ...more,
})
const decision = (more: Partial<DecisionFacts>): DecisionFacts => ({
  ...{ id: 'd1', kind: 'statement', outcome: 'refused', filingId: null, reviewOf: null },
  ...{ decidedAt: at('2026-11-12'), leftAt: at('2026-11-12'), fromMonth: paid, benefits: [], onHold: false },
  ...more,
})
const at = (of: string): Instant => instant(`${of}T16:00:00.000Z`)
const plan = (of: PaymentFacts) => plannedPayment(of, paid, defaultPolicies)
const totalOf = ({ benefit }: ReturnType<typeof plan>) => (benefit.computed ? benefit.totalCents : null)
const full = totalOf(plan(facts()))!
const benefitOf = (of: PaymentFacts) => plan(of).benefit as Benefit

describe('what is planned', () => {
  test('PY-01 follows what was filed', () => {
    const planned = plan(facts({ filings: [statement(500_00)] }))
    expect(planned).toMatchObject({ state: 'paid', carriedForward: false, decisionId: null })
    expect(totalOf(planned)).toBeLessThan(full)
    expect(planned.filingId).not.toBeNull()
  })

  test('PY-02 carries the last facts forward', () => {
    const earlier = statement(500_00, { month: month('2026-10'), receivedAt: at('2026-10-10') })
    const planned = plan(facts({ filings: [earlier] }))
    expect(planned).toMatchObject({ state: 'paid', carriedForward: true, filingId: null })
    expect(totalOf(planned)).toBe(totalOf(plan(facts({ filings: [statement(500_00)] }))))
    const spared = { files: 'whenChanged', reason: 'Hospitalisation' } as const
    expect(plan(facts({ duty: spared })).carriedForward).toBe(false)
    const solidarity = [{ ...base, programme: 'socialSolidarity' as const }]
    expect(plan(facts({ situations: solidarity })).carriedForward).toBe(false)
    const began = [{ ...base, fromMonth: paid, onAssistanceSince: paid }]
    expect(plan(facts({ situations: began })).carriedForward).toBe(false)
  })

  test('PY-03 leaves out what was refused', () => {
    const first = statement(0)
    const second = statement(900_00, { version: 2 })
    const refused = decision({ filingId: second.id })
    expect(totalOf(plan(facts({ filings: [first, second] })))).toBeLessThan(full)
    const planned = plan(facts({ filings: [first, second], decisions: [refused] }))
    expect(planned).toMatchObject({ filingId: first.id, carriedForward: false })
    expect(totalOf(planned)).toBe(full)
    const alone = plan(facts({ filings: [second], decisions: [refused] }))
    expect(alone).toMatchObject({ filingId: null, carriedForward: true })
    expect(totalOf(alone)).toBe(full)
  })

  const counted = statement(500_00)
  const set = withAmount(benefitOf(facts({ filings: [counted] })), cents(700_00))
  const setBy = decision({ outcome: 'accepted', filingId: counted.id, benefits: [set] })

  test('PY-04 pays the amount a person set', () => {
    const planned = plan(facts({ filings: [counted], decisions: [setBy] }))
    expect(planned).toMatchObject({ state: 'paid', decisionId: 'd1' })
    expect(totalOf(planned)).toBe(700_00)
    const since = statement(600_00, { version: 2, receivedAt: at('2026-11-14') })
    expect(totalOf(plan(facts({ filings: [counted, since], decisions: [setBy] })))).not.toBe(700_00)
    expect(
      totalOf(plannedPayment(facts({ decisions: [setBy] }), month('2027-01'), defaultPolicies)),
    ).not.toBe(700_00)
  })

  test('PY-05 pays no amount that was refused afterwards', () => {
    // The decision that set it is replaced by the refusal: it is not given any more.
    const refused = decision({ id: 'd2', filingId: counted.id, leftAt: at('2026-11-16') })
    const planned = plan(facts({ filings: [counted], decisions: [refused] }))
    expect(planned.decisionId).toBeNull()
    expect(totalOf(planned)).toBe(full)
  })

  test('PY-06 holds by a person alone', () => {
    const hold = decision({ kind: 'missing', outcome: 'held', onHold: true })
    expect(plan(facts({ decisions: [hold] }))).toMatchObject({ state: 'held', decisionId: 'd1' })
    expect(plan(facts({ decisions: [{ ...hold, onHold: false }] })).state).toBe('paid')
    expect(plan(facts({ decisions: [{ ...hold, fromMonth: month('2027-01') }] })).state).toBe('paid')
    const answered = decision({ id: 'd2', kind: 'review', outcome: 'released', reviewOf: 'd1' })
    expect(plan(facts({ decisions: [hold, answered] })).state).toBe('paid')
    const ended = decision({ kind: 'missing', outcome: 'ended' })
    expect(plan(facts({ decisions: [ended] })).state).toBe('ended')
    expect(itemOf(plan(facts({ decisions: [hold] })), null, cents(0))).toMatchObject({
      ...{ totalCents: full, payCents: 0 },
    })
    expect(itemOf(plan(facts({ decisions: [ended] })), null, cents(0)).totalCents).toBe(0)
  })

  test('PY-07 follows the answer to a review', () => {
    const lower = statement(500_00)
    const refused = decision({ filingId: lower.id })
    const review = (outcome: DecisionFacts['outcome']) =>
      decision({ id: 'd2', kind: 'review', outcome, filingId: lower.id, reviewOf: 'd1' })
    const total = (outcome: DecisionFacts['outcome']) =>
      totalOf(plan(facts({ filings: [lower], decisions: [refused, review(outcome)] })))
    expect(total('changed')).toBe(totalOf(plan(facts({ filings: [lower] }))))
    expect(total('maintained')).toBe(full)
    expect(total('refused')).toBe(full)
  })

  test('PY-08 pays what an admission planned', () => {
    const planned = { ...benefitOf(facts()), totalCents: cents(321_00) }
    const admitted = { at: at('2026-11-20'), benefits: [planned] }
    expect(totalOf(plan(facts({ admitted })))).toBe(321_00)
    const since = statement(100_00, { receivedAt: at('2026-11-21') })
    expect(totalOf(plan(facts({ admitted, filings: [since] })))).not.toBe(321_00)
  })

  test('PY-09 withholds within the caps', () => {
    const withheld = (recoveryCents: number) =>
      itemOf(plan(facts({ situations: [{ ...base, recoveryCents }] })), null, cents(0))
    expect(withheld(56_00)).toMatchObject({ recoveryCents: 56_00, totalCents: full - 56_00 })
    expect(withheld(9_000_00).recoveryCents).toBe(Math.floor(full / 2))
  })
})

describe('an item of a run', () => {
  const planned = plan(facts())
  test('PY-10 pays the difference, and takes nothing back', () => {
    expect(itemOf(planned, null, cents(full - 1_00)).payCents).toBe(1_00)
    expect(itemOf(planned, null, cents(full + 1_00)).payCents).toBe(0)
    expect(itemOf(planned, null, cents(0)).payCents).toBe(full)
  })

  test('PY-11 is in a supplementary run when it differs', () => {
    const item = itemOf(planned, null, cents(0))
    expect(isInSupplementary(item, { state: 'paid', totalCents: full })).toBe(false)
    expect(isInSupplementary(item, { state: 'held', totalCents: full })).toBe(true)
    expect(isInSupplementary(item, { state: 'paid', totalCents: full - 1 })).toBe(true)
    expect(isInSupplementary(item, null)).toBe(true)
  })

  test('PY-12 is counted in the report', () => {
    const { add, report } = reporting()
    const lower = plan(facts({ filings: [statement(500_00)] }))
    const before = plannedPayment(facts(), filed, defaultPolicies).benefit as Benefit
    for (const [one, was] of [
      [lower, before],
      [planned, null],
      [plan(facts({ decisions: [decision({ outcome: 'ended', kind: 'missing' })] })), before],
      [planned, lower.benefit as Benefit],
    ] as const)
      add({ ...itemOf(one, was, cents(0)), carriedForward: one.carriedForward, decisionId: one.decisionId })
    const told = report()
    expect(Object.entries(told.moves).map(([move, { count }]) => [move, count])).toEqual([
      ['up', 1],
      ['down', 1],
      ['same', 0],
      ['new', 1],
      ['stopped', 1],
    ])
    expect(told.reasons.map(({ cause }) => cause)).toEqual(
      expect.arrayContaining(['incomeStarted', 'incomeEnded']),
    )
    // Of the one that is ended, no statement was due.
    expect(told.marks.carriedForward.count).toBe(2)
    expect(told.marks.ended.count).toBe(1)
    expect(moveOf({ totalCents: cents(1), beforeCents: cents(1) })).toBe('same')
    const lines = lower.benefit.computed ? itemOf(lower, before, cents(0)).why : []
    const sum = lines.reduce((all, line) => all + line.cents, 0)
    expect(sum).toBe(totalOf(lower)! - before.totalCents)
  })

  test('PY-13 countings agree or not', () => {
    const one = { households: 2, payCents: 3, digest: 'a' }
    expect(totalsAgree(one, { ...one, digest: null }, one)).toBe(true)
    expect(totalsAgree(one, { ...one, payCents: 4 })).toBe(false)
    expect(totalsAgree(one, { ...one, households: 1 })).toBe(false)
    expect(totalsAgree(one, { ...one, digest: 'b' })).toBe(false)
  })
})
