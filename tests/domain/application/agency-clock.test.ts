import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { agencyClock } from '@/domain/application/agency-clock'
import { requirementEvents, type ApplicationEvent, type EventKind } from '@/domain/application/events'
import { decisionTerm, givingTerm, termOn } from '@/domain/application/terms'
import { addDays, atTime, day, dayOf, daysBetween, type Instant } from '@/domain/calendar'
import { businessDaysAfter, businessDaysIn, isBusinessDay } from '@/domain/statement/holidays'
import { torontoDay } from '../../support/toronto-day'

/** At ten in the morning in Québec, unless an hour is given. */
const at = (on: string, hour = 10) => atTime(day(on), hour * 60)
const event = (
  on: string | Instant,
  kind: EventKind,
  rest: Partial<ApplicationEvent> = {},
): ApplicationEvent => ({
  ...{
    at: on.length === 10 ? at(on) : (on as Instant),
    kind,
    by: 'applicant',
    about: 'household',
    subject: '',
  },
  ...rest,
})
/** A version as it is sent: what it requires, then the sending. */
const version = (on: string | Instant, kind: 'sent' | 'corrected', required: readonly string[]) => [
  ...requirementEvents(required, 'applicant').map(({ adult, details }) =>
    event(on, 'required', { about: adult ?? 'household', ...(details as { required: string[] }) }),
  ),
  event(on, kind),
]
const sent = (on: string | Instant, ...required: string[]) => version(on, 'sent', required)
const clockOf = (events: readonly (ApplicationEvent | readonly ApplicationEvent[])[], now: Instant) =>
  agencyClock(events.flat(), now)
const given = (on: string | Instant, subject: string) => event(on, 'documentGiven', { subject })
const asked = (on: string | Instant, subject: string) =>
  event(on, 'documentAsked', { subject, by: 'office', about: 'applicant' })

// 2026-11-16 is a Monday; no holiday until 2026-12-24.
describe('when the clock starts', () => {
  test('AC-01 a draft has no clock', () => {
    expect(clockOf([event('2026-11-16', 'started')], at('2026-11-20'))).toEqual({ state: 'notSent' })
  })

  test('AC-02 nothing is required: it starts at sending, and the day of sending does not count', () => {
    const events = [sent('2026-11-16')]
    expect(clockOf(events, at('2026-11-16', 23))).toEqual({
      ...{ state: 'running', startedAt: at('2026-11-16'), counted: 0, left: 5, of: 5 },
      ...{ promisedDay: '2026-11-23', today: null },
    })
    expect(clockOf(events, at('2026-11-18', 0))).toMatchObject({ counted: 1, left: 4, today: 2 })
    expect(clockOf(events, at('2026-11-21'))).toMatchObject({ counted: 4, left: 1, today: null })
    expect(clockOf(events, at('2026-11-23', 23))).toMatchObject({ counted: 4, left: 1, today: 5 })
  })

  test('AC-03 something required is missing: it has not started, and says what for', () => {
    const events = [sent('2026-11-16', 'identityPhoto.applicant', 'lease.household')]
    expect(clockOf([...events, given('2026-11-17', 'lease.household')], at('2026-11-18'))).toEqual({
      state: 'notStarted',
      waitsFor: [
        {
          ...{ kind: 'document', subject: 'identityPhoto.applicant' },
          of: 'applicant',
          since: at('2026-11-16'),
          byOffice: false,
        },
      ],
    })
  })

  test('AC-04 it starts with the last required document; what was given in the draft counts', () => {
    const events = [
      given('2026-11-12', 'lease.household'),
      sent('2026-11-16', 'identityPhoto.applicant', 'lease.household'),
      given('2026-11-19', 'identityPhoto.applicant'),
    ]
    expect(clockOf(events, at('2026-11-20'))).toMatchObject({
      state: 'running',
      startedAt: at('2026-11-19'),
      promisedDay: '2026-11-26',
    })
  })

  test('AC-05 a document that the person cannot get, or gave already, waits on the agency; one for later does not', () => {
    const said = (answer: ApplicationEvent['answer']) => [
      sent('2026-11-16', 'judgment.applicant'),
      event('2026-11-17', 'documentAnswered', { subject: 'judgment.applicant', answer }),
    ]
    for (const answer of ['cannot', 'given'] as const)
      expect(clockOf(said(answer), at('2026-11-18'))).toMatchObject({ state: 'running', today: 1 })
    for (const answer of ['later', 'mail', 'office'] as const)
      expect(clockOf(said(answer), at('2026-11-18'))).toMatchObject({ state: 'notStarted' })
  })

  test('AC-06 a spouse who is to confirm keeps it from starting; one who disagrees changes nothing of it', () => {
    const events = [event('2026-11-16', 'sent', { spouseConfirms: true })]
    const waiting = clockOf(events, at('2026-11-20'))
    expect(waiting).toMatchObject({ state: 'notStarted', waitsFor: [{ kind: 'confirmation', of: 'spouse' }] })
    const disagreed = [...events, event('2026-11-17', 'spouseDisagreed', { by: 'spouse' })]
    expect(clockOf(disagreed, at('2026-11-20'))).toEqual(waiting)
    const confirmed = [...events, event('2026-11-17', 'spouseConfirmed', { by: 'spouse' })]
    expect(clockOf(confirmed, at('2026-11-20'))).toMatchObject({ startedAt: at('2026-11-17') })
  })

  test.each([
    ['AC-07 over Christmas and New Year', '2026-12-22', '2027-01-06'],
    ['AC-08 sent on a Saturday, as on the Friday before', '2026-11-21', '2026-11-27'],
    ['AC-09 sent at the end of a Friday', '2026-11-20', '2026-11-27'],
    ['AC-10 over Easter', '2026-04-01', '2026-04-10'],
  ])('%s', (_, on, promisedDay) => {
    expect(clockOf([sent(on)], at(on, 23))).toMatchObject({ state: 'running', promisedDay })
  })

  test('AC-11 a sending late in the evening is of that day in Québec, whatever the day in UTC', () => {
    const late = atTime(day('2026-11-16'), 22 * 60 + 30)
    expect(late.slice(0, 10)).toBe('2026-11-17')
    expect(clockOf([sent(late)], late)).toMatchObject({ promisedDay: '2026-11-23' })
  })
})

