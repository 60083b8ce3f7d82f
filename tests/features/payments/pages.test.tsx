import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { causeCodes } from '@/domain/benefit/codes'
import { day, instant, month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import { paymentStates } from '@/domain/payment/planned'
import { PaymentsView } from '@/features/payments/PaymentsView'
import type { ListedItem, RunPage, RunState } from '@/features/payments/queries'
import { RunView } from '@/features/payments/RunView'
import { paymentNotes, runProblems, type PaymentNote } from '@/features/payments/schema'
import { locales, type Locale } from '@/i18n/locale'

/*
 * The pages of the payments, drawn as HTML. Numbered cases:
 *   PV-01 every code they may show has its words, in both languages
 *   PV-02 a release is asked while nothing keeps it, granted by another, withdrawn by its author; the files come after
 *   PV-03 the number of a file stays text, and is a link only for the file's own office
 */
const states: readonly RunState[] = ['preparing', 'checking', 'rehearsed', 'released', 'done', 'nothing']
const counted = { count: 1_234, cents: -5_678 }
const item = (more: Partial<ListedItem> = {}): ListedItem => ({
  ...{ householdId: 'h1', fileNumber: 'CP<b>1', isOwn: true, state: 'paid' },
  ...{ totalCents: cents(80_000), beforeCents: cents(70_000) },
  why: [{ code: 'workIncome', cause: 'incomeFell', cents: cents(10_000) }],
  ...more,
})
const totals = { households: 3, payCents: 240_000, digest: 'a'.repeat(64) }
const run = (more: Partial<RunPage> = {}): RunPage => ({
  ...{ id: 'run', month: month('2026-12'), number: 0, paidOn: day('2026-12-01') },
  cutOff: instant('2026-11-24T04:59:59.999Z'),
  ...{ state: 'rehearsed', households: 3, payCents: cents(240_000) },
  report: {
    ...{ total: counted, before: counted, pay: counted },
    moves: { up: counted, down: counted, same: counted, new: counted, stopped: counted },
    reasons: causeCodes.map((cause) => ({ cause, ...counted })),
    marks: {
      ...{ carriedForward: counted, held: counted, ended: counted },
      ...{ notComputed: counted, decided: counted, recovery: counted },
    },
  },
  totals: { batches: totals, items: { ...totals, digest: null }, export: totals },
  ...{ problem: null, proposal: null, gone: { count: 2, cents: cents(100) } },
  largest: [item(), item({ householdId: 'h2', isOwn: false, beforeCents: null })],
  held: paymentStates.map((state) => item({ householdId: state, state })),
  carried: [],
  ...more,
})
const draw = (locale: Locale, of: RunPage, note?: PaymentNote) =>
  renderToStaticMarkup(<RunView locale={locale} formKey="key" run={of} note={note} />)

test.each(locales)('PV-01 %s every code has its words', (locale) => {
  const failures = vi.spyOn(console, 'error').mockImplementation(() => {})
  const pages = [
    ...paymentNotes.map((note) => draw(locale, run(), note)),
    ...runProblems.map((problem) => draw(locale, run({ problem }))),
    draw(locale, run({ number: 2, gone: null, carried: [item()] })),
    draw(locale, run({ report: null, state: 'preparing', totals: { ...run().totals, export: null } })),
    renderToStaticMarkup(
      <PaymentsView
        locale={locale}
        runs={states.map((state, number) => ({ ...run(), id: state, state, number }))}
      />,
    ),
    renderToStaticMarkup(<PaymentsView locale={locale} runs={[]} />),
  ]
  for (const html of pages) expect(html).not.toMatch(/\b(payments|benefit|common)\.[a-z]/)
  expect(failures).not.toHaveBeenCalled()
  failures.mockRestore()
})

test('PV-02 shows the next step of a release, and no other', () => {
  const asked = (isMine: boolean) => draw('fr', run({ proposal: { id: 'p1', askedBy: 'Ada', isMine } }))
  expect(draw('fr', run())).toContain('action="/api/payments/run/release"')
  expect(asked(false)).toMatch(/api\/proposals\/p1\/decision[^]*value="granted"/)
  expect(asked(true)).toContain('value="withdrawn"')
  expect(asked(true)).not.toContain('value="granted"')
  for (const problem of ['totals-differ', 'not-computed'] as const)
    expect(draw('fr', run({ problem }))).not.toContain('<form')
  expect(draw('fr', run())).not.toContain('/export')
  const done = draw('fr', run({ state: 'done', problem: 'not-rehearsed' }))
  expect(done).toContain('/api/payments/run/export?format=csv')
  expect(done).not.toContain('<form')
})

test('PV-03 opens the files of the office alone', () => {
  const html = draw('en', run())
  expect(html).toContain('/en/office/files/h1')
  expect(html).not.toContain('/en/office/files/h2')
  expect(html).not.toContain('CP<b>1')
})
