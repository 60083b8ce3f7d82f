import { labelsOf } from '../../src/domain/eligibility/labels'
import type { Page } from '@playwright/test'
import type { Locale } from '../../src/i18n/locale'
import { paths } from '../../src/i18n/paths'
import { formatMoney } from '../../src/i18n/format'
import { applicants } from './applicants'
import { selfEmployed } from './applicants/families'
import { withNothing } from './applicants/alone'
import type { Applicant } from './applicants/applicant'
import { answerAsSpouse, begin, questionAt, signAndSend, walk } from './applicants/journey'
import { fill } from './applicants/fill'
import { linksOf, type Opened, plainBrowser } from './applicants/plain-browser'
import { choose, expectTyped, press, type } from './forms'
import { look } from './look'
import { expect, month, test, type Town } from './town'
import { locales, wordsOf } from './words'

/*
 * Applying, from the first answer to the receipt, on the built site:
 *   AP-01 twelve applicants, each in both languages, by plain forms: the pages asked and no other, the number of
 *         questions, the papers, the estimate, the office and why, the receipt
 *   AP-02 the shortest way on a phone, by keyboard alone, with scripts
 *   AP-03 someone who works for themself, on a phone, without scripts: a paper given, sent, followed
 *   AP-04 left in the middle, and taken up again on another device with the code and the word
 */
test.use({ scenario: 'application' })

for (const locale of locales) {
  const say = wordsOf(locale)

  for (const applicant of applicants) {
    test(`AP-01 ${applicant.name}, ${locale}`, async ({ request, playwright, site, town }) => {
      const browser = plainBrowser(request, site.url)
      const steps = await begin(browser, locale, applicant)
      const walked = await walk(browser, locale, steps, applicant.answers, applicant.refused)
      expect(['urgent', ...walked.pages]).toEqual(Object.keys(applicant.answers))
      // The first question was asked before there was an application.
      expect(walked.questions + 1).toBe(applicant.questions)
      expect(walked.at.path).toBe(paths.applicationReview(locale))

      if (applicant.spouse) {
        const other = await playwright.request.newContext({ baseURL: site.url })
        const theirs = await answerAsSpouse(browser, plainBrowser(other, site.url), locale, applicant)
        expect(theirs.pages).toEqual(Object.keys(applicant.spouse.answers))
        expect(theirs.questions).toBe(applicant.spouse.questions)
        await other.dispose()
      }

      const check = await browser.open(paths.applicationReview(locale))
      expectEstimate(check, applicant)
      expect(check.text).not.toContain(say('application.review.contradictions'))
      expectPapers(await browser.open(paths.applicationDocuments(locale)), applicant)

      const receipt = await signAndSend(browser, locale, applicant.signs)
      const number = /\bQ-2611-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]\b/.exec(receipt.text)?.[0]
      expect(number, receipt.text.slice(0, 400)).toBeTruthy()
      expect(receipt.text).toContain(applicant.signs)
      expectEstimate(receipt, applicant)
      await expectOffice(receipt, applicant, number!, town)
      if (applicant.spouse) expect(receipt.html).not.toContain('555-0151')
    })
  }

  function expectEstimate({ text }: Opened, { estimate }: Applicant): void {
    if (estimate === 'spouse') return expect(text).not.toContain(say('application.estimate.show'))
    const { programme, firstCents, wholeCents, questions } = estimate
    const { programmes } = labelsOf(month)
    const words = [
      say(`eligibility.label.programme.${programmes}.${programme}`),
      ...[firstCents, wholeCents].map((cents) => formatMoney(cents as never, locale)),
      ...questions.map((code) => say(`eligibility.question.${code}`)),
    ]
    for (const one of words) expect(flat(text)).toContain(flat(one))
  }

  /** Those the decision waits for, then the others. A spouse who answers apart gives their own. */
  function expectPapers(page: Opened, { required, useful, spouse }: Applicant): void {
    const prefix = paths.applicationDocument(locale, '')
    const shown = linksOf(page).flatMap((href) => (href.startsWith(prefix) ? href.slice(prefix.length) : []))
    const ours = (ids: readonly string[]) =>
      ids.filter((id) => !spouse || !id.includes('.spouse')).map((id) => id.replaceAll('.', '-'))
    expect(shown.filter((one) => one !== '').sort()).toEqual([...ours(required), ...ours(useful)].sort())
  }

  async function expectOffice(
    receipt: Opened,
    { office }: Applicant,
    number: string,
    { owner }: Town,
  ): Promise<void> {
    const { application } = await owner.applicationVersion.findFirstOrThrow({
      where: { receiptNumber: number },
      include: { application: { include: { office: true } } },
    })
    expect(application.office?.code).toBe(office.code)
    expect(application.routing).toMatchObject({ officeCode: office.code, reason: office.reason })
    expect(flat(receipt.text)).toContain(flat(say(`application.route.reason.${office.reason}`)))
    const name = locale === 'fr' ? application.office!.nameFr : application.office!.nameEn
    if (office.reason !== 'assignedByPerson') expect(receipt.text).toContain(name)
    for (const note of office.notes ?? [])
      expect(flat(receipt.text)).toContain(flat(say(`application.route.note.${note}`)))
  }
}