describe('when it stops', () => {
  const running = sent('2026-11-16')

  test('AC-12 the agency asks: it stops, with what was counted', () => {
    expect(clockOf([running, asked('2026-11-19', 'wageProof.applicant')], at('2026-11-27'))).toEqual({
      ...{
        state: 'stopped',
        startedAt: at('2026-11-16'),
        counted: 2,
        left: 3,
        of: 5,
        since: at('2026-11-19'),
      },
      waitsFor: [
        {
          ...{ kind: 'document', subject: 'wageProof.applicant' },
          of: 'applicant',
          since: at('2026-11-19'),
          byOffice: true,
        },
      ],
    })
  })

  test('AC-13 answered, it goes on where it was', () => {
    const events = [running, asked('2026-11-19', 'x.applicant'), given('2026-11-25', 'x.applicant')]
    expect(clockOf(events, at('2026-11-25'))).toMatchObject({
      ...{ state: 'running', counted: 2, left: 3, today: null, promisedDay: '2026-11-30' },
    })
    expect(clockOf(events, at('2026-11-27'))).toMatchObject({ counted: 3, today: 4 })
  })

  test('AC-14 asked and answered within a day, nothing is lost', () => {
    const events = [
      running,
      asked(at('2026-11-19', 9), 'x.applicant'),
      given(at('2026-11-19', 20), 'x.applicant'),
    ]
    expect(clockOf(events, at('2026-11-19', 12))).toMatchObject({ state: 'stopped' })
    expect(clockOf(events, at('2026-11-20'))).toMatchObject({ promisedDay: '2026-11-23', today: 4 })
  })

  test('AC-15 two things asked: both must come', () => {
    const information = event('2026-11-18', 'informationAsked', {
      subject: 'm1',
      by: 'office',
      about: 'spouse',
    })
    const events = [
      running,
      information,
      asked('2026-11-19', 'x.applicant'),
      given('2026-11-20', 'x.applicant'),
    ]
    expect(clockOf(events, at('2026-11-26'))).toMatchObject({
      ...{ state: 'stopped', since: at('2026-11-18'), waitsFor: [{ kind: 'information', subject: 'm1' }] },
    })
    const answered = [...events, event('2026-11-26', 'informationGiven', { subject: 'm1', by: 'spouse' })]
    expect(clockOf(answered, at('2026-11-27'))).toMatchObject({ state: 'running', counted: 1, today: 2 })
  })

  test('AC-16 a document that cannot be used is awaited again; one that is no longer needed is not', () => {
    const events = [
      sent('2026-11-16', 'x.applicant'),
      given('2026-11-16', 'x.applicant'),
      event('2026-11-17', 'documentRefused', { subject: 'x.applicant', by: 'office', about: 'applicant' }),
    ]
    expect(clockOf(events, at('2026-11-18'))).toMatchObject({ state: 'stopped' })
    const waived = event('2026-11-18', 'documentWaived', { subject: 'x.applicant', by: 'office' })
    expect(clockOf([...events, waived], at('2026-11-19'))).toMatchObject({ state: 'running' })
  })

  test('AC-17 a correction that asks for more stops it; one that asks for less starts it, but for what the office asked', () => {
    const events = [sent('2026-11-16', 'a.applicant'), given('2026-11-16', 'a.applicant')]
    const more = version('2026-11-18', 'corrected', ['a.applicant', 'b.applicant'])
    expect(clockOf([...events, more], at('2026-11-19'))).toMatchObject({
      state: 'stopped',
      waitsFor: [{ subject: 'b.applicant', since: at('2026-11-18') }],
    })
    const less = version('2026-11-20', 'corrected', ['a.applicant'])
    expect(clockOf([...events, more, less], at('2026-11-23'))).toMatchObject({ state: 'running' })
    const byOffice = asked('2026-11-19', 'c.applicant')
    expect(clockOf([...events, more, byOffice, less], at('2026-11-23'))).toMatchObject({
      state: 'stopped',
      waitsFor: [{ subject: 'c.applicant' }],
    })
  })

  test('AC-18 stopped on the very last day, a day is left', () => {
    const events = [running, asked('2026-11-23', 'x.applicant'), given('2026-12-01', 'x.applicant')]
    expect(clockOf(events, at('2026-12-01'))).toMatchObject({ left: 1, promisedDay: '2026-12-02' })
  })
})

