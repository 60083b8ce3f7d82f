import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { day, instant, month } from '@/domain/calendar'
import { outcomes } from '@/domain/decision/outcomes'
import { errorsOfReview, lateReasons } from '@/domain/decision/review'
import { cents } from '@/domain/money'
import { AskedView } from '@/features/reviews/AskedView'
import { AskView } from '@/features/reviews/AskView'
import type { OfficeReview } from '@/features/reviews/office-queries'
import { OfficeReviewView } from '@/features/reviews/OfficeReviewView'
import type { ReviewPage } from '@/features/reviews/queries'
import { ReviewEntryView } from '@/features/reviews/ReviewEntryView'
import { formatDay } from '@/i18n/format'
import { locales, type Locale } from '@/i18n/locale'

/*
 * The pages of a review, drawn as HTML. Numbered cases:
 *   RW-01 the form: in time it asks why; late, what made it impossible to ask sooner, with every reason in words
 *   RW-02 what is wrong is told on top and at its field, and what was typed is there; text of people stays text
 *   RW-03 once sent: its number, when an answer is expected, when the Tribunal is open; of the other adult, no word
 *   RW-04 answered: what it came to, and until when the Tribunal hears it
 *   RW-05 beside a decision: until when, or where it stands
 *   RW-06 the office reads who, when, why, and what was decided; who decided is told that it is not theirs
 */
const at = instant('2026-11-16T15:00:00.000Z')
const decision = { id: 'd', number: 'D-2611-1', outcome: 'refused', leftAt: at } as const
const draft = { id: 'r', words: '', lateReason: '', lateWords: '', attempted: false, asked: null }
const page = (rest: Partial<ReviewPage> = {}): ReviewPage => ({
  ...{
    decision,
    until: day('2027-02-22'),
    late: false,
    own: null,
    errors: [],
    standing: null,
    tribunal: null,
  },
  ...rest,
})
const form = { formKey: 'formKey', action: '/api/decisions/d/review' }
const ask = (rest: Partial<ReviewPage>, locale: Locale = 'fr') =>
  renderToStaticMarkup(<AskView locale={locale} page={page(rest)} {...form} />)
const asked = (rest: Partial<ReviewPage>, locale: Locale = 'fr') =>
  renderToStaticMarkup(<AskedView locale={locale} page={page(rest)} {...form} />)
const standing = { askedAt: at, dueAt: instant('2027-02-15T04:59:59.999Z'), answer: null }
const sent = {
  ...{ ...draft, words: 'Le <b>salaire</b>\nn’est pas le mien' },
  asked: { at, receiptNumber: 'Q-2611-X', late: false, until: day('2027-02-22'), dueAt: standing.dueAt },
}
const tribunal = { until: null, from: day('2027-02-15') }

describe('asking', () => {
  it.each(locales)('RW-01 asks why, and when it is late what made it late (%s)', (locale) => {
    const inTime = ask({}, locale)
    expect(inTime).toContain('name="words"')
    expect(inTime).not.toContain('name="lateReason"')
    const late = ask({ late: true }, locale)
    for (const reason of lateReasons) expect(late).toContain(`value="${reason}"`)
    expect(late).not.toContain('reviews.')
  })

  it('RW-02 tells what is wrong, and keeps what was typed', () => {
    const own = { ...draft, words: ' ', lateReason: 'other', lateWords: '<i>', attempted: true }
    const html = ask({ late: true, own, errors: errorsOfReview({ ...own, lateWords: '' }, true) })
    expect(html).toContain('href="#words"')
    expect(html).toContain('href="#lateWords"')
    expect(html).toContain('id="words.error"')
    expect(html).toContain('&lt;i&gt;')
    expect(html).toMatch(/value="other"[^>]*checked|checked[^>]*value="other"/)
  })
})

describe('asked', () => {
  it.each(locales)('RW-03 has a number and a day (%s)', (locale) => {
    const html = asked({ own: sent, standing, tribunal }, locale)
    expect(html).toContain('Q-2611-X')
    expect(html).toContain('&lt;b&gt;salaire')
    expect(html).toContain('value="withdraw"')
    const other = asked({ standing, tribunal }, locale)
    expect(other).not.toContain('salaire')
    expect(other).not.toContain('value="withdraw"')
  })

  it.each(locales)('RW-04 has an answer and a Tribunal (%s)', (locale) => {
    for (const outcome of outcomes) {
      const answer = { id: 'a', number: 'D-2612-9', outcome, at }
      const html = asked(
        { own: sent, standing: { ...standing, answer }, tribunal: { ...tribunal, until: day('2027-04-01') } },
        locale,
      )
      expect(html).toContain('D-2612-9')
      expect(html).toContain(formatDay(day('2027-04-01'), locale))
      expect(html).not.toContain('value="withdraw"')
      expect(html).not.toContain('reviews.')
    }
  })

  it.each(locales)('RW-05 stands beside its decision (%s)', (locale) => {
    const entry = { decisionId: 'd', until: day('2027-02-22'), late: false, begun: false, askedAt: null }
    const draw = (rest: object) =>
      renderToStaticMarkup(
        <ReviewEntryView
          locale={locale}
          entry={{ ...entry, dueOn: null, answer: null, ...rest }}
          href="/x"
        />,
      )
    expect(draw({})).toContain(formatDay(day('2027-02-22'), locale))
    expect(draw({ late: true })).not.toEqual(draw({}))
    expect(draw({ begun: true })).not.toEqual(draw({}))
    expect(draw({ askedAt: at, dueOn: day('2027-02-14') })).toContain('2027')
    expect(draw({ askedAt: at, answer: { id: 'a', number: 'D-9' } })).toContain('D-9')
  })
})

describe('at the office', () => {
  const review: OfficeReview = {
    ...{ id: 'r', householdId: 'h', applicationId: null, fileNumber: 'F-1', receiptNumber: 'Q-2611-X' },
    ...{ askedBy: { name: 'Ana <b>', adult: null }, askedAt: at, dueAt: at, late: true },
    ...{ until: day('2026-10-01'), words: 'Pas <b>moi', lateReason: 'illness', lateWords: 'Hôpital' },
    withdrawnAt: null,
    decision: {
      ...{ id: 'd', number: 'D-2611-1', outcome: 'refused', leftAt: at, fromMonth: month('2026-12') },
      ...{ totalCents: cents(81_500), words: 'Non', decidedBy: 'Jules', secondedBy: 'Marc' },
    },
    own: false,
  }
  it.each(locales)('RW-06 reads the request beside the decision (%s)', (locale) => {
    const draw = (rest: Partial<OfficeReview>) =>
      renderToStaticMarkup(
        <OfficeReviewView locale={locale} review={{ ...review, ...rest }} panel={<p>PANEL</p>} />,
      )
    const html = draw({})
    for (const part of ['Ana &lt;b&gt;', 'Pas &lt;b&gt;moi', 'Hôpital', 'D-2611-1', 'Jules', 'Marc', 'PANEL'])
      expect(html).toContain(part)
    expect(html).toContain(locale === 'fr' ? '815,00' : '$815.00')
    expect(html).not.toContain('reviews.')
    expect(draw({ own: true })).not.toEqual(html)
    expect(draw({ withdrawnAt: at })).not.toEqual(html)
    const applicant = draw({ askedBy: { name: null, adult: 'spouse' }, applicationId: 'a', fileNumber: null })
    expect(applicant).toContain('/a"')
  })
})
