import { expect } from '@playwright/test'
import { paths } from '../../../src/i18n/paths'
import type { Locale } from '../../../src/i18n/locale'
import type { Answers, Applicant } from './applicant'
import { fill, questionsIn } from './fill'
import { formOf, linksOf, type Opened, type PlainBrowser } from './plain-browser'

const answers = '/api/application/answers'

/** The question the page of an address asks: `identity`; null when it is none. */
export function questionAt(path: string, locale: Locale): string | null {
  const [before = '', after = ''] = paths.applicationQuestion(locale, '*').split('*')
  return path.startsWith(before) && path.endsWith(after) ? path.slice(before.length) : null
}

/** Begins: the first answer, then what to do now or the code, then the steps. */
export async function begin(browser: PlainBrowser, locale: Locale, { answers }: Applicant): Promise<Opened> {
  const start = await browser.open(paths.applicationStart(locale))
  const { urgentNeeds = '' } = answers['urgent'] ?? {}
  const after = await browser.send(start, '/api/applications', { urgentNeeds })
  const isUrgent = urgentNeeds !== 'none'
  expect(after.path).toBe(isUrgent ? paths.applicationNow(locale) : paths.applicationCode(locale))
  return browser.open(paths.application(locale))
}

type Walked = {
  readonly pages: readonly string[]
  readonly questions: number
  /** Where the last page leads. */
  readonly at: Opened
}

/**
 * Answers page after page, from the page of the steps, as the site leads. Each page is read for what it asks; the
 * applicant must have thought of it, and of nothing else.
 */
export async function walk(
  browser: PlainBrowser,
  locale: Locale,
  steps: Opened,
  all: Answers,
  refused?: Applicant['refused'],
): Promise<Walked> {
  const [first] = linksOf(steps).filter((href) => questionAt(href, locale) !== null)
  let at = await browser.open(first!)
  const pages: string[] = []
  let questions = 0
  for (let id = questionAt(at.path, locale); id !== null; id = questionAt(at.path, locale)) {
    expect(all[id], `${id} is asked, and nobody thought of it; met ${pages.join(' ')}`).toBeDefined()
    expect(pages, `${id} is asked again`).not.toContain(id)
    const inputs = formOf(at, answers).inputs.map(({ name }) => name)
    const asked = inputs.filter((name) => name !== 'intent' && name !== 'forget')
    const typed = fill(id, asked, all[id]!)
    if (refused?.page === id) at = await tryRefused(browser, at, refused, typed)
    const forget: Record<string, string> = refused?.page === id ? { forget: refused.field } : {}
    pages.push(id)
    questions += questionsIn(asked)
    at = await browser.send(at, answers, { ...typed, ...forget, intent: 'continue' })
  }
  return { pages, questions, at }
}

/** What is refused leads back to the page, which says why. */
async function tryRefused(
  browser: PlainBrowser,
  at: Opened,
  { field, typed, page }: NonNullable<Applicant['refused']>,
  rest: Record<string, string>,
): Promise<Opened> {
  const back = await browser.send(at, answers, { ...rest, [field]: typed, intent: 'continue' })
  expect(back.path, page).toBe(at.path)
  expect(back.html, page).toContain('aria-invalid="true"')
  return back
}

/** Signs and sends, from the page where all is checked. */
export async function signAndSend(browser: PlainBrowser, locale: Locale, signs: string): Promise<Opened> {
  const declaration = await browser.open(paths.applicationDeclaration(locale))
  const receipt = await browser.send(declaration, '/api/application/submission', {
    signedName: signs,
    attest: 'yes',
  })
  expect(receipt.path).toBe(paths.applicationReceipt(locale))
  return receipt
}

/** The spouse comes with the code that was handed over and their birth date, makes a word of their own, and answers. */
export async function answerAsSpouse(
  applicant: PlainBrowser,
  spouse: PlainBrowser,
  locale: Locale,
  { answers, spouse: theirs }: Applicant,
): Promise<Walked> {
  const invite = await applicant.open(paths.applicationSpouse(locale))
  const shown = await applicant.send(invite, '/api/application/spouse-code', {})
  const code = /<strong translate="no">([^<]+)<\/strong>/.exec(shown.html)?.[1]
  expect(code).toBeTruthy()
  const resume = await spouse.open(paths.applicationResume(locale))
  const word = answers['spouse']!['spouseBirthDate']!
  const own = await spouse.send(resume, '/api/application/resumption', { code: code!, word })
  expect(own.path).toBe(paths.applicationSpouse(locale))
  await spouse.send(own, '/api/application/code', { word: 'Mon mot à moi, 1984', email: '' })
  const walked = await walk(spouse, locale, await spouse.open(paths.application(locale)), theirs!.answers)
  const last = await spouse.open(paths.applicationSpouse(locale))
  await spouse.send(last, '/api/application/confirmation', {
    answer: 'agrees',
    note: '',
    signedName: theirs!.signs,
  })
  return walked
}
