import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { instant } from '@/domain/calendar'
import { grounds, groundsOf } from '@/domain/privacy/answer'
import { privacyKinds, problemsOfAsking } from '@/domain/privacy/request'
import type { OfficeRequest, OfficeRequestPage } from '@/features/privacy/office-queries'
import { OfficePrivacyView } from '@/features/privacy/OfficePrivacyView'
import { OfficeRequestView } from '@/features/privacy/OfficeRequestView'
import { PrivacyView } from '@/features/privacy/PrivacyView'
import type { PrivacyPage } from '@/features/privacy/queries'
import type { PrivacyRequest } from '@/features/privacy/requests'
import { askNotes, officeNotes } from '@/features/privacy/schema'
import { formatDay } from '@/i18n/format'
import { locales, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'

/*
 * The pages about one's own information, drawn as HTML. Numbered cases:
 *   PW-01 what is there at once comes first, with its links; then the form, every kind in words
 *   PW-02 what is wrong is told on top and at its field, what was typed is there; text of people stays text
 *   PW-03 each request says its number, its status in words, and the day an answer is due; it can be withdrawn
 *   PW-04 overdue, it says so in words, and until when the Commission may be asked
 *   PW-05 answered, it says what, on what ground, and until when the Commission may be asked; no more button
 *   PW-06 the office reads the days left, and that it is late, in words; each kind has its grounds
 *   PW-07 what is wrong in the office is told at its field; past the limit nothing is extended; answered, nothing is asked
 *   PW-08 every note has its words
 */
const at = instant('2026-11-10T15:00:00.000Z')
const request: PrivacyRequest = {
  ...{ id: 'r', receiptNumber: 'Q-2611-X', kind: 'access', words: 'Mes <b>notes</b>', askedAt: at },
  ...{ extendedAt: null, extensionDays: null, extensionReason: null, answeredAt: null, withdrawnAt: null },
  ...{ outcome: null, ground: null, answer: null },
}
const mine = (rest: Partial<PrivacyPage> = {}, locale: Locale = 'fr') =>
  renderToStaticMarkup(
    <PrivacyView
      locale={locale}
      page={{ now: at, requests: [], typed: { kind: '', words: '' }, problems: [], ...rest }}
      note={undefined}
      formKey="formKey"
    />,
  )
const officeRequest: OfficeRequest = {
  ...{ ...request, askedBy: 'Ana Essai', fileNumber: 'TEST-1', householdId: 'h', language: 'fr' },
}
const one = (rest: Partial<OfficeRequestPage> = {}, locale: Locale = 'fr') =>
  renderToStaticMarkup(
    <OfficeRequestView
      locale={locale}
      page={{
        ...{ now: at, request: officeRequest },
        answer: { typed: { outcome: '', ground: '', words: '' }, problems: [] },
        extension: { typed: { days: '', reason: '' }, problems: [] },
        ...rest,
      }}
      note={undefined}
      formKey="formKey"
    />,
  )
const late = instant('2026-12-03T15:00:00.000Z')

describe('the page of the person', () => {
  it.each(locales)('PW-01 begins with what needs no request (%s)', (locale) => {
    const html = mine({}, locale)
    for (const link of [
      paths.myData(locale),
      paths.looks(locale),
      paths.change(locale),
      paths.address(locale),
    ]) {
      expect(html.indexOf(`href="${link}"`), link).toBeGreaterThan(0)
      expect(html.indexOf(`href="${link}"`), link).toBeLessThan(html.indexOf('<form'))
    }
    for (const kind of privacyKinds) expect(html).toContain(`value="${kind}"`)
    expect(html).not.toContain('privacy.')
  })

  it('PW-02 tells what is wrong, and keeps what was typed', () => {
    const typed = { kind: '', words: '<i>' }
    const html = mine({ typed, problems: problemsOfAsking({ kind: '', words: '' }) })
    expect(html).toContain('href="#kind"')
    expect(html).toContain('href="#words"')
    expect(html).toContain('id="words.error"')
    expect(html).toContain('&lt;i&gt;')
    expect(html).toContain('value="discard"')
    expect(mine()).not.toContain('value="discard"')
  })

  it.each(locales)('PW-03 a request has a number, a status and a day (%s)', (locale) => {
    const html = mine({ requests: [request] }, locale)
    expect(html).toContain('Q-2611-X')
    expect(html).toContain('Mes &lt;b&gt;notes')
    expect(html).toContain(formatDay('2026-11-30' as never, locale))
    expect(html).toContain('/api/privacy-requests/r/withdrawal')
    const longer = { ...request, extendedAt: at, extensionDays: 10, extensionReason: 'Aux archives' }
    const extended = mine({ requests: [longer] }, locale)
    expect(extended).toContain(formatDay('2026-12-10' as never, locale))
    expect(extended).toContain('Aux archives')
    expect(mine({ requests: [{ ...request, withdrawnAt: at }] }, locale)).not.toContain('/withdrawal')
  })

  it.each([
    ['fr', 'En retard'],
    ['en', 'Late'],
  ] as const)('PW-04 says that it is late, and where to go (%s)', (locale, words) => {
    const html = mine({ requests: [request], now: late }, locale)
    expect(html).toContain(words)
    expect(html).toContain('Commission d’accès à l’information')
    expect(html).toContain(formatDay('2026-12-30' as never, locale))
    expect(mine({ requests: [request] }, locale)).not.toContain(words)
  })

  it.each(locales)('PW-05 tells the answer and the review (%s)', (locale) => {
    for (const ground of grounds) {
      const refused = { outcome: 'refused', ground, answer: 'Voici <u>' } as const
      const html = mine({ requests: [{ ...request, ...refused, answeredAt: at }] }, locale)
      expect(html).toContain('Voici &lt;u&gt;')
      expect(html).toContain(formatDay('2026-12-10' as never, locale))
      expect(html).not.toContain('/withdrawal')
      expect(html).not.toContain('ground.')
    }
  })
})

describe('the pages of the office', () => {
  it.each([
    ['fr', 'Il reste 20 jours', 'En retard de 3 jours', 'Dernier jour'],
    ['en', '20 days left', 'Late by 3 days', 'Last day'],
  ] as const)('PW-06 says the days in words (%s)', (locale, left, over, last) => {
    const list = (now: typeof at) =>
      renderToStaticMarkup(
        <OfficePrivacyView locale={locale} page={{ now, open: [officeRequest], closed: [officeRequest] }} />,
      )
    expect(list(at)).toContain(left)
    expect(list(late)).toContain(over)
    expect(list(instant('2026-11-30T15:00:00.000Z'))).toContain(last)
    expect(list(at)).toContain(`href="${paths.officePrivacyRequest(locale, 'r')}"`)
    for (const kind of privacyKinds) {
      const html = one({ request: { ...officeRequest, kind } }, locale)
      for (const ground of grounds)
        expect(html.includes(`value="${ground}"`), `${kind} ${ground}`).toBe(groundsOf(kind).includes(ground))
    }
  })

  it('PW-07 tells what is wrong, and asks only what can be done', () => {
    const wrong = one({
      answer: {
        typed: { outcome: 'refused', ground: '', words: '<i>' },
        problems: [{ field: 'ground', problem: 'missing' }],
      },
      extension: { typed: { days: '11', reason: '' }, problems: [{ field: 'days', problem: 'days' }] },
    })
    expect(wrong).toContain('href="#ground"')
    expect(wrong).toContain('id="days.error"')
    expect(wrong).toContain('&lt;i&gt;')
    expect(wrong).toContain('value="11"')
    expect(one()).toContain('/api/privacy-requests/r/extension')
    expect(one({ now: late })).not.toContain('/extension')
    expect(one({ now: late })).toContain('/answer')
    const answered = { ...officeRequest, answeredAt: at, outcome: 'granted', answer: 'Oui' } as const
    expect(one({ request: answered })).not.toContain('<form')
  })

  it.each(locales)('PW-08 every note has its words (%s)', (locale) => {
    const page = { now: at, requests: [], typed: { kind: '', words: '' }, problems: [] }
    for (const note of askNotes)
      expect(
        renderToStaticMarkup(<PrivacyView locale={locale} page={page} note={note} formKey="k" />),
      ).not.toContain('told.')
    const typed = { outcome: '', ground: '', words: '' }
    const request = {
      answer: { typed, problems: [] },
      extension: { typed: { days: '', reason: '' }, problems: [] },
    }
    for (const note of officeNotes)
      expect(
        renderToStaticMarkup(
          <OfficeRequestView
            locale={locale}
            page={{ now: at, request: officeRequest, ...request }}
            note={note}
            formKey="k"
          />,
        ),
      ).not.toContain('told.')
  })
})
