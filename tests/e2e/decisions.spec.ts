import { paths } from '../../src/i18n/paths'
import { press } from './forms'
import { look } from './look'
import { stage } from './pages'
import { expect, test } from './town'
import { locales, wordsOf } from './words'

/*
 * Decisions, with and without script, on a phone:
 *   DE-01 a person finds a decision from the menu, reads why, what to do, whom to call and until when, and keeps a copy
 *   DE-02 the office reads it as its person does, prints it for who has no account, and it leaves the list
 */
test.use({ scenario: 'decisions' })

for (const locale of locales) {
  const say = wordsOf(locale)
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${locale}, ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
      test.use({ javaScriptEnabled, viewport: { width: 320, height: 640 } })
      const name = (what: string) => `decisions-${what}-${locale}`

      test('DE-01 a person reads a decision and keeps a copy', async ({ page, town }) => {
        const { household, decision } = await stage(town)
        const { number } = await town.owner.decision.findUniqueOrThrow({ where: { id: decision.id } })
        await town.enter(page, 'citizen', household.adults[1]!.id)
        await page.goto(paths.file(locale))
        await page.getByRole('link', { name: say('common.menuDecisions') }).click()
        await expect(page).toHaveURL(paths.decisions(locale))
        await look(page, name('list'), javaScriptEnabled)
        await page.getByRole('table').getByRole('link').first().click()
        await expect(page).toHaveURL(paths.decision(locale, decision.id))
        await look(page, name('page'), javaScriptEnabled)
        const main = page.getByRole('main')
        await expect(main).toContainText(number)
        for (const block of ['reasons', 'items', 'amounts', 'words', 'todo', 'call', 'review']) {
          await expect(main.getByRole('heading', { name: say(`decisions.block.${block}`) })).toBeVisible()
        }
        await expect(main).toContainText('819\u00A0555-0123')
        // The 9th of November, 7 days for the mail and 90 to ask: the 14th of February is a Sunday.
        await expect(main).toContainText(locale === 'fr' ? '15\u00A0février 2027' : 'February\u00A015, 2027')
        const copy = await page.request.get(`/api/decisions/${decision.id}/pdf?language=${locale}`)
        expect(copy.headers()['content-type']).toBe('application/pdf')
        expect(copy.headers()['content-disposition']).toContain(`decision-${number}.pdf`)
        await page.emulateMedia({ media: 'print' })
        await expect(page.getByRole('link', { name: say('decisions.copy.link') })).toBeHidden()
      })

      test('DE-02 the office reads it, and prints it for who has no account', async ({ page, town }) => {
        const { decision } = await stage(town)
        await town.enter(page, 'staff', town.agent)
        await page.goto(paths.officeDecision(locale, decision.id))
        await look(page, name('office'), javaScriptEnabled)
        await expect(page.getByRole('article').first()).toHaveAttribute('lang', 'fr')
        await page.goto(paths.officeLetters(locale))
        await look(page, name('letters'), javaScriptEnabled)
        await page.goto(paths.officeNoticeLetter(locale, decision.notice))
        await look(page, name('letter'), javaScriptEnabled)
        const sheet = page.getByRole('article', { name: say('decisions.letters.label') })
        await expect(sheet).toContainText('1234, rue Imaginaire-de-Saint-Exemple, 5')
        await press(page, say('decisions.letters.doneButton'))
        await expect(page.getByText(say('decisions.letters.printed'))).toBeVisible()
        await page.goto(paths.officeNoticeLetter(locale, decision.notice))
        await expect(page).toHaveURL(paths.problem(locale, 'not-allowed'))
      })
    })
  }
}
