import type { Page } from '@playwright/test'
import { contentPages, paths } from '../../src/i18n/paths'
import { press } from './forms'
import { look } from './look'
import { expect, test } from './town'
import { locales, wordsOf } from './words'

/*
 * What surrounds every page:
 *   CH-01 the first switch to English shows the notice of the Charter, on any page, and no other does
 *   CH-02 the text grows and shrinks by steps from any page, and the page stays
 *   CH-03 on a small phone the band leaves the screen to the page, and its link shows the search
 *   CH-04 a page of words says where it lies, and every one is reached from under any public page
 *   CH-05 the link of the other language leads to the same page
 *   CH-06 the root goes to French
 *   CH-07 a page of words is a clean page on paper
 *   CH-08 the home page says the next dates, on the day it is in Québec
 */
test.use({ scenario: 'chrome' })

const notice = (page: Page) => page.getByText(wordsOf('en')('common.englishNotice'))
const toEnglish = (page: Page) => page.getByRole('link', { name: 'English', exact: true })

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('CH-01 the notice comes once, at the first switch to English', async ({ page }) => {
      // Arriving in English is no switch.
      await page.goto(paths.content('en', 'rights'))
      await expect(notice(page)).toBeHidden()
      await page.goto(paths.content('fr', 'rights'))
      await toEnglish(page).click()
      await expect(page).toHaveURL(`${paths.content('en', 'rights')}#english`)
      await expect(notice(page)).toBeVisible()
      // It keeps nobody from the page, and leads back.
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.getByRole('link', { name: wordsOf('en')('common.englishNoticeBack') }).click()
      await expect(page).toHaveURL(paths.content('fr', 'rights'))
      await toEnglish(page).click()
      await expect(page).toHaveURL(paths.content('en', 'rights'))
      await expect(notice(page)).toBeHidden()
      await page.goto(paths.home('fr'))
      await toEnglish(page).click()
      await expect(page).toHaveURL(paths.home('en'))
    })

    test('CH-01 the notice comes on a private page too', async ({ page, town }) => {
      const household = await town.settle()
      await town.enter(page, 'citizen', household.adults[0]!.id)
      await page.goto(paths.history('fr'))
      await toEnglish(page).click()
      await expect(page).toHaveURL(`${paths.history('en')}#english`)
      await expect(notice(page)).toBeVisible()
      await page.goto(paths.file('fr'))
      await toEnglish(page).click()
      await expect(page).toHaveURL(paths.file('en'))
      await expect(notice(page)).toBeHidden()
    })

    test('CH-02 the text grows and shrinks by steps, and the page stays', async ({ page }) => {
      for (const locale of locales) {
        const say = wordsOf(locale)
        const here = paths.content(locale, 'amounts')
        await page.goto(here)
        await press(page, say('common.textSizeStep.reset'))
        const size = async () => {
          await expect(page).toHaveURL(here)
          return parseFloat(await page.locator('html').evaluate((root) => getComputedStyle(root).fontSize))
        }
        const usual = await size()
        const seen: number[] = []
        for (const step of ['larger', 'larger', 'larger', 'larger', 'smaller', 'reset', 'smaller'] as const) {
          await press(page, say(`common.textSizeStep.${step}`))
          seen.push((await size()) / usual)
        }
        expect(seen).toEqual([1.25, 1.5, 2, 2, 1.5, 1, 1])
      }
    })
  })
}

