import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { cents } from '@/domain/money'
import { day, instant, month } from '@/domain/calendar'
import { taskKinds, taskStates } from '@/domain/decision/task'
import { fourEyes, withSamplings } from '@/domain/decision/four-eyes'
import { ExportForm } from '@/features/exports/ExportForm'
import { ExportsView } from '@/features/exports/ExportsView'
import { exportNotes } from '@/features/exports/schema'
import { OpenedFileView } from '@/features/opening/OpenedFileView'
import type { OpenedFile } from '@/features/opening/queries'
import { pages as questionPages } from '@/domain/application/questions'
import { eventKinds } from '@/domain/application/events'
import { applicationStatuses } from '@/domain/application/timeline'
import type { OpenedApplication } from '@/features/opening/application-queries'
import { OpenedApplicationView } from '@/features/opening/OpenedApplicationView'
import { OpenFileView } from '@/features/opening/OpenFileView'
import { openingNotes } from '@/features/opening/schema'
import { ProposalsView } from '@/features/proposals/ProposalsView'
import type { ProposalLine } from '@/features/proposals/queries'
import { proposalNotes, roles, scopes, type ProposalNote } from '@/features/proposals/schema'
import { HandOverView } from '@/features/team/HandOverView'
import type { TeamPage } from '@/features/team/queries'
import { teamNotes } from '@/features/team/schema'
import { TeamView } from '@/features/team/TeamView'
import { CloseLooksView, OpeningsView } from '@/features/trail/CloseLooksView'
import { readSearch, trailProblems } from '@/features/trail/schema'
import { TrailView } from '@/features/trail/TrailView'
import { locales, type Locale } from '@/i18n/locale'

/*
 * The pages of supervision, drawn as HTML. Numbered cases:
 *   SV-01 every code they may show has its words, in both languages
 *   SV-02 what people typed stays text
 */