describe('files that come and go', () => {
  const removed = (on: string, subject: string) => event(on, 'documentRemoved', { subject })

  test('AC-30 taken back, a document is missing again; with another page left, it is not', () => {
    const events = [
      given('2026-11-12', 'a.applicant'),
      given('2026-11-12', 'a.applicant'),
      sent('2026-11-16', 'a.applicant'),
    ]
    expect(clockOf([...events, removed('2026-11-17', 'a.applicant')], at('2026-11-18'))).toMatchObject({
      state: 'running',
    })
    const both = [...events, removed('2026-11-17', 'a.applicant'), removed('2026-11-17', 'a.applicant')]
    expect(clockOf(both, at('2026-11-18'))).toMatchObject({ state: 'stopped', since: at('2026-11-17') })
  })

  test('AC-31 a file that would harm is asked for anew only when something asked for it', () => {
    const harmful = (subject: string) => event('2026-11-17', 'documentRefused', { subject, by: 'machine' })
    const events = [given('2026-11-16', 'a.applicant'), sent('2026-11-16', 'a.applicant')]
    expect(clockOf([...events, harmful('a.applicant')], at('2026-11-18'))).toMatchObject({ state: 'stopped' })
    expect(clockOf([...events, harmful('b.applicant')], at('2026-11-18'))).toMatchObject({ state: 'running' })
  })

  test('AC-32 an answer may be changed: what cannot be got may come later after all', () => {
    const said = (on: string, answer: ApplicationEvent['answer']) =>
      event(on, 'documentAnswered', { subject: 'a.applicant', answer })
    const events = [
      sent('2026-11-16', 'a.applicant'),
      said('2026-11-16', 'cannot'),
      said('2026-11-18', 'mail'),
    ]
    expect(clockOf(events, at('2026-11-19'))).toMatchObject({ state: 'stopped', since: at('2026-11-18') })
  })

  test('AC-33 what the spouse answers themselves replaces what was answered for them', () => {
    const events = [
      sent('2026-11-16', 'a.spouse', 'lease.household'),
      event('2026-11-18', 'required', { about: 'spouse', by: 'spouse', required: ['b.spouse'] }),
    ]
    const clock = clockOf(events, at('2026-11-19'))
    expect(clock).toMatchObject({
      waitsFor: [{ subject: 'lease.household' }, { subject: 'b.spouse', of: 'spouse' }],
    })
  })
})

