import { choosePerson, expect, test } from '../support/browser'

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
