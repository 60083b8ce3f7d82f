import { paths } from '../../src/i18n/paths'
import { choose, press, summaryOf, type } from './forms'
import { look } from './look'
import { letterFor } from './pages'
import { expect, test } from './town'
import { locales, wordsOf } from './words'

test.use({ scenario: 'letters' })

for (const locale of locales) {
  const say = wordsOf(locale)
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${locale}, ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
      test.use({ javaScriptEnabled, viewport: { width: 320, height: 640 } })

      test('an agent prints a letter, then gives a new code, and a person asks for one', async ({
        page,
        town,
      }) => {
        const name = (what: string) => `letters-${what}-${locale}`
        const other = locale === 'fr' ? 'en' : 'fr'
        const household = await town.settle({
          adults: [{ givenName: 'Rosalie', familyName: 'Épreuve', birthDate: '1988-03-09', language: other }],
        })
        const [rosalie] = household.adults
        const code = `4${locale.charCodeAt(0)}${javaScriptEnabled ? 1 : 2}`.padEnd(5, '0')
        await letterFor(town, household, code)
        const { fileNumber } = await town.owner.household.findUniqueOrThrow({ where: { id: household.id } })

        await town.enter(page, 'staff', town.agent)
        await page.goto(paths.office(locale))
        await page.getByRole('link', { name: say('common.officeLetters') }).click()
        await expect(page).toHaveURL(paths.officeLetters(locale))
        await look(page, name('list'), javaScriptEnabled)
        const row = page.getByRole('row').filter({ hasText: fileNumber })
        await expect(row).not.toContainText(code)
        await row.getByRole('link').click()
        await expect(page).toHaveURL(paths.officeLetter(locale, rosalie!.id))

        // The letter speaks its person's language, whatever the agent's.
        const letter = page.getByRole('article', { name: say('letters.paper.label') })
        await expect(letter).toHaveAttribute('lang', other)
        await expect(letter).toContainText(code)
        await expect(letter).toContainText('1234, rue Imaginaire-de-Saint-Exemple, 5')
        await expect(letter).toContainText(wordsOf(other)('letters.paper.subject.first'))
        await look(page, name('letter'), javaScriptEnabled)

        // On paper: the letter and nothing else, on one sheet.
        await page.emulateMedia({ media: 'print' })
        await page.setViewportSize({ width: 640, height: 900 })
        await expect(page.getByRole('button')).toHaveCount(0)
        await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
        await expect(page.getByText(say('letters.letter.done'))).toBeHidden()
        await look(page, name('paper'), false)
        for (const format of ['Letter', 'A4']) {
          const pdf = await page.pdf({ format })
          expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), format).toHaveLength(1)
        }
        await page.emulateMedia({ media: null })
        await page.setViewportSize({ width: 320, height: 640 })

        await press(page, say('letters.letter.doneButton'))
        await expect(page.getByText(say('letters.note.printed'))).toBeVisible()
        await look(page, name('printed'), javaScriptEnabled)
        await expect(page.getByRole('main')).not.toContainText(fileNumber)
        await page.goto(paths.officeLetter(locale, rosalie!.id))
        await expect(page.locator('body')).not.toContainText(code)

        // A new code: the file is sought, the identity checked, and its letter opens.
        await page.goto(paths.officeLetters(locale))
        await type(page, { fileNumber: 'ZZZZ 9999' })
        await press(page, say('letters.search.button'))
        await expect(summaryOf(page)).toContainText(say('letters.note.no-file'))
        await look(page, name('no-file'), javaScriptEnabled)
        await type(page, { fileNumber: fileNumber.toLowerCase().replaceAll('-', ' ') })
        await press(page, say('letters.search.button'))
        await expect(page).toHaveURL(paths.officeAccessCodes(locale, household.id))
        const give = say('letters.codes.button', { name: rosalie!.name })
        await press(page, give)
        await expect(summaryOf(page)).toContainText(say('letters.note.identity'))
        await look(page, name('identity'), javaScriptEnabled)
        await choose(page, 'identity', 'checked')
        await press(page, give)
        await expect(page).toHaveURL(paths.officeLetter(locale, rosalie!.id))
        await expect(letter).toContainText(wordsOf(other)('letters.paper.replaces'))
        await press(page, say('letters.letter.doneButton'))

        // The person asks for another, from their own file.
        await town.enter(page, 'citizen', rosalie!.id)
        await page.goto(paths.ownCode(locale))
        await look(page, name('own'), javaScriptEnabled)
        await press(page, say('letters.own.button'))
        await expect(page.getByText(say('letters.own.onItsWay'))).toBeVisible()
        await expect(page.getByRole('button', { name: say('letters.own.button') })).toHaveCount(0)
        await expect(page.getByRole('main')).not.toContainText(/\b\d{5}\b/)
        await look(page, name('asked'), javaScriptEnabled)
      })
    })
  }
}