describe('how it ends', () => {
  const running = sent('2026-11-16')

  test('AC-19 decided on the promised day at the latest: kept', () => {
    const decided = event(at('2026-11-23', 23), 'decided', { by: 'office' })
    expect(clockOf([running, decided], at('2026-12-15'))).toEqual({
      state: 'kept',
      decidedAt: decided.at,
      promisedDay: '2026-11-23',
    })
  })

  test('AC-20 past the promised day: overdue, and decided afterwards: broken', () => {
    expect(clockOf([running], atTime(day('2026-11-24'), 0))).toMatchObject({
      ...{ state: 'overdue', promisedDay: '2026-11-23', businessDaysLate: 1, waitsFor: [] },
    })
    expect(clockOf([running], at('2026-11-29'))).toMatchObject({ businessDaysLate: 4 })
    const decided = event('2026-11-25', 'decided', { by: 'office' })
    expect(clockOf([running, decided], at('2026-12-15'))).toEqual({
      ...{ state: 'broken', decidedAt: decided.at, promisedDay: '2026-11-23' },
    })
  })

  test('AC-21 asking once the day is past repairs nothing', () => {
    const events = [running, asked('2026-11-25', 'x.applicant')]
    expect(clockOf(events, at('2026-11-26'))).toMatchObject({
      ...{ state: 'overdue', promisedDay: '2026-11-23', waitsFor: [{ subject: 'x.applicant' }] },
    })
    const decided = event('2026-11-26', 'decided', { by: 'office' })
    expect(clockOf([...events, decided], at('2026-11-27'))).toMatchObject({ state: 'broken' })
  })

  test('AC-22 decided before everything was in, or while it was stopped: kept, nothing had been promised', () => {
    const decided = event('2026-11-30', 'decided', { by: 'office' })
    expect(clockOf([sent('2026-11-16', 'x.applicant'), decided], at('2026-12-01'))).toMatchObject({
      ...{ state: 'kept', promisedDay: null },
    })
    expect(clockOf([running, asked('2026-11-18', 'x.applicant'), decided], at('2026-12-01'))).toMatchObject({
      ...{ state: 'kept', promisedDay: null },
    })
  })

  test('AC-23 withdrawn: nothing is to be decided', () => {
    const withdrawn = event('2026-11-18', 'withdrawn')
    expect(clockOf([running, withdrawn], at('2026-12-01'))).toEqual({
      state: 'withdrawn',
      at: withdrawn.at,
    })
    expect(clockOf([withdrawn], at('2026-12-01'))).toMatchObject({ state: 'withdrawn' })
  })

  test('AC-24 what has not happened yet is not looked at', () => {
    const decided = event('2026-11-18', 'decided', { by: 'office' })
    expect(clockOf([running, decided], at('2026-11-17'))).toMatchObject({ state: 'running', today: 1 })
  })
})