const at = instant('2026-11-10T15:00:00.000Z')
const outcomes = [
  'accepted',
  'partlyAccepted',
  'refused',
  'held',
  'released',
  'changed',
  'ended',
  'maintained',
]
const opened = {
  ...{
    id: 'id',
    fileNumber: 'CP-1',
    officeFr: 'Bureau',
    officeEn: 'Office',
    officePhone: '1',
    reason: 'call',
    until: at,
  },
  now: at,
  people: [
    { name: 'Ada <b>', role: 'adult', birthDate: day('1980-01-01') },
    { name: 'Bo', role: 'child', birthDate: day('2020-01-01') },
  ],
  states: [],
  filings: (['statement', 'change'] as const).map((kind) => ({
    ...{
      id: kind,
      kind,
      month: month('2026-10'),
      version: 2,
      receiptNumber: 'Q-1',
      filedByName: 'Ada',
      receivedAt: at,
    },
    answers: { changed: [] },
  })),
  payments: [{ month: month('2026-11'), total: cents(80_700) }],
  tasks: taskKinds.flatMap((kind) =>
    taskStates.map((state) => ({ id: `${kind} ${state}`, kind, state, openedAt: at, dueAt: null })),
  ),
  decisions: outcomes.map((outcome) => ({ number: outcome, outcome, fromMonth: null, at })),
} as unknown as OpenedFile
const application: OpenedApplication = {
  ...{ id: 'p', receiptNumber: 'Q-1', version: 2, sentAt: at, receivedAt: at, until: at, status: 'sent' },
  ...{
    officeFr: 'Bureau',
    officeEn: 'Office',
    officePhone: '1',
    clock: { state: 'notSent' },
    missingOfOne: 2,
  },
  missing: (['document', 'information', 'confirmation'] as const).map((kind) => ({
    ...{
      kind,
      subject: 'lease.household',
      of: 'household',
      since: at,
      until: day('2026-12-01'),
      past: false,
    },
  })) as never,
  timeline: eventKinds
    .filter((kind) => kind !== 'required')
    .map((kind) => ({ at, kind, by: 'office', about: 'household', subject: 'lease.household', own: false })),
}
const team: TeamPage = {
  ...{ now: at, officeFr: 'Bureau', officeEn: 'Office' },
  loads: [
    { colleague: { id: 'a', name: 'Alix <b>', role: 'agent' }, open: 3, waiting: 1, overdue: 1, oldest: at },
    { colleague: null, open: 1, waiting: 0, overdue: 0, oldest: null },
  ],
  ages: [0, 1, 2, 3, 4].map((count) => ({ count, unassigned: count })),
  kinds: taskKinds.map((kind) => ({ kind, open: 1 })),
  promises: { kept: 3, broken: 1, overdue: 2 },
  mistakes: (['statement', 'change', 'application'] as const).map((form) => ({
    form,
    question: 'work.gross',
    times: 2,
  })),
  left: {
    ...{ month: month('2026-10'), sent: 4 },
    pages: (['start', 'questions', 'verification'] as const).map((page) => ({ page, count: 1 })),
  },
  applicationsLeft: {
    sent: 4,
    pages: ['start', ...questionPages.map(({ name }) => name), 'declaration'].map((page) => ({
      page,
      count: 1,
    })),
  },
  failingNotices: [1, 2].map((failures) => ({ id: `d${failures}`, number: 'D-1', failures, againAt: at })),
}
const common = {
  ...{ askedAt: at, askedBy: 'Un', isAboutMe: false, reasonFr: 'Raison <i>', reasonEn: 'Reason <i>' },
  ...{ decidedAt: at, decidedBy: 'Deux', officeFr: 'Bureau', officeEn: 'Office' },
}
const proposals = [
  ...roles.flatMap((role) =>
    (['granted', 'refused', 'withdrawn', null] as const).map((outcome) => ({
      ...{ ...common, id: `${role} ${outcome}`, kind: 'role', name: 'Ève', role, roleNow: role, outcome },
      isMine: outcome === null && role === 'agent',
    })),
  ),
  ...scopes.map((scope) => ({
    ...{ ...common, id: scope, kind: 'extension', scope, regionCode: scope === 'region' ? '10' : null },
    ...{ month: month('2026-11'), newInstant: at, outcome: null, isMine: false },
  })),
  ...[1, 5].map((oneIn) => ({
    ...{ ...common, id: `sampling ${oneIn}`, kind: 'sampling', oneIn, from: day('2027-01-01') },
    ...{ effect: { refusals: 40, now: 4, then: 8 }, outcome: null, isMine: false },
  })),
] as unknown as ProposalLine[]
const staff = (['agent', 'contact', 'supervisor', 'auditor', 'none'] as const).map((role) => ({
  ...{ id: role, name: `Nom ${role} <b>`, role, officeFr: null, officeEn: null },
}))
const listed = { period: { from: day('2026-10-12'), until: day('2026-11-10'), isLatest: false }, more: true }
const look = {
  id: 'l',
  at,
  staffId: 's',
  staffName: 'Ève <b>',
  officeFr: null,
  officeEn: null,
  fileNumber: 'CP-1',
  looks: 2,
}

