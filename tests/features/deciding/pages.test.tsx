import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { documentKinds } from '@/domain/application/document-kinds'
import { newHousehold, type NewHousehold } from '@/domain/application/admission'
import { instant, type Day } from '@/domain/calendar'
import { factsAskedBy, readFacts } from '@/domain/decision/given-facts'
import { longestWords, moveFields, readMove, type MoveProblem } from '@/domain/decision/move-form'
import { outcomes } from '@/domain/decision/outcomes'
import { decisionReasonCodes, reasonsFor } from '@/domain/decision/reasons'
import { taskKinds, taskStates } from '@/domain/decision/task'
import { fourEyes } from '@/domain/decision/four-eyes'
import { outcomesFor } from '@/domain/decision/taking'
import { transitions, verbs, verbsFor, type Verb } from '@/domain/decision/transitions'
import { MoveFormView } from '@/features/deciding/MoveFormView'
import type { MovePage, TaskPanelData } from '@/features/deciding/queries'
import { TaskPanel } from '@/features/deciding/TaskPanel'
import { TaskView } from '@/features/deciding/TaskView'
import { noteIn, say } from '@/features/deciding/words'
import { formatMoney } from '@/i18n/format'
import { locales, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { answers } from '../../domain/application/build'

/*
 * The panel of a task and the forms of its moves, drawn as HTML. Numbered cases:
 *   DV-01 every state, kind, verb, outcome, reason, problem and refusal has its words, in both languages
 *   DV-02 a button for each move that needs nothing, a form for each that does; nothing for what one may not do
 *   DV-03 the form of every move of every kind asks for what the table says must come with it
 *   DV-04 a form that was refused shows what was typed, and says at each field what to put right
 *   DV-05 text of people stays text, and what is said among the staff says so
 *   DV-06 the amounts are shown before the form is sent: of an application both months, of a filing without and with it
 *   DV-07 a decision that has not left leads to its notice, except from the page of that notice
 *   DV-08 what was typed for a move that is not possible any more is shown, as text; else its form is offered
 */
const now = instant('2026-11-18T15:00:00.000Z')
const task = (of: Partial<TaskPanelData> = {}): TaskPanelData => ({
  ...{ id: '01990000-0000-7000-8000-0000000000a1', kind: 'statement', state: 'claimed', version: 2 },
  ...{ month: '2026-10', subjectId: 's', householdId: 'h', applicationId: null, fileNumber: 'ABC' },
  ...{ until: null, dueAt: now, holder: { name: 'Jules', mine: true }, verbs: [], decision: null },
  ...{ events: [], unfinished: null, key: 'k' },
  ...of,
})
const panel = (of: Partial<TaskPanelData>, locale: Locale = 'fr', note = '') =>
  renderToStaticMarkup(<TaskPanel locale={locale} task={task(of)} note={noteIn(note)} formKey="f" />)

function page(verb: Verb, of: Partial<TaskPanelData> = {}, typed: MovePage['typed'] = null): MovePage {
  const shown = task({ verbs: [verb], ...of })
  const decided = outcomesFor(shown.kind, verb, { outcome: 'refused', late: true })
  return {
    task: shown,
    verb,
    typed,
    around: {
      ...{ kind: shown.kind, from: shown.state, now, documents: Object.keys(documentKinds) },
      reasons: [...new Set(decided.flatMap((outcome) => reasonsFor(shown.kind, outcome)))],
      ...{ colleagues: ['c'], adults: ['applicant', 'spouse'], calculated: false },
      ...{ calculation: { benefit: null, next: null, before: null }, verified: [] },
      addressees: [
        { id: 'applicant', name: null },
        { id: 'spouse', name: null },
      ],
      names: [{ id: 'c', name: 'Lina', mayTake: true }],
      ...{ outcomes: decided, asked: ['wageProof.applicant.0'], fourEyes, closing: null },
    },
  }
}
async function form(of: MovePage, locale: Locale = 'fr') {
  const { errorsOf } = await import('@/features/deciding/errors')
  return renderToStaticMarkup(
    <MoveFormView
      {...{ locale, page: of, errors: errorsOf(of, locale), back: '/fr', lines: null, formKey: 'f' }}
    />,
  )
}

it.each(locales)('DV-01 has words for everything, in %s', (locale) => {
  const t = say(locale, 'deciding')
  const papers = say(locale, 'documents')
  const keys = [
    ...taskStates.map((one) => `state.${one}`),
    ...taskKinds.map((one) => `panel.kind.${one}`),
    ...verbs.flatMap((one) => [`verb.${one}`, `done.${one}`]),
    ...outcomes.map((one) => `outcome.${one}`),
    ...decisionReasonCodes.map((one) => `reason.${one}`),
    ...['alreadyMoved', 'notPossible', 'notYours', 'alreadyLeft'].flatMap((one) => [
      `refusal.${one}.title`,
      `refusal.${one}.text`,
    ]),
  ]
  for (const key of keys) expect(t.has(key), key).toBe(true)
  for (const { accepted, substitutes } of Object.values(documentKinds)) {
    for (const one of accepted) expect(papers.has(`accepted.${one}`), one).toBe(true)
    for (const one of substitutes) expect(papers.has(`substitute.${one}`), one).toBe(true)
  }
  for (const { field, problem } of everyProblem()) {
    const key = field.startsWith('fact.') ? `error.fact.${problem}` : `error.${field}.${problem}`
    expect(t.has(key), key).toBe(true)
  }
})

/** Every problem that reading can find, found by reading wrong things. */
function everyProblem(): { field: string; problem: string }[] {
  const blank = { reasons: [], words: '', note: '', document: '', whose: '', assignee: '', amount: '' }
  const none = { day: '', month: '', year: '' }
  const dates = [
    ...[none, { ...none, day: '1' }, { ...none, month: '1' }, { day: '1', month: '1', year: '' }],
    ...[
      { day: 'x', month: '1', year: '2026' },
      { day: '1', month: '1', year: '26' },
    ],
    ...[
      { day: '31', month: '2', year: '2027' },
      { day: '1', month: '1', year: '2020' },
    ],
    ...[
      { day: '1', month: '1', year: '2040' },
      { day: '', month: '1', year: '2026' },
    ],
    { day: '1', month: '', year: '2026' },
  ]
  const amounts = ['-5', '1,250', 'x', '1,234567', '99999999', '7,00']
  const odd = { reasons: ['x'], document: 'x', whose: 'x', assignee: 'x' }
  const long = 'x'.repeat(longestWords + 1)
  const typed = [
    ...dates.map((until) => ({ ...blank, until })),
    ...amounts.map((amount) => ({ ...blank, until: none, amount })),
    { ...blank, until: none, ...odd, words: long, note: long },
  ]
  const found: MoveProblem[] = []
  for (const { verb, from, kinds } of transitions)
    for (const one of typed) {
      const around = { ...page(verb).around, kind: kinds[0]!, from: from[0]!, calculated: true }
      const read = readMove(verb, one, around)
      if ('problems' in read) found.push(...read.problems)
    }
  expect([...new Set(found.map(({ field }) => field))].sort()).toEqual([...moveFields].sort())
  const withFacts = decisionReasonCodes.filter((code) => factsAskedBy(code).length > 0)
  const wrong = Object.fromEntries(
    withFacts.flatMap((code) => factsAskedBy(code).map(({ name }) => [`fact.${code}.${name}`, 'odd'])),
  )
  const facts = [readFacts(withFacts, {}, []), readFacts(withFacts, wrong, [])]
  return [...found, { field: 'reasons', problem: 'apart' }, ...facts.flatMap(({ problems }) => problems)]
}

it('DV-02 draws what one may do, and nothing else', () => {
  const html = panel({ verbs: ['release', 'accept', 'requestDocument'] })
  expect(html).toContain('value="release"')
  expect(html).toContain('/fr/bureau/gestes/accept-01990000-0000-7000-8000-0000000000a1"')
  expect(html).not.toContain('value="accept"')
  expect(html).not.toContain('refuse')
  expect(panel({ verbs: [] })).toContain('rien à faire ici')
  expect(panel({ kind: 'document', verbs: ['accept', 'refuse'] })).toContain('value="accept"')
  for (const locale of locales)
    for (const note of [...verbs.map((verb) => `done-${verb}`), 'not-alreadyMoved', 'not-notYours'])
      expect(panel({}, locale, note)).toContain('<section')
  expect(panel({}, 'fr', 'not-alreadyMoved')).toContain('Quelqu’un a agi avant vous')
})

it('DV-03 asks for what must come with each move', async () => {
  const fieldOf = {
    reasons: 'reasons',
    until: 'until.day',
    words: 'words',
    document: 'document',
    assignee: 'assignee',
  }
  for (const { verb, kinds, from, needs } of transitions)
    for (const locale of locales) {
      const html = await form(page(verb, { kind: kinds[0]!, state: from[0]! }), locale)
      for (const need of needs) expect(html, `${verb} ${need}`).toContain(`name="${fieldOf[need]}"`)
      expect(html).toContain(`action="/api/tasks/`)
      expect(html).toContain('name="formKey" value="f"')
      expect(html).toContain('name="version" value="2"')
    }
})

it('DV-04 shows a refused form as it was typed, with what to put right', async () => {
  const typed = { words: 'Bonjour', 'until.day': '40', 'until.month': '1', 'until.year': '2027' }
  const html = await form(page('hold', {}, typed))
  expect(html).toContain('Bonjour')
  expect(html).toContain('value="40"')
  expect(html).toContain('href="#reasons"')
  expect(html).toContain('href="#until"')
  expect(html).toContain('Cochez au moins une raison.')
  const facts = await form(page('accept', {}, { reasons: 'incomeCounted' }))
  expect(facts).toContain('href="#fact.incomeCounted.amountCents"')
  expect(facts).toContain('id="fact.incomeCounted.amountCents"')
})

it('DV-05 keeps text as text', () => {
  const event = { id: 'e', at: now, verb: 'hold', to: 'onHold', by: null, reasons: [] } as const
  const html = panel({ events: [{ ...event, words: '<b>Bonjour</b>', note: 'Entre nous & eux' }] })
  expect(html).toContain('&lt;b&gt;Bonjour')
  expect(html).toContain('Entre nous &amp; eux')
  expect(html).toContain('Entre nous :'.replace(' :', '\u00a0:'))
  const shown = task({ verbs: verbsFor('missing', 'received', ['agent']), kind: 'missing' })
  for (const locale of locales)
    expect(renderToStaticMarkup(<TaskView {...{ locale, task: shown, panel: null }} />)).toContain('ABC')
})

it('DV-06 shows what will be paid', async () => {
  const [first, whole] = (
    newHousehold(answers({ assistanceBefore: 'before' }), '2026-11-16' as Day) as NewHousehold
  ).payments
  const shown = (calculation: MovePage['around']['calculation']) => {
    const of = page('accept', { kind: 'application' })
    return form({ ...of, around: { ...of.around, calculated: true, calculation } })
  }
  const asked = await shown({ benefit: first!, next: whole!, before: null })
  for (const one of [first!, whole!]) expect(asked).toContain(formatMoney(one.totalCents, 'fr'))
  expect(asked).toContain('name="amount"')
  expect(asked).toContain('seuls les jours restants')
  const told = await shown({ benefit: first!, next: null, before: whole! })
  expect(told).toContain(`Sans ce qui est déclaré\u00a0: ${formatMoney(whole!.totalCents, 'fr')}`)
  expect(told).toContain(`Avec ce qui est déclaré\u00a0: ${formatMoney(first!.totalCents, 'fr')}`)
  expect(told).toContain('<li>')
  expect(told).not.toContain('seuls les jours restants')
  const same = await shown({ benefit: whole!, next: null, before: whole! })
  expect(same).toContain('ne change pas le montant')
  expect(await form(page('accept', { kind: 'application' }))).not.toContain('name="amount"')
})

it('DV-07 leads to the notice before it leaves', () => {
  const decision = {
    ...{ id: 'd1', number: 'D-1', outcome: 'accepted' as const, by: 'Jules', leavesAt: now },
    ...{ hasLeft: false, waitsForSecond: false },
  }
  for (const locale of locales)
    expect(panel({ decision }, locale)).toContain(`href="${paths.officeDecision(locale, 'd1')}"`)
  const beside = <TaskPanel locale="fr" task={task({ decision })} note={null} formKey="f" isDecisionShown />
  expect(renderToStaticMarkup(beside)).not.toContain(paths.officeDecision('fr', 'd1'))
})

it('DV-08 shows what was typed in vain', () => {
  const fields = { words: '<i>Merci</i>', note: ' ', amount: '512,25', reasons: 'notProved odd' }
  const unfinished = { verb: 'accept', fields } as const
  const html = panel({ unfinished, verbs: ['reopen'] })
  expect(html).toContain('&lt;i&gt;Merci')
  expect(html).toContain('512,25')
  expect(html).toContain('Pas prouvé')
  expect(html).not.toContain(paths.officeMove('fr', 'accept-01990000-0000-7000-8000-0000000000a1'))
  const offered = panel({ unfinished, verbs: ['accept'] })
  expect(offered).not.toContain('512,25')
  expect(offered).toContain(paths.officeMove('fr', 'accept-01990000-0000-7000-8000-0000000000a1'))
})
