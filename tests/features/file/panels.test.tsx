import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { day, instant, month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import { statementItems, applicationItems } from '@/domain/decision/items'
import { taskKinds, taskStates } from '@/domain/decision/task'
import { verbs } from '@/domain/decision/transitions'
import { changeTopics, nothingChanged } from '@/domain/statement/answers'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import { stateNames } from '@/domain/statement/state'
import { FileView } from '@/features/file/FileView'
import { NoteErrors, titleAfterNote } from '@/features/file/NoteErrors'
import { SearchView } from '@/features/file/SearchView'
import { ApplicationDesk } from '@/features/file/ApplicationDesk'
import { StatementDesk } from '@/features/file/StatementDesk'
import type { FileMonth } from '@/features/file/months'
import type { OfficeFiling } from '@/features/file/facts'
import type { OfficeFile } from '@/features/file/queries'
import { noteTolds, verifyTolds } from '@/features/file/schema'
import type { DeskTask, FileDesk } from '@/server/file-desk'
import { locales, type Locale } from '@/i18n/locale'

/*
 * What an agent reads of a file, drawn as HTML. Numbered cases:
 *   PN-01 every kind, state, verb, outcome and told has its words in both languages; no key, no hole
 *   PN-02 what people wrote stays text; amounts of a year are printed on the picture and in its table
 *   PN-03 one document is open in the page, in a frame or as a picture, and none that waits for the scanner
 *   PN-04 each item to verify has its own fields, what was on the screen included; nothing can be ticked when it is over
 *   PN-05 identifiers of a page are unique, and each link inside it leads to one of them
 *   PN-06 what came since the last look, and who came to the household of late, is marked
 *   PN-08 a decision in the timeline leads to its page
 *   PN-07 a note that is refused is said on top, and in the title of the page
 */
const at = instant('2026-11-16T15:00:00.000Z')
const job = {
  ...{ adultId: 'a', employer: 'Café <b>', grossCents: cents(50_000), netCents: cents(40_000) },
  ...{ certainty: 'estimated' as const, ended: null },
}
const answers: FiledAnswers & { adults: { id: string; name: string }[] } = {
  ...nothingChanged,
  changed: changeTopics,
  work: [job, { ...job, employer: 'B' }],
  selfEmployment: [{ adultId: 'a', activity: 'Tricot', netCents: cents(1), certainty: 'final' }],
  otherIncome: [{ adultId: 'a', kind: 'pension', monthlyCents: cents(1), certainty: 'final' }],
  people: [{ what: 'childArrived', name: 'Léo', on: day('2026-11-02') }],
  move: {
    ...{ on: day('2026-11-02'), street: '1, rue A', city: 'Ici', postalCode: 'J2B 1A1' },
    ...{ tenure: 'tenant', monthlyRentCents: null },
  },
  studies: [{ adultId: 'a', what: 'started', on: day('2026-11-02'), level: 'college', fullTime: true }],
  absences: [{ adultId: 'a', leftOn: day('2026-11-02'), backOn: null, place: 'Ailleurs', reason: 'Visite' }],
  assets: { liquidCents: cents(1), details: null },
  health: [{ adultId: 'a', what: 'pregnancy', on: day('2026-11-02') }],
  other: 'Un mot',
  confirmed: [{ topic: 'work', adultId: 'a', name: 'A', estimatedCents: cents(1), finalCents: cents(2) }],
  adults: [{ id: 'a', name: 'Ana' }],
}
const filing = (id: string, kind: OfficeFiling['kind'] = 'statement'): OfficeFiling => ({
  ...{ id, kind, month: month('2026-11'), version: 2, receiptNumber: 'Q-1', answers, channel: 'web' },
  ...{
    filedByName: 'Ana <i>',
    filedFor: 'Ana',
    receivedAt: at,
    dueAt: null,
    lateReason: null,
    disagrees: true,
  },
})
const task = (id: string, more: Partial<DeskTask>): DeskTask => ({
  ...{
    id,
    kind: 'statement',
    subjectId: 's',
    householdId: 'h',
    applicationId: null,
    month: month('2026-11'),
  },
  ...{ state: 'received', version: 1, urgency: 3, assignedTo: null, agent: null, openedAt: at, dueAt: at },
  ...{ untilDay: '2026-12-01', isOver: false, verified: [] },
  ...more,
})
const desk: FileDesk = {
  tasks: [
    ...taskKinds.map((kind) => task(kind, { kind, agent: 'Alix', subjectId: 'f' })),
    ...taskStates.map((state) => task(state, { state })),
  ],
  events: verbs.map((verb) => ({
    ...{
      id: verb,
      taskId: 'statement',
      at,
      verb,
      to: 'claimed',
      by: null,
      words: '<u>dit</u>',
      privateNote: 'n',
    },
  })),
  decisions: [
    'accepted',
    'partlyAccepted',
    'refused',
    'held',
    'released',
    'changed',
    'ended',
    'maintained',
  ].map((outcome, index) => ({
    ...{ id: outcome, number: 'D-1', taskId: 'statement', outcome, at, by: 'Alix' },
    ...{ undone: index === 0, leavesAt: at },
  })),
  notes: [{ id: 'n', at, by: null, text: '<script>note</script>' }],
  looks: (['agent', 'contact', 'supervisor', 'auditor'] as const).flatMap((role) =>
    ['household', 'filing', 'application', 'document', 'letter'].map((subjectKind) => ({
      ...{ id: role + subjectKind, at, staffId: 's', name: 'Alix', role, officeFr: null, officeEn: null },
      ...{ subjectKind, subjectId: null },
    })),
  ),
}
const income = Array.from({ length: 12 }, (_, index) => ({
  ...{ month: month(`2026-${String(index + 1).padStart(2, '0')}`), work: cents(index * 10_000) },
  ...{ selfEmployment: cents(5_000), otherIncome: cents(0), totalCents: cents(index * 10_000 + 5_000) },
  ...{ estimated: index === 3, told: true },
}))
const months: FileMonth[] = stateNames.map((state, index) => ({
  ...{ month: month(`2026-${String(index + 1).padStart(2, '0')}`), state, late: state === 'late' },
  ...{ filing: index % 2 === 0 ? filing(`f${index}`) : null, versions: 2 },
  changes: [filing(`c${index}`, 'change'), filing(`p${index}`, 'privateChange')],
  ...{ changed: index === 0 ? [] : changeTopics, disagrees: index === 1 },
  differences: [{ topic: 'work', what: 'added', before: null, after: { ...job }, fields: [] }],
  payment: { filingId: `f${index}`, month: month('2026-12'), totalCents: 80_000, computedAt: at },
}))
const documents = (['clean', 'notScanned', 'waiting', 'infected'] as const).map((scan) => ({
  ...{
    id: `d-${scan}`,
    source: 'documents' as const,
    requirement: 'identityPhoto.applicant',
    pages: 2,
    scan,
    at,
  },
  type: scan === 'clean' ? 'application/pdf' : 'image/jpeg',
}))
const constraint = (kind: 'temporary' | 'severe') => [{ kind, fromDay: day('2026-01-01'), untilDay: null }]
const person = (id: string, more = {}) => ({
  ...{ id, name: 'Ana Essai', birthDate: day('1985-04-12'), role: 'adult' as const, constraints: [] },
  ...{ language: 'fr' as const, interpreter: null, fromDay: day('2026-01-01') },
  ...more,
})
const file: OfficeFile = {
  now: at,
  mailboxes: [],
  household: {
    ...{ id: 'h', fileNumber: 'DOSSIER-1', frozen: true, addressProtected: true },
    office: { id: 'o', regionCode: '17', nameFr: 'Bureau', nameEn: 'Office' },
    people: [
      person('a'),
      person('b', { constraints: constraint('severe'), language: 'en' }),
      person('d', { constraints: constraint('temporary'), interpreter: 'Arabe' }),
      person('c', { role: 'child', birthDate: day('2026-10-01') }),
    ],
    former: [{ name: 'Parti', untilDay: day('2026-02-01') }],
    situations: [
      {
        ...{
          fromMonth: month('2026-01'),
          programme: 'socialSolidarity',
          onAssistanceSince: month('2026-01'),
        },
        ...{
          livesWithParents: true,
          spouseOfStudent: true,
          subsidisedDwelling: true,
          fluctuatingIncome: true,
        },
        recoveryCents: 5_600,
      },
    ],
    ...{
      closing: null,
      obligations: [],
      extensions: [],
      filings: [filing('f'), filing('g', 'change')],
      addresses: [],
    },
    payments: [{ filingId: 'f', month: month('2026-12'), totalCents: 80_000, computedAt: at }],
    applications: [{ id: 'p', receiptNumber: 'Q-2', sentAt: at }],
    documents,
  },
  address: null,
  months,
  income,
  next: {
    benefit: { computed: false, month: month('2026-12'), reason: 'noRate' },
    paidOn: day('2026-12-01'),
    isEnded: false,
  },
  desk,
  lookedBefore: instant('2026-11-15T15:00:00.000Z'),
}
const keys = { formKey: 'form', noteKey: '018f0000-0000-7000-8000-000000000009' }
const drawn = {
  drawDifferences: (): ReactNode => <p>differences</p>,
  drawBenefit: (): ReactNode => <p>benefit</p>,
}
const html = (node: ReactNode) => renderToStaticMarkup(node)
const drawFile = (locale: Locale, more: Partial<Parameters<typeof FileView>[0]> = {}) =>
  html(<FileView {...{ locale, file, open: '', told: null, ...keys, ...drawn, ...more }} />)
const statement = {
  ...{ id: 's', householdId: 'h', answers, differences: [], lateReason: 'Hôpital', income, payment: null },
  desk: { ...desk, tasks: [task('t', { verified: [{ ...ticked('unproved'), item: 'work.0' }] })] },
}
function ticked(outcome: 'verified' | 'unproved' | 'cleared') {
  return { item: 'work.0', outcome, note: 'Reçu <b>', by: 'Alix', at }
}
const drawStatement = (locale: Locale, told = '', more = {}) =>
  html(<StatementDesk {...{ locale, statement: { ...statement, ...more }, told, ...keys, ...drawn }} />)
const drawApplication = (locale: Locale, told = '') =>
  html(
    <ApplicationDesk
      {...{ locale, told, ...keys }}
      application={{
        ...{ id: 'p', asked: ['lease.household', 'identityPhoto.spouse'], files: [], answered: [] },
        desk: { ...desk, tasks: [task('t', { kind: 'application', applicationId: 'p', householdId: null })] },
      }}
    />,
  )
const broken =
  /(?:^|[\s>"(])(?:casefile|task|event|verify|look|month|state|kind|verb|outcome|item|fact|member|question|field)\.[a-zA-Z]\w|\{[a-z]|undefined|NaN|\[object/

test.each(locales)('PN-01 has its words in %s', (locale) => {
  const pages = [
    drawFile(locale),
    ...noteTolds.map((told) => drawFile(locale, { told })),
    ...[...noteTolds, ...verifyTolds, 'odd'].flatMap((told) => [
      drawStatement(locale, told),
      drawApplication(locale, told),
    ]),
    html(<SearchView locale={locale} formKey="form" notFound />),
  ]
  for (const page of pages)
    expect(page.replace(/(?:name|id|for|href|aria-[a-z]+)="[^"]*"/g, '')).not.toMatch(broken)
  const items = [
    ...statementItems({ answers, differences: statement.differences, lateReason: 'x' }),
    ...applicationItems(['lease.household']),
  ]
  expect(items.length).toBeGreaterThan(15)
})

test('PN-02 what people wrote stays text, and amounts are printed', () => {
  const page = drawFile('fr') + drawStatement('fr')
  for (const words of [
    '&lt;script&gt;note',
    'Ana &lt;i&gt;',
    '&lt;u&gt;dit',
    'Café &lt;b&gt;',
    'Reçu &lt;b&gt;',
  ])
    expect(page).toContain(words)
  expect(page).not.toMatch(/<script|<u>|<i>/)
  expect(page).toContain('aria-label="Revenus nets du ménage, de janvier 2026 à décembre 2026. Le plus élevé')
  expect(page).toContain('1\u00A0150,00\u00A0$')
  expect(page).toContain('avril 2026 (estimé)')
  expect(page).toMatch(/Vérifié\u00A0: 0 sur \d+/)
  const nothing = income.map((one) => ({ ...one, totalCents: cents(0) }))
  expect(drawStatement('fr', '', { income: nothing })).toContain('Aucun revenu connu')
})

test('PN-03 opens one document in the page, and none that was not cleared', () => {
  expect(drawFile('fr')).not.toMatch(/<iframe|<img/)
  const pdf = drawFile('fr', { open: 'd-clean' })
  expect(pdf).toMatch(
    /<iframe[^>]*src="\/api\/documents\/d-clean\/content"[^>]*title="Pièce d’identité avec photo, reçu le/,
  )
  expect(pdf).toContain('href="/fr/bureau/dossiers/h?document=d-notScanned#documents"')
  expect(drawFile('fr', { open: 'd-notScanned' })).toMatch(
    /<img[^>]*src="\/api\/documents\/d-notScanned\/content"/,
  )
  const came = (['message', 'paper'] as const).map((requirement) => ({
    ...{ ...documents[0]!, id: requirement, requirement, pages: requirement === 'paper' ? null : 1 },
    source: requirement === 'paper' ? ('scans' as const) : ('documents' as const),
  }))
  const more = { ...file, household: { ...file.household, documents: came } }
  const paper = drawFile('fr', { file: more, open: 'paper' })
  expect(paper).toMatch(/<iframe[^>]*src="\/api\/scans\/paper\/content"[^>]*title="Papier numérisé/)
  expect(paper).toContain('Fichier joint à un message, une page')
  for (const open of ['d-waiting', 'd-infected', 'odd'])
    expect(drawFile('fr', { open })).not.toMatch(/<iframe|<img|\/content/)
})

test('PN-04 each item has its fields, what was on the screen included', () => {
  const page = drawStatement('fr')
  expect(page).toContain('action="/api/tasks/t/verifications"')
  expect(page).toContain('name="was.work.0" value="unproved"')
  expect(page).toContain('name="was.work.1" value="cleared"')
  expect(page.match(/<fieldset/g)).toHaveLength(13)
  expect(page).not.toMatch(/<fieldset[^>]*disabled/)
  const over = { desk: { ...desk, tasks: [task('t', { isOver: true, state: 'closed' })] } }
  expect(drawStatement('fr', '', over).match(/<fieldset[^>]*disabled/g)).toHaveLength(13)
  expect(drawStatement('fr', '', { desk: { ...desk, tasks: [] } })).not.toContain('<fieldset')
})

test('PN-05 identifiers are unique, and links inside the page lead to them', () => {
  for (const page of [
    drawFile('fr', { open: 'd-clean', messages: <p>m</p> }),
    drawStatement('en'),
    drawApplication('fr'),
  ]) {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
    for (const [, target] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(target)
  }
})

test('PN-07 a note that is refused is said on top, and in the title', () => {
  const draw = (told: string) => html(<NoteErrors locale="fr" told={told} />)
  expect(draw('note-empty')).toContain('href="#note"')
  expect(draw('note-too-long')).toContain('4\u00A0000')
  expect([draw('noted'), draw('odd'), draw('')]).toEqual(['', '', ''])
  expect(titleAfterNote('fr', 'Dossier', 'note-empty')).toMatch(/^Erreur/)
  expect(titleAfterNote('fr', 'Dossier', 'noted')).toBe('Dossier')
})

test('PN-08 a decision of the timeline leads to it', () => {
  expect(drawFile('fr')).toContain('href="/fr/bureau/decisions/refused"')
})

test('PN-06 marks what came since the last look', () => {
  const arrived = file.household.people.map((one) => ({ ...one, fromDay: day('2026-10-03') }))
  const household = { ...file.household, people: arrived }
  expect(
    drawFile('fr', { file: { ...file, household, lookedBefore: null } }).match(/>Nouveau</g),
  ).toHaveLength(4)
  expect(drawFile('fr')).toContain('>Nouveau<')
  expect(drawFile('fr', { file: { ...file, lookedBefore: at } })).not.toContain('>Nouveau<')
  expect(drawFile('fr', { file: { ...file, lookedBefore: null } })).not.toContain('>Nouveau<')
})