test.describe('AP-02 by keyboard alone', () => {
  test.use({ viewport: { width: 320, height: 800 } })

  test('the shortest way, in English', async ({ page }) => {
    // Every question's page is looked at, and the suite shares its machine.
    test.setTimeout(180_000)
    const say = wordsOf('en')
    const see = (name: string) => look(page, `application-keys-${name}`)
    await page.goto(paths.applicationStart('en'))
    await see('00-start')
    await byKeyboard(page, withNothing.answers['urgent']!, isButton(say('entering.start.button')))
    await expect(page).toHaveURL(paths.applicationCode('en'))
    await see('01-code')
    await page.goto(paths.application('en'))
    await see('02-steps')
    await byKeyboard(page, {}, isButton(say('application.hub.goOn')))
    const met = await answerEach(page, 'en', withNothing, async (id, typed) => {
      await see(`10-${id}`)
      await byKeyboard(page, typed, isButton(say('application.continue')))
    })
    expect(['urgent', ...met]).toEqual(Object.keys(withNothing.answers))
    await see('20-check')
    await byKeyboard(page, {}, isButton(say('application.review.next')))
    await see('21-declaration')
    await byKeyboard(
      page,
      { signedName: withNothing.signs, attest: 'yes' },
      isButton(say('application.declaration.send')),
    )
    await expect(page).toHaveURL(paths.applicationReceipt('en'))
    await expect(page.getByRole('main')).toContainText(say('application.receipt.received'))
    await see('22-receipt')
  })
})

test.describe('AP-03 without scripts', () => {
  test.use({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false })

  test('a paper given, sent and followed, in French', async ({ page }) => {
    test.setTimeout(120_000)
    const say = wordsOf('fr')
    const see = (name: string) => look(page, `application-plain-${name}`, false)
    await page.goto(paths.applicationStart('fr'))
    await choose(page, 'urgentNeeds', 'none')
    await press(page, say('entering.start.button'))
    await page.goto(paths.application('fr'))
    await page.getByRole('link', { name: say('application.hub.goOn') }).click()
    const met = await answerEach(page, 'fr', selfEmployed, async (id, typed) => {
      await see(`10-${id}`)
      await put(page, typed)
      await press(page, say('application.continue'))
    })
    expect(['urgent', ...met]).toEqual(Object.keys(selfEmployed.answers))

    await page.goto(paths.applicationDocuments('fr'))
    await see('20-papers')
    await page.goto(paths.applicationDocument('fr', 'identityPhoto-applicant'))
    await see('21-paper')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'carte.png', mimeType: 'image/png', buffer: picture })
    await press(page, say('documents.giveButton'))
    await expect(page.getByRole('main')).toContainText('carte')
    await see('22-given')
    await page.goto(paths.applicationDocuments('fr'))
    await expect(page.getByRole('main')).toContainText(say('documents.status.files', { count: 1 }))

    await page.goto(paths.applicationReview('fr'))
    await see('23-check')
    await page.getByRole('link', { name: say('application.review.next') }).click()
    // Nothing is signed by pressing alone.
    await press(page, say('application.declaration.send'))
    await expect(page.getByRole('main')).toContainText(say('application.declaration.error.attest.required'))
    await see('24-not-signed')
    await type(page, { signedName: selfEmployed.signs })
    await choose(page, 'attest', 'yes')
    await press(page, say('application.declaration.send'))
    await expect(page).toHaveURL(paths.applicationReceipt('fr'))
    await see('25-receipt')
    await page.goto(paths.applicationProgress('fr'))
    await see('26-progress')
  })
})

