import { describe, expect, it } from 'vitest'
import { instant, type Instant } from '@/domain/calendar'
import {
  grounds,
  groundsOf,
  readAnswer,
  readExtension,
  ruleOfGround,
  whyClosed,
  whyNoExtension,
} from '@/domain/privacy/answer'
import {
  answerDueOn,
  articleOf,
  byLimit,
  commissionUntil,
  longestWords,
  mayExtend,
  privacyKinds,
  problemsOfAsking,
  statusOf,
  type PrivacyFacts,
} from '@/domain/privacy/request'
import { isBusinessDay } from '@/domain/statement/holidays'

/*
 * What a person asks about their own information. Numbered cases, before the code:
 *   PQ-01 twenty days to answer, from the day of reception in Québec, even when the last is no business day
 *   PQ-02 received, then overdue from the day after the last: no answer in time is a refusal
 *   PQ-03 extended once, by ten days at most, before the twenty are over; never after, nor once answered or withdrawn
 *   PQ-04 the Commission: thirty days after the answer or the end of the time, the next business day when it is none
 *   PQ-05 answered late, the thirty days are those of the answer; withdrawn, or in time without answer, there are none
 *   PQ-06 a kind and words are asked for, and words have a length
 *   PQ-07 an answer has words; refused in whole or in part, a ground that is of its kind; granted, none
 *   PQ-08 an extension says why and by how many days, from one to ten
 *   PQ-09 the nearest limit comes first
 *   PQ-10 every kind and every ground has its article; every kind may be refused on some ground, and not on all
 */
const askedAt = instant('2026-11-10T15:00:00.000Z')
const facts = (rest: Partial<PrivacyFacts> = {}): PrivacyFacts => ({
  ...{ kind: 'access', askedAt, extendedAt: null, extensionDays: null, answeredAt: null, withdrawnAt: null },
  ...rest,
})
const extended = (days: number): Partial<PrivacyFacts> => ({
  extendedAt: instant('2026-11-20T15:00:00.000Z'),
  extensionDays: days,
})
const at = (text: string): Instant => instant(text)

describe('the clock of the agency', () => {
  it('PQ-01 is twenty days, of Québec', () => {
    expect(answerDueOn(facts())).toBe('2026-11-30')
    // 22:30 on the 9th in Québec, already the 10th in UTC.
    expect(answerDueOn(facts({ askedAt: at('2026-11-10T03:30:00.000Z') }))).toBe('2026-11-29')
    expect(isBusinessDay(answerDueOn(facts({ askedAt: at('2026-11-10T03:30:00.000Z') })))).toBe(false)
  })

  it('PQ-02 is over the day after its last', () => {
    const last = at('2026-12-01T04:59:59.999Z')
    expect(statusOf(facts(), askedAt)).toBe('received')
    expect(statusOf(facts(), last)).toBe('received')
    expect(statusOf(facts(), at('2026-12-01T05:00:00.000Z'))).toBe('overdue')
    expect(statusOf(facts({ answeredAt: last }), at('2027-03-01T05:00:00.000Z'))).toBe('answered')
    expect(statusOf(facts({ withdrawnAt: last }), at('2027-03-01T05:00:00.000Z'))).toBe('withdrawn')
  })

  it('PQ-03 is extended once, in time, by ten days at most', () => {
    expect(answerDueOn(facts(extended(10)))).toBe('2026-12-10')
    expect(statusOf(facts(extended(10)), at('2026-12-11T04:59:59.999Z'))).toBe('extended')
    expect(statusOf(facts(extended(10)), at('2026-12-11T05:00:00.000Z'))).toBe('overdue')
    expect(mayExtend(facts(), at('2026-12-01T04:59:59.999Z'))).toBe(true)
    expect(mayExtend(facts(), at('2026-12-01T05:00:00.000Z'))).toBe(false)
    expect(whyNoExtension(facts(), at('2026-12-01T05:00:00.000Z'))).toBe('tooLate')
    expect(whyNoExtension(facts(extended(3)), at('2026-11-21T05:00:00.000Z'))).toBe('extended')
    expect(whyNoExtension(facts({ answeredAt: askedAt }), askedAt)).toBe('answered')
    expect(whyNoExtension(facts({ withdrawnAt: askedAt }), askedAt)).toBe('withdrawn')
    expect(whyNoExtension(facts(), askedAt)).toBeNull()
    expect([whyClosed(facts()), whyClosed(facts({ answeredAt: askedAt }))]).toEqual([null, 'answered'])
  })
})

