import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Benefit } from '@/domain/benefit/line'
import type { Instant, Month } from '@/domain/calendar'
import { outcomes, outcomesOf, type Outcome } from '@/domain/decision/outcomes'
import { reasonsFor, type GivenReason, type ReasonFacts } from '@/domain/decision/reasons'
import { taskKinds, type TaskKind } from '@/domain/decision/task'
import type { Cents } from '@/domain/money'
import { writeNotice, type Notice, type NoticeData } from '@/features/decisions/notice'
import {
  placeholdersIn,
  readTemplate,
  templateFor,
  templateNames,
  templateOf,
} from '@/features/decisions/templates'
import { wordsOf } from '@/features/decisions/words'
import { locales, type Locale } from '@/i18n/locale'
import { countWords, sentencesOf } from './reading'
import { english, faults, french } from './typography'

/*
 * Numbered cases. Every notice the office can send can be read, in both languages:
 *   DN-01 each template has its two files, and no file is of no notice
 *   DN-02 both languages say the same, line by line
 *   DN-03 every template with every reason it may have: whole, in print, with its article, its steps and its rights
 *   DN-04 15 words a sentence on average, and none past 30
 *   DN-05 what is not known is left out, and nothing else
 *   DN-06 what concerns the other adult alone is not named
 *   DN-07 a writer's mistake stops the reading of the file
 */
const rulesOf = { fr: french, en: english }
const pairs = taskKinds.flatMap((kind) => outcomesOf[kind].map((outcome) => [kind, outcome] as const))

const everyFact: ReasonFacts = {
  amountCents: 123_456,
  limitCents: 20_000,
  day: '2026-12-01',
  month: '2026-10',
  document: 'wageProof.applicant.0',
}
const benefit: Benefit = {
  computed: true,
  month: '2026-12' as Month,
  programme: 'socialAssistance',
  lines: [
    {
      code: 'basicBenefit',
      cents: 80_000 as Cents,
      rule: 'RAPF, art. 56',
      source: 'quebecCa2023',
      confidence: 'confirmed',
      detail: { programme: 'socialAssistance', adults: 1 },
    },
  ],
  totalCents: 80_000 as Cents,
  provisional: false,
  confidence: 'confirmed',
}

function data(kind: TaskKind, outcome: Outcome, over: Partial<NoticeData> = {}): NoticeData {
  return {
    number: 'D-2611-7K3QD-M0X8V-R',
    kind,
    outcome,
    month: kind === 'statement' || kind === 'missing' ? ('2026-10' as Month) : null,
    fromMonth: '2026-12' as Month,
    reasons: reasonsFor(kind, outcome).map((code): GivenReason => ({
      code,
      facts: everyFact,
      item: 'work.0',
    })),
    items: [{ item: 'document.wageProof.applicant.1', outcome: 'waiting' }],
    benefit,
    words: 'Merci de votre patience.\n\nAppelez-moi au besoin.',
    leftAt: '2026-11-27T20:00:00.000Z' as Instant,
    forName: 'Adèle Exemple',
    fileNumber: 'AB-12-34',
    receiptNumber: null,
    office: { nameFr: 'Drummondville', nameEn: 'Drummondville', phone: '+18194758431', tollFree: null },
    replaces: 'D-2610-7K3QD-M0X8V-R',
    wording: '2026-11-27',
    ...over,
  }
}

const reader = (locale: Locale) => ({ locale, adult: null })
const textsOf = ({ title, lead, facts, sections, closing }: Notice): string[] => [
  title,
  ...lead,
  ...facts.flatMap(({ label, value }) => [label, value]),
  ...sections.flatMap((section) => [
    section.title,
    ...section.lead,
    ...section.list.flatMap((one) => one.split('\n')),
    ...section.items.flatMap(({ question, answer }) => [question, ...answer.split('\n')]),
  ]),
  ...closing,
]

test('DN-01 each template has its two files, and every decision has a template', () => {
  const folder = new URL('../../src/features/decisions/templates/', import.meta.url)
  const expected = templateNames.flatMap((name) => locales.map((locale) => `${name}.${locale}.md`))
  expect(readdirSync(folder).sort()).toEqual(expected.sort())
  const reached = pairs.flatMap(([kind, outcome]) => [
    templateFor(kind, outcome),
    ...reasonsFor(kind, outcome).map((code) => templateFor(kind, outcome, [{ code }])),
  ])
  expect([...new Set(reached)].sort()).toEqual([...templateNames].sort())
  for (const outcome of outcomes) expect(templateNames).toContain(outcome)
})

describe('DN-02 both languages say the same', () => {
  test.each(templateNames)('%s', (name) => {
    const bones = (locale: Locale) =>
      templateOf(name, locale).lines.map((line) =>
        line.kind === 'block' ? line.block : [line.kind, ...placeholdersIn(line.text).sort()].join(' '),
      )
    expect(bones('en')).toEqual(bones('fr'))
  })
})

