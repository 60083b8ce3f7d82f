import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inForce, isWaiting, nextPaymentMonth, takesEffect } from '@/domain/account/change'
import { readAccount, readInstitution, readPostalCode, readTransit } from '@/domain/account/where-to-pay'
import { addDays, dayOf, day, endOfDay, instant, month, type Instant, type Month } from '@/domain/calendar'
import { cutOffDay, paymentDay } from '@/domain/statement/payment'
import { defaultPolicies } from '@/domain/statement/policy'

/*
 * Numbered cases, before the code. A change of where money or letters go waits until after the next payment:
 *   AK-01 the next payment is the first whose day has not passed; on the day itself, still that one
 *   AK-02 what is asked before a payment, after its cut-off or on its very day, touches the one after it at the soonest
 *   AK-03 the day ends at midnight in Québec, not in UTC
 *   AK-04 whatever the instant: at least one payment day comes between the asking and the effect, and the effect
 *         comes in time for the cut-off of its own month
 *   AK-05 in force for a month: the last one asked of those that took effect by then, and were not cancelled
 *   AK-06 a change waits until the payment before its month has been made; then it no longer can be stopped alone
 *   AK-07 a postal code of Québec, however it is typed
 *   AK-08 the three numbers of a cheque, spaces and dashes welcome; any other length is refused
 */
const at = (text: string) => instant(text)

describe('a change waits', () => {
  it.each([
    // The payment of December 2026 is made on Tuesday the 1st; that of January 2027 on Wednesday,
    // December 30: the offices are closed on the 31st.
    ['2026-11-10', '2026-12'],
    ['2026-11-30', '2026-12'],
    ['2026-12-01', '2026-12'],
    ['2026-12-02', '2027-01'],
    ['2026-12-30', '2027-01'],
    ['2026-12-31', '2027-02'],
    ['2027-01-01', '2027-02'],
    // February 1, 2026 was a Sunday: it was paid on Friday, January 30.
    ['2026-01-30', '2026-02'],
    ['2026-01-31', '2026-03'],
  ])('AK-01 on %s the next payment is that of %s', (on, next) => {
    expect(nextPaymentMonth(day(on))).toBe(next)
  })

  it.each([
    ['2026-11-10T15:00:00.000Z', '2027-01'],
    [endOfDay(cutOffDay(month('2026-12'), defaultPolicies)), '2027-01'],
    ['2026-11-30T15:00:00.000Z', '2027-01'],
    ['2026-12-01T15:00:00.000Z', '2027-01'],
    ['2026-12-02T15:00:00.000Z', '2027-02'],
    ['2026-12-30T15:00:00.000Z', '2027-02'],
    ['2026-12-31T15:00:00.000Z', '2027-03'],
  ])('AK-02 asked at %s, it takes effect in %s', (asked, effect) => {
    expect(takesEffect(at(asked))).toBe(effect)
  })

  it('AK-03 the day ends at midnight in Québec', () => {
    expect(takesEffect(at('2026-12-02T04:59:59.999Z'))).toBe('2027-01')
    expect(takesEffect(at('2026-12-02T05:00:00.000Z'))).toBe('2027-02')
  })

  it('AK-04 at least one payment comes between, and the cut-off is met', () => {
    const first = Date.parse('2024-01-01T05:00:00.000Z')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 20 * 86_400_000 }), (after) => {
        const asked = new Date(first + after).toISOString() as Instant
        const effect = takesEffect(asked)
        const next = nextPaymentMonth(dayOf(asked))
        expect(paymentDay(next) >= dayOf(asked)).toBe(true)
        expect(effect > next).toBe(true)
        expect(dayOf(asked) < cutOffDay(effect, defaultPolicies)).toBe(true)
        // Waiting from the moment it is asked to the end of that payment's day, and no longer.
        const change = { askedAt: asked, takesEffectMonth: effect, cancelledAt: null }
        expect(isWaiting(change, paymentDay(next))).toBe(true)
        expect(isWaiting(change, addDays(paymentDay(next), 1))).toBe(false)
      }),
    )
  })

  it('AK-05 the last one asked of those that took effect and were not cancelled', () => {
    const change = (asked: string, effect: string, cancelled = false) => ({
      askedAt: at(`${asked}T15:00:00.000Z`),
      takesEffectMonth: month(effect),
      cancelledAt: cancelled ? at(`${asked}T16:00:00.000Z`) : null,
    })
    const first = change('2026-08-10', '2026-10')
    const second = change('2026-08-20', '2026-10')
    const frozen = change('2026-08-25', '2026-10', true)
    const later = change('2026-10-10', '2026-12')
    const all = [later, frozen, second, first]
    const of = (text: string): Month => month(text)
    expect(inForce(all, of('2026-09'))).toBeNull()
    expect(inForce(all, of('2026-10'))).toBe(second)
    expect(inForce(all, of('2026-11'))).toBe(second)
    expect(inForce(all, of('2026-12'))).toBe(later)
    expect(inForce([], of('2026-12'))).toBeNull()
  })

  it('AK-06 it waits until the payment before has been made', () => {
    const change = {
      askedAt: at('2026-11-10T15:00:00.000Z'),
      takesEffectMonth: month('2027-01'),
      cancelledAt: null,
    }
    expect(isWaiting(change, day('2026-12-01'))).toBe(true)
    expect(isWaiting(change, day('2026-12-02'))).toBe(false)
    expect(isWaiting({ ...change, cancelledAt: at('2026-11-11T15:00:00.000Z') }, day('2026-11-12'))).toBe(
      false,
    )
  })
})

describe('where to pay and write', () => {
  it.each([
    ['G1R 4S9', 'G1R 4S9'],
    [' h2x1y4 ', 'H2X 1Y4'],
    ['j2b-1a1', 'J2B 1A1'],
    ['K1A 0B1', null],
    ['G1R', null],
    ['G1R 4S', null],
    ['D1R 4S9', null],
    ['', null],
  ])('AK-07 %j', (typed, kept) => expect(readPostalCode(typed)).toBe(kept))

  it.each([
    [readInstitution, '815', '815'],
    [readInstitution, ' 0815 ', null],
    [readInstitution, '81', null],
    [readTransit, '30-000', '30000'],
    [readTransit, '3000', null],
    [readTransit, '300000', null],
    [readAccount, '123 456-7', '1234567'],
    [readAccount, '123456789012', '123456789012'],
    [readAccount, '123456', null],
    [readAccount, '1234567890123', null],
    [readAccount, '12345a7', null],
    [readAccount, '１２３４５６７', '1234567'],
    [readAccount, '', null],
  ])('AK-08 %o %j', (read, typed, kept) => expect(read(typed)).toBe(kept))
})