test('CH-01 an address that is no page of ours leads home', async ({ page }) => {
  for (const asked of ['//example.org', 'https://example.org/', '/fr', '/en/../api', '', '/en/nowhere']) {
    const response = await page.request.get('/preferences/english', {
      params: { page: asked },
      maxRedirects: 0,
    })
    expect(response.status(), asked).toBe(303)
    expect(response.headers()['location'], asked).toMatch(/^\/en(#english)?$/)
  }
})

test('CH-02 and CH-05 what was searched is kept', async ({ page }) => {
  await page.goto(`${paths.search('fr')}?q=lettre`)
  await press(page, wordsOf('fr')('common.textSizeStep.larger'))
  await expect(page).toHaveURL(`${paths.search('fr')}?q=lettre`)
  await toEnglish(page).click()
  await expect(page).toHaveURL(`${paths.search('en')}?q=lettre#english`)
})

for (const locale of locales) {
  const say = wordsOf(locale)

  test(`CH-03 the band is small on a small phone (${locale})`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 })
    await page.goto(paths.content(locale, 'programs'))
    const { height } = (await page.locator('body > header').boundingBox())!
    expect(height).toBeLessThanOrEqual(160)
    const field = page.getByRole('searchbox', { name: say('common.searchLabel') })
    await expect(field).toBeHidden()
    await page.getByRole('link', { name: say('common.search') }).click()
    await expect(field).toBeVisible()
    await look(page, `chrome-${locale}-search`)
    // The next step of the keyboard is the field.
    await page.keyboard.press('Tab')
    await expect(field).toBeFocused()
    await page.keyboard.type('impôt & co')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\?q=/)
    expect(new URL(page.url()).searchParams.get('q')).toBe('impôt & co')
  })

  test(`CH-04 a page says where it lies (${locale})`, async ({ page }) => {
    await page.goto(paths.content(locale, 'rights'))
    const way = page.getByRole('navigation', { name: say('common.breadcrumb') })
    await expect(way.locator('[aria-current=page]')).toHaveCount(1)
    const topics = page.getByRole('navigation', { name: say('information.topics.title') })
    const reached = await topics
      .getByRole('link')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    expect(reached.sort()).toEqual(contentPages.map((one) => paths.content(locale, one)).sort())
    await way.getByRole('link', { name: say('common.breadcrumbHome') }).click()
    await expect(page).toHaveURL(paths.home(locale))
  })

  test(`CH-07 a page of words is a clean page on paper (${locale})`, async ({ page }) => {
    await page.goto(paths.content(locale, 'rights'))
    await page.emulateMedia({ media: 'print' })
    for (const screenOnly of ['header', 'footer', 'nav', 'button'])
      for (const one of await page.locator(screenOnly).all()) await expect(one).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    // Its sources too: on paper nothing opens.
    await expect(page.locator('main details').last().locator('li').first()).toBeVisible()
  })
}

test('CH-05 the other language is the same page', async ({ page }) => {
  for (const one of [
    ...contentPages.map((name) => (l: 'fr' | 'en') => paths.content(l, name)),
    paths.urgentNeed,
  ]) {
    await page.goto(one('fr'))
    await toEnglish(page).click()
    await expect(page).toHaveURL(new RegExp(`${one('en')}(#english)?$`))
    await page.getByRole('link', { name: 'Français', exact: true }).click()
    await expect(page).toHaveURL(one('fr'))
  }
})

test('CH-06 the root goes to French, in whatever language one asks', async ({ page }) => {
  const response = await page.request.get('/', { headers: { 'Accept-Language': 'en-CA' }, maxRedirects: 0 })
  expect([response.status(), response.headers()['location']]).toEqual([307, '/fr'])
  await page.goto('/')
  await expect(page).toHaveURL(paths.home('fr'))
})

test('CH-08 the home page says the next dates', async ({ page }) => {
  // A page made at build is made again within the minute: it may be that fresh.
  test.setTimeout(150_000)
  // The town lives in November 2026, on the 10th: the 15th is a Sunday.
  await expect(async () => {
    await page.goto(paths.home('fr'))
    const main = page.getByRole('main')
    await expect(main).toContainText('au plus tard le lundi 16\u00A0novembre 2026', { timeout: 1_000 })
    await expect(main).toContainText('le mardi 1er\u00A0décembre 2026', { timeout: 1_000 })
  }).toPass({ intervals: [2_000], timeout: 120_000 })
})
