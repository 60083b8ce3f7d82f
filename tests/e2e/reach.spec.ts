import type { Locator, Page } from '@playwright/test'
import { formatOfMonth } from '../../src/i18n/format'
import { paths } from '../../src/i18n/paths'
import { choose, press, summaryOf } from './forms'
import { look } from './look'
import type { Settled, Town } from './town'
import { expect, month, test } from './town'
import { locales, wordsOf } from './words'

test.use({ scenario: 'reach' })

async function settled(town: Town, until = '2026-10'): Promise<Settled> {
  const household = await town.settle()
  for (const of of ['2026-09', '2026-10', '2026-11']) if (of <= until) await town.filed(household, of)
  return household
}

for (const locale of locales) {
  const say = wordsOf(locale)

  test(`by keyboard alone: from the home of the file to the receipt (${locale})`, async ({ page, town }) => {
    const household = await settled(town)
    await town.enter(page, 'citizen', household.adults[0]!.id)
    await page.goto(paths.file(locale))

    // The first stop is the way past the band, and it works.
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: say('common.skip') })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('main')).toBeFocused()

    await tabTo(page, page.getByRole('link', { name: say('statement.home.fileNow') }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(paths.statement(locale, month))

    await tabTo(page, page.getByRole('checkbox', { name: say('statement.topic.otherIncome.label') }))
    await page.keyboard.press('Space')
    await tabTo(page, page.getByRole('button', { name: say('statement.start.changedButton'), exact: true }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(paths.statementQuestions(locale, month))

    // Nothing answered: the summary takes the focus, and its first link leads to its field.
    await tabTo(page, page.getByRole('button', { name: say('statement.continue'), exact: true }))
    await page.keyboard.press('Enter')
    await expect(summaryOf(page)).toBeVisible()
    await tabTo(page, summaryOf(page).getByRole('link').first(), 1)
    await page.keyboard.press('Enter')
    const kind = page.locator('[name="otherIncome.0.kind"]')
    await expect(kind).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await tabTo(page, page.locator('[name="otherIncome.0.amount"]'))
    await page.keyboard.type('100,00')
    await tabTo(page, page.locator('[name="otherIncome.0.certainty"]').first())
    await page.keyboard.press('Space')
    await tabTo(page, page.getByRole('button', { name: say('statement.continue'), exact: true }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(paths.statementReview(locale, month))

    await tabTo(page, page.getByRole('checkbox', { name: say('statement.attest.statement') }))
    await page.keyboard.press('Space')
    await tabTo(page, page.getByRole('button', { name: say('statement.verification.send'), exact: true }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toContainText(say('receipt.onTime'))
  })

  test(`with doubled text on a phone, every page still fits (${locale})`, async ({ page, town }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    const household = await settled(town, '2026-11')
    await town.enter(page, 'citizen', household.adults[0]!.id)
    await page.goto(paths.textSize(locale))
    const before = await sizeOf(page)
    await page.getByLabel(say('public.textSize.huge')).check({ force: true })
    await press(page, say('public.textSize.button'))
    expect(await sizeOf(page)).toBe(2 * before)

    const { id } = await town.owner.filing.findFirstOrThrow({ where: { householdId: household.id, month } })
    const pages = [
      paths.home(locale),
      paths.signIn(locale),
      paths.urgentNeed(locale),
      paths.checkReceipt(locale),
      paths.problem(locale, 'unexpected'),
      paths.file(locale),
      paths.statement(locale, month),
      paths.change(locale),
      paths.history(locale),
      paths.payment(locale, '2026-12'),
      paths.receipt(locale, id),
    ]
    for (const address of pages) {
      await page.goto(address)
      await look(page, `reach-double-${locale}-${pages.indexOf(address)}`)
    }
    await page.goto(paths.change(locale))
    for (const topic of ['work', 'absence', 'move']) await choose(page, 'changed', topic)
    await press(page, say('statement.start.changedButton'))
    await press(page, say('statement.continue'))
    await expect(summaryOf(page)).toBeVisible()
    await look(page, `reach-double-${locale}-questions`)

    await page.context().clearCookies({ name: 'quinze' })
    await town.enter(page, 'staff', town.agent)
    await page.goto(paths.office(locale))
    await look(page, `reach-double-${locale}-office`)
    await page.goto(paths.officeStatement(locale, id))
    await look(page, `reach-double-${locale}-opened`)
  })

  test(`a receipt is a clean page on paper (${locale})`, async ({ page, town }) => {
    const household = await settled(town)
    await town.enter(page, 'citizen', household.adults[0]!.id)
    await page.goto(paths.statement(locale, month))
    await choose(page, 'attest', 'yes')
    await press(page, say('statement.start.unchangedButton'))
    await page.emulateMedia({ media: 'print' })
    const row = await town.owner.filing.findFirstOrThrow({ where: { householdId: household.id, month } })
    await expect(page.getByText(row.receiptNumber).last()).toBeVisible()
    await expect(
      page.getByText(say('receipt.title.statement', { ofMonth: formatOfMonth(month, locale) })),
    ).toBeVisible()
    for (const screenOnly of ['header', 'footer', 'aside', 'button', 'nav'])
      for (const one of await page.locator(screenOnly).all()) await expect(one).toBeHidden()
    const pdf = (await page.pdf({ format: 'letter' })).toString('latin1')
    const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(sheets).toBeGreaterThan(0)
    expect(sheets).toBeLessThanOrEqual(2)
    for (const address of [paths.file(locale), paths.history(locale), paths.payment(locale, '2026-12')]) {
      await page.goto(address)
      expect((await page.screenshot()).length).toBeGreaterThan(5_000)
    }
  })
}

test.describe('far away', () => {
  test.use({ timezoneId: 'Pacific/Auckland' })

  test('days and hours are those of Québec, also in a browser on the other side of the world', async ({
    page,
    town,
  }) => {
    const say = wordsOf('fr')
    // 23:30 on the 16th in Québec: the 17th already in UTC and in Auckland.
    await town.at('2026-11-17T04:30:00.000Z' as never)
    const household = await settled(town)
    await town.enter(page, 'citizen', household.adults[0]!.id)
    await page.goto(paths.statement('fr', month))
    await expect(page.getByRole('main')).toContainText(say('statement.state.dueToday.title'))
    await choose(page, 'attest', 'yes')
    await press(page, say('statement.start.unchangedButton'))
    await page.waitForLoadState('networkidle')
    await expect(page.getByRole('main')).toContainText(say('receipt.onTime'))
    await expect(page.getByRole('main')).toContainText(/16\snovembre 2026 à 23\sh\s3\d/)
    await expect(page.getByRole('main')).not.toContainText(/17\snovembre/)
  })
})

/** Goes on with Tab until this has the focus, and sees that the focus shows. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) {
      const outline = await target.evaluate((element) => getComputedStyle(element).outlineWidth)
      expect(parseFloat(outline), 'the focus shows').toBeGreaterThanOrEqual(1)
      return
    }
  }
  throw new Error(`${String(target)} was not reached with Tab`)
}

const sizeOf = (page: Page): Promise<number> =>
  page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))
