import { paths } from '../../src/i18n/paths'
import { press, summaryOf, type } from './forms'
import { look } from './look'
import { expect, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

test.use({ scenario: 'messages' })

/*
 * A person writes with a file, an agent answers with ready-made words in the person's language, the person reads it;
 * with and without script, on a phone and on a desk, in both languages.
 */
for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    test('a person writes to the office, which answers', async ({ page, town }) => {
      const name = (what: string) => `messages-${what}-${nameOf(way)}`
      const other = locale === 'fr' ? 'en' : 'fr'
      const household = await town.settle({
        adults: [
          { givenName: 'Rosalie', familyName: 'Épreuve', birthDate: '1988-03-09', language: other },
          { givenName: 'Max', familyName: 'Épreuve', birthDate: '1987-03-09' },
        ],
      })
      const [rosalie, max] = household.adults

      await town.enter(page, 'citizen', rosalie!.id)
      await page.goto(paths.file(locale))
      await page.getByRole('link', { name: say('messages.home.menu'), exact: true }).click()
      await expect(page).toHaveURL(paths.messages(locale))
      await look(page, name('empty'), scripts)
      await press(page, say('messages.send'))
      await expect(summaryOf(page)).toContainText(say('messages.told.messageEmpty'))
      await look(page, name('error'), scripts)

      await type(page, { text: 'Bonjour\nVoici mon bail.' })
      await page.locator('[name="files"]').setInputFiles([
        { name: 'bail.pdf', mimeType: 'application/pdf', buffer: paper },
        { name: 'vide.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
      ])
      await press(page, say('messages.send'))
      await expect(page.getByText(say('messages.told.messageSent'))).toBeVisible()
      await expect(page.getByText(say('messages.files.notSent'))).toBeVisible()
      await expect(page.getByText('Voici mon bail.')).toBeVisible()
      await expect(page.getByRole('link', { name: /bail\.pdf/ })).toBeVisible()
      await look(page, name('sent'), scripts)

      // The other adult reads nothing of it.
      await town.enter(page, 'citizen', max!.id)
      await page.goto(paths.messages(locale))
      await expect(page.getByText('Voici mon bail.')).toHaveCount(0)

      await town.enter(page, 'staff', town.agent)
      const { id } = await town.owner.message.findFirstOrThrow({ where: { personId: rosalie!.id } })
      await page.goto(paths.officeMessages(locale, id))
      await look(page, name('office'), scripts)
      await page.getByLabel(say('messages.office.canned.label')).selectOption('document-received')
      await press(page, say('messages.office.canned.button'))
      const words = page.getByLabel(say('messages.office.words'), { exact: true })
      await expect(words).toHaveValue(
        other === 'fr' ? /^Bonjour,\n\nNous avons reçu/ : /^Hello,\n\nWe received/,
      )
      await expect(words).toHaveAttribute('lang', `${other}-CA`)
      await look(page, name('canned'), scripts)
      await press(page, say('messages.office.send'))
      await expect(page.getByText(say('messages.told.replied'))).toBeVisible()
      await look(page, name('answered'), scripts)

      await town.enter(page, 'citizen', rosalie!.id)
      await page.goto(paths.file(locale))
      await page.getByRole('link', { name: say('messages.home.link') }).click()
      await expect(page.getByText(say('messages.state.new'), { exact: true })).toBeVisible()
      await look(page, name('read'), scripts)
      await page.reload()
      await expect(page.getByText(say('messages.state.new'), { exact: true })).toHaveCount(0)
    })
  })
}

const paper = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n')
