import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { day } from '@/domain/calendar'
import { ApplyView } from '@/features/estimator/ApplyView'
import { furtherCodes, paperCodes } from '@/features/estimator/further'
import { fieldsOf } from '@/features/estimator/journey'
import type { OfficeSearch, QuestionPage, ResultPage } from '@/features/estimator/queries'
import { QuestionView } from '@/features/estimator/QuestionView'
import { errorsIn } from '@/features/estimator/reading'
import { resultOf } from '@/features/estimator/result'
import { ResultView } from '@/features/estimator/ResultView'
import { StartView } from '@/features/estimator/StartView'
import { locales } from '@/i18n/locale'
import { anything, walk } from './walk'

/*
 * Numbered cases:
 *   EV-01 every page, with answers of every kind and with everything to put right, has its words in both languages
 *   EV-02 each thing to put right is told in the summary and beside its field, which the summary leads to
 *   EV-03 the result of any answers has its words; every paper and every other help is met
 *   EV-04 answers may be erased from every page that holds some
 *   EV-05 the offices found, or why none is
 */
const today = day('2026-11-24')
/** A key where words should be. */
const textKey =
  /(?:^|[\s>"])(?:estimator|eligibility|benefit|common|page|field|choice|error|result|label)\.[a-z]\w*[.\w]*/

const office = (found: OfficeSearch['found'], typed = ''): OfficeSearch =>
  found === 'some'
    ? {
        found,
        typed,
        offices: [
          {
            nameFr: 'Bureau de Val-des-Tests',
            nameEn: 'Val-des-Tests Office',
            address: '1, rue Imaginaire',
            city: 'Val-des-Tests',
            postalCode: null,
            phone: '+18195550123',
            tollFree: null,
          },
          {
            nameFr: 'B',
            nameEn: 'B',
            address: null,
            city: 'Ailleurs',
            postalCode: null,
            phone: null,
            tollFree: null,
          },
        ],
      }
    : { found, typed }

const random = (numbers: Iterator<number>) => () => numbers.next().value as number

describe('the pages of the estimator', () => {
  it('EV-01 to EV-04 in both languages, whatever was answered', { timeout: 240_000 }, () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 1_000_000 })), (numbers) => {
        const { pages, draft } = walk((field) => anything(field, random(numbers)))
        const result = resultOf(draft, today)
        for (const code of [...result.papers, ...result.further]) seen.add(code)
        for (const locale of locales) {
          pages.forEach((question, index) => {
            const fields = fieldsOf(question, draft)
            for (const answers of [draft, {}]) {
              const errors = errorsIn(answers, fields)
              const page: QuestionPage = {
                question,
                fields,
                draft: answers,
                errors,
                told: null,
                number: index + 1,
                total: pages.length,
                back: null,
              }
              const html = renderToStaticMarkup(<QuestionView locale={locale} page={page} />)
              expect(html).not.toMatch(textKey)
              expect(html.match(/<h1/g)).toHaveLength(1)
              expect(html).toContain('/api/estimator/erasure')
              for (const { field } of errors) {
                expect(html).toContain(`href="#${field}"`)
                expect(html).toContain(`id="${field}"`)
                expect(html).toContain(`id="${field}.error"`)
              }
            }
          })
          const page: ResultPage = { result, draft, journey: pages, office: office('notAsked') }
          const html = renderToStaticMarkup(
            <ResultView locale={locale} page={page} lines={{ whole: null, first: null }} />,
          )
          expect(html).not.toMatch(textKey)
          expect(html).toContain('/api/estimator/erasure')
          for (const question of pages) expect(html).toMatch(new RegExp(`/question/${question}"`))
        }
      }),
      { numRuns: 150, seed: 15 },
    )
    expect([...paperCodes, ...furtherCodes].filter((code) => !seen.has(code))).toEqual([])
  })

  it('EV-05 the offices found, or why none is', () => {
    const { draft, pages } = walk((field) => (field.kind === 'age' ? '40' : anything(field, () => 0)))
    const result = resultOf(draft, today)
    for (const locale of locales) {
      const draw = (search: OfficeSearch) => {
        const page = { result, draft, journey: pages, office: search }
        return [
          renderToStaticMarkup(
            <ResultView locale={locale} page={page} lines={{ whole: null, first: null }} />,
          ),
          renderToStaticMarkup(<ApplyView locale={locale} page={page} start={null} />),
        ] as const
      }
      for (const html of draw(office('some', 'J2B'))) {
        expect(html).toContain(locale === 'fr' ? 'Bureau de Val-des-Tests' : 'Val-des-Tests Office')
        expect(html).toContain('819 555-0123')
        expect(html).toContain('1 877 767-8773')
        expect(html).not.toMatch(textKey)
      }
      expect(draw(office('none', 'J9Z'))[0]).toContain('1 877 767-8773')
      const [wrong] = draw(office('notReadable', 'K1A 0B1'))
      expect(wrong).toContain('id="postalCode.error"')
      expect(wrong).toContain('value="K1A 0B1"')
    }
  })

  it('EV-04 the start offers to go on, and to erase, only what there is', () => {
    const draw = (next: 'age' | 'result' | null, told?: 'over' | 'erased') =>
      renderToStaticMarkup(<StartView locale="fr" next={next} {...(told ? { told } : {})} />)
    expect(draw(null)).not.toContain('erasure')
    expect(draw(null)).toContain('/fr/estimation/question/household')
    expect(draw('age')).toContain('/fr/estimation/question/age')
    expect(draw('result')).toContain('/fr/estimation/resultat')
    expect(draw('result')).toContain('erasure')
    expect(draw(null, 'erased')).toContain('effacées')
  })
})
