import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  eventKinds,
  ownerOf,
  requirementEvents,
  type ApplicationEvent,
  type EventKind,
} from '@/domain/application/events'
import { maySee, missingFor, statusOf, timelineFor } from '@/domain/application/timeline'
import { dueDayOf } from '@/domain/application/waiting'
import { atTime, day } from '@/domain/calendar'

const at = (on: string, hour = 10) => atTime(day(on), hour * 60)
const event = (on: string, kind: EventKind, rest: Partial<ApplicationEvent> = {}): ApplicationEvent => ({
  ...{ at: at(on), kind, by: 'applicant', about: 'household', subject: '' },
  ...rest,
})
const started = event('2026-11-10', 'started')
const sending = (...required: string[]) => [
  ...requirementEvents(required, 'applicant').map(({ adult, details }) =>
    event('2026-11-16', 'required', { about: adult ?? 'household', ...(details as { required: string[] }) }),
  ),
  event('2026-11-16', 'sent'),
]
const sent = event('2026-11-16', 'sent')
const routed = event('2026-11-16', 'routed', { by: 'machine', subject: '009' })

describe('who may see what', () => {
  test.each([
    ['TL-01 what concerns the household: both', { about: 'household' }, true, true],
    ['TL-02 a document of one: that one', { kind: 'documentGiven', about: 'applicant' }, true, false],
    [
      'TL-03 a message to the other: the other',
      { kind: 'messageReceived', about: 'spouse', by: 'office' },
      false,
      true,
    ],
    ['TL-04 what one did about the other: both', { kind: 'documentGiven', about: 'spouse' }, true, true],
    [
      'TL-05 a spouse who disagrees: the spouse',
      { kind: 'spouseDisagreed', about: 'household', by: 'spouse' },
      false,
      true,
    ],
    [
      'TL-06 a spouse who confirmed: both',
      { kind: 'spouseConfirmed', about: 'spouse', by: 'spouse' },
      true,
      true,
    ],
    [
      'TL-07 the office asks one for something: that one',
      { kind: 'documentAsked', about: 'applicant', by: 'office' },
      true,
      false,
    ],
  ] as const)('%s', (_, rest, applicant, spouse) => {
    const one = event('2026-11-16', 'sent', rest)
    expect([maySee(one, 'applicant'), maySee(one, 'spouse'), maySee(one, 'office')]).toEqual([
      applicant,
      spouse,
      true,
    ])
  })

  it('TL-08 a line a reader may not see changes nothing of what they are shown', () => {
    const events = fc.array(
      fc.record<ApplicationEvent>({
        at: fc.integer({ min: 1, max: 28 }).map((of) => at(`2026-11-${String(of).padStart(2, '0')}`)),
        kind: fc.constantFrom(...eventKinds),
        by: fc.constantFrom('applicant', 'spouse', 'office', 'machine'),
        about: fc.constantFrom('applicant', 'spouse', 'household'),
        subject: fc.constantFrom('', 'x.applicant', 'x.spouse'),
      }),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(events, fc.constantFrom('applicant', 'spouse'), (all, reader) => {
        const lines = timelineFor(all, reader)
        expect(lines).toEqual(
          timelineFor(
            all.filter((one) => maySee(one, reader)),
            reader,
          ),
        )
        expect(lines.map((line) => line.at)).toEqual([...lines.map((line) => line.at)].sort().reverse())
      }),
    )
  })
})

describe('the timeline', () => {
  test('TL-09 the latest first, and whose doing', () => {
    const message = event('2026-11-18', 'messageReceived', {
      by: 'office',
      about: 'applicant',
      subject: 'm1',
    })
    expect(
      timelineFor([started, sent, routed, message], 'applicant').map(({ kind, own }) => [kind, own]),
    ).toEqual([
      ['messageReceived', false],
      ['routed', false],
      ['sent', true],
      ['started', true],
    ])
    expect(timelineFor([message], 'spouse')).toEqual([])
  })
})

describe('what one act is', () => {
  test('TL-26 several pages of one document given on one day are one line; what is required is none', () => {
    const page = (on: string, subject: string) => event(on, 'documentGiven', { subject })
    const lines = timelineFor(
      [
        ...sending('lease.household'),
        page('2026-11-17', 'lease.household'),
        page('2026-11-17', 'lease.household'),
        page('2026-11-17', 'id.applicant'),
        page('2026-11-18', 'id.applicant'),
      ],
      'applicant',
    )
    expect(lines.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['documentGiven', 'id.applicant'],
      ['documentGiven', 'id.applicant'],
      ['documentGiven', 'lease.household'],
      ['sent', ''],
    ])
  })

  test('TL-27 what concerns the one who sends is written for their eyes alone', () => {
    const all = ['lease.household', 'id.applicant', 'id.spouse']
    expect(requirementEvents(all, 'applicant')).toEqual([
      { kind: 'required', adult: null, details: { required: ['lease.household', 'id.spouse'] } },
      { kind: 'required', adult: 'applicant', details: { required: ['id.applicant'] } },
    ])
    expect(requirementEvents(all, 'spouse')).toEqual([
      { kind: 'required', adult: 'spouse', details: { required: ['id.spouse'] } },
    ])
  })
})

