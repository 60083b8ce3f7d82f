import { describe, expect, it } from 'vitest'
import { dayOf, instant } from '@/domain/calendar'
import {
  answerDue,
  errorsOfReview,
  lateReasons,
  mayAnswerReview,
  reviewOutcome,
  reviewRight,
  tribunalWithoutAnswer,
} from '@/domain/decision/review'

/*
 * The right to a review. Numbered cases:
 *   RV-01 the last day: seven days to receive, ninety to ask, and the next business day when it is none
 *   RV-02 it is late from the day after, by the clock of Québec
 *   RV-03 an answer is expected in ninety days; the Tribunal is open from the ninety-first
 *   RV-04 in time, only the reasons are asked; late, what made it impossible to ask sooner, and words for another reason
 *   RV-05 never who decided, nor who agreed
 *   RV-06 what a review comes to
 */
const leftAt = instant('2026-03-01T15:00:00.000Z')

describe('the right to a review', () => {
  it('RV-01 has a last day, which is a business day', () => {
    // March 8 is the first of ninety; June 6, 2026 is a Saturday.
    expect(reviewRight(leftAt, leftAt)).toEqual({ until: '2026-06-08', late: false })
  })

  it('RV-02 is late from the day after, in Québec', () => {
    const at = (text: string) => reviewRight(leftAt, instant(text)).late
    expect(at('2026-06-09T03:59:59.999Z')).toBe(false)
    expect(at('2026-06-09T04:00:00.000Z')).toBe(true)
  })

  it('RV-03 is answered in ninety days, or the Tribunal is open', () => {
    expect(dayOf(answerDue(instant('2026-06-08T15:00:00.000Z')))).toBe('2026-09-06')
    expect(tribunalWithoutAnswer(instant('2026-06-08T15:00:00.000Z'))).toBe('2026-09-07')
  })
})

describe('a request', () => {
  const asked = { words: 'Le salaire n’est pas le mien.', lateReason: '', lateWords: '' }
  const fields = (with_: Partial<typeof asked>, late: boolean) =>
    errorsOfReview({ ...asked, ...with_ }, late).map(({ field, problem }) => `${field} ${problem}`)

  it('RV-04 says why, and when it is late what made it impossible to ask sooner', () => {
    expect(fields({}, false)).toEqual([])
    expect(fields({ words: ' \n ' }, false)).toEqual(['words missing'])
    expect(fields({ words: 'a'.repeat(4001) }, false)).toEqual(['words tooLong'])
    expect(fields({}, true)).toEqual(['lateReason missing'])
    expect(fields({ lateReason: 'whim' }, true)).toEqual(['lateReason missing'])
    expect(fields({ lateReason: 'other' }, true)).toEqual(['lateWords missing'])
    expect(fields({ lateReason: 'other', lateWords: 'Une tempête' }, true)).toEqual([])
    for (const lateReason of lateReasons.filter((one) => one !== 'other')) {
      expect(fields({ lateReason }, true)).toEqual([])
    }
  })

  it('RV-05 is answered by another person', () => {
    const deciders = { decidedBy: 'ada', secondedBy: 'béa' }
    expect(['ada', 'béa', 'cléo'].map((one) => mayAnswerReview(one, deciders))).toEqual([false, false, true])
    expect(mayAnswerReview('béa', { decidedBy: 'ada', secondedBy: null })).toBe(true)
  })

  it('RV-06 changes, releases, maintains, or comes too late', () => {
    expect(reviewOutcome('accept', 'refused')).toBe('changed')
    expect(reviewOutcome('accept', 'held')).toBe('released')
    expect(reviewOutcome('partlyAccept', 'held')).toBe('changed')
    expect(reviewOutcome('refuse', 'refused')).toBe('maintained')
    expect(reviewOutcome('refuse', 'refused', true)).toBe('refused')
    expect(reviewOutcome('close', 'refused')).toBeNull()
  })
})
