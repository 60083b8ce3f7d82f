import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { instant } from '@/domain/calendar'
import { taskKinds, taskStates, taskUrgencies } from '@/domain/decision/task'
import { verbs } from '@/domain/decision/transitions'
import { changeTopics } from '@/domain/statement/answers'
import { askedIn, columns } from '@/features/worklist/asked'
import { HandOverView } from '@/features/worklist/HandOverView'
import type { Line } from '@/features/worklist/line'
import type { Told } from '@/features/worklist/outcome'
import type { Worklist } from '@/features/worklist/queries'
import { WorklistView } from '@/features/worklist/WorklistView'
import { locales, type Locale } from '@/i18n/locale'

/*
 * The worklist and the hand-over, drawn as HTML. Numbered cases:
 *   WL-60 every kind, state, reason, need, programme and verb has its words, in both languages
 *   WL-61 what people wrote stays text; nothing is chosen, and a task of mine says so
 *   WL-62 what is wrong is told on top, with a way to what to put right
 *   WL-63 an empty list says whether it is empty or sorted out
 */
const now = instant('2026-11-18T15:00:00.000Z')
const me = '018f0000-0000-7000-8000-00000000000a'
const line: Line = {
  ...{
    id: '018f0000-0000-7000-8000-000000000001',
    kind: 'statement',
    state: 'received',
    version: 4,
    month: '2026-11' as never,
  },
  ...{
    urgency: 'income',
    programme: 'basicIncome',
    until: null,
    holder: null,
    subjectId: me,
    householdId: me,
  },
  ...{
    applicationId: null,
    due: null,
    opened: now,
    fileNumber: 'F-1',
    names: 'Ada <b>Roy</b>',
    changed: ['work'],
  },
  ...{
    filing: { kind: 'statement', version: 2 },
    urgentNeeds: [],
    receiptNumber: 'Q-1',
    awaited: 0,
    lastVerb: 'receive',
  },
}
const some = (count: number, more = false) => ({ count, more })
const worklist = (lines: readonly Line[]): Worklist => ({
  ...{
    now,
    office: { fr: 'Bureau', en: 'Office' },
    lines,
    next: { urgency: 3, due: 'infinity', opened: now, id: me },
  },
  counts: {
    kinds: Object.fromEntries(taskKinds.map((kind) => [kind, some(1)])) as Worklist['counts']['kinds'],
    ...{ mine: some(2), nobody: some(1000, true), late: some(0), danger: some(1) },
  },
  colleagues: [
    { id: me, name: 'Moi' },
    { id: line.id, name: 'Bob' },
  ],
})
const draw = (
  locale: Locale,
  lines: readonly Line[],
  query: Record<string, string | string[]> = {},
  told: Told | null = null,
) =>
  renderToStaticMarkup(
    <WorklistView
      {...{ locale, told }}
      worklist={worklist(lines)}
      asked={askedIn(query)}
      viewerId={me}
      formKey="k"
    />,
  )
const broken = /(?:^|[\s>"])(?:worklist|review|common)\.[a-z]\w|\{[a-z]|undefined|NaN/

const every: readonly Line[] = [
  ...taskKinds.map((kind) => ({ ...line, kind, month: kind === 'application' ? null : line.month })),
  ...taskStates.map((state) => ({ ...line, state, until: '2026-12-01' as never })),
  ...taskUrgencies.map((urgency) => ({ ...line, urgency, changed: changeTopics })),
  { ...line, changed: [] },
  { ...line, filing: { kind: 'privateChange', version: 1 }, kind: 'change' },
  { ...line, urgency: 'danger', urgentNeeds: ['noFood', 'noShelter', 'odd'], awaited: 2, applicationId: me },
  { ...line, urgency: 'promise', awaited: 1, due: instant('2026-11-17T15:00:00.000Z') },
  { ...line, programme: 'socialAssistance', due: instant('2026-11-19T15:00:00.000Z') },
  { ...line, programme: 'socialSolidarity', holder: { id: me, name: 'Moi' } },
]

describe.each(locales)('%s', (locale) => {
  test('WL-60 has its words', () => {
    const tells: (Told | null)[] = [
      ...(['claim', 'release', 'assign'] as const).flatMap((verb) =>
        [0, 1, 2].map((moved) => ({ verb, moved, left: moved })),
      ),
      ...(['noTask', 'noAssignee', null] as const),
    ]
    for (const told of tells) {
      const html = draw(locale, every, { col: [...columns], after: `3_infinity_${now}_${me}` }, told)
      expect(html).not.toMatch(broken)
    }
    const lines = every.flatMap((one) => [one]).concat(verbs.map((lastVerb) => ({ ...line, lastVerb })))
    const handOver = {
      ...{ now, who: { id: me, name: 'Moi' }, more: true, colleagues: worklist([]).colleagues },
      lines: lines.map((one) => ({ ...one, lastAt: now, lastWords: 'Quel <i>jour</i> ?' })),
    }
    for (const told of tells)
      for (const held of [handOver, { ...handOver, lines: [] }])
        expect(
          renderToStaticMarkup(
            <HandOverView {...{ locale, told }} handOver={held} viewerId={me} formKey="k" />,
          ),
        ).not.toMatch(broken)
  })
})

test('WL-61 keeps text as text, chooses nothing, and says what is mine', () => {
  const html = draw('fr', [{ ...line, holder: { id: me, name: 'Moi' } }])
  expect(html).toContain('Ada &lt;b&gt;Roy&lt;/b&gt;')
  expect(html).toMatch(new RegExp(`<input type="checkbox" id="task\\.0" name="task" value="${line.id}:4"/>`))
  expect(html).toContain('Pour vous')
  expect(html).toContain(`/fr/bureau/declarations/${me}`)
  expect(html).toContain('1\u00a0000 et plus')
})

test('WL-62 tells on top what is wrong', () => {
  for (const [told, field] of [
    ['noTask', 'task.0'],
    ['noAssignee', 'assignee'],
  ] as const) {
    const html = draw('fr', [line], {}, told)
    expect(html.indexOf(`href="#${field}"`)).toBeGreaterThan(0)
    expect(html.indexOf(`href="#${field}"`)).toBeLessThan(html.indexOf('<h1'))
    expect(html).toContain(`id="${field}"`)
  }
})

test('WL-63 says why a list is empty', () => {
  expect(draw('fr', [])).toContain('Aucune tâche<')
  expect(draw('fr', [], { kind: 'review' })).toContain('Aucune tâche ne répond à ces choix')
})
