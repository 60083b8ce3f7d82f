import { describe, expect, it } from 'vitest'
import { day, type Day } from '@/domain/calendar'
import {
  incidentDays,
  incidentFields,
  incidentWords,
  keptUntil,
  longestEntry,
  missingOf,
  missingThings,
  readIncident,
  type Incident,
  type TypedIncident,
} from '@/domain/privacy/incident'

/*
 * The register of confidentiality incidents (A-2.1, ss. 63.8 to 63.11; r. 3.1, ss. 7 and 8). Numbered cases, before the
 * code:
 *   IN-01 what happened, and since when the agency knows, are enough to begin an entry: the rest is told as missing
 *   IN-02 an entry that is whole misses nothing
 *   IN-03 a serious risk: the notices to the Commission and to the people are missing from the first moment
 *   IN-04 the people may not be told for a reason; a public notice has a reason
 *   IN-05 without a serious risk no notice is missing
 *   IN-06 what cannot be described, or dated, is told in words instead
 *   IN-07 no day is to come, an end comes after its beginning, nothing is known or told before it happened
 *   IN-08 a number of people is a number, as it is typed
 *   IN-09 words have a length; every problem is told once, from the top of the form down
 *   IN-10 kept five years after the agency became aware, or after the end of that period
 */
const today = day('2026-11-27')
const blank = { day: '', month: '', year: '' }
const on = (text: string) => {
  const [year, month, of] = text.split('-') as [string, string, string]
  return { day: of, month, year }
}
const empty = {
  ...Object.fromEntries(incidentWords.map((field) => [field, ''])),
  ...Object.fromEntries(incidentDays.map((field) => [field, blank])),
  ...{ persons: '', approximate: '', serious: '', publicNotice: '' },
} as TypedIncident
const begun: TypedIncident = {
  ...empty,
  circumstances: ' Une clé USB perdue. ',
  awareFrom: on('2026-11-20'),
}
const whole: TypedIncident = {
  ...begun,
  ...{ information: 'Adresses', occurredFrom: on('2026-11-18'), persons: '1 250', approximate: 'yes' },
  ...{
    sensitivity: 'Moyenne',
    fearedUse: 'Aucun',
    likelihood: 'Faible',
    serious: 'no',
    measures: 'Chiffrer',
  },
}
const read = (typed: TypedIncident): Incident => {
  const answer = readIncident(typed, today)
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems))
  return answer.incident
}
const problems = (change: Partial<TypedIncident>) => {
  const answer = readIncident({ ...begun, ...change }, today)
  return 'problems' in answer ? answer.problems.map(({ field, problem }) => `${field} ${problem}`) : []
}

describe('what an entry lacks', () => {
  it('IN-01 begins with what happened and when it was known', () => {
    const incident = read(begun)
    expect(incident).toMatchObject({ circumstances: 'Une clé USB perdue.', awareFrom: '2026-11-20' })
    expect(missingOf(incident)).toEqual([
      ...['information', 'occurred', 'persons', 'sensitivity', 'fearedUse', 'likelihood', 'conclusion'],
      'measures',
    ])
    expect(problems({ circumstances: ' ', awareFrom: blank })).toEqual([
      'circumstances words.required',
      'awareFrom date.required',
    ])
  })

  it('IN-02 whole, it lacks nothing', () => {
    expect(missingOf(read(whole))).toEqual([])
    expect(read(whole)).toMatchObject({ persons: 1250, approximate: true, serious: false })
  })

  it('IN-03 serious, its notices are missing at once', () => {
    const serious = { ...whole, serious: 'yes' }
    expect(missingOf(read(serious))).toEqual(['commissionNotice', 'personsNotice', 'publicNotice'])
    const told = { ...serious, commissionTold: on('2026-11-21'), personsTold: on('2026-11-22') }
    expect(missingOf(read(told))).toEqual(['publicNotice'])
    expect(missingOf(read({ ...told, publicNotice: 'no' }))).toEqual([])
  })

  it('IN-04 people may be told later for a reason; a public notice has one', () => {
    const serious = { ...whole, serious: 'yes', commissionTold: on('2026-11-21'), publicNotice: 'yes' }
    const held = { ...serious, whyNotTold: 'Une enquête de police' }
    expect(missingOf(read(held))).toEqual(['publicNoticeWhy'])
    expect(missingOf(read({ ...held, publicNoticeWhy: 'Adresses inconnues' }))).toEqual([])
  })

  it('IN-05 not serious, it needs no notice', () => {
    expect(missingOf(read({ ...whole, serious: 'no' }))).toEqual([])
    expect(missingThings.filter((one) => missingOf(read({ ...whole, serious: '' })).includes(one))).toEqual([
      'conclusion',
    ])
  })

  it('IN-06 words stand for what is not known', () => {
    const unknown = { ...whole, information: '', occurredFrom: blank }
    expect(missingOf(read(unknown))).toEqual(['information', 'occurred'])
    const said = { ...unknown, whyNotDescribed: 'La clé est perdue', occurredWords: 'Cet automne' }
    expect(missingOf(read(said))).toEqual([])
  })
})

describe('what is typed', () => {
  it('IN-07 days follow each other, and none is to come', () => {
    expect(problems({ awareFrom: on('2026-11-28') })).toEqual(['awareFrom date.tooLate'])
    expect(problems({ awareFrom: on('2026-11-27') })).toEqual([])
    expect(problems({ awareUntil: on('2026-11-19') })).toEqual(['awareUntil date.endsBefore'])
    expect(problems({ occurredUntil: on('2026-11-19') })).toEqual(['occurredUntil date.noStart'])
    expect(
      problems({
        occurredFrom: on('2026-11-02'),
        occurredUntil: on('2026-11-01'),
        awareUntil: on('2026-02-30'),
      }),
    ).toEqual(['occurredUntil date.endsBefore', 'awareUntil date.impossible'])
    expect(problems({ occurredFrom: on('2026-11-21') })).toEqual(['awareFrom date.knownBefore'])
    expect(problems({ commissionTold: on('2026-11-19'), personsTold: on('2026-11-20') })).toEqual([
      'commissionTold date.toldBefore',
    ])
  })

  it('IN-08 a number of people is a number', () => {
    for (const [typed, persons] of [
      ['', null],
      ['0', 0],
      ['1\u00a0250', 1250],
      ['٣', 3],
    ] as const)
      expect(read({ ...begun, persons: typed }).persons).toBe(persons)
    for (const typed of ['-1', '1,5', '1e400', 'cent', '10000001', '999999999999'])
      expect(problems({ persons: typed }), typed).toEqual(['persons persons.format'])
  })

  it('IN-09 words have a length, and problems an order', () => {
    const long = 'x'.repeat(longestEntry + 1)
    expect(problems({ measures: long, information: long, persons: 'x' })).toEqual([
      'information words.tooLong',
      'persons persons.format',
      'measures words.tooLong',
    ])
    expect(problems({ measures: `${long.slice(1)}  ` })).toEqual([])
    expect(new Set(incidentFields).size).toBe(incidentWords.length + incidentDays.length + 4)
  })
})

it('IN-10 is kept five years after it was known', () => {
  const until = (awareFrom: string, awareUntil: string | null = null) =>
    keptUntil({ awareFrom: awareFrom as Day, awareUntil: awareUntil as Day | null })
  expect(until('2026-11-20')).toBe('2031-11-20')
  expect(until('2026-11-20', '2026-12-02')).toBe('2031-12-02')
  expect(until('2028-02-29')).toBe('2033-03-01')
})
