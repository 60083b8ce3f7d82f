import { addStaff } from '../../prisma/builders'
import { paths } from '../../src/i18n/paths'
import { choose, press } from './forms'
import { keyboardOf } from './keyboard'
import { look } from './look'
import { expect, month, test, type Town } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

test.use({ scenario: 'worklist' })

/*
 * An agent's list, in both languages, with and without script:
 *   WE-01 sorted out by a form whose answer has an address; taken, given to a colleague, handed over
 *   WE-02 by keyboard alone: to the list, a task chosen, taken
 */

/** Three who told a change, the first one of their household; `of` tells them from those of another test. */
async function fill(town: Town, of: string) {
  for (const [index, familyName] of [`Aubert-${of}`, `Boivin-${of}`, `Caron-${of}`].entries()) {
    const household = await town.settle({
      adults: [{ givenName: 'Rosalie', familyName, birthDate: '1988-03-09' }],
    })
    await town.filed(household, month, { answers: { changed: index === 0 ? ['people'] : ['work'] } })
  }
}

for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    test('WE-01 a list is sorted out, shared and handed over', async ({ page, town }) => {
      const see = (state: string) => look(page, `worklist-${nameOf(way)}-${state}`, scripts)
      const main = page.getByRole('main')
      const of = nameOf(way)
      const [aubert, boivin, caron] = [`Aubert-${of}`, `Boivin-${of}`, `Caron-${of}`]
      const colleague = `Bob ${of}`
      const row = (name: string) => page.getByRole('row').filter({ hasText: name })
      await fill(town, of)
      await addStaff(town.owner, { name: colleague, role: 'agent', officeId: town.officeId })
      await town.enter(page, 'staff', town.agent)
      await page.goto(paths.office(locale))
      // The one whose household changes comes first.
      const order = await page.getByRole('row').allInnerTexts()
      const place = (name: string) => order.findIndex((text) => text.includes(name))
      expect(place(aubert)).toBeLessThan(place(boivin))
      await see('1-list')

      await page.locator('summary').first().click()
      await page.locator('#why').selectOption('income')
      await page.locator('#sort').selectOption('age')
      await choose(page, 'col', 'holder')
      await press(page, say('worklist.filters.apply'))
      await expect(page).toHaveURL(/why=income.*sort=age/)
      await expect(row(aubert)).toHaveCount(0)
      await see('2-sorted-out')

      // Nothing chosen: said on top. One taken by its own button, on the same list.
      await page.locator('button[value="claim"]').click()
      await expect(main).toContainText(say('worklist.told.noTask'))
      await see('3-nothing-chosen')
      await row(boivin).getByRole('button').click()
      await expect(main).toContainText(say('worklist.told.claim', { count: 1 }))
      await expect(page).toHaveURL(/why=income.*sort=age/)
      await see('4-taken')

      // The other is given to a colleague.
      await row(caron).getByRole('checkbox').check()
      await page.locator('#assignee').selectOption({ label: colleague })
      await page.locator('button[value="assign"]').click()
      await expect(main).toContainText(say('worklist.told.assign', { count: 1 }))
      await expect(row(caron)).toContainText(colleague)

      await page.getByRole('link', { name: say('common.officeHandOver') }).click()
      await expect(page).toHaveURL(paths.officeHandOver(locale))
      await expect(main).toContainText(boivin)
      await expect(main).not.toContainText(caron)
      await see('5-hand-over')
      await row(boivin).getByRole('checkbox').check()
      await page.locator('button[value="release"]').click()
      await expect(main).toContainText(say('worklist.told.release', { count: 1 }))
      await page.goto(paths.office(locale))
      await expect(row(boivin)).toBeVisible()
    })
  })
}

test.describe('WE-02 by keyboard alone', () => {
  test.use(browserFor(ways[0]!))
  test('a task is taken', async ({ page, town }) => {
    const say = wordsOf('fr')
    await fill(town, 'keys')
    await town.enter(page, 'staff', town.agent)
    await page.goto(paths.office('fr'))
    const hands = keyboardOf(page)
    await hands.unfold(page.locator('a[href="#tasks"]'))
    await hands.reach(page.locator('[id="task.0"]'))
    await page.keyboard.press('Space')
    await hands.enter(page.locator('button[value="claim"]:not([name="task"])'))
    await expect(page.getByRole('main')).toContainText(say('worklist.told.claim', { count: 1 }))
  })
})
