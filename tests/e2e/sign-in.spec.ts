import { choosePerson, expect, test } from '../support/browser'
import { look } from './look'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('1. a recipient signs in through the identity provider, and lands in their own file', async ({
      page,
    }) => {
      await page.goto('/fr/mon-dossier')
      await page.getByRole('main').locator('form[action*="/api/sign-in/citizen"] button').click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choisissez une personne')
      await choosePerson(page, 'adele')
      await expect(page).toHaveURL(/\/fr\/mon-dossier$/)
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA')
    })
  })
}

test.describe('the page where one chooses a person', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  for (const [language, address] of [
    ['fr', '/fr/mon-dossier'],
    ['en', '/en/my-file'],
  ] as const) {
    test(`2. ${language}: fits 320 px, breaks no rule of accessibility, leads to each theme`, async ({
      page,
    }) => {
      await page.goto(address)
      await page.getByRole('main').locator('form[action*="/api/sign-in/citizen"] button').click()
      await expect(page.locator('html')).toHaveAttribute('lang', `${language}-CA`)
      await look(page, `choose-${language}`)
      await page.locator('nav a[href="#delays"]').click()
      await expect(page.locator('h2#delays')).toBeInViewport()
    })
  }
})