const drawings = (locale: Locale) => [
  ...[undefined, ...openingNotes].flatMap((note) =>
    [true, false].map((breaksGlass) => (
      <OpenFileView key="" {...{ locale, formKey: 'k', breaksGlass, note, own: 'f' }} />
    )),
  ),
  ...applicationStatuses.map((status) => (
    <OpenedApplicationView
      key=""
      {...{ locale, promise: 'Promis', application: { ...application, status } }}
    />
  )),
  <OpenedFileView key="" {...{ locale, file: opened, answersOf: () => null }} />,
  <TeamView key="" {...{ locale, team, fileForm: <ExportForm {...{ locale, formKey: 'k' }} /> }} />,
  ...[undefined, ...teamNotes].map((note) => (
    <HandOverView
      key=""
      {...{ locale, formKey: 'k', note, moved: 2, left: 1 }}
      handOver={{
        ...{
          from: 'a',
          name: 'Alix',
          more: true,
          others: [{ id: 'b', name: 'Bo', role: 'supervisor' as const }],
        },
        tasks: taskStates.map((state) => ({
          ...{
            id: state,
            version: 1,
            kind: 'statement' as const,
            state,
            fileNumber: 'CP-1',
            openedAt: at,
            dueAt: at,
          },
          movable: state === 'received' || state === 'claimed',
        })),
      }}
    />
  )),
  ...[readSearch({ all: '1' }), { ...readSearch({}), problems: trailProblems }].map((search) => (
    <TrailView
      key=""
      {...{ locale, formKey: 'k', search, fileForm: null }}
      page={{
        ...{ staff, more: 'm', fileNumber: null },
        lines: [
          ...['citizen', 'representative', 'applicant', 'machine', 'odd'].map((actorKind) => ({
            ...{
              id: actorKind,
              at,
              actorKind,
              staffName: null,
              staffRole: null,
              officeFr: null,
              officeEn: null,
            },
            ...{ act: 'looked', subjectKind: 'household', fileNumber: null, details: { opening: '<b>' } },
          })),
        ],
      }}
    />
  )),
  <CloseLooksView
    key=""
    {...{ locale, list: { ...listed, lines: [{ ...look, surname: true, address: true }] } }}
  />,
  <OpeningsView
    key=""
    {...{ locale }}
    list={{
      ...listed,
      lines: (['presentHere', 'replacing', 'urgent', 'other'] as const).map((reason) => ({
        ...{
          ...look,
          id: reason,
          reason,
          words: '<script>',
          explained: reason === 'other' ? 'closed' : 'received',
        },
      })),
    }}
  />,
  ...[undefined, ...exportNotes].map((note) => (
    <ExportsView
      key=""
      {...{ locale, formKey: 'k', note }}
      files={(['tasks', 'trail'] as const).map((kind) => ({
        ...{ id: kind, kind, askedAt: at, done: 1500, total: 12_000, ready: kind === 'trail' },
      }))}
    />
  )),
  ...[undefined, ...(proposalNotes as readonly ProposalNote[])].map((note) => (
    <ProposalsView
      key=""
      {...{ locale, formKey: 'k', note, typed: { form: 'sampling', fields: { oneIn: '<b>' } } }}
      page={{
        waiting: proposals.filter(({ outcome }) => outcome === null),
        decided: proposals.filter(({ outcome }) => outcome !== null),
        people: staff,
        offices: [{ id: 'o', nameFr: 'Bureau', nameEn: 'Office' }],
        months: [month('2026-11')],
        policy: fourEyes[0]!,
        ahead: withSamplings([{ from: day('2027-01-01'), oneIn: 5 }]).slice(0, 1),
      }}
    />
  )),
]

test.each(locales)('SV-01 %s every code has its words', (locale) => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const drawing of drawings(locale)) {
    const html = renderToStaticMarkup(drawing)
    // A key without words is shown as its own path.
    const bare = html.replace(/\s(?:id|name|for|href|action|value|aria-\w+)="[^"]*"/g, '')
    const path = /\b(?:opening|trail|team|exports|proposals)\.[a-zA-Z]+[.\w-]*/.exec(bare)
    expect(path?.[0], html.slice(0, 200)).toBeUndefined()
  }
  expect(said.mock.calls).toEqual([])
  said.mockRestore()
})

test('SV-02 what people typed stays text', () => {
  const html = drawings('fr')
    .map((drawing) => renderToStaticMarkup(drawing))
    .join('')
  for (const tag of ['<b>', '<i>', '<script>']) expect(html).not.toContain(tag)
  expect(html).toContain('&lt;script&gt;')
})
