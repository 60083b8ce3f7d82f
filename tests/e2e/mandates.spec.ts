import { addMandate, addSession } from '../../prisma/builders'
import { paths } from '../../src/i18n/paths'
import { choose, press } from './forms'
import { look } from './look'
import { expect, month, test } from './town'
import { locales, wordsOf } from './words'

test.use({ scenario: 'mandates' })

for (const locale of locales) {
  const say = wordsOf(locale)
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${locale}, ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
      test.use({ javaScriptEnabled, viewport: { width: 320, height: 640 } })

      test('a representative files for a person, who reads by whom, and takes the right back', async ({
        page,
        town,
        site,
      }) => {
        const household = await town.settle()
        const [recipient] = household.adults
        await town.filed(household, '2026-09')
        await town.filed(household, '2026-10')
        const helper = await town.owner.person.create({
          data: { givenName: 'Mona', familyName: 'Mandataire', birthDate: '1970-01-01' },
        })
        await addMandate(town.owner, {
          personId: recipient!.id,
          representativeId: helper.id,
          kind: 'communityHelper',
          organisation: 'Carrefour imaginaire',
          rights: ['read', 'file'],
          fromDay: '2026-01-01',
        })
        const name = (what: string) => `mandates-${what}-${locale}`

        // The helper has no file of their own; the menu leads to the one they may act for.
        await town.enter(page, 'citizen', helper.id)
        await page.goto(paths.file(locale))
        // So does the page itself, which has nothing else to show.
        await expect(
          page.getByRole('main').getByRole('link', { name: say('statement.home.actFor') }),
        ).toBeVisible()
        await page.getByRole('link', { name: say('common.menuMandates') }).click()
        await expect(page).toHaveURL(paths.mandates(locale))
        await look(page, name('held'), javaScriptEnabled)
        await press(page, say('mandates.act', { name: recipient!.name }))
        await expect(page).toHaveURL(paths.file(locale))
        const banner = page.getByText(say('common.actingFor', { name: recipient!.name }))
        await expect(banner).toBeVisible()
        await look(page, name('acting'), javaScriptEnabled)
        // This mandate reports no change: nothing offers it.
        await expect(page.getByRole('link', { name: say('common.menuChange') })).toHaveCount(0)

        await page.goto(paths.statement(locale, month))
        await expect(banner).toBeVisible()
        await choose(page, 'attest', 'yes')
        await press(page, say('statement.start.unchangedButton'))
        await expect(page.getByRole('main')).toContainText(say('receipt.mandateKind.communityHelper'))
        await expect(page.getByRole('main')).toContainText('Mona Mandataire')
        await look(page, name('receipt'), javaScriptEnabled)

        await page.goto(paths.mandates(locale))
        await press(page, say('mandates.stop', { name: recipient!.name }))
        await expect(banner).toHaveCount(0)

        // The person reads who filed, and takes the right back.
        const helperCookie = await addSession(town.owner, 'citizen', helper.id)
        await page.context().clearCookies({ name: 'quinze' })
        await town.enter(page, 'citizen', recipient!.id)
        await page.goto(paths.history(locale))
        await expect(page.getByRole('main')).toContainText('Mona Mandataire')
        await page.goto(paths.mandates(locale))
        await page.getByText(say('mandates.givenEnd', { name: 'Mona Mandataire' })).click()
        await look(page, name('given'), javaScriptEnabled)
        await press(page, say('mandates.givenEndButton'))
        await expect(page.getByRole('main')).toContainText(say('mandates.stateOf.revoked'))

        await page.context().clearCookies({ name: 'quinze' })
        await page.context().addCookies([{ name: 'quinze', value: helperCookie, url: site.url }])
        await page.goto(paths.mandates(locale))
        await expect(
          page.getByRole('button', { name: say('mandates.act', { name: recipient!.name }) }),
        ).toHaveCount(0)
        await look(page, name('revoked'), javaScriptEnabled)
      })
    })
  }
}