describe('for any application', () => {
  const start = day('2026-03-01')
  const minutesOfAYear = 500 * 24 * 60
  const instantAt = (minutes: number): Instant =>
    atTime(addDays(start, Math.floor(minutes / 1440)), minutes % 1440)
  const moment = fc.integer({ min: 0, max: minutesOfAYear })
  /** What happens after a sending that requires nothing: things asked and given, in any order. */
  const happenings = fc.array(
    fc.record({
      minutes: moment,
      kind: fc.constantFrom('documentAsked', 'documentGiven'),
      of: fc.constantFrom('a', 'b'),
    }),
    { maxLength: 12 },
  )
  const eventsOf = (sentAt: number, list: readonly { minutes: number; kind: string; of: string }[]) => [
    sent(instantAt(sentAt)),
    ...list.map(({ minutes, kind, of }) =>
      event(instantAt(sentAt + minutes), kind as EventKind, {
        subject: `${of}.applicant`,
        about: 'applicant',
      }),
    ),
  ]

  it('AC-25 nothing is negative, and the days left never grow nor the days counted shrink', () => {
    fc.assert(
      fc.property(
        moment,
        happenings,
        fc.array(moment, { minLength: 2, maxLength: 8 }),
        (sentAt, list, nows) => {
          const events = eventsOf(sentAt, list)
          let counted = 0
          let isOver = false
          for (const now of [...nows].sort((one, other) => one - other)) {
            const clock = clockOf(events, instantAt(sentAt + now))
            if (clock.state === 'overdue') {
              isOver = true
              expect(clock.businessDaysLate).toBeGreaterThanOrEqual(0)
              continue
            }
            // A promise that was broken stays broken.
            expect(isOver).toBe(false)
            if (clock.state !== 'running' && clock.state !== 'stopped') throw new Error(clock.state)
            expect(clock.counted).toBeGreaterThanOrEqual(counted)
            expect(clock.counted + clock.left).toBe(5)
            expect(clock.left).toBeGreaterThan(0)
            counted = clock.counted
          }
        },
      ),
    )
  })

  it('AC-26 stopping never shortens a promise, and never gives more than the days it stood plus one', () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 6 * 1440 }),
        fc.integer({ min: 1, max: 20 * 1440 }),
        (sentAt, after, length) => {
          const plain = clockOf([sent(instantAt(sentAt))], instantAt(sentAt))
          const [stop, go] = [instantAt(sentAt + after), instantAt(sentAt + after + length)]
          const events = [sent(instantAt(sentAt)), asked(stop, 'a.applicant'), given(go, 'a.applicant')]
          const clock = clockOf(events, go)
          if (plain.state !== 'running' || clock.state === 'overdue') return
          if (clock.state !== 'running') throw new Error(clock.state)
          expect(clock.promisedDay >= plain.promisedDay).toBe(true)
          const lost = businessDaysIn(dayOf(stop), dayOf(go))
          expect(clock.promisedDay <= businessDaysAfter(plain.promisedDay, lost)).toBe(true)
        },
      ),
    )
  })

  it('AC-27 the promise is the fifth business day after, counted one by one on the platform’s own calendar', () => {
    const dayIn = torontoDay()
    fc.assert(
      fc.property(moment, (sentAt) => {
        const from = instantAt(sentAt)
        const clock = clockOf([sent(from)], from)
        if (clock.state !== 'running') throw new Error(clock.state)
        let count = 0
        let time = Date.parse(`${dayIn(Date.parse(from))}T12:00:00Z`)
        while (count < 5) {
          time += 86_400_000
          if (isBusinessDay(day(new Date(time).toISOString().slice(0, 10)))) count++
        }
        expect(clock.promisedDay).toBe(new Date(time).toISOString().slice(0, 10))
        expect(daysBetween(dayOf(from), clock.promisedDay)).toBeGreaterThanOrEqual(5)
      }),
    )
  })

  it('AC-28 the order in which events are given changes nothing', () => {
    fc.assert(
      fc.property(moment, happenings, moment, (sentAt, list, now) => {
        const distinct = list.filter(
          ({ minutes }, index) =>
            list.findIndex((other) => other.minutes === minutes) === index && minutes > 0,
        )
        const events = eventsOf(sentAt, distinct)
        const when = instantAt(sentAt + now)
        expect(clockOf(events.flat().reverse(), when)).toEqual(clockOf(events, when))
      }),
    )
  })
})

describe('terms', () => {
  test('AC-29 the newest row in force, whatever the order; none before the first', () => {
    const row = (from: string, days: number) => ({
      ...{ from: day(from), days, source: 'made up', confidence: 'uncertain' as const },
    })
    const rows = [row('2027-01-01', 3), row('2026-01-01', 5)]
    for (const terms of [rows, [...rows].reverse()]) {
      expect(termOn(terms, day('2026-12-31')).days).toBe(5)
      expect(termOn(terms, day('2027-01-01')).days).toBe(3)
      expect(() => termOn(terms, day('2025-12-31'))).toThrow(RangeError)
    }
    expect([
      termOn(decisionTerm, day('2026-11-16')).days,
      termOn(givingTerm, day('2026-11-16')).days,
    ]).toEqual([5, 30])
  })
})
