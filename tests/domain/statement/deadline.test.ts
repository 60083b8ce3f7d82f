import { describe, expect, it } from 'vitest'
import { addMonths, day, endOfDay, instant, instantOf, isWeekend, month } from '@/domain/calendar'
import type { Instant, Month } from '@/domain/calendar'
import {
  closesAt,
  dueDay,
  dueInstant,
  effectiveDueInstant,
  isLate,
  opensAt,
} from '@/domain/statement/deadline'
import type { Extension, ExtensionScope } from '@/domain/statement/deadline'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import { torontoDay } from '../../support/toronto-day'

const policy = policyFor(month('2026-11'), defaultPolicies)
const due = (text: string) => dueInstant(month(text), policy)
const justAfter = (at: Instant) => instantOf(new Date(Date.parse(at) + 1))

describe('the due moment', () => {
  it.each([
    ['D-01 November 15, 2026 is a Sunday: Monday the 16th', '2026-11', '2026-11-17T04:59:59.999Z'],
    ['D-02 a plain Tuesday in standard time', '2026-12', '2026-12-16T04:59:59.999Z'],
    ['D-03 a plain Wednesday in summer time', '2026-07', '2026-07-16T03:59:59.999Z'],
    ['D-04 a Saturday: Monday the 17th', '2026-08', '2026-08-18T03:59:59.999Z'],
    ['D-05 a Sunday in February', '2026-02', '2026-02-17T04:59:59.999Z'],
    ['D-06 Good Friday: over the weekend and Easter Monday', '2033-04', '2033-04-20T03:59:59.999Z'],
    ['D-07 Good Friday again', '2022-04', '2022-04-20T03:59:59.999Z'],
    ['D-08 the Saturday before Easter: Easter Monday, then Tuesday', '2017-04', '2017-04-19T03:59:59.999Z'],
    ['D-09 the same in 2028, a leap year', '2028-04', '2028-04-19T03:59:59.999Z'],
    ['D-10 February of a leap year', '2028-02', '2028-02-16T04:59:59.999Z'],
    ['D-11 the month summer time begins', '2026-03', '2026-03-17T03:59:59.999Z'],
    ['D-12 the month summer time ends', '2024-11', '2024-11-16T04:59:59.999Z'],
    ['D-13 the first month of the first policy', '2016-01', '2016-01-16T04:59:59.999Z'],
  ])('%s', (_number, of, expected) => {
    expect(due(of)).toBe(expected)
  })

  it('D-14 received at the last millisecond is on time, one millisecond later is late', () => {
    const limit = due('2026-11')
    expect(isLate(limit, limit)).toBe(false)
    expect(isLate(justAfter(limit), limit)).toBe(true)
    expect(isLate(instant('2026-11-17T03:30:00.000Z'), limit)).toBe(false)
  })

  it('D-15 a policy without shift keeps a Sunday', () => {
    expect(dueDay(month('2026-11'), { ...policy, dueDayShift: 'none' })).toBe('2026-11-15')
  })

  it('D-16 a policy with another day, shifted into the next month if need be', () => {
    expect(dueDay(month('2026-02'), { ...policy, dueDay: 28 })).toBe('2026-03-02')
    expect(dueDay(month('2026-06'), { ...policy, dueDay: 24 })).toBe('2026-06-25')
    expect(() => dueDay(month('2026-02'), { ...policy, dueDay: 30 })).toThrow(RangeError)
  })

  it('D-17 opens on the 1st at midnight in Québec, closes twelve months later', () => {
    expect(opensAt(month('2026-11'), policy)).toBe('2026-11-01T04:00:00.000Z')
    expect(closesAt(month('2026-11'), policy, due('2026-11'))).toBe('2027-12-01T04:59:59.999Z')
    expect(closesAt(month('2027-02'), policy, due('2027-02'))).toBe('2028-03-01T04:59:59.999Z')
    const late = instant('2028-01-01T04:59:59.999Z')
    expect(closesAt(month('2026-11'), policy, late)).toBe(late)
  })
})

describe('extensions', () => {
  const place = { householdId: 'h1', officeId: 'o1', regionCode: '06' }
  const of = month('2026-11')
  const extension = (
    id: string,
    scope: ExtensionScope,
    newInstant: string,
    more: Partial<Extension> = {},
  ) => ({
    id,
    scope,
    month: of,
    newInstant: instant(newInstant),
    reason: { fr: 'Panne', en: 'Outage' },
    decidedAt: instant('2026-11-17T15:00:00.000Z'),
    ...more,
  })
  const everyone = extension('everyone', { kind: 'everyone' }, '2026-11-18T04:59:59.999Z')
  const office = extension('office', { kind: 'office', officeId: 'o1' }, '2026-11-20T04:59:59.999Z')
  const effective = (...extensions: Extension[]) => effectiveDueInstant(of, policy, extensions, place)

  it('D-30 none: the regular limit, and no reason', () => {
    expect(effective()).toEqual({ at: due('2026-11'), regularAt: due('2026-11'), extension: null })
  })

  it('D-31 the latest limit wins, in any order, and is named', () => {
    for (const found of [effective(everyone, office), effective(office, everyone)]) {
      expect(found.at).toBe('2026-11-20T04:59:59.999Z')
      expect(found.extension?.id).toBe('office')
      expect(found.regularAt).toBe(due('2026-11'))
    }
  })

  it('D-32 each scope reaches its own and no other', () => {
    const limit = '2026-11-25T04:59:59.999Z'
    const reached: [ExtensionScope, boolean][] = [
      [{ kind: 'everyone' }, true],
      [{ kind: 'region', regionCode: '06' }, true],
      [{ kind: 'region', regionCode: '03' }, false],
      [{ kind: 'office', officeId: 'o1' }, true],
      [{ kind: 'office', officeId: 'o2' }, false],
      [{ kind: 'household', householdId: 'h1' }, true],
      [{ kind: 'household', householdId: 'h2' }, false],
    ]
    for (const [scope, concerned] of reached) {
      expect(effective(extension('one', scope, limit)).extension !== null).toBe(concerned)
    }
  })

  it('D-33 another month is not touched', () => {
    expect(effective({ ...office, month: month('2026-10') }).extension).toBeNull()
  })

  it('D-34 never earlier than the regular limit, and no reason is named then', () => {
    const early = extension('early', { kind: 'everyone' }, '2026-11-10T04:59:59.999Z')
    expect(effective(early)).toEqual(effective())
    const equal = extension('equal', { kind: 'everyone' }, due('2026-11'))
    expect(effective(equal).extension).toBeNull()
  })

  it('D-35 a shorter extension decided later takes nothing back', () => {
    const later = { ...everyone, id: 'later', decidedAt: instant('2026-11-19T15:00:00.000Z') }
    expect(effective(office, later).extension?.id).toBe('office')
  })

  it('D-36 between equal limits the first decided is named', () => {
    const second = { ...office, id: 'second', decidedAt: instant('2026-11-18T15:00:00.000Z') }
    expect(effective(office, second).extension?.id).toBe('office')
    expect(effective(second, office).extension?.id).toBe('office')
  })

  it('D-37 granted after the fact, it turns late into on time', () => {
    const received = instant('2026-11-17T05:30:00.000Z')
    expect(isLate(received, effective().at)).toBe(true)
    expect(isLate(received, effective(everyone).at)).toBe(false)
  })
})

