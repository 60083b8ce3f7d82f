import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { fieldsOf, pageId, type PageRef } from '@/domain/application/journey'
import { entriesOf } from '@/domain/application/names'
import { pages } from '@/domain/application/questions'
import { errorsOf } from '@/domain/application/reading'
import { day, instant } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'
import { copyOf } from '@/features/application/copy-document'
import { DeclarationView } from '@/features/application/DeclarationView'
import { HubView } from '@/features/application/HubView'
import {
  findReceipt,
  type QuestionPage,
  readDeclaration,
  readHub,
  readQuestion,
  readReceipt,
  readReview,
} from '@/features/application/queries'
import { QuestionView } from '@/features/application/QuestionView'
import { ReceiptView } from '@/features/application/ReceiptView'
import { ReviewView } from '@/features/application/ReviewView'
import { locales } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { Applicant } from '@/server/viewer'
import { withWorld } from '../../support/world'
import { answerAll, begin, nothingToTell, press, sendIt } from './someone'

/*
 * Numbered cases:
 *   AP-01 every page of the table is drawn in both languages, empty, answered and with everything to put right
 *   AP-02 each thing to put right is told in the summary and beside its field, which the summary leads to
 *   AP-03 a number that must not be shown is in no page: its last digits tell that it is kept
 *   AP-04 the task list follows the answers, from nothing to all
 *   AP-05 the check shows every answer, what is missing, what disagrees, the papers and an estimate
 *   AP-06 the declaration opens once everything is answered; its errors come after a press
 *   AP-07 the receipt shows what was sent, the office and why, what is missing and what comes next; so does its copy
 *   AP-08 a page of another application, or of a branch that is not asked, leads elsewhere
 */
const world = withWorld()
const now = instant('2026-11-27T15:00:00.000Z')
const today = day('2026-11-27')
beforeEach(() => moveClock(world.owner, now))

/** A key where words should be. */
const textKey = /\b(?:application|eligibility|benefit|common)\.[a-z]\w*(?:\.\w+)+/
const lines = { first: <p>first</p>, whole: <p>whole</p> }

const question = (ref: PageRef, draft: Draft, tried: boolean): QuestionPage => {
  const fields = fieldsOf(ref, draft, today)
  return {
    ref,
    id: pageId(ref),
    section: 'you',
    fields,
    draft,
    errors: tried ? errorsOf(draft, fields, today) : [],
    tooLong: false,
    back: null,
    removable: true,
    seen: '',
    others: '',
    about: ref.whose === 'spouse' ? 'Luc' : '',
    today,
  }
}
/** Every page of the table, for one adult; of a list, its first entries. */
const everyPage = (whose: 'applicant' | 'spouse'): PageRef[] =>
  pages.flatMap(({ name, list }): PageRef[] => {
    const ticked = {
      [whose === 'spouse' ? 'spouse.income' : 'income']: 'employmentInsurance gift',
      awaited: 'lumpSum',
    }
    const indexes = list ? [...new Set([0, ...entriesOf(list, ticked, whose)])].slice(0, 2) : [null]
    return indexes.map((index) => ({ page: name, whose, index }))
  })

