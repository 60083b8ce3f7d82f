import { paths } from '../../src/i18n/paths'
import { choose, errorsOf, expectTyped, press, type } from './forms'
import { look } from './look'
import { expect, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

test.use({ scenario: 'privacy' })

for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    test('a person asks about their information, and a supervisor answers', async ({ page, town }) => {
      const name = (what: string) => `privacy-${what}-${nameOf(way)}`
      const household = await town.settle()
      const person = household.adults[0]!.id
      await town.enter(page, 'citizen', person)
      await page.goto(paths.account(locale))
      await page.getByRole('link', { name: say('privacy.title') }).click()
      await expect(page).toHaveURL(paths.privacyRequests(locale))
      await look(page, name('fresh'), scripts)

      // Something is missing: each field says what to do, and holds what was typed.
      const words = 'Les notes de mes appels de 2025'
      await type(page, { words })
      await press(page, say('privacy.ask.send'))
      await expect(page).toHaveTitle(
        say('common.title', { page: say('common.titleWithErrors', { page: say('privacy.title') }) }),
      )
      expect((await errorsOf(page)).map((line) => line.split(':', 1)[0])).toEqual(['kind'])
      await expectTyped(page, { words })
      await look(page, name('refused'), scripts)
      await choose(page, 'kind', 'access')
      await press(page, say('privacy.ask.send'))
      await expect(page.getByText(say('privacy.told.sent'))).toBeVisible()
      await expect(page.getByText(say('privacy.status.received'))).toBeVisible()
      await look(page, name('sent'), scripts)

      await town.enter(page, 'staff', town.supervisor)
      await page.goto(paths.office(locale))
      await page.getByRole('link', { name: say('privacy.office.menu'), exact: true }).click()
      await expect(page).toHaveURL(paths.officePrivacy(locale))
      await look(page, name('list'), scripts)
      await page.getByRole('row').getByRole('link').first().click()
      await expect(page.getByText(words)).toBeVisible()

      // More time, once.
      await type(page, { days: '5', reason: 'Le dossier est aux archives.' })
      await press(page, say('privacy.office.extend'))
      await expect(page.getByText(say('privacy.office.told.extended'))).toBeVisible()
      await expect(page.getByRole('button', { name: say('privacy.office.extend') })).toHaveCount(0)

      const answer = 'Voici vos notes.'
      await choose(page, 'outcome', 'partly')
      await type(page, { words: answer })
      await press(page, say('privacy.office.answer'))
      expect((await errorsOf(page)).map((line) => line.split(':', 1)[0])).toEqual(['ground'])
      await expectTyped(page, { words: answer })
      await look(page, name('office-refused'), scripts)
      await page.locator('#ground').selectOption('aboutOthers')
      await press(page, say('privacy.office.answer'))
      await expect(page.getByText(say('privacy.office.told.answered'))).toBeVisible()
      await look(page, name('office-answered'), scripts)

      await town.enter(page, 'citizen', person)
      await page.goto(paths.privacyRequests(locale))
      await expect(page.getByText(answer)).toBeVisible()
      await expect(page.getByText(say('privacy.ground.aboutOthers', { article: '88' }))).toBeVisible()
      await expect(page.getByRole('button', { name: say('privacy.mine.withdraw') })).toHaveCount(0)
      await look(page, name('answered'), scripts)
    })

    test('a supervisor records an incident, and completes it', async ({ page, town }) => {
      const name = (what: string) => `incidents-${what}-${nameOf(way)}`
      await town.enter(page, 'staff', town.supervisor)
      await page.goto(paths.office(locale))
      await page.getByRole('link', { name: say('incidents.menu'), exact: true }).click()
      await look(page, name('list'), scripts)
      await page.getByRole('link', { name: say('incidents.new') }).click()
      await expect(page).toHaveURL(paths.newIncident(locale))
      await look(page, name('fresh'), scripts)

      const circumstances = 'Une lettre est partie à une autre adresse.'
      await type(page, { circumstances, awareFrom: '31/2/2026', persons: 'douze' })
      await press(page, say('incidents.record'))
      expect((await errorsOf(page)).map((line) => line.split(':', 1)[0])).toEqual(['awareFrom', 'persons'])
      await expectTyped(page, { circumstances, persons: 'douze' })
      await look(page, name('refused'), scripts)
      await type(page, { awareFrom: '6/11/2026', persons: '12' })
      await press(page, say('incidents.record'))
      await expect(page.getByText(say('incidents.told.recorded'))).toBeVisible()
      await expect(page.getByText(say('incidents.missing.conclusion'))).toBeVisible()
      await look(page, name('recorded'), scripts)

      await choose(page, 'serious', 'yes')
      await press(page, say('incidents.save'))
      await expect(page.getByText(say('incidents.told.saved'))).toBeVisible()
      await expect(page.getByText(say('incidents.missing.commissionNotice'))).toBeVisible()
      await page.getByText(say('incidents.older', { count: 1 })).click()
      await look(page, name('completed'), scripts)
    })
  })
}