/** Easter Sundays as printed in church tables; the oracle computes none. */
const easters =
  '2016-03-27 2017-04-16 2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 ' +
  '2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 ' +
  '2036-04-13 2037-04-05 2038-04-25 2039-04-10 2040-04-01'

describe('every month of 2016 to 2040, against an oracle that shares no code', () => {
  const inToronto = torontoDay()
  const offAtEaster = new Set(
    easters.split(' ').flatMap((sunday) => {
      const at = Date.parse(`${sunday}T12:00:00Z`)
      return [-2, 1].map((shift) => new Date(at + shift * 86_400_000).toISOString().slice(0, 10))
    }),
  )
  /** From the 15th to the 21st, only weekends and Easter stop work in Québec: it walks on until neither does. */
  const oracle = (of: Month): string => {
    for (let at = Date.parse(`${of}-15T12:00:00Z`); ; at += 86_400_000) {
      const date = new Date(at)
      const text = date.toISOString().slice(0, 10)
      if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6 && !offAtEaster.has(text)) return text
    }
  }
  const months: Month[] = []
  for (let of = month('2016-01'); of <= '2040-12'; of = addMonths(of, 1)) months.push(of)

  it('D-50 the due day of each of the 300 months', () => {
    expect(months).toHaveLength(300)
    for (const of of months) expect(dueDay(of, policyFor(of, defaultPolicies))).toBe(oracle(of))
  })

  it('D-51 its edges: the last millisecond is that day in Québec, the next is another', () => {
    for (const of of months) {
      const limit = dueInstant(of, policyFor(of, defaultPolicies))
      expect(inToronto(Date.parse(limit))).toBe(oracle(of))
      expect(inToronto(Date.parse(limit) + 1) > oracle(of)).toBe(true)
      expect(isLate(limit, limit)).toBe(false)
      expect(isLate(justAfter(limit), limit)).toBe(true)
    }
  })

  it('D-52 it opens at the first millisecond of the 1st', () => {
    for (const of of months) {
      const opening = Date.parse(opensAt(of, policyFor(of, defaultPolicies)))
      expect(inToronto(opening)).toBe(`${of}-01`)
      expect(inToronto(opening - 1) < `${of}-01`).toBe(true)
    }
  })

  it('D-53 the weekends clocks change: each day ends where the next begins, in every year', () => {
    for (let year = 2016; year <= 2040; year++) {
      for (const start of [`${year}-03-08`, `${year}-11-01`]) {
        for (let shift = 0; shift < 7; shift++) {
          const date = new Date(Date.parse(`${start}T12:00:00Z`) + shift * 86_400_000)
            .toISOString()
            .slice(0, 10)
          const at = Date.parse(endOfDay(day(date)))
          expect(inToronto(at)).toBe(date)
          expect(inToronto(at + 1)).not.toBe(date)
        }
      }
    }
  })

  it('D-54 180 months, 10,000 instants each: 0 wrong', () => {
    const from2026 = months.filter((of) => of >= '2026-01')
    expect(from2026).toHaveLength(180)
    let seed = 20_261_115
    const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
    let wrong = 0
    for (const of of from2026) {
      const limit = dueInstant(of, policyFor(of, defaultPolicies))
      const dueOn = oracle(of)
      const middle = Date.parse(`${dueOn}T23:00:00-05:00`)
      for (let count = 0; count < 10_000; count++) {
        // A third within the hour of midnight, a third within two days, a third within the month.
        const reach = [3_600_000, 2 * 86_400_000, 30 * 86_400_000][count % 3] ?? 0
        const time = Math.floor(middle + (random() * 2 - 1) * reach)
        if (isLate(instantOf(new Date(time)), limit) !== inToronto(time) > dueOn) wrong++
      }
    }
    expect(wrong).toBe(0)
  }, 60_000)

  it('D-55 the due day is never a day off, never before the 15th, never after the 19th', () => {
    for (const of of months) {
      const date = dueDay(of, policyFor(of, defaultPolicies))
      expect(isWeekend(date)).toBe(false)
      expect(date >= `${of}-15` && date <= `${of}-19`).toBe(true)
    }
  })
})
