import type { Page } from '@playwright/test'
import { formatMoney } from '../../src/i18n/format'
import { paths } from '../../src/i18n/paths'
import { choose, errorsOf, expectTyped, press, type } from './forms'
import { look } from './look'
import { estimate } from './pages'
import { expect, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

/*
 * Estimating without an account, in each language, with and without script, on a phone and on a desk:
 *   EE-01 a single adult from the home page to the amount: 9 questions, a mistake kept as typed, an answer changed
 *         without starting over, the office, how to apply, everything erased
 *   EE-02 a couple with children and work: at most 12 pages, the curve, and a slider where scripts run
 *   EE-03 a refusal says every reason; not knowing says what to check, and still an amount
 *   EE-04 old or spoiled answers begin anew, in words
 *   EE-05 nothing answered is ever in an address, and no page but the result loads a script
 */
test.use({ scenario: 'estimator' })

const main = (page: Page) => page.getByRole('main')
const title = (page: Page) => page.getByRole('heading', { level: 1 })

for (const way of ways) {
  const { locale, scripts } = way
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))
    const say = wordsOf(locale)
    const see = (page: Page, state: string) => look(page, `estimator-${nameOf(way)}-${state}`, scripts)
    const on = (page: Page) => press(page, say('estimator.continue'))

    test('EE-01 a single adult', async ({ page }) => {
      const addresses: string[] = []
      page.on('request', (request) => addresses.push(request.url()))
      await page.goto(paths.home(locale))
      await page.getByRole('link', { name: say('public.home.estimate') }).click()
      await see(page, '01-start')
      await page.getByRole('link', { name: say('estimator.start.button') }).click()
      await expect(title(page)).toHaveText(say('estimator.page.household.title'))
      await see(page, '02-household')
      await on(page)
      expect(await errorsOf(page)).toEqual([`home: ${say('estimator.error.choices.required')}`])
      await expect(page).toHaveTitle(new RegExp(say('common.titleWithErrors', { page: '' }).trim()))
      await see(page, '03-household-error')
      await choose(page, 'home', 'nobody')
      await on(page)
      await type(page, { age: 'quarante-deux' })
      await on(page)
      await errorsOf(page)
      await expectTyped(page, { age: 'quarante-deux' })
      await see(page, '04-age-error')
      await type(page, { age: '42' })
      await on(page)
      await see(page, '05-status')
      await choose(page, 'status', 'citizen')
      await on(page)
      await choose(page, 'studies', 'no')
      await on(page)
      await see(page, '06-health')
      await choose(page, 'health', 'none')
      await on(page)
      await see(page, '07-income')
      await choose(page, 'income', 'nothing')
      await on(page)
      await see(page, '08-money')
      await type(page, { liquid: '1 200,50' })
      await on(page)
      await choose(page, 'property', 'nothing')
      await on(page)
      await expect(main(page)).toContainText(say('estimator.progress', { number: 9, total: 9 }))
      await choose(page, 'aid', 'never')
      await on(page)

      // On the day of application, 1 200 $ is more than one adult may hold.
      await expect(title(page)).toContainText(say('estimator.result.title.ineligible'))
      await expect(main(page)).toContainText(say('eligibility.reason.liquidAssetsAboveLimit'))
      await expect(main(page)).not.toContainText(formatMoney(84_500 as never, locale))
      await see(page, '09-refused')

      // One answer changed, nothing asked again.
      const change = page
        .locator('dl > div')
        .filter({ hasText: formatMoney(120_050 as never, locale) })
        .getByRole('link')
      await change.click()
      await expectTyped(page, { liquid: '1 200,50' })
      await type(page, { liquid: '200' })
      await on(page)
      await expect(title(page)).toContainText(say('estimator.result.title.eligible'))
      await expect(main(page)).toContainText(formatMoney(84_500 as never, locale))
      await see(page, '10-eligible')

      await type(page, { postalCode: 'K1A 0B1' })
      await press(page, say('estimator.office.button'))
      await expect(main(page)).toContainText(say('estimator.error.postalCode'))
      await expectTyped(page, { postalCode: 'K1A 0B1' })
      await type(page, { postalCode: 'j2b1a1' })
      await press(page, say('estimator.office.button'))
      await expect(main(page)).toContainText('Drummondville')
      await see(page, '11-office')

      await page.getByRole('link', { name: say('estimator.result.applyButton'), exact: true }).click()
      await expect(title(page)).toHaveText(say('estimator.apply.title'))
      await expect(main(page)).toContainText('1 877 767-8773')
      await expect(main(page)).toContainText('Drummondville')
      await see(page, '12-apply')

      await press(page, say('estimator.erase'))
      await expect(main(page)).toContainText(say('estimator.told.erased'))
      await see(page, '13-erased')
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('quinze-estimate')
      await page.goto(paths.estimatorResult(locale))
      await expect(main(page)).toContainText(say('estimator.told.over'))

      // EE-05
      const ours = addresses
        .map((one) => new URL(one))
        .filter(({ pathname }) => !pathname.startsWith('/_next'))
      expect(ours.filter(({ search }) => search !== '').map(({ href }) => href)).toEqual([])
      expect(ours.filter(({ pathname }) => /42|nobody|citizen|1200|j2b/i.test(pathname))).toEqual([])
    })

    test('EE-02 a couple with children and work', async ({ page }) => {
      await page.goto(paths.estimatorQuestion(locale, 'household'))
      const met = [await title(page).innerText()]
      for (const [question, answers] of Object.entries(family)) {
        for (const [name, value] of Object.entries(answers)) {
          if (value.startsWith('='))
            for (const one of value.slice(1).split(' ')) await choose(page, name, one)
          else await type(page, { [name]: value })
        }
        if (['couple', 'children', 'status', 'amounts'].includes(question)) await see(page, `20-${question}`)
        await on(page)
        met.push(await title(page).innerText())
      }
      expect(met).toHaveLength(13)
      expect(new Set(met).size).toBe(13)
      await expect(title(page)).toContainText(say('estimator.result.title.eligible'))
      await see(page, '21-result')
      await expect(main(page).getByRole('img')).toHaveCount(1)
      const table = page.locator('summary').filter({ hasText: say('estimator.work.table') })
      await table.click()
      await expect(page.getByRole('table', { name: say('estimator.work.caption') })).toBeVisible()
      await see(page, '22-table')

      const slider = page.getByRole('slider', { name: say('estimator.work.slider') })
      if (!scripts) return expect(slider).toHaveCount(0)
      await expect(page.locator('output')).toContainText(formatMoney(65_000 as never, locale))
      await slider.focus()
      await slider.press('ArrowRight')
      await expect(page.locator('output')).toContainText(formatMoney(70_000 as never, locale))
      await expect(slider).toHaveAttribute('aria-valuetext', await page.locator('output').innerText())
      await slider.press('Home')
      await expect(page.locator('output')).toContainText(formatMoney(0 as never, locale))
      await see(page, '23-slider')
    })

    test('EE-03 refused with every reason; unsure with what to check', async ({ page }) => {
      await estimate(page, {
        ...single,
        status: { status: 'other' },
        otherStatus: { otherStatus: 'none' },
        studies: { studies: 'yes' },
      })
      await page.goto(paths.estimatorResult(locale))
      await expect(title(page)).toContainText(say('estimator.result.title.ineligible'))
      for (const code of ['noStatus', 'fullTimeStudies'])
        await expect(main(page)).toContainText(say(`eligibility.reason.${code}`))
      await expect(main(page).getByRole('img')).toHaveCount(0)
      await see(page, '30-two-reasons')

      await page.context().clearCookies()
      await estimate(page, {
        ...single,
        status: { status: 'unknown' },
        health: { health: 'unknown' },
        money: { liquidUnknown: 'yes' },
      })
      await page.goto(paths.estimatorResult(locale))
      await expect(title(page)).toContainText(say('estimator.result.title.incomplete'))
      for (const key of [
        'eligibility.question.status',
        'eligibility.question.liquidAssets',
        'estimator.assumed.health',
      ])
        await expect(main(page)).toContainText(say(key))
      await expect(main(page)).toContainText(formatMoney(84_500 as never, locale))
      await see(page, '31-unsure')
    })

    test('EE-04 old or spoiled answers begin anew', async ({ page, site }) => {
      const spoil = (value: string) =>
        page.context().addCookies([{ name: 'quinze-estimate', value, url: site.url }])
      await spoil('AAAA')
      await page.goto(paths.estimatorQuestion(locale, 'age'))
      await expect(main(page)).toContainText(say('estimator.told.over'))
      await see(page, '40-over')
      // Left open over the half hour: what is sent all the same is not lost.
      await page.context().clearCookies()
      await estimate(page, { household: { home: 'nobody' } })
      await page.goto(paths.estimatorQuestion(locale, 'age'))
      await spoil('AAAA')
      await type(page, { age: '51' })
      await on(page)
      await expect(title(page)).toHaveText(say('estimator.page.household.title'))
      await expect(main(page)).toContainText(say('estimator.told.overText'))
      await see(page, '41-told')
      await choose(page, 'home', 'others')
      await on(page)
      await expect(title(page)).toHaveText(say('estimator.page.status.title'))
    })
  })
}