describe('where it stands', () => {
  const needs = (...required: string[]) => [started, ...sending(...required), routed]
  test.each([
    ['TL-10 not sent yet', [started], 'draft', 'draft'],
    [
      'TL-11 sent, and a person is to assign the office',
      [started, sent, { ...routed, subject: '' }],
      'sent',
      'sent',
    ],
    ['TL-12 with an office, nothing missing', [started, sent, routed], 'withOffice', 'withOffice'],
    [
      'TL-13 a document of the household is missing',
      needs('lease.household'),
      'waitingForYou',
      'waitingForYou',
    ],
    ['TL-14 one of the applicant', needs('id.applicant'), 'waitingForYou', 'waitingForOther'],
    ['TL-15 one of the spouse', needs('id.spouse'), 'waitingForOther', 'waitingForYou'],
    ['TL-16 one of each', needs('id.spouse', 'id.applicant'), 'waitingForYou', 'waitingForYou'],
    ['TL-17 decided', [started, sent, routed, event('2026-11-18', 'decided')], 'decided', 'decided'],
    ['TL-18 withdrawn', [started, sent, event('2026-11-17', 'withdrawn')], 'withdrawn', 'withdrawn'],
  ] as const)('%s', (_, events, applicant, spouse) => {
    expect([statusOf(events, 'applicant'), statusOf(events, 'spouse')]).toEqual([applicant, spouse])
  })

  test('TL-19 that the spouse disagreed shows nowhere to the applicant', () => {
    const waiting = [started, event('2026-11-16', 'sent', { spouseConfirms: true }), routed]
    const disagreed = [...waiting, event('2026-11-17', 'spouseDisagreed', { by: 'spouse', about: 'spouse' })]
    const seen = (events: readonly ApplicationEvent[]) => [
      statusOf(events, 'applicant'),
      timelineFor(events, 'applicant'),
      missingFor(events, 'applicant', at('2026-11-20')),
    ]
    expect(seen(disagreed)).toEqual(seen(waiting))
    expect(statusOf(disagreed, 'applicant')).toBe('waitingForOther')
  })

  test('TL-20 to the office, what is missing waits for the people', () => {
    expect(statusOf(needs('lease.household'), 'office')).toBe('waitingForOther')
  })
})

describe('what is missing, and until when', () => {
  const events = [
    ...sending('lease.household', 'id.applicant', 'id.spouse'),
    event('2026-11-20', 'documentAsked', {
      subject: 'wageProof.applicant.0',
      about: 'applicant',
      by: 'office',
    }),
  ]

  test('TL-21 one’s own with its day; of the other adult’s, only how many', () => {
    const mine = missingFor(events, 'applicant', at('2026-11-21'))
    expect(mine.own.map(({ subject, until, past }) => [subject, until, past])).toEqual([
      ['lease.household', '2026-12-16', false],
      ['id.applicant', '2026-12-16', false],
      // The thirtieth day is a Sunday.
      ['wageProof.applicant.0', '2026-12-21', false],
    ])
    expect(mine.ofOther).toBe(1)
    expect(JSON.stringify(mine)).not.toContain('spouse')
    expect(missingFor(events, 'office', at('2026-11-21')).own).toHaveLength(4)
  })

  test('TL-22 the last day is inclusive, in Québec', () => {
    const past = (on: string, hour: number) =>
      missingFor(events, 'spouse', at(on, hour)).own.map((one) => one.past)
    expect(past('2026-12-16', 23)).toEqual([false, false])
    expect(past('2026-12-17', 0)).toEqual([true, true])
  })

  test('TL-23 asked again, people have the whole delay again', () => {
    const again = event('2026-12-01', 'documentAsked', {
      subject: 'id.applicant',
      about: 'applicant',
      by: 'office',
    })
    const until = missingFor([...events, again], 'applicant', at('2026-12-02')).own.find(
      ({ subject }) => subject === 'id.applicant',
    )?.until
    expect(until).toBe('2027-01-05')
  })

  test('TL-24 a last day on a holiday is put off to a business day', () => {
    expect(dueDayOf({ since: at('2026-11-25') })).toBe('2026-12-29')
  })

  test('TL-25 whose a requirement is', () => {
    expect(['lease.household', 'wageProof.applicant.0', 'id.spouse', 'odd'].map(ownerOf)).toEqual([
      ...['household', 'applicant', 'spouse', 'household'],
    ])
  })
})
