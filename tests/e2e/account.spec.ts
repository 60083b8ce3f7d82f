import { addSession } from '../../prisma/builders'
import { paths } from '../../src/i18n/paths'
import { choose, errorsOf, expectTyped, press, summaryOf, type } from './forms'
import { look } from './look'
import { expect, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

test.use({ scenario: 'account' })

for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)
  const name = (what: string) => `account-${what}-${nameOf(way)}`
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    test('an adult says how to reach them; what is refused stays as typed', async ({ page, town }) => {
      const household = await town.settle()
      await town.enter(page, 'citizen', household.adults[0]!.id)
      await page.goto(paths.file(locale))
      await page.getByRole('link', { name: say('common.menuAccount'), exact: true }).click()
      await expect(page).toHaveURL(paths.account(locale))
      await look(page, name('empty'), scripts)

      const wrong = { email: 'rosalie@', mobile: '555-0123', safeNote: 'Le matin' }
      await type(page, wrong)
      await press(page, say('account.contactButton'))
      expect(await errorsOf(page)).toEqual([
        `email: ${say('account.error.emailFormat')}`,
        `mobile: ${say('account.error.mobileFormat')}`,
        `notifyBy: ${say('account.error.notifyByNeeded')}`,
      ])
      await expectTyped(page, wrong)
      await look(page, name('refused'), scripts)

      await type(page, { email: 'rosalie@example.org', mobile: '819 555-0123' })
      await choose(page, 'notifyBy', 'email')
      await press(page, say('account.contactButton'))
      await expectTyped(page, { email: 'rosalie@example.org', mobile: '819 555-0123', safeNote: 'Le matin' })
      await expect(summaryOf(page)).toHaveCount(0)

      await choose(page, 'correspondence', 'en')
      await press(page, say('account.languageButton'))
      await expect(page.locator('input[name="correspondence"][value="en"]')).toBeChecked()
      await look(page, name('saved'), scripts)
    })

    test('an adult ends the session they left open elsewhere', async ({ page, town }) => {
      const household = await town.settle()
      const { id } = household.adults[0]!
      await addSession(town.owner, 'citizen', id)
      await addSession(town.owner, 'citizen', id)
      await addSession(town.owner, 'citizen', id)
      await town.enter(page, 'citizen', id)
      await page.goto(paths.account(locale))
      await page.getByRole('link', { name: say('account.devicesTitle') }).click()
      await expect(page).toHaveURL(paths.devices(locale))
      await look(page, name('devices'), scripts)
      const ends = page.getByRole('button', { name: say('account.endDevice') })
      await expect(ends).toHaveCount(3)
      await ends.first().click()
      await expect(ends).toHaveCount(2)
      await press(page, say('account.endOthers'))
      await expect(page.getByRole('main')).toContainText(say('account.noOtherDevice'))
      await look(page, name('one-device'), scripts)
    })

    test('an adult reads who looked at their file, and keeps a copy of their data', async ({
      page,
      town,
      site,
    }) => {
      const household = await town.settle()
      const filing = await town.filed(household, '2026-10')
      await town.enter(page, 'staff', town.agent)
      await page.goto(paths.officeStatement(locale, filing.id))
      await page.context().clearCookies({ name: 'quinze' })
      await town.enter(page, 'citizen', household.adults[0]!.id)
      await page.goto(paths.account(locale))
      await page.getByRole('link', { name: say('account.looksTitle') }).click()
      await expect(page.getByRole('main')).toContainText(
        say('account.lookBy', { name: 'Alix', role: say('account.roleOf.agent') }),
      )
      await look(page, name('looks'), scripts)

      await page.goto(paths.account(locale))
      await page.getByRole('link', { name: say('mydata.title') }).click()
      await expect(page.getByRole('main')).toContainText(filing.receiptNumber)
      await look(page, name('my-data'), scripts)
      const href = await page.getByRole('link', { name: say('mydata.download') }).getAttribute('href')
      const answer = await page.request.get(`${site.url}${href}`)
      const headers = answer.headers()
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="quinze-[a-z-]+-2026-11-10\.json"$/,
      )
      expect(headers['cache-control']).toBe('private, no-store')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['content-type']).toBe('application/json; charset=utf-8')
      expect(await answer.json()).toMatchObject({
        language: locale,
        data: { filings: [{ receiptNumber: filing.receiptNumber }], looks: [{ firstName: 'Alix' }] },
      })
    })
  })
}
