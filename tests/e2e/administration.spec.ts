import { paths } from '../../src/i18n/paths'
import { addStaff } from '../../prisma/builders'
import { choose, errorsOf, expectTyped, press, type } from './forms'
import { look } from './look'
import { expect, month, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

test.use({ scenario: 'administration' })

for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)
  const name = (what: string) => `administration-${what}-${nameOf(way)}`
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    test('a supervisor tries a rise, then another due day, then another rule of who files', async ({
      page,
      town,
    }) => {
      await town.settle()
      await town.enter(page, 'staff', town.supervisor)
      await page.goto(paths.administration(locale))
      await page.getByText(say('administration.group.socialAssistance'), { exact: true }).click()
      await expect(page.getByText(say('administration.rate.singleAdultWait'))).toBeVisible()
      await look(page, name('page'), scripts)
      await page.getByRole('link', { name: say('administration.doorPreview') }).click()
      await expect(page).toHaveURL(paths.policyPreview(locale))

      await type(page, { rise: 'beaucoup' })
      await page
        .getByRole('button', { name: say('administration.preview.try') })
        .first()
        .click()
      expect(await errorsOf(page)).toHaveLength(1)
      await expectTyped(page, { rise: 'beaucoup' })
      await look(page, name('wrong'), scripts)

      await type(page, { rise: '2,1' })
      await page
        .getByRole('button', { name: say('administration.preview.try') })
        .first()
        .click()
      await expect(
        page.getByRole('heading', {
          name: say('administration.preview.resultOfTrial', {
            percent: locale === 'fr' ? '2,1\u00a0%' : '2.1%',
          }),
        }),
      ).toBeVisible()
      await look(page, name('rise'), scripts)

      await type(page, { day: '10' })
      await page
        .getByRole('button', { name: say('administration.preview.try') })
        .nth(1)
        .click()
      await expect(page).toHaveURL(/day=10/)
      await look(page, name('day'), scripts)

      await choose(page, 'who', 'basicIncome')
      await page
        .getByRole('button', { name: say('administration.preview.try') })
        .last()
        .click()
      await expect(page).toHaveURL(/who=nobody&who=socialAssistance&who=basicIncome/)
      await expect(page.getByLabel(say('administration.preview.filer.basicIncome'))).toBeChecked()
      await look(page, name('filers'), scripts)
    })

    test('an agent puts back the limit of one household', async ({ page, town }) => {
      const household = await town.settle()
      await town.enter(page, 'staff', town.agent)
      await page.goto(paths.officeFile(locale, household.id))
      await page.getByRole('link', { name: say('extending.link') }).click()
      await expect(page).toHaveURL(paths.officeExtension(locale, household.id))
      await type(page, { until: '3/11/2026' })
      await choose(page, 'month', '2026-11')
      await press(page, say('extending.grant'))
      expect(await errorsOf(page)).toHaveLength(1)
      await expectTyped(page, { until: '3/11/2026' })
      await look(page, name('limit-wrong'), scripts)
      await type(page, { until: '20/11/2026' })
      await choose(page, 'reason', 'closing')
      await press(page, say('extending.grant'))
      await expect(page.getByText(say('extending.told.extended'))).toBeVisible()
      await look(page, name('limit'), scripts)

      // The person reads the new limit, and why.
      await town.enter(page, 'citizen', household.adults[0]!.id)
      await page.goto(paths.statement(locale, month))
      await expect(page.getByText(say('extending.reason.closing'))).toBeVisible()
    })

    test('two supervisors change the share of refusals read by two', async ({ page, town }) => {
      const second = await addStaff(town.owner, {
        name: `Deuxième Cadre ${nameOf(way)}`,
        ...{ role: 'supervisor', officeId: town.officeId },
      })
      await town.enter(page, 'staff', town.supervisor)
      await page.goto(paths.proposals(locale))
      const share = page.getByText(say('proposals.samplingTitle'), { exact: true })
      await share.first().click()
      const form = page.getByRole('form', { name: say('proposals.samplingTitle') })
      await type(page, { oneIn: 'cinq', from: '20/11/2026', why: 'Assez de personnel' })
      await form.getByRole('button').click()
      expect(await errorsOf(page)).toHaveLength(1)
      await expectTyped(page, { oneIn: 'cinq', from: '20/11/2026', why: 'Assez de personnel' })
      await look(page, name('share-wrong'), scripts)
      await type(page, { oneIn: '5' })
      await form.getByRole('button').click()
      await expect(page.getByText(say('proposals.note.asked'))).toBeVisible()

      await town.enter(page, 'staff', second)
      await page.goto(paths.proposals(locale))
      await expect(page.getByText(say('proposals.oneIn', { count: 5 })).first()).toBeVisible()
      await press(page, say('proposals.word.granted'))
      await expect(page.getByText(say('proposals.note.granted'))).toBeVisible()
      await look(page, name('share'), scripts)
    })
  })
}
