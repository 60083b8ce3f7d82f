import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, instant } from '@/domain/calendar'
import { drawOf, needsSecond, policyOn, withSamplings } from '@/domain/decision/four-eyes'
import { daysFor, longestHold, longestWait, readMove, type TypedMove } from '@/domain/decision/move-form'
import { verbs } from '@/domain/decision/transitions'

/*
 * Numbered cases of what comes with a move:
 *   MF-01 a decision says its reasons, among those that serve it
 *   MF-02 a question says what it asks, to whom where there are two, and until when
 *   MF-03 the day asked is after today and within ninety days; the one proposed is the agency's thirty
 *   MF-04 a hold begins when the notice of the law is over: seven days to receive it, ten to react
 *   MF-05 a document is one of those that may be asked, and a colleague one of the office
 *   MF-06 an amount in place of the one calculated says why, to the office; none is read where none was calculated
 *   MF-07 whatever is typed, an answer is had, and what is needed and missing is always a problem
 *   MF-08 four eyes: holds and overrides always; of refusals one in ten, the same one whoever tries
 */
const now = instant('2026-11-18T15:00:00.000Z')
const blank: TypedMove = {
  reasons: [],
  words: '',
  note: '',
  until: { day: '', month: '', year: '' },
  document: '',
  whose: '',
  assignee: '',
  amount: '',
}
const around = {
  kind: 'application',
  from: 'claimed',
  now,
  reasons: ['incomeAboveNeeds', 'documentsMissing'],
  documents: ['accountStatement', 'identityPhoto'],
  colleagues: ['a', 'b'],
  adults: ['applicant'],
  calculated: true,
} as const
const on = (day: string) => {
  const [year, month, of] = day.split('-') as [string, string, string]
  return { day: of, month, year }
}
const problemsOf = (read: ReturnType<typeof readMove>) => ('problems' in read ? read.problems : [])

it('MF-01 wants a reason that serves the decision', () => {
  expect(problemsOf(readMove('refuse', blank, around))).toEqual([{ field: 'reasons', problem: 'required' }])
  const odd = { ...blank, reasons: ['documentsMissing', 'becauseISaySo'] }
  expect(problemsOf(readMove('refuse', odd, around))).toEqual([{ field: 'reasons', problem: 'unknown' }])
  expect(readMove('refuse', { ...blank, reasons: ['documentsMissing'] }, around)).toMatchObject({
    move: { reasons: ['documentsMissing'], given: ['reasons'] },
  })
})

it('MF-02 wants words, and whom they are for', () => {
  const couple = { ...around, adults: ['applicant', 'spouse'] }
  const typed = { ...blank, words: '  ', until: on('2026-12-18') }
  expect(problemsOf(readMove('askInformation', typed, couple)).map(({ field }) => field)).toEqual([
    'words',
    'whose',
  ])
  const said = { ...typed, words: ' Depuis quand? ', whose: 'spouse' }
  expect(readMove('askInformation', said, couple)).toMatchObject({
    move: { words: 'Depuis quand?', whose: 'spouse', until: '2026-12-18' },
  })
  expect(readMove('askInformation', { ...said, whose: '' }, around)).toMatchObject({
    move: { whose: 'applicant' },
  })
  expect(problemsOf(readMove('askInformation', { ...said, whose: 'child' }, couple))).toEqual([
    { field: 'whose', problem: 'unknown' },
  ])
})

it('MF-03 waits until a day one can keep', () => {
  const until = (day: string) =>
    problemsOf(readMove('askCorrection', { ...blank, words: 'x', until: on(day) }, around))
  expect(until('2026-11-18')).toEqual([{ field: 'until', problem: 'date.tooEarly' }])
  expect(until('2026-11-19')).toEqual([])
  expect(until(addDays('2026-11-18' as never, longestWait))).toEqual([])
  expect(until(addDays('2026-11-18' as never, longestWait + 1))).toEqual([
    { field: 'until', problem: 'date.tooLate' },
  ])
  expect(daysFor('askInformation', now)?.usual).toBe('2026-12-18')
  expect(daysFor('accept', now)).toBeNull()
})

it('MF-04 holds nothing before the notice is over', () => {
  const days = daysFor('hold', now)!
  expect(days.earliest).toBe('2026-12-06')
  expect(days.latest).toBe(addDays('2026-12-06' as never, longestHold))
  const typed = { ...blank, reasons: ['documentsMissing'], until: on('2026-12-05') }
  expect(problemsOf(readMove('hold', typed, around))).toEqual([{ field: 'until', problem: 'date.tooEarly' }])
})