test('EE-05 only the result loads scripts', async ({ page }) => {
  await estimate(page)
  const scripts = async (path: string) => {
    const body = await (await page.request.get(path)).text()
    const response = await page.request.get(path)
    expect(response.headers()['cache-control'], path).toContain('no-store')
    return { policy: response.headers()['content-security-policy']!, body }
  }
  for (const path of [
    paths.estimator('fr'),
    paths.estimatorQuestion('fr', 'age'),
    paths.estimatorApply('en'),
  ])
    expect((await scripts(path)).policy, path).toContain("script-src 'none'")
  const { policy, body } = await scripts(paths.estimatorResult('fr'))
  const nonce = /'nonce-([^']+)'/.exec(
    (await page.request.get(paths.estimatorResult('fr'))).headers()['content-security-policy']!,
  )
  expect(policy).toContain("'nonce-")
  expect(nonce).not.toBeNull()
  expect(body).not.toMatch(/ style="| on(click|load|error|submit)="/)
})

const single = {
  household: { home: 'nobody' },
  age: { age: '42' },
  status: { status: 'citizen' },
  otherStatus: { otherStatus: 'none' },
  studies: { studies: 'no' },
  health: { health: 'none' },
  income: { income: 'nothing' },
  money: { liquid: '0' },
  property: { property: 'nothing' },
  aid: { aid: 'never' },
} as const

/** `=` before choices; anything else is typed. */
const family: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  household: { home: '=partner children' },
  couple: { couple: '=childTogether' },
  children: { childAges: '4, 13' },
  age: { age: '34', age2: '36' },
  status: { status: '=citizen', status2: '=permanentResident' },
  studies: { studies: '=no', studies2: '=no' },
  health: { health: '=none', health2: '=none' },
  income: { income: '=work' },
  amounts: { work: '650', work2: '0' },
  money: { liquid: '300' },
  property: { property: '=nothing' },
  aid: { aid: '=before' },
}
