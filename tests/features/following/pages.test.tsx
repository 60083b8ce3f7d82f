import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { AgencyClock } from '@/domain/application/agency-clock'
import { eventKinds, type EventKind } from '@/domain/application/events'
import { assigningCentre, routeNotes, routeReasons, type Route } from '@/domain/application/routing'
import { applicationStatuses, type TimelineLine } from '@/domain/application/timeline'
import { day, instant } from '@/domain/calendar'
import { ProgressView } from '@/features/following/ProgressView'
import type { ProgressPage } from '@/features/following/queries'
import { tolds, type Told } from '@/features/following/schema'
import { documentNameIn } from '@/features/following/words'
import { Conversation } from '@/features/messages/Conversation'
import { locales, type Locale } from '@/i18n/locale'
import { mailboxOfApplication } from '@/server/mailbox'
import { officeDirectory } from '@/server/offices'

/*
 * The page where one follows an application, drawn as HTML. Numbered cases:
 *   FV-01 every status, clock, reason, note, event and message has its words, in both languages
 *   FV-02 what is wrong is told on top and at its field; what was done is told
 *   FV-03 a paper of the other adult says so; text of people stays text
 *   FV-04 no button does what this adult may not do
 *   FV-05 nothing is said of another adult to one who applies alone
 */
const at = instant('2026-11-16T15:00:00.000Z')
const until = day('2026-12-16')
const route: Route = {
  ...{ officeCode: '009', reason: 'postalArea', certain: true },
  details: { postalArea: 'J2B', place: null, delegatedTo: null, others: [], notes: [] },
}
const office = officeDirectory().offices.find(({ code }) => code === '009')!
const page = (rest: Partial<ProgressPage> = {}): ProgressPage => ({
  ...{ now: at, adult: 'applicant', status: 'withOffice', clock: { state: 'notStarted' } },
  ...{ missing: { own: [], ofOther: 0 }, sent: { version: 1, receiptNumber: 'Q-1', office, route } },
  ...{ startedAt: at, correcting: false, couple: true, timeline: [], messages: [], key: 'key' },
  promise: { state: 'none' },
  ...rest,
})
const draw = (of: Partial<ProgressPage>, locale: Locale = 'fr', told: Told | null = null) => {
  const shown = page(of)
  return renderToStaticMarkup(
    <ProgressView
      locale={locale}
      page={shown}
      told={told}
      formKey="formKey"
      documentName={documentNameIn(locale, shown.adult)}
      conversation={
        <Conversation
          locale={locale}
          messages={shown.messages}
          reader="person"
          fileHref={(id) => `/api/application/documents/${id}`}
        />
      }
      fileProblem={null}
    />,
  )
}

