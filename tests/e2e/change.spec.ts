import { cents } from '../../src/domain/money'
import { formatMoney, formatMonth, formatOfMonth } from '../../src/i18n/format'
import { paths } from '../../src/i18n/paths'
import { choose, press, summaryOf, type } from './forms'
import { look } from './look'
import { expect, month, november, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

test.use({ scenario: 'change' })

for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    test('a change is told on any day, by someone who files nothing, and the office reads it', async ({
      page,
      town,
    }) => {
      const see = (state: string) => look(page, `change-${nameOf(way)}-${state}`, scripts)
      const main = page.getByRole('main')
      await town.at(november(28, 21))
      const household = await town.settle({ programme: 'socialSolidarity' })
      await town.enter(page, 'citizen', household.adults[0]!.id)
      await page.goto(paths.file(locale))
      await main.getByRole('link', { name: say('statement.home.change'), exact: true }).click()

      // Nothing ticked: asked to tick.
      await press(page, say('statement.start.changedButton'))
      await expect(summaryOf(page)).toContainText(say('statement.error.changed.required'))
      await see('1-nothing-ticked')
      await choose(page, 'changed', 'assets')
      await press(page, say('statement.start.changedButton'))
      await type(page, { 'assets.liquid': '4 321,09', 'assets.details': 'Vente de mon auto.' })
      await see('2-questions')
      await press(page, say('statement.continue'))
      await expect(main).toContainText(formatMoney(cents(432_109), locale))
      await see('3-verification')
      await choose(page, 'attest', 'yes')
      await press(page, say('statement.verification.sendChange'))
      await expect(main).toContainText(say('receipt.receivedChange'))
      await expect(main).toContainText('Vente de mon auto.')
      await expect(main).toContainText(say('receipt.nextOffice'))
      await see('4-receipt')

      const row = await town.owner.filing.findFirstOrThrow({ where: { householdId: household.id } })
      expect(row).toMatchObject({ kind: 'change', dueAt: null })
      await page.goto(paths.checkedReceipt(locale, row.receiptNumber))
      await expect(main).toContainText(
        say('public.receipt.kind.change', { month: formatMonth(month, locale) }),
      )

      await page.context().clearCookies()
      await town.enter(page, 'staff', town.agent)
      await page.goto(paths.office(locale))
      await page.locator(`a[href$="${row.id}"]`).click()
      await expect(main).toContainText('Vente de mon auto.')
      await see('5-opened')
    })

    test('an estimate is confirmed in one press, and counts as final', async ({ page, town }) => {
      const household = await town.settle({ since: '2026-10' })
      const [adult] = household.adults
      const job = {
        adultId: adult!.id,
        employer: 'Café du Port',
        grossCents: cents(33_000),
        netCents: cents(30_000),
        certainty: 'estimated' as const,
        ended: null,
      }
      await town.filed(household, '2026-10', { answers: { changed: ['work'], work: [job] } })
      await town.enter(page, 'citizen', adult!.id)
      await page.goto(paths.statement(locale, month))
      await expect(page.getByRole('main')).toContainText('Café du Port')
      await choose(page, 'confirm.0.same', 'yes')
      await choose(page, 'attest', 'yes')
      await press(page, say('statement.start.unchangedButton'))
      await expect(page.getByRole('main')).toContainText(
        say('statement.answers.confirmedSame', { amount: formatMoney(cents(30_000), locale) }),
      )
      const { answers } = await town.owner.filing.findFirstOrThrow({
        where: { householdId: household.id, month },
      })
      expect(answers).toMatchObject({ confirmed: [{ estimatedCents: 30_000, finalCents: 30_000 }] })
    })

    test('the other adult agrees from their own account', async ({ page, town }) => {
      const household = await town.settle({
        adults: [
          { givenName: 'Rosalie', familyName: 'Épreuve', birthDate: '1988-03-09' },
          { givenName: 'Tristan', familyName: 'Épreuve', birthDate: '1985-12-24' },
        ],
        since: '2026-11',
      })
      await town.filed(household, month)
      await town.enter(page, 'citizen', household.adults[1]!.id)
      await page.goto(paths.file(locale))
      const link = say('statement.home.confirmLink', { ofMonth: formatOfMonth(month, locale) })
      await page.getByRole('link', { name: link }).click()
      await press(page, say('receipt.confirm.agrees'))
      await expect(page.getByRole('main')).toContainText(say('receipt.confirm.done.agrees'))
      await page.goto(paths.file(locale))
      await expect(page.getByRole('link', { name: link })).toHaveCount(0)
    })
  })
}

test('signed out on a borrowed computer, Back shows nothing of the file', async ({ page, town }) => {
  const say = wordsOf('fr')
  const household = await town.settle()
  await town.enter(page, 'citizen', household.adults[0]!.id)
  await page.goto(paths.file('fr'))
  await page.goto(paths.history('fr'))
  await press(page, say('common.signOut'))
  await expect(page).toHaveURL(paths.signedOut('fr'))
  for (let steps = 0; steps < 2; steps += 1) {
    await page.goBack()
    await expect(page.locator('body')).not.toContainText('Épreuve')
  }
  await expect(page).toHaveURL(new RegExp(paths.signIn('fr')))
})
