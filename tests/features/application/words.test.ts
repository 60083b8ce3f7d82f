import { describe, expect, it } from 'vitest'
import { documentKinds } from '@/domain/application/document-kinds'
import { fieldsOf, type PageRef } from '@/domain/application/journey'
import { listNames } from '@/domain/application/question'
import { pages } from '@/domain/application/questions'
import { routeNotes, routeReasons } from '@/domain/application/routing'
import { wordsNeeded } from '@/domain/application/words'
import { day } from '@/domain/calendar'
import { answerLines, errorText, onlyField, wordsOf } from '@/features/application/words'
import { locales } from '@/i18n/locale'
import { messages } from '@/i18n/messages'
import { flatten } from '../../i18n/icu'

/*
 * Numbered cases:
 *   AX-01 every section, page, field, choice, tick, problem and contradiction has its words
 *   AX-02 every document, every way it may stand, every reason of a route has its words
 *   AX-03 no words are left of a page, a field or a choice that is not asked any more
 *   AX-04 every sentence of an error is whole, whatever the field
 *   AX-05 a page that is not one choice has a title and a short name
 */
const needed = wordsNeeded()
const today = day('2026-11-27')

describe.each(locales)('the words of an application in %s', (locale) => {
  const texts = flatten(messages[locale].application)
  const missing = (keys: readonly string[]) => keys.filter((key) => !texts.get(key))

  it('AX-01 every code of the questions has its words', () => {
    expect(
      missing([
        ...needed.sections.map((name) => `section.${name}`),
        ...needed.pages.flatMap((name) => [`page.${name}.title`, `page.${name}.short`]),
        ...needed.fields.map((name) => `field.${name}`),
        ...needed.choices.map((name) => `choice.${name}`),
        ...needed.unknowns.map((name) => `unknown.${name}`),
        ...needed.problems.map((name) => `error.${name}`),
        ...needed.contradictions.map((name) => `contradiction.${name}`),
      ]),
    ).toEqual([])
  })

  it('AX-02 every document and every route has its words', () => {
    expect(
      missing([
        ...['file', 'given', 'later', 'mail', 'office', 'cannot', 'todo'].map(
          (state) => `papers.is.${state}`,
        ),
        ...routeReasons.map((reason) => `route.reason.${reason}`),
        ...routeNotes.map((note) => `route.note.${note}`),
      ]),
    ).toEqual([])
  })

  it('AX-03 nothing is kept for what is not asked any more', () => {
    const left = (under: string, known: readonly string[]) =>
      [...texts.keys()].filter(
        (key) => key.startsWith(`${under}.`) && !known.some((name) => `${under}.${name}` === key),
      )
    const entries = listNames.filter((list) => list !== 'incomes' && list !== 'expected')
    expect([
      ...left('section', [...needed.sections, 'documents', 'check']),
      ...left('field', needed.fields),
      ...left('hint', needed.fields).filter((key) => !needed.fields.includes(key.slice('hint.'.length))),
      ...left('choice', needed.choices),
      ...left('unknown', needed.unknowns),
      ...left('error', needed.problems),
      ...left('contradiction', needed.contradictions),
      ...left('paper', Object.keys(documentKinds)),
      ...left('entry', entries),
      ...left(
        'page',
        needed.pages.flatMap((name) => ['title', 'short', 'hint', 'why'].map((kind) => `${name}.${kind}`)),
      ),
    ]).toEqual([])
  })

  it('AX-04 every error of every field is a whole sentence, and so is every answer', () => {
    const say = wordsOf(locale, 'application')
    const bare = /\{|\bundefined\b|(?:error|field|choice|unknown)\./
    for (const page of pages) {
      const ref: PageRef = { page: page.name, whose: 'applicant', index: page.list ? 0 : null }
      const fields = fieldsOf(ref, {}, today)
      for (const field of fields) {
        for (const problem of needed.problems as never[]) {
          const text = errorText(say, fields, { field: field.name, problem })
          expect({ field: field.name, problem, text }).not.toMatchObject({
            text: expect.stringMatching(bare),
          })
        }
        const typed = { [field.name]: (field.choices ?? ['12']).join(' ') }
        const lines = answerLines(say, locale, field, typed, today)
        expect(lines.join(' ')).not.toMatch(bare)
      }
    }
  })

  it('AX-05 the title of a page that is one choice is its question', () => {
    const questions = pages.filter((page) => {
      const fields = fieldsOf({ page: page.name, whose: 'applicant', index: null }, {}, today)
      return onlyField(fields) !== null
    })
    const titles = questions.map(({ name }) => texts.get(`page.${name}.title`)!)
    expect(titles.filter((title) => !title.endsWith('?'))).toEqual([])
  })
})
