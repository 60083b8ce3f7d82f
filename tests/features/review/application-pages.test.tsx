import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { documentAnswers, eventKinds } from '@/domain/application/events'
import { routeNotes, type Route } from '@/domain/application/routing'
import { day, instant } from '@/domain/calendar'
import type { OfficeApplication } from '@/features/review/application-queries'
import { documentNameIn } from '@/features/review/application-words'
import { OfficeApplicationView } from '@/features/review/OfficeApplicationView'
import { locales, type Locale } from '@/i18n/locale'

/*
 * What an agent reads of applications, drawn as HTML. Numbered cases:
 *   RV-11 every reason, note, need, paper, answer, event and clock has its words, in both languages
 *   RV-12 an urgent need and a disagreement are on top; text of people stays text
 */
const at = instant('2026-11-16T15:00:00.000Z')
const route: Route = {
  ...{ officeCode: '009', reason: 'postalArea', certain: false },
  details: { postalArea: 'J2B', place: null, delegatedTo: null, others: ['026'], notes: [...routeNotes] },
}
const needs = ['noFood', 'noShelter', 'evictedSoon', 'energyCutOff', 'medication', 'violence', 'odd']
const application: OfficeApplication = {
  ...{ id: 'id', receiptNumber: 'Q-1', version: 2, signedName: 'Ada <b>', receivedAt: at, sentAt: at },
  ...{ sentOn: day('2026-11-16'), startedAt: at, language: 'fr', correctionReason: 'Une erreur', route },
  ...{ urgentNeeds: needs, answers: { applicant: {}, spouse: null }, clock: { state: 'notSent' } },
  missing: {
    own: (['document', 'information', 'confirmation'] as const).map((kind) => ({
      ...{ kind, subject: 'identityPhoto.spouse', of: 'spouse', since: at, byOffice: true, past: false },
      until: day('2026-12-16'),
    })),
    ofOther: 0,
  },
  files: (['notScanned', 'waiting', 'clean', 'infected'] as const).map((scan) => ({
    ...{ id: scan, requirement: 'wageProof.applicant.1', adult: 'applicant', type: 'image/jpeg' },
    ...{ pages: 2, scan, at },
  })),
  answered: documentAnswers.map((answer) => ({
    ...{
      requirement: `${answer}.applicant`,
      adult: 'applicant',
      answer,
      substitute: null,
      note: 'Lundi',
      at,
    },
  })),
  timeline: eventKinds.map((kind) => ({
    ...{ at, kind, by: 'machine', about: 'household', subject: 'odd.household', own: false },
  })),
  mailboxes: [],
  disagreement: { note: 'Non', at },
  asked: [],
  desk: { tasks: [], events: [], decisions: [], notes: [], looks: [] },
}
const draw = (locale: Locale) =>
  renderToStaticMarkup(
    <OfficeApplicationView
      {...{ locale, application, documentName: documentNameIn(locale) }}
      answers={<p>answers</p>}
      spouseAnswers={<p>spouse</p>}
      messages={<p>messages</p>}
      documents={<p>documents</p>}
      beside={<p>beside</p>}
    />,
  )
const broken =
  /(?:^|[\s>"])(?:review|application|applications|event|answer|need|scan)\.[a-z]\w|\{[a-z]|undefined|NaN/

test.each(locales)('RV-11 has its words in %s', (locale) => {
  expect(draw(locale)).not.toMatch(broken)
})

test('RV-12 what presses is on top, and what people wrote stays text', () => {
  const html = draw('fr')
  expect(html.indexOf('rien à manger')).toBeLessThan(html.indexOf('<dl'))
  expect(html.indexOf('autre besoin urgent')).toBeGreaterThan(0)
  expect(html).toContain('Pièce d’identité avec photo (conjoint)')
  expect(html).toContain('Ada &lt;b&gt;')
})