it('MF-05 asks for what may be asked, and gives to a colleague', () => {
  const typed = { ...blank, until: on('2026-12-18') }
  expect(problemsOf(readMove('requestDocument', typed, around))).toEqual([
    { field: 'document', problem: 'required' },
  ])
  expect(problemsOf(readMove('requestDocument', { ...typed, document: 'toString' }, around))).toEqual([
    { field: 'document', problem: 'unknown' },
  ])
  expect(problemsOf(readMove('assign', { ...blank, assignee: 'z' }, around))).toEqual([
    { field: 'assignee', problem: 'unknown' },
  ])
  expect(readMove('assign', { ...blank, assignee: 'b' }, around)).toMatchObject({ move: { assignee: 'b' } })
})

it('MF-06 wants to know why an amount is replaced', () => {
  const typed = { ...blank, reasons: ['incomeAboveNeeds'], amount: '1 234,56 $' }
  expect(problemsOf(readMove('accept', typed, around))).toEqual([{ field: 'note', problem: 'whyAmount' }])
  const why = { ...typed, note: 'Le loyer est payé par la soeur.' }
  expect(readMove('accept', why, around)).toMatchObject({ move: { amountCents: 123_456 } })
  expect(readMove('accept', why, { ...around, calculated: false })).toMatchObject({
    move: { amountCents: null },
  })
  expect(problemsOf(readMove('accept', { ...why, amount: '1e400' }, around))).toEqual([
    { field: 'amount', problem: 'money.format' },
  ])
})

it('MF-07 answers whatever is typed', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', 'applicant', '1', '2026', ''))
  const typed = fc.record({
    reasons: fc.array(fc.oneof(text, fc.constantFrom(...around.reasons)), { maxLength: 4 }),
    words: text,
    note: text,
    until: fc.record({ day: text, month: text, year: text }),
    document: text,
    whose: text,
    assignee: text,
    amount: text,
  })
  fc.assert(
    fc.property(fc.constantFrom(...verbs), typed, (verb, one) => {
      const read = readMove(verb, one, around)
      if ('problems' in read) {
        expect(read.problems.length).toBeGreaterThan(0)
        return
      }
      const { given, reasons, until, words, document, assignee } = read.move
      if (given.includes('reasons')) expect(reasons.length).toBeGreaterThan(0)
      for (const [need, value] of Object.entries({ until, words, document, assignee }))
        if (given.includes(need as never)) expect(value, need).not.toBeNull()
    }),
  )
})

it('MF-08 draws a refusal by its task, and nothing else', () => {
  const today = '2026-11-18' as never
  for (const draw of [0, 1, 7]) {
    expect(needsSecond('hold', today, draw)).toBe(true)
    expect(needsSecond('override', today, draw)).toBe(true)
  }
  const id = '01990000-0000-7000-8000-0000000000a0'
  expect(drawOf(id)).toBe(160)
  expect(needsSecond('refusal', today, drawOf(id))).toBe(true)
  expect(needsSecond('refusal', today, 161)).toBe(false)
  const never = {
    hold: 'never',
    override: 'never',
    bankChange: 'never',
    wideExtension: 'never',
    refusal: 'never',
  }
  const policies = [
    { from: '2026-12-01' as never, of: never as never, source: 'x' },
    { from: '2016-01-01' as never, of: { ...never, hold: 'always' } as never, source: 'x' },
  ]
  expect(needsSecond('hold', today, 3, policies)).toBe(true)
  expect(needsSecond('hold', '2026-12-01' as never, 3, policies)).toBe(false)
})

it('MF-09 changes the share of refusals from its day, and nothing else', () => {
  const on = (of: string) => of as never
  const set = withSamplings([
    { from: on('2027-01-01'), oneIn: 5 },
    // Granted last of two that begin together: it comes first.
    { from: on('2026-12-01'), oneIn: 1 },
    { from: on('2026-12-01'), oneIn: 50 },
  ])
  expect(needsSecond('refusal', on('2026-11-30'), 10, set)).toBe(true)
  expect(needsSecond('refusal', on('2026-11-30'), 5, set)).toBe(false)
  expect(needsSecond('refusal', on('2026-12-01'), 7, set)).toBe(true)
  expect(needsSecond('refusal', on('2027-01-01'), 5, set)).toBe(true)
  expect(needsSecond('refusal', on('2027-01-01'), 7, set)).toBe(false)
  for (const what of ['hold', 'override', 'bankChange', 'wideExtension'] as const)
    for (const day of ['2026-11-30', '2026-12-15', '2027-06-01'])
      expect(needsSecond(what, on(day), 7, set)).toBe(needsSecond(what, on(day), 7))
  // A later policy of the domain has the last word.
  const law = policyOn(on('2026-01-01'))
  const later = { ...law, from: on('2028-01-01'), of: { ...law.of, refusal: 'always' as const } }
  const both = withSamplings([{ from: on('2027-01-01'), oneIn: 50 }], [later, law])
  expect(needsSecond('refusal', on('2027-06-01'), 7, both)).toBe(false)
  expect(needsSecond('refusal', on('2028-01-01'), 7, both)).toBe(true)
  expect(policyOn(on('2000-01-01'))).toBe(law)
})
