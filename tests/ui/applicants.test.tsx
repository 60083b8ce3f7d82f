import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import {
  errorsIn,
  fieldsOf,
  inputNames,
  journeyOf,
  pageAfter,
  pageId,
  type PageRef,
  prune,
} from '@/domain/application/journey'
import type { Draft } from '@/domain/draft'
import type { QuestionPage } from '@/features/application/queries'
import { QuestionView } from '@/features/application/QuestionView'
import { locales } from '@/i18n/locale'
import { applicants } from '../e2e/applicants'
import { today } from '../e2e/applicants/applicant'
import { fill } from '../e2e/applicants/fill'
import { formOf } from '../e2e/applicants/plain-browser'

/*
 * The pages the twelve applicants of the end-to-end tests are asked, drawn alone: each form has every input of the
 * journey and no other, and offers every choice they make. The form is read as those tests read it.
 */
const action = '/api/application/answers'

function drawn(locale: (typeof locales)[number], ref: PageRef, draft: Draft): string {
  const fields = fieldsOf(ref, draft, today)
  const rest = {
    section: 'you',
    errors: [],
    tooLong: false,
    about: '',
    back: null,
    removable: false,
    seen: '',
    others: '',
    today,
  } as const
  const page: QuestionPage = { ref, id: pageId(ref), fields, draft, ...rest }
  return renderToStaticMarkup(<QuestionView locale={locale} formKey="key" page={page} />)
}

for (const locale of locales) {
  test.each(applicants)(`$name, ${locale}`, ({ answers }) => {
    let draft: Draft = {}
    let ref: PageRef | null = journeyOf(draft, 'applicant', today)[0]!
    while (ref) {
      const id: string = pageId(ref)
      const { inputs } = formOf({ path: id, html: drawn(locale, ref, draft), text: '' }, action)
      const asked = inputs.filter(({ name }) => name !== 'intent')
      const names = asked.map(({ name }) => name)
      expect([...names].sort()).toEqual(fieldsOf(ref, draft, today).flatMap(inputNames).sort())
      const typed = fill(id, names, answers[id] ?? {})
      for (const { name, choices } of asked) {
        for (const one of choices ? typed[name]!.split(' ').filter(Boolean) : []) {
          expect(choices, `${id}: ${name}`).toContain(one)
        }
      }
      draft = prune({ ...draft, ...typed }, today)
      expect(errorsIn(ref, draft, today), id).toEqual([])
      ref = pageAfter(ref, draft, 'applicant', today)
    }
  })
}
