import { formatOfMonth } from '../../src/i18n/format'
import { paths } from '../../src/i18n/paths'
import { choose, press, type } from './forms'
import { look } from './look'
import type { Settled, Town } from './town'
import { expect, month, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

test.use({ scenario: 'couple' })

const bothAdults = [
  { givenName: 'Rosalie', familyName: 'Épreuve', birthDate: '1988-03-09' },
  { givenName: 'Tristan', familyName: 'Épreuve', birthDate: '1985-12-24' },
]

async function couple(town: Town): Promise<Settled> {
  const household = await town.settle({
    adults: bothAdults,
    children: [{ givenName: 'Lou', birthDate: '2019-02-03' }],
  })
  for (const of of ['2026-09', '2026-10']) await town.filed(household, of)
  await town.owner.$executeRawUnsafe(
    `insert into filing_confirmation (filing_id, person_id, answer)
     select id, $2::uuid, 'agrees' from filing where household_id = $1::uuid`,
    household.id,
    household.adults[1]!.id,
  )
  return household
}

for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)
  const ofMonth = formatOfMonth(month, locale)

  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    test('one files for both; the other disagrees from their own account; the agent sees it first', async ({
      page,
      town,
    }) => {
      const see = (state: string) => look(page, `couple-${nameOf(way)}-${state}`, scripts)
      const main = page.getByRole('main')
      const household = await couple(town)
      const [rosalie, tristan] = household.adults

      await town.enter(page, 'citizen', rosalie!.id)
      await page.goto(paths.statement(locale, month))
      await choose(page, 'changed', 'work')
      await press(page, say('statement.start.changedButton'))
      await choose(page, 'work.0.adultId', tristan!.id)
      await type(page, { 'work.0.employer': 'Garage Gagné', 'work.0.gross': '900', 'work.0.net': '800' })
      await choose(page, 'work.0.certainty', 'estimated')
      await press(page, say('statement.continue'))
      await see('1-verification')
      await choose(page, 'attest', 'yes')
      await press(page, say('statement.verification.send'))
      await expect(main).toContainText(say('receipt.nextSpouse', { name: 'Tristan' }))
      await see('2-receipt')

      await page.context().clearCookies()
      await town.enter(page, 'citizen', tristan!.id)
      await page.goto(paths.file(locale))
      await expect(main).toContainText(say('statement.home.confirmTitle', { name: rosalie!.name, count: 1 }))
      await see('3-home-of-the-other')
      await page.getByRole('link', { name: say('statement.home.confirmLink', { ofMonth }) }).click()
      await expect(main).toContainText('Garage Gagné')
      await see('4-asked')
      await type(page, { note: 'Je ne travaille plus au garage.' })
      await press(page, say('receipt.confirm.disagrees'))
      await expect(main).toContainText(say('receipt.confirm.done.disagrees'))
      await see('5-disagreed')

      await page.context().clearCookies()
      await town.enter(page, 'staff', town.agent)
      await page.goto(paths.office(locale))
      const row = await town.owner.filing.findFirstOrThrow({ where: { householdId: household.id, month } })
      await expect(page.getByRole('row').nth(1)).toContainText(say('worklist.urgency.disagreement'))
      await see('6-office')
      await page.locator(`a[href$="${row.id}"]`).click()
      await expect(main).toContainText(say('review.disputed'))
      await expect(main).toContainText('Je ne travaille plus au garage.')
      await see('7-opened')
    })

    test('a change told to the office alone leaves no trace the other adult can read', async ({
      page,
      town,
    }) => {
      const see = (state: string) => look(page, `private-${nameOf(way)}-${state}`, scripts)
      const main = page.getByRole('main')
      const household = await couple(town)
      const [rosalie, tristan] = household.adults

      await town.enter(page, 'citizen', rosalie!.id)
      await page.goto(paths.change(locale))
      await see('1-change')
      await choose(page, 'changed', 'people')
      await choose(page, 'changed', 'other')
      await choose(page, 'private', 'yes')
      await press(page, say('statement.start.changedButton'))
      await choose(page, 'people.0.what', 'spouseLeft')
      await type(page, {
        'people.0.name': 'Tristan Épreuve',
        'people.0.on': '9/11/2026',
        'other.words': 'Écrivez-moi chez ma sœur.',
      })
      await see('2-questions')
      await press(page, say('statement.continue'))
      await expect(main).toContainText(say('statement.verification.officeOnly'))
      await see('3-verification')
      await choose(page, 'attest', 'yes')
      await press(page, say('statement.verification.sendChange'))
      await expect(page.getByRole('heading', { level: 1 })).toContainText(say('receipt.title.privateChange'))
      await expect(main).toContainText('Écrivez-moi chez ma sœur.')
      await see('4-receipt')
      const receipt = page.url()

      await page.context().clearCookies()
      await town.enter(page, 'citizen', tristan!.id)
      for (const address of [paths.file(locale), paths.history(locale), paths.change(locale)]) {
        await page.goto(address)
        await expect(main).not.toContainText('sœur')
        await expect(main).not.toContainText(say('statement.history.privateChange'))
      }
      await page.goto(receipt)
      await expect(page).toHaveURL(paths.problem(locale, 'not-allowed'))
      await expect(main).not.toContainText('sœur')

      await page.context().clearCookies()
      await town.enter(page, 'staff', town.agent)
      await page.goto(paths.office(locale))
      const row = await town.owner.filing.findFirstOrThrow({
        where: { householdId: household.id, kind: 'privateChange' },
      })
      await page.locator(`a[href$="${row.id}"]`).click()
      await expect(main).toContainText('Écrivez-moi chez ma sœur.')
      await see('5-opened')
    })
  })
}

test('two adults answer at once: nothing is dropped, and the second chooses', async ({
  page,
  town,
  browser,
}) => {
  const say = wordsOf('fr')
  const household = await couple(town)
  const [rosalie, tristan] = household.adults
  await town.enter(page, 'citizen', rosalie!.id)
  await page.goto(paths.statement('fr', month))
  await choose(page, 'changed', 'other')
  await press(page, say('statement.start.changedButton'))
  await type(page, { 'other.words': 'Ce que Rosalie avait à dire.' })

  const other = await browser.newContext({ baseURL: new URL(page.url()).origin })
  const second = await other.newPage()
  await town.enter(second, 'citizen', tristan!.id)
  await second.goto(paths.statement('fr', month))
  await choose(second, 'attest', 'yes')
  await press(second, say('statement.start.unchangedButton'))
  await expect(second.getByRole('main')).toContainText(say('receipt.onTime'))
  await other.close()

  await press(page, say('statement.continue'))
  const main = page.getByRole('main')
  await page.goto(paths.statement('fr', month))
  await expect(main).toContainText(say('statement.conflict.title', { ofMonth: formatOfMonth(month, 'fr') }))
  await expect(main).toContainText('Ce que Rosalie avait à dire.')
  await expect(main).toContainText(say('statement.answers.nothing'))
  await look(page, 'couple-conflict')
  await press(page, say('statement.conflict.useMine'))
  await type(page, { correctionReason: 'Il manquait ma réponse.' })
  await choose(page, 'attest', 'yes')
  await press(page, say('statement.verification.sendCorrection'))
  await expect(main).toContainText(say('receipt.receivedCorrection'))
  await expect(main).toContainText('Ce que Rosalie avait à dire.')
  expect(await town.owner.filing.count({ where: { householdId: household.id, month } })).toBe(2)
})
