import type { Page } from '@playwright/test'
import { paths, withQuery } from '../../src/i18n/paths'
import { look } from './look'
import { expect, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

/*
 * Someone without an account looks for their office, then for a word, with and without script:
 *   FI-01 a postal code; several offices, the municipality; a name with a slip; a centre that closed; what is no code
 *   FI-02 by region
 *   FI-03 a word of the site, nothing found, and the way back from an address that does not exist
 */
test.use({ scenario: 'finding' })

for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)
  const picture = (name: string) => `finding-${nameOf(way)}-${name}`

  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    const find = async (page: Page, text: string) => {
      await page.getByLabel(say('offices.form.label')).fill(text)
      await page.getByRole('button', { name: say('offices.form.button'), exact: true }).click()
      await page.waitForLoadState()
    }
    const main = (page: Page) => page.getByRole('main')

    test('FI-01 an office', async ({ page }) => {
      await page.goto(paths.offices(locale))
      await look(page, picture('1-begin'), scripts)

      await find(page, 'j2b 1g3')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('offices.result.title'))
      await expect(main(page)).toContainText('270, rue Lindsay')
      await expect(main(page).locator('a[href="tel:+18194758431"]')).toBeVisible()
      const map = main(page).locator('a[href*="openstreetmap.org"]').first()
      expect(decodeURIComponent((await map.getAttribute('href'))!)).toContain('270,+rue+Lindsay')
      await look(page, picture('2-code'), scripts)

      await find(page, 'G0A')
      await expect(page.getByRole('heading', { name: say('offices.municipality.title') })).toBeVisible()
      await look(page, picture('3-several'), scripts)
      await page.getByLabel(say('offices.municipality.label')).fill('Saint-Nulle-Part')
      await page.getByRole('button', { name: say('offices.municipality.button') }).click()
      await expect(main(page)).toContainText('Saint-Nulle-Part')
      await look(page, picture('4-unknown'), scripts)
      await page.getByRole('link', { name: 'Baie-Saint-Paul', exact: true }).click()
      await expect(
        page.getByRole('heading', { name: say('offices.municipality.found', { name: 'Baie-Saint-Paul' }) }),
      ).toBeVisible()
      await look(page, picture('5-picked'), scripts)

      await find(page, 'sherbroke')
      await expect(page.getByRole('heading', { level: 2, name: 'Sherbrooke' })).toBeVisible()
      await find(page, 'beauceville')
      await expect(main(page)).toContainText(say('offices.former.closed'))
      await look(page, picture('6-former'), scripts)
      await find(page, 'K1A 0B1')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Ontario')
      await look(page, picture('7-ontario'), scripts)
      await find(page, 'G1R 4S')
      await expect(page.getByText(say('offices.error.noCode'))).toBeVisible()
      await expect(page).toHaveTitle(new RegExp(`^${locale === 'fr' ? 'Erreur' : 'Error'}`))
      await look(page, picture('8-no-code'), scripts)
      await find(page, 'joli')
      await page.getByRole('link', { name: 'Joliette' }).click()
      await expect(page.getByRole('heading', { level: 2, name: 'Joliette' })).toBeVisible()
      // In the other language, the same is asked.
      await page.getByRole('link', { name: say('common.switchLanguage') }).click()
      await expect(page.getByRole('heading', { level: 2, name: 'Joliette' })).toBeVisible()
    })

    test('FI-02 a region', async ({ page }) => {
      await page.goto(paths.offices(locale))
      await main(page).getByRole('link', { name: 'Chaudière-Appalaches' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Chaudière-Appalaches')
      await expect(main(page)).toContainText(say('offices.region.former'))
      await look(page, picture('region'), scripts)
      await page
        .getByRole('link', { name: say('offices.short'), exact: true })
        .first()
        .click()
      await page.getByRole('link', { name: 'Nord-du-Québec' }).click()
      await expect(main(page)).toContainText(say('offices.office.servicePoint'))
      await look(page, picture('north'), scripts)
    })

    test('FI-03 a word', async ({ page }) => {
      const response = await page.goto(`/${locale}/nowhere`)
      expect(response?.status()).toBe(404)
      await look(page, picture('404'), scripts)
      await main(page)
        .getByLabel(say('search.label'))
        .fill(locale === 'fr' ? 'un recu' : 'a reciept')
      await main(page)
        .getByRole('button', { name: say('search.button') })
        .click()
      await expect(page).toHaveURL(new RegExp(paths.search(locale)))
      await expect(
        main(page).getByRole('link', { name: say('search.page.checkReceipt.title') }),
      ).toBeVisible()
      await look(page, picture('hits'), scripts)
      await main(page)
        .getByRole('link', { name: say('search.page.checkReceipt.title') })
        .click()
      await expect(page).toHaveURL(new RegExp(`${paths.checkReceipt(locale)}$`))

      await page.goto(withQuery(paths.search(locale), { q: 'xyzzyx' }))
      await look(page, picture('nothing'), scripts)
      await main(page)
        .getByRole('link', { name: say('search.amongOffices', { typed: 'xyzzyx' }) })
        .click()
      await expect(main(page)).toContainText('xyzzyx')
      await look(page, picture('no-office'), scripts)
      expect((await page.goto('/es/programmes'))?.status()).toBe(404)
      await look(page, picture('404-es'), scripts)
    })
  })
}
