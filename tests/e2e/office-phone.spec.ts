import { paths } from '../../src/i18n/paths'
import { look } from './look'
import { expect, test } from './town'
import { locales, wordsOf } from './words'

for (const locale of locales) {
  test.describe(locale, () => {
    test.use({ locale: `${locale}-CA`, viewport: { width: 320, height: 800 } })

    test(`an office whose number is unknown: the contact centre’s, said as such (${locale})`, async ({
      page,
      town,
    }) => {
      const say = wordsOf(locale)
      const household = await town.settle({ since: '2026-10' })
      const amos = await town.owner.office.findFirstOrThrow({ where: { code: '002' } })
      await town.owner.household.update({ where: { id: household.id }, data: { officeId: amos.id } })
      await town.enter(page, 'citizen', household.adults[0]!.id)
      const centre = page.locator('a[href="tel:+18777678773"]')
      const name = locale === 'fr' ? 'Centre de communication avec la clientèle' : 'customer contact centre'

      await page.goto(paths.file(locale))
      await expect(page.getByRole('main')).toContainText(locale === 'fr' ? amos.nameFr : amos.nameEn)
      await expect(page.getByRole('main').locator('p', { has: centre })).toContainText(name)
      await expect(page.getByRole('main').locator(centre)).toHaveText('1 877 767-8773')
      await look(page, `office-phone-${locale}-home`)

      await page.goto(paths.statement(locale, '2026-10'))
      await expect(page.getByRole('main')).toContainText(say('statement.state.late.text'))
      await expect(page.getByRole('main').locator('p', { has: centre })).toContainText(name)
      await look(page, `office-phone-${locale}-late`)
    })
  })
}