test('AP-04 left in the middle, and taken up on another device', async ({ page, browser, site }) => {
  const say = wordsOf('fr')
  await page.goto(paths.applicationStart('fr'))
  await choose(page, 'urgentNeeds', 'none')
  await press(page, say('entering.start.button'))
  await type(page, { word: 'Pistache' })
  await press(page, say('entering.code.button'))
  const code = await page.locator('strong[translate=no]').first().innerText()
  await page.goto(paths.applicationQuestion('fr', 'identity'))
  await put(page, fill('identity', identity, withNothing.answers['identity']!))
  await press(page, say('application.continue'))
  await page.close()

  const other = await browser.newContext({ baseURL: site.url })
  const there = await other.newPage()
  await there.goto(paths.applicationResume('fr'))
  await type(there, { code, word: 'une autre' })
  await press(there, say('entering.resume.button'))
  await expect(there.getByRole('main')).toContainText(say('entering.resume.wrong'))
  await type(there, { code, word: 'pistache' })
  await press(there, say('entering.resume.button'))
  await there.goto(paths.applicationQuestion('fr', 'identity'))
  await expectTyped(there, { givenName: 'Rémi', familyName: 'Sansrien', birthDate: '12/03/1984' })
  await other.close()
})

const identity = ['givenName', 'familyName', 'birthDate.day', 'birthDate.month', 'birthDate.year']

/** Answers page after page as `answer` does, until a page that asks nothing. Gives the pages met. */
async function answerEach(
  page: Page,
  locale: Locale,
  { answers }: Applicant,
  answer: (id: string, typed: Record<string, string>) => Promise<void>,
): Promise<string[]> {
  const met: string[] = []
  for (;;) {
    const id = questionAt(new URL(page.url()).pathname, locale)
    if (id === null) return met
    expect(answers[id], `${id} is asked, and nobody thought of it`).toBeDefined()
    const names = await page
      .locator('#question :is(input:not([type=hidden]), select, textarea)')
      .evaluateAll((all) => all.map((one) => one.getAttribute('name')!))
    met.push(id)
    await answer(id, fill(id, [...new Set(names)], answers[id]!))
  }
}

/** Puts answers into a page by mouse and keys. */
async function put(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    if (value === '') continue
    const kind = await page
      .locator(`[name="${name}"]`)
      .first()
      .evaluate((one) => one.getAttribute('type') ?? one.tagName)
    if (kind === 'radio' || kind === 'checkbox')
      for (const one of value.split(' ')) await choose(page, name, one)
    else if (kind === 'SELECT') await page.locator(`[name="${name}"]`).selectOption(value)
    else await page.locator(`[name="${name}"]`).fill(value)
  }
}

type Stop = {
  readonly name: string
  readonly type: string
  readonly value: string
  readonly words: string
  readonly leadsWithin: boolean
}
const isButton = (words: string) => (stop: Stop) => stop.words === words

/** Goes through a page with Tab, the arrows, Space and letters, and presses Enter where it should. */
async function byKeyboard(
  page: Page,
  typed: Readonly<Record<string, string>>,
  isLast: (stop: Stop) => boolean,
): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(stopAt)
    if (isLast(stop)) {
      await page.evaluate(() => document.documentElement.setAttribute('data-left', ''))
      await page.keyboard.press('Enter')
      await page.locator('html:not([data-left])').waitFor({ state: 'attached' })
      return
    }
    // The first stop leads past the band, as to anyone who goes by keyboard.
    if (steps === 0 && stop.leadsWithin) await page.keyboard.press('Enter')
    const value = typed[stop.name] ?? ''
    if (value === '') continue
    if (stop.type === 'checkbox') {
      if (value.split(' ').includes(stop.value)) await page.keyboard.press('Space')
    } else if (stop.type === 'radio') await chooseByKeys(page, value)
    else if (stop.type === 'select-one') await selectByKeys(page, value)
    else await page.keyboard.type(value)
  }
  throw new Error('The keyboard never reached the button')
}

/** In a group of round buttons: Space takes the one in focus, an arrow the next. */
async function chooseByKeys(page: Page, value: string): Promise<void> {
  await page.keyboard.press('Space')
  for (let steps = 0; steps < 20; steps += 1) {
    if ((await page.evaluate(stopAt)).value === value) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`No button for ${value}`)
}

async function selectByKeys(page: Page, value: string): Promise<void> {
  for (let steps = 0; steps < 20; steps += 1) {
    if ((await page.evaluate(stopAt)).value === value) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`No choice for ${value}`)
}

function stopAt(): Stop {
  const one = document.activeElement as HTMLInputElement
  const { name = '', type = '', value = '' } = one
  const leadsWithin = one.getAttribute('href')?.startsWith('#') ?? false
  return { name, type, value, words: one.textContent?.trim() ?? '', leadsWithin }
}

/** A picture of one point: the smallest there is. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Without what only the eye sees: lines, and the spaces that keep words together. */
const flat = (text: string): string => text.replace(/\s+/g, ' ')