describe.each(locales)('the pages of an application in %s', (locale) => {
  const draw = (page: QuestionPage) =>
    renderToStaticMarkup(<QuestionView locale={locale} page={page} formKey="key" />)

  it.each(['applicant', 'spouse'] as const)('AP-01 every page of the %s has its words', (whose) => {
    for (const ref of everyPage(whose)) {
      const fields = fieldsOf(ref, {}, today)
      const full: Draft = Object.fromEntries(
        fields.flatMap((field): [string, string][] =>
          field.kind === 'date'
            ? ['day', 'month', 'year'].map((part): [string, string] => [`${field.name}.${part}`, '2'])
            : [[field.name, field.choices?.join(' ') ?? '12']],
        ),
      )
      for (const [draft, tried] of [
        [{}, false],
        [{}, true],
        [full, true],
      ] as const) {
        const html = draw(question(ref, draft, tried))
        expect({ ref, key: textKey.exec(html)?.[0] }).toEqual({ ref, key: undefined })
        expect(html.match(/<h1/g)).toHaveLength(1)
        for (const { name, kind } of fields) {
          expect(html).toContain(`name="${kind === 'date' ? `${name}.day` : name}"`)
        }
      }
    }
  })

  it('AP-02 tells each thing to put right twice, and leads to its field', () => {
    for (const ref of everyPage('applicant')) {
      const page = question(ref, {}, true)
      const html = draw(page)
      for (const { field } of page.errors) {
        expect(html).toContain(`href="#${field}"`)
        expect(html).toContain(`id="${field}"`)
        expect(html).toContain(`id="${field}.error"`)
      }
      expect(html.match(/\.error"/g)?.length ?? 0).toBeGreaterThanOrEqual(page.errors.length)
    }
  })

  it('AP-03 puts no secret back into a page', async () => {
    const viewer = await begin(now)
    await press(viewer, 'numbers', { healthNumber: 'ROYA84531218', sin: '130 692 544' }, now)
    const html = draw((await readQuestion(viewer, locale, 'numbers'))!)
    expect(html).not.toMatch(/ROYA|130 692|130692/)
    expect(html).toContain('••• ••• 544')
    expect(html).toContain('value="sin"')
  })
})

const ready = async (): Promise<Applicant> => {
  const viewer = await begin(now)
  await answerAll(viewer, nothingToTell, now)
  return viewer
}

describe('what is around the questions', () => {
  const noKey = (html: string) => {
    expect(textKey.exec(html)?.[0]).toBeUndefined()
    return html
  }

  it.each(locales)('AP-04 the task list follows the answers (%s)', async (locale) => {
    const viewer = await begin(now, {})
    const hub = async () => (await readHub(viewer))!
    const draw = async () => noKey(renderToStaticMarkup(<HubView locale={locale} page={await hub()} />))
    expect((await hub()).sections.every(({ status }) => status === 'todo')).toBe(true)
    expect(await draw()).toMatch(/27.novembre.2026|November.27,.2026/)
    await press(viewer, 'urgent', { urgentNeeds: 'noFood' }, now)
    expect((await hub()).sections[0]).toMatchObject({ section: 'urgent', status: 'done' })
    expect(await draw()).toContain(paths.applicationNow(locale))
    await press(viewer, 'identity', nothingToTell['identity']!, now)
    expect((await hub()).sections[1]).toMatchObject({ section: 'you', status: 'started' })
    await answerAll(viewer, nothingToTell, now, 'reason')
    expect(await hub()).toMatchObject({ complete: true, spouseAnswers: 'none' })
    await sendIt(viewer, {}, now)
    expect(await draw()).toContain(paths.applicationReceipt(locale))
  })

  it.each(locales)('AP-05 the check shows everything (%s)', async (locale) => {
    const viewer = await ready()
    const draw = async () => {
      const page = (await readReview(viewer, locale))!
      return noKey(
        renderToStaticMarkup(<ReviewView locale={locale} page={page} formKey="key" lines={lines} />),
      )
    }
    const whole = await draw()
    for (const answer of ['Ada', '12, rue des Érables', 'H2X 1Y4', '514 555-0123', '••• ••• 782']) {
      expect(whole).toContain(answer)
    }
    expect(whole).not.toMatch(/123 456 782|ROYA84531218|1234567[^8]/)
    expect(whole).toContain('first')
    // A name that the health number does not bear, and an answer that opens a page.
    await press(viewer, 'identity', { ...nothingToTell['identity']!, familyName: 'Tremblay' }, now)
    await press(viewer, 'health', { health: 'pregnant' }, now)
    const page = (await readReview(viewer, locale))!
    expect(page.contradictions.map(({ code }) => code)).toContain('healthNumberName')
    expect(page.missing.map(pageId)).toEqual(['pregnancy'])
    expect(page.estimate).toEqual({ known: false, why: 'missing' })
    expect(page.documents.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['identityPhoto', 'accountStatement']),
    )
    await draw()
  })

  it.each(locales)('AP-06 the declaration opens once all is answered (%s)', async (locale) => {
    const viewer = await begin(now)
    await expect(readDeclaration(viewer, locale)).rejects.toThrow('NEXT_REDIRECT')
    await answerAll(viewer, nothingToTell, now)
    const draw = async () => {
      const page = (await readDeclaration(viewer, locale))!
      return noKey(renderToStaticMarkup(<DeclarationView locale={locale} page={page} formKey="key" />))
    }
    expect(await draw()).not.toContain('role="alert"')
    await sendIt(viewer, { signedName: '', attest: '' }, now)
    const html = await draw()
    expect(html).toContain('href="#signedName"')
    expect(html).toContain('href="#attest"')
  })

  it.each(locales)('AP-07 the receipt and its copy say what was sent (%s)', async (locale) => {
    const viewer = await ready()
    await expect(readReceipt(viewer, locale)).rejects.toThrow('NEXT_REDIRECT')
    const { data } = await sendIt(viewer, {}, now)
    const page = await readReceipt(viewer, locale)
    const html = noKey(
      renderToStaticMarkup(<ReceiptView locale={locale} page={page} formKey="key" lines={lines} />),
    )
    for (const text of [
      String(data?.['receiptNumber']),
      'Ada Roy',
      '12, rue des Érables',
      'Services Québec',
    ]) {
      expect(html).toContain(text)
    }
    expect(html).not.toMatch(/123 456 782|ROYA84531218/)
    const copy = JSON.stringify(copyOf((await findReceipt(viewer))!, locale))
    for (const text of [String(data?.['receiptNumber']), 'Ada Roy', 'Érables']) expect(copy).toContain(text)
    expect(copy).not.toMatch(/123 456 782|ROYA84531218/)
    noKey(copy.replaceAll('"', ' '))
    // What was sent is not asked again.
    await expect(readQuestion(viewer, locale, 'rent')).rejects.toThrow('NEXT_REDIRECT')
    await expect(readReview(viewer, locale)).rejects.toThrow('NEXT_REDIRECT')
  })

  it('AP-08 leads elsewhere from what is not theirs', async () => {
    const [mine, other] = [await ready(), await begin(now)]
    await expect(readQuestion(other, 'fr', 'spouse-health')).rejects.toThrow('NEXT_REDIRECT')
    await expect(readQuestion(other, 'fr', 'nothing')).rejects.toThrow('NEXT_REDIRECT')
    const liar = { ...other, applicationId: mine.applicationId }
    expect(await readHub(liar)).toBeNull()
    expect(await readQuestion(liar, 'fr', 'identity')).toBeNull()
    expect(await findReceipt(liar)).toBeNull()
  })
})
