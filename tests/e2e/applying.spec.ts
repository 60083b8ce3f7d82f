import type { Page } from '@playwright/test'
import { paths } from '../../src/i18n/paths'
import { choose, errorsOf, expectTyped, press, type } from './forms'
import { look } from './look'
import { expect, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

/*
 * Applying without an account, in each language, with and without script, on a phone and on a desk:
 *   EP-01 a single adult with nothing: from the first question to the receipt, a mistake kept as typed, an answer
 *         changed from the check, a correction after sending
 *   EP-02 a couple with a child and a job: entries are added and taken out, and the number that is kept is not shown
 */
test.use({ scenario: 'applying' })

const main = (page: Page) => page.getByRole('main')
const title = (page: Page) => page.getByRole('heading', { level: 1 })

type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What a single adult with nothing answers; `=x` is a choice, anything else is typed. */
const alone: Answers = {
  identity: { givenName: 'Rosalie', familyName: 'Épreuve', birthDate: '12/3/1984' },
  reason: { reason: '=noIncome' },
  status: { status: '=bornInQuebec' },
  before: { assistanceBefore: '=never' },
  numbers: { healthNumber: 'EPRR84531218', sin: '123 456 782' },
  reaching: { phone: '514 555-0123', lettersLanguage: '=fr', safeReach: '=anyTime' },
  helper: { helper: '=nobody' },
  dwelling: { dwelling: '=tenant' },
  address: { street: '12, rue des Érables', city: 'Drummondville', postalCode: 'J2B 1A1' },
  rent: { rent: '700' },
  livesWith: { livesWith: '=nobody' },
  pastUnion: { pastUnion: '=none' },
  studies: { studies: '=no' },
  health: { health: '=none' },
  work: { work: '=before' },
  away: { away: '=no' },
  income: { income: '=none' },
  awaited: { awaited: '=none' },
  money: { accounts: '120,50', cash: '0', outstanding: '0' },
  owned: { owned: '=none' },
  givenAway: { givenAway: '=no' },
  deposit: { deposit: '=no' },
  needs: { needs: '=none' },
  more: {},
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    if (value.startsWith('=')) await choose(page, name, value.slice(1))
    else await type(page, { [name]: value })
  }
}

const questionOf = (page: Page): string => /question\/([\w-]+)/.exec(page.url())?.[1] ?? ''

