import { paths } from '../../src/i18n/paths'
import { choose, errorsOf, expectTyped, press, type } from './forms'
import { look } from './look'
import { expect, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

test.use({ scenario: 'notices' })

/** Longer words than most, as long as a notice may be. */
const words = (language: string) =>
  `Interruption-imprévue-du-portail ${language} `.padEnd(290, 'réessayez plus tard ')

for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    test('a supervisor writes a notice, everyone reads it, and it is withdrawn', async ({ page, town }) => {
      const name = (what: string) => `notices-${what}-${nameOf(way)}`
      await town.enter(page, 'staff', town.supervisor)
      await page.goto(paths.office(locale))
      await page.getByRole('link', { name: say('common.officeNotices') }).click()
      await expect(page).toHaveURL(paths.officeNotices(locale))
      await look(page, name('fresh'), scripts)

      // Wrong at once everywhere: each field says what to do, and holds what was typed.
      const wrong = {
        fr: words('fr').repeat(2),
        en: '',
        from: '31/2/2026',
        fromTime: 'midi',
        until: '9/11/2026',
      }
      await type(page, { ...wrong, untilTime: '12:00' })
      await press(page, say('notices.form.button'))
      await expect(page).toHaveTitle(
        say('common.title', { page: say('common.titleWithErrors', { page: say('notices.title') }) }),
      )
      expect((await errorsOf(page)).map((line) => line.split(':', 1)[0])).toEqual([
        ...['kind', 'fr', 'en', 'from', 'fromTime', 'until'],
      ])
      await expectTyped(page, wrong)
      await look(page, name('refused'), scripts)

      const [fr, en] = [words('fr'), words('en')]
      await choose(page, 'kind', 'outage')
      await type(page, { fr, en, from: '10/11/2026', fromTime: '9 h 40', untilTime: '' })
      await type(page, { 'until.day': '', 'until.month': '', 'until.year': '' })
      await press(page, say('notices.form.button'))
      const preview = page.getByRole('region', { name: say('notices.preview.title') })
      for (const text of [fr, en]) await expect(preview.getByText(text.trim())).toBeVisible()
      await look(page, name('preview'), scripts)
      await press(page, say('notices.preview.button'))
      await expect(page.getByText(say('notices.note.published'))).toBeVisible()
      await page.goBack()
      await page.goto(paths.officeNotices(locale))

      const band = page.getByRole('region', { name: say('notices.label') })
      const text = (locale === 'fr' ? fr : en).trim()
      const shows = (at: string) =>
        expect(async () => {
          await page.goto(at)
          await expect(band.getByText(text)).toBeVisible({ timeout: 500 })
        }).toPass({ timeout: 15_000 })
      await shows(paths.officeNotices(locale))
      await look(page, name('published'), scripts)
      await shows(paths.estimator(locale))
      await look(page, name('public'), scripts)
      const household = await town.settle()
      await town.enter(page, 'citizen', household.adults[0]!.id)
      await shows(paths.file(locale))
      await look(page, name('file'), scripts)

      await town.enter(page, 'staff', town.supervisor)
      await page.goto(paths.officeNotices(locale))
      const row = page.getByRole('row').filter({ hasText: say('notices.state.shown') })
      await row.getByRole('button').click()
      await expect(page.getByText(say('notices.note.withdrawn'))).toBeVisible()
      await expect(page.getByRole('row').filter({ hasText: say('notices.state.shown') })).toHaveCount(0)
      await expect(async () => {
        await page.goto(paths.estimator(locale))
        await expect(band).toHaveCount(0, { timeout: 500 })
      }).toPass({ timeout: 15_000 })
    })

    test('an agent finds no such page', async ({ page, town }) => {
      await town.enter(page, 'staff', town.agent)
      await page.goto(paths.officeNotices(locale))
      await expect(page).toHaveURL(paths.problem(locale, 'not-allowed'))
    })
  })
}
