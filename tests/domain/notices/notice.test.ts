import { describe, expect, it } from 'vitest'
import { instant } from '@/domain/calendar'
import type { Instant } from '@/domain/calendar'
import {
  LONGEST_NOTICE,
  noticeState,
  readNotice,
  type NoticeProblem,
  type TypedNotice,
} from '@/domain/notices/notice'

/** Tuesday the 10th of November 2026, 10 in the morning in Québec. */
const now = instant('2026-11-10T15:00:00.000Z')
const right: TypedNotice = {
  kind: 'plannedWork',
  fr: 'Le portail sera fermé samedi de 22 h à minuit.',
  en: 'The portal will be closed on Saturday from 10:00 p.m. to midnight.',
  from: { day: '10', month: '11', year: '2026', time: '10:00' },
  until: { day: '15', month: '11', year: '2026', time: '0 h' },
}
type Change = Partial<Omit<TypedNotice, 'from' | 'until'>> & {
  from?: Partial<TypedNotice['from']>
  until?: Partial<TypedNotice['until']>
}
const read = ({ from, until, ...rest }: Change = {}) =>
  readNotice(
    { ...right, ...rest, from: { ...right.from, ...from }, until: { ...right.until, ...until } },
    now,
  )
const problemsOf = (change: Change): NoticeProblem[] => {
  const result = read(change)
  return 'problems' in result ? [...result.problems] : []
}
const nothing = { day: '', month: '', year: '', time: ' ' }

describe('a notice as typed', () => {
  it('N-01 is read whole: words on one line, hours on the clock of Québec', () => {
    expect(read({ fr: '  Fermé\r\n samedi \u00a0 soir.\u0007 ', en: 'Closed.' })).toEqual({
      notice: {
        kind: 'plannedWork',
        text: { fr: 'Fermé samedi soir.', en: 'Closed.' },
        shownFrom: '2026-11-10T15:00:00.000Z',
        shownUntil: '2026-11-15T05:00:00.000Z',
      },
    })
  })

  it('N-02 an outage alone may have no end', () => {
    expect(read({ kind: 'outage', until: nothing })).toMatchObject({ notice: { shownUntil: null } })
    expect(problemsOf({ until: nothing })).toEqual([
      { field: 'until', problem: 'date.required' },
      { field: 'untilTime', problem: 'time.required' },
    ])
    // Begun, it is finished.
    expect(
      problemsOf({ kind: 'outage', until: { ...nothing, day: '12' } }).map(({ field }) => field),
    ).toEqual(['until', 'untilTime'])
  })

  it.each<[string, Change, string, string]>([
    ['N-03 no kind', { kind: '' }, 'kind', 'kind.required'],
    ['N-04 a kind there is not', { kind: 'constructor' }, 'kind', 'kind.required'],
    ['N-05 a language without words', { en: ' \n ' }, 'en', 'text.required'],
    ['N-06 too long', { fr: 'é'.repeat(LONGEST_NOTICE + 1) }, 'fr', 'text.tooLong'],
    ['N-07 a part of the date missing', { from: { month: '' } }, 'from', 'date.monthMissing'],
    ['N-08 no such hour', { from: { time: '24:00' } }, 'fromTime', 'time.impossible'],
    ['N-09 no hour at all', { from: { time: 'matin' } }, 'fromTime', 'time.format'],
    ['N-10 begun eight days ago', { from: { day: '2' } }, 'from', 'date.tooEarly'],
    ['N-11 a year too far', { until: { year: '2028' } }, 'until', 'date.tooLate'],
    ['N-12 an end before the beginning', { until: { day: '10', time: '9:59' } }, 'until', 'date.endsBefore'],
    ['N-13 over already', { from: { day: '9' }, until: { day: '10', time: '10:00' } }, 'until', 'date.over'],
  ])('%s', (_name, change, field, problem) => {
    expect(problemsOf(change)).toEqual([{ field, problem }])
  })

  it('N-14 the longest words pass, and everything wrong is said at once', () => {
    expect(problemsOf({ fr: 'é'.repeat(LONGEST_NOTICE) })).toEqual([])
    const empty = { kind: '', fr: '', en: '', from: nothing, until: nothing }
    expect(problemsOf(empty).map(({ field }) => field)).toEqual([
      'kind',
      'fr',
      'en',
      'from',
      'fromTime',
      'until',
      'untilTime',
    ])
  })
})

describe('what becomes of a notice', () => {
  const [before, at, after] = ['2026-11-10T14:59:59.999Z', now, '2026-11-10T15:00:00.001Z'] as Instant[]
  it.each([
    ['N-15 ahead of its time', { shownFrom: after, shownUntil: null, withdrawnAt: null }, 'ahead'],
    ['N-16 from its first instant', { shownFrom: at, shownUntil: null, withdrawnAt: null }, 'shown'],
    ['N-17 until just before its last', { shownFrom: before, shownUntil: after, withdrawnAt: null }, 'shown'],
    ['N-18 no longer at its last', { shownFrom: before, shownUntil: at, withdrawnAt: null }, 'over'],
    ['N-19 withdrawn', { shownFrom: before, shownUntil: after, withdrawnAt: at }, 'withdrawn'],
  ] as const)('%s', (_name, notice, state) => {
    expect(noticeState(notice as Parameters<typeof noticeState>[0], now)).toBe(state)
  })
})