for (const way of ways) {
  const { locale, scripts } = way
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))
    const say = wordsOf(locale)
    const see = (page: Page, state: string) => look(page, `applying-${nameOf(way)}-${state}`, scripts)
    const on = (page: Page) => press(page, say('application.continue'))

    /** Answers every question as it comes, until there is none. Returns how many pages there were. */
    async function answer(page: Page, answers: Answers, pictures: readonly string[] = []): Promise<number> {
      let count = 0
      for (let at = questionOf(page); at !== ''; at = questionOf(page)) {
        const fields = answers[at]
        if (!fields) throw new Error(`No answer to ${at}`)
        if (pictures.includes(at)) await see(page, `question-${at}`)
        await fill(page, fields)
        await on(page)
        expect(questionOf(page), `${at} is answered`).not.toBe(at)
        count += 1
      }
      return count
    }

    async function start(page: Page): Promise<void> {
      await page.goto(paths.applicationStart(locale))
      await choose(page, 'urgentNeeds', 'none')
      await press(page, say('entering.start.button'))
      await page.goto(paths.application(locale))
      await see(page, '01-steps')
      await page.getByRole('link', { name: say('application.hub.goOn'), exact: true }).click()
    }

    test('EP-01 a single adult with nothing', async ({ page }) => {
      // Some thirty pages, one after the other.
      test.setTimeout(120_000)
      await start(page)
      await expect(title(page)).toHaveText(say('application.page.identity.title'))
      await type(page, { givenName: 'Rosalie', birthDate: '31/2/1984' })
      await on(page)
      await errorsOf(page)
      await expectTyped(page, { givenName: 'Rosalie', birthDate: '31/2/1984' })
      await see(page, '02-identity-error')
      const count = await answer(page, alone, [
        'numbers',
        'reaching',
        'address',
        'dwelling',
        'income',
        'money',
        'needs',
      ])
      expect(count).toBe(Object.keys(alone).length)

      await expect(title(page)).toHaveText(say('application.review.title'))
      await expect(main(page)).toContainText('12, rue des Érables')
      await expect(main(page)).not.toContainText('123 456 782')
      await see(page, '03-review')
      await page.locator(`a[href="${paths.applicationQuestion(locale, 'rent')}"]`).click()
      await expectTyped(page, { rent: '700' })
      await type(page, { rent: '650' })
      await on(page)
      await page.getByRole('link', { name: say('application.review.next') }).click()
      await see(page, '04-declaration')
      await press(page, say('application.declaration.send'))
      await errorsOf(page)
      await type(page, { signedName: 'Rosalie Épreuve' })
      await choose(page, 'attest', 'yes')
      await press(page, say('application.declaration.send'))
      await expect(main(page)).toContainText(say('application.receipt.received'))
      await expect(main(page)).toContainText('Drummondville')
      await see(page, '05-receipt')
      await page.goto(paths.application(locale))
      await see(page, '06-steps-sent')

      await page.goto(paths.applicationReceipt(locale))
      await press(page, say('application.receipt.correct'))
      await page.locator(`a[href="${paths.applicationQuestion(locale, 'rent')}"]`).click()
      await type(page, { rent: '600' })
      await on(page)
      await page.getByRole('link', { name: say('application.review.next') }).click()
      await type(page, { signedName: 'Rosalie Épreuve', correctionReason: 'Mon loyer.' })
      await choose(page, 'attest', 'yes')
      await press(page, say('application.declaration.sendCorrection'))
      await expect(main(page)).toContainText(say('application.receipt.receivedCorrection'))
      await expect(main(page)).toContainText('Mon loyer.')
    })

    test('EP-02 a couple with a child and a job', async ({ page }) => {
      await start(page)
      await answer(page, {
        identity: alone['identity']!,
        reason: { reason: '=noIncome' },
        status: alone['status']!,
        before: alone['before']!,
        numbers: alone['numbers']!,
        reaching: alone['reaching']!,
        helper: alone['helper']!,
        dwelling: alone['dwelling']!,
        address: alone['address']!,
        rent: alone['rent']!,
      } as Answers).catch(() => {})
      await page.goto(paths.applicationQuestion(locale, 'numbers'))
      await expect(main(page)).toContainText('782')
      await expectTyped(page, { sin: '' })
      await see(page, '11-numbers-kept')
      await page.goto(paths.applicationQuestion(locale, 'livesWith'))
      await choose(page, 'livesWith', 'partner')
      await choose(page, 'livesWith', 'children')
      await on(page)
      await choose(page, 'couple', 'married')
      await on(page)
      const child = {
        'children.0.givenName': 'Zoé',
        'children.0.familyName': 'Épreuve',
        'children.0.birthDate': '2/5/2019',
        'children.0.healthNumberNone': '=yes',
        'children.0.another': '=yes',
      }
      await see(page, '12-child')
      await fill(page, child)
      await on(page)
      await fill(page, {
        'children.0.parents': '=both',
        'children.0.lives': '=allTime',
        'children.0.handicap': '=no',
      })
      await on(page)
      expect(questionOf(page)).toBe('child-1')
      await press(page, say('application.remove'))
      expect(questionOf(page)).toBe('child-0')
      await page.goto(paths.applicationQuestion(locale, 'spouse'))
      await see(page, '13-spouse')
      await fill(page, {
        spouseGivenName: 'Luc',
        spouseFamilyName: 'Roy',
        spouseBirthDate: '3/4/1985',
        spouseAnswers: '=me',
        lettersTo: '=both',
      })
      await on(page)
      await expect(main(page)).toContainText(say('application.about', { name: 'Luc' }))
      await see(page, '14-about-spouse')
      await page.goto(paths.applicationReview(locale))
      await see(page, '15-review-missing')
    })
  })
}