const counted = { startedAt: at, counted: 2, left: 3, of: 5 }
const clocks: readonly AgencyClock[] = [
  { state: 'notSent' },
  { state: 'notStarted', waitsFor: [] },
  { state: 'running', ...counted, promisedDay: until, today: 3 },
  { state: 'running', ...counted, promisedDay: until, today: null },
  { state: 'stopped', ...counted, since: at, waitsFor: [] },
  { state: 'overdue', startedAt: at, promisedDay: until, businessDaysLate: 0, waitsFor: [] },
  { state: 'overdue', startedAt: at, promisedDay: until, businessDaysLate: 2, waitsFor: [] },
  { state: 'kept', decidedAt: at, promisedDay: null },
  { state: 'broken', decidedAt: at, promisedDay: until },
  { state: 'withdrawn', at },
]
const line = (kind: EventKind, rest: Partial<TimelineLine> = {}): TimelineLine => ({
  ...{ at, kind, by: 'applicant', about: 'household', subject: 'wageProof.applicant.1', own: true },
  ...rest,
})
/** What stands where a text was not found, and what is left of one that was not filled in. */
const broken =
  /(?:^|[\s>\"])(?:following|application|route|clock|told|event|missing|office)\.[a-z]\w|\{[a-z]|undefined|NaN|\[object/

describe('words for everything', () => {
  test.each(locales)('FV-01 in %s', (locale) => {
    const pages: Partial<ProgressPage>[] = [
      ...applicationStatuses.map((status) => ({ status })),
      ...clocks.map((clock) => ({ clock })),
      ...routeReasons.map((reason) => ({
        sent: { ...page().sent!, route: { ...route, reason, certain: false } },
      })),
      ...routeNotes.map((note) => ({
        sent: {
          ...page().sent!,
          route: { ...route, details: { ...route.details, notes: [note], delegatedTo: 'x' } },
        },
      })),
      { sent: { ...page().sent!, office: null, route: { ...route, officeCode: assigningCentre } } },
      ...eventKinds.flatMap((kind) =>
        ([{ own: true }, { own: false, by: 'office' }, { own: false, by: 'machine' }] as const).map(
          (who) => ({
            timeline: [line(kind, who)],
          }),
        ),
      ),
      ...(['given', 'later', 'mail', 'office', 'cannot'] as const).map((answer) => ({
        timeline: [line('documentAnswered', { answer })],
      })),
      {
        missing: {
          own: (['document', 'information', 'confirmation'] as const).map((kind) => ({
            ...{
              kind,
              subject: 'identityPhoto.applicant',
              of: 'applicant',
              since: at,
              byOffice: false,
              until,
            },
            past: kind === 'document',
          })),
          ofOther: 2,
        },
      },
      { correcting: true },
      { adult: 'spouse' },
      { couple: false },
    ]
    for (const one of pages) expect(draw(one, locale)).not.toMatch(broken)
    for (const told of tolds) expect(draw({}, locale, told)).not.toMatch(broken)
  })
})

test('FV-02 what is wrong is on top and at its field', () => {
  const empty = draw({}, 'fr', 'messageEmpty')
  expect(empty).toContain('href="#text"')
  expect(empty).toContain('id="text.error"')
  expect(empty.indexOf('href="#text"')).toBeLessThan(empty.indexOf('<h1'))
  const unsaid = draw({}, 'fr', 'notConfirmed')
  expect(unsaid).toContain('href="#confirm"')
  expect(unsaid).toMatch(/<details[^>]* open=""/)
  expect(draw({}, 'fr', 'messageSent')).toContain('Votre message est envoyé')
})

test('FV-03 papers have their names; what people wrote stays text', () => {
  const timeline = [
    line('documentGiven'),
    line('documentGiven', { subject: 'identityPhoto.spouse' }),
    line('documentGiven', { subject: 'odd.applicant' }),
  ]
  const html = draw({ timeline })
  expect(html).toContain('Preuve de salaire (2)')
  expect(html).toContain('Pièce d’identité avec photo, pour l’autre adulte')
  expect(html).toContain('Document demandé')
  const messages = [
    {
      ...{ id: '1', mailbox: mailboxOfApplication('a', 'applicant'), fromOffice: true, writer: null, at },
      ...{ text: '<b>مرحبا</b> 🌻', readAt: null, isNew: true, replyBy: null, answered: false, files: [] },
    },
  ]
  expect(draw({ messages })).toContain('&lt;b&gt;مرحبا&lt;/b&gt; 🌻')
})

test('FV-05 speaks of another adult only where there is one', () => {
  expect(draw({})).toContain('L’autre adulte')
  expect(draw({ couple: false })).not.toMatch(/autre adulte|vous seul/i)
})

test('FV-04 shows each adult what they may do', () => {
  const actions = (html: string) => [...html.matchAll(/action="([^"]+)"/g)].map(([, action]) => action)
  const [write, correct, end] = ['messages', 'answers', 'withdrawal'].map((of) => `/api/application/${of}`)
  expect(actions(draw({}))).toEqual([write, correct, end])
  expect(actions(draw({ adult: 'spouse' }))).toEqual([write])
  expect(actions(draw({ status: 'draft', sent: null }))).toEqual([end])
  expect(actions(draw({ status: 'withdrawn' }))).toEqual([])
  expect(actions(draw({ status: 'decided' }))).toEqual([write])
  expect(actions(draw({ correcting: true }))).toEqual([write, end])
})