describe.each(locales)('DN-03 every template with every reason (%s)', (locale) => {
  test.each(pairs)('%s %s', (kind, outcome) => {
    for (const code of reasonsFor(kind, outcome)) {
      const notice = writeNotice(
        data(kind, outcome, { reasons: [{ code, facts: everyFact }] }),
        reader(locale),
      )
      const texts = textsOf(notice)
      const wrong = texts.map((text) => ({ code, text, faults: faults(text, rulesOf[locale]) }))
      expect(wrong.filter((one) => one.faults.length > 0)).toEqual([])
      const unfinished = texts.filter(
        (text) => text.trim() === '' || /[{}]|undefined|\bdecisions\./.test(text),
      )
      expect(unfinished).toEqual([])
      // Its reason and its article, its amounts, what to do, whom to call, and the right of review with its day.
      const titles = notice.sections.map(({ title }) => title)
      const say = wordsOf(locale, 'decisions')
      for (const block of ['reasons', 'amounts', 'todo', 'call', 'review']) {
        expect(titles).toContain(say(`block.${block}`))
      }
      expect(notice.sections[0]!.list[0]).toMatch(/\n.*\d/)
      expect(texts.join(' ')).toContain('819\u00A0475-8431')
      expect(texts.join(' ')).toMatch(/202[67]/)
    }
  })
})

describe.each(locales)('DN-04 sentences people can read (%s)', (locale) => {
  test.each(pairs)('%s %s', (kind, outcome) => {
    const notice = writeNotice(data(kind, outcome, { benefit: null, items: [] }), reader(locale))
    const said = [...notice.lead, ...notice.sections.flatMap(({ lead, list }) => [...lead, ...list])]
    const lengths = said
      .flatMap((text) => text.split('\n'))
      .flatMap(sentencesOf)
      .map((sentence) => ({ sentence, words: countWords(sentence) }))
    expect(lengths.filter(({ words }) => words > 30)).toEqual([])
    expect(lengths.reduce((sum, { words }) => sum + words, 0) / lengths.length).toBeLessThanOrEqual(15)
  })
})

describe('DN-05 what is not known is left out', () => {
  test.each(locales)('%s', (locale) => {
    const bare = { fromMonth: null, benefit: null, replaces: null, items: [], words: null, fileNumber: null }
    for (const [kind, outcome] of pairs) {
      const whole = writeNotice(data(kind, outcome), reader(locale))
      const less = writeNotice(data(kind, outcome, bare), reader(locale))
      expect(less.lead.length).toBeGreaterThan(0)
      expect(whole.lead).toEqual(expect.arrayContaining([...less.lead]))
      expect(textsOf(less).join(' ')).not.toMatch(/[{}]|\bnull\b/)
      expect(whole.sections.length - less.sections.length).toBe(3)
    }
  })

  test('the day of the review is counted from when the notice leaves', () => {
    const until = (leftAt: string) =>
      textsOf(writeNotice(data('statement', 'refused', { leftAt: leftAt as Instant }), reader('fr'))).find(
        (one) => one.startsWith('Demandez-la'),
      )
    expect(until('2026-11-27T20:00:00.000Z')).toBe('Demandez-la au plus tard le 4\u00A0mars 2027.')
    // 22:30 in Québec is already the next day in UTC.
    expect(until('2026-11-28T03:30:00.000Z')).toBe('Demandez-la au plus tard le 4\u00A0mars 2027.')
  })
})

test('DN-06 what concerns the other adult alone is not named', () => {
  const of = (adult: 'applicant' | 'spouse') =>
    textsOf(
      writeNotice(
        data('application', 'refused', {
          reasons: [{ code: 'documentNotGiven', facts: everyFact, item: 'document.wageProof.applicant.0' }],
          items: [],
        }),
        { locale: 'fr', adult },
      ),
    ).join(' ')
  expect(of('applicant')).toContain('salaire')
  expect(of('spouse')).not.toContain('salaire')
  expect(of('spouse')).toContain('autre adulte')
})

describe('DN-07 a writer’s mistake stops the reading of the file', () => {
  const whole = '::reasons\n\n::items\n\n::amounts\n\n::words\n\n::todo\n\n::call\n\n::review\n'
  const of = (body: string) => () => readTemplate(`---\ntitle: T\n---\n\n${body}`, 'fr')
  test('a placeholder, a block or a sign that no notice knows, and a block that is not there', () => {
    expect(of(`Bonjour.\n\n${whole}`)).not.toThrow()
    expect(of(`Bonjour {name}.\n\n${whole}`)).toThrow('{name}')
    expect(of(`Bonjour.\n\n::rates\n\n${whole}`)).toThrow('::rates')
    expect(of(`> Bonjour.\n\n${whole}`)).toThrow('draw')
    expect(of(`Bonjour.\n\n${whole.replace('::review', '')}`)).toThrow('review')
    expect(() => readTemplate('Bonjour.', 'fr')).toThrow('title')
  })
})
