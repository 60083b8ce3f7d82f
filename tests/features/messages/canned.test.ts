import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { instant } from '@/domain/calendar'
import { reviewDays } from '@/domain/decision/rights'
import { LONGEST_MESSAGE } from '@/domain/messages/text'
import { cannedAnswers, cannedText } from '@/features/messages/canned'
import { OfficeMessagesView } from '@/features/messages/OfficeMessagesView'
import { toldIn, tolds } from '@/features/messages/schema'
import { ToldView } from '@/features/messages/ToldView'
import { locales } from '@/i18n/locale'
import { fileProblems } from '@/server/file-rules'
import { mailboxOfPerson } from '@/server/mailbox'
import { countWords, sentencesOf } from '../../i18n/reading'
import { english, faults, french } from '../../i18n/typography'

/*
 * Ready-made answers, files that a writer edits, and the office's view of a file's messages. Numbered cases:
 *   CA-01 every answer is in both languages, short enough to send, plain to read, and well set
 *   CA-02 nothing in them is to be filled in, and none says what the law does not
 *   CA-03 an address that names none puts no words in
 *   CA-04 the view: each adult apart, in their own language, what was chosen in its own form and no other
 *   CA-05 everything that can be told has its words, in both languages
 */
describe.each(locales)('in %s', (locale) => {
  it('CA-01 reads well', () => {
    const answers = cannedAnswers(locale)
    expect(answers.length).toBeGreaterThan(5)
    expect(answers.map(({ name }) => name).sort()).toEqual(
      cannedAnswers(locale === 'fr' ? 'en' : 'fr')
        .map(({ name }) => name)
        .sort(),
    )
    for (const { name, title, text } of answers) {
      const counts = text.split('\n').flatMap(sentencesOf).map(countWords)
      const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
      expect({ name, mean: mean <= 15, longest: Math.max(...counts) <= 25 }).toEqual({
        name,
        mean: true,
        longest: true,
      })
      expect(text.length).toBeLessThan(LONGEST_MESSAGE)
      for (const line of [title, ...text.split('\n')])
        expect({ name, faults: faults(line, locale === 'fr' ? french : english) }).toEqual({
          name,
          faults: [],
        })
    }
  })

  it('CA-02 needs nothing filled in', () => {
    for (const { text } of cannedAnswers(locale)) expect(text).not.toMatch(/[{}[\]<>_]|XX|https?:/)
    expect(cannedText('right-to-review', locale)).toContain(` ${reviewDays} `)
  })

  it('CA-05 tells everything in words', () => {
    for (const told of tolds)
      for (const problem of fileProblems) {
        const asked = { told, problem, file: '2' } as Record<string, string>
        const html = renderToStaticMarkup(
          createElement(ToldView, { locale, told: toldIn((name) => asked[name] ?? '') }),
        )
        expect(html).not.toMatch(/(?:told|toldText|files|problem)\.[a-z]|\{[a-z]|undefined/i)
        expect(html).not.toBe('')
      }
  })
})

it('CA-03 puts no words in for a name it does not know', () => {
  for (const name of ['', 'nothing', '../../../package', '__proto__']) expect(cannedText(name, 'fr')).toBe('')
})

it('CA-04 keeps each adult apart', () => {
  const at = instant('2026-11-10T15:00:00.000Z')
  const box = (name: string, language: 'fr' | 'en', text: string) => ({
    ...{
      mailbox: mailboxOfPerson('home', name),
      name,
      language,
      promise: { state: 'none' as const },
      key: name,
    },
    messages: [
      {
        ...{
          id: `${name}-1`,
          mailbox: mailboxOfPerson('home', name),
          fromOffice: false,
          writer: null,
          text,
          at,
        },
        ...{ readAt: null, isNew: false, replyBy: null, answered: false, files: [] },
      },
    ],
  })
  const html = renderToStaticMarkup(
    createElement(OfficeMessagesView, {
      ...{ locale: 'fr', here: '/fr/bureau/x', formKey: 'k', told: toldIn(() => '') },
      mailboxes: [box('ana', 'fr', '<b>Un</b>'), box('joe', 'en', 'Two')],
      asked: { to: 'joe', answer: 'let-us-talk' },
    }),
  )
  expect(html).toContain('&lt;b&gt;Un&lt;/b&gt;')
  const areas = [...html.matchAll(/<textarea id="text-(\w+)"[^>]*lang="([\w-]+)"[^>]*>([^<]*)/g)].map((one) =>
    one.slice(1, 3).concat(one[3]!.slice(0, 5)),
  )
  expect(areas).toEqual([
    ['ana', 'fr-CA', ''],
    ['joe', 'en-CA', 'Hello'],
  ])
  expect([...html.matchAll(/name="seen" value="([^"]*)"/g)].map(([, seen]) => seen)).toEqual([
    'ana-1',
    'joe-1',
  ])
})