describe('the review of the Commission', () => {
  it('PQ-04 is open for thirty days, which end on a business day', () => {
    // November 20 and thirty days: Sunday, December 20, so Monday.
    const answered = facts({ answeredAt: at('2026-11-20T15:00:00.000Z') })
    expect(commissionUntil(answered, at('2026-11-20T15:00:00.000Z'))).toBe('2026-12-21')
    // Without an answer: November 30 and thirty days, December 30.
    expect(commissionUntil(facts(), at('2026-12-01T05:00:00.000Z'))).toBe('2026-12-30')
    expect(commissionUntil(facts(extended(10)), at('2026-12-11T05:00:00.000Z'))).toBe('2027-01-11')
  })

  it('PQ-05 counts from a late answer, and from nothing while an answer may come', () => {
    const late = facts({ answeredAt: at('2026-12-15T15:00:00.000Z') })
    expect(commissionUntil(late, at('2026-12-15T15:00:00.000Z'))).toBe('2027-01-14')
    expect(commissionUntil(facts(), askedAt)).toBeNull()
    expect(commissionUntil(facts({ withdrawnAt: askedAt }), at('2027-03-01T15:00:00.000Z'))).toBeNull()
  })
})

describe('what is typed', () => {
  it('PQ-06 has a kind and words', () => {
    expect(problemsOfAsking({ kind: 'access', words: 'Mon dossier' })).toEqual([])
    expect(problemsOfAsking({ kind: 'toString', words: ' ' })).toEqual([
      { field: 'kind', problem: 'missing' },
      { field: 'words', problem: 'missing' },
    ])
    expect(problemsOfAsking({ kind: 'access', words: 'x'.repeat(longestWords + 1) })).toEqual([
      { field: 'words', problem: 'tooLong' },
    ])
    expect(problemsOfAsking({ kind: 'access', words: ` ${'x'.repeat(longestWords)} ` })).toEqual([])
  })

  it('PQ-07 answers with words, and refuses on a ground of its kind', () => {
    const words = ' Voici. '
    expect(readAnswer('access', { outcome: 'granted', ground: 'health', words })).toEqual({
      answer: { outcome: 'granted', ground: null, words: 'Voici.' },
    })
    expect(readAnswer('access', { outcome: 'partly', ground: 'aboutOthers', words })).toEqual({
      answer: { outcome: 'partly', ground: 'aboutOthers', words: 'Voici.' },
    })
    const ground = { problems: [{ field: 'ground', problem: 'missing' }] }
    expect(readAnswer('access', { outcome: 'refused', ground: '', words })).toEqual(ground)
    expect(readAnswer('access', { outcome: 'refused', ground: 'accurate', words })).toEqual(ground)
    expect(readAnswer('access', { outcome: '', ground: '', words: '' })).toEqual({
      problems: [
        { field: 'outcome', problem: 'missing' },
        { field: 'words', problem: 'missing' },
      ],
    })
  })

  it('PQ-08 extends by one to ten days, with a reason', () => {
    expect(readExtension({ days: ' 10 ', reason: 'Un dossier sur papier.' })).toEqual({
      extension: { days: 10, reason: 'Un dossier sur papier.' },
    })
    for (const days of ['', '0', '11', '-1', '1e1', 'dix'])
      expect(readExtension({ days, reason: 'x' }), days).toEqual({
        problems: [{ field: 'days', problem: 'days' }],
      })
    expect(readExtension({ days: '3', reason: ' ' })).toEqual({
      problems: [{ field: 'reason', problem: 'missing' }],
    })
  })
})

it('PQ-09 the nearest limit comes first', () => {
  const early = facts({ askedAt: at('2026-11-09T15:00:00.000Z') })
  const longer = { ...early, ...extended(5) }
  expect([longer, facts(), early].sort(byLimit)).toEqual([early, facts(), longer])
})

it('PQ-10 every kind and every ground rests on an article', () => {
  for (const kind of privacyKinds) {
    expect(articleOf[kind].article, kind).toMatch(/^\d+(\.\d)?$/)
    expect(groundsOf(kind).length, kind).toBeGreaterThan(0)
    expect(groundsOf(kind).length, kind).toBeLessThan(grounds.length)
  }
  for (const ground of grounds) expect(ruleOfGround[ground].article, ground).toMatch(/^\d+(\.\d)?$/)
})
