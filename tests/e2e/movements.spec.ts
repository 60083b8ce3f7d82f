import { addContact } from '../../prisma/builders'
import { paths } from '../../src/i18n/paths'
import { errorsOf, expectTyped, press, type } from './forms'
import { look } from './look'
import { expect, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

test.use({ scenario: 'movements' })

const adults = [
  { givenName: 'Rosalie', familyName: 'Épreuve', birthDate: '1988-03-09' },
  { givenName: 'Maxime', familyName: 'Épreuve', birthDate: '1986-01-20' },
]

for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)
  const name = (what: string) => `movements-${what}-${nameOf(way)}`
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    test('one adult changes the deposit, the other stops it, the office lifts it', async ({ page, town }) => {
      const household = await town.settle({ adults })
      const filing = await town.filed(household, '2026-10')
      const [rosalie, maxime] = household.adults
      await addContact(town.owner, rosalie!.id, { email: 'rosalie@example.org', notifyBy: 'email' })
      await town.enter(page, 'citizen', rosalie!.id)
      await page.goto(paths.account(locale))
      await page.getByRole('link', { name: say('movements.deposit.title') }).click()

      // Not proved yet: a code first. A wrong one says so.
      await expect(page).toHaveURL(paths.proveAgain(locale, 'deposit'))
      await expect(page.getByRole('main')).toContainText('r…e@example.org')
      await look(page, name('prove'), scripts)
      await press(page, say('movements.prove.send'))
      await type(page, { code: '12' })
      await press(page, say('common.continue'))
      expect(await errorsOf(page)).toEqual([`code: ${say('movements.prove.format')}`])
      await look(page, name('code'), scripts)
      await town.owner.$executeRawUnsafe(
        `update auth."session" set stepped_up_at = app_now()
         from auth."user" u where u.id = user_id and u.person_id = $1::uuid`,
        rosalie!.id,
      )

      await page.goto(paths.deposit(locale))
      await look(page, name('deposit'), scripts)
      await type(page, { institution: '815', transit: '30', account: '7654321098' })
      await press(page, say('movements.deposit.button'))
      expect(await errorsOf(page)).toEqual([`transit: ${say('movements.error.transitFormat')}`])
      await expectTyped(page, { institution: '', transit: '', account: '' })
      await look(page, name('refused'), scripts)
      await type(page, { institution: '815', transit: '30000', account: '7654321098' })
      await press(page, say('movements.deposit.button'))
      await expect(page.getByRole('main')).toContainText('•••• 1098')
      await expect(page.getByRole('main')).toContainText(say('movements.waitingTitle'))
      await look(page, name('waiting'), scripts)

      await page.goto(paths.address(locale))
      await type(page, { street: '12, rue des Érables', city: '', postalCode: 'K1A 0B1' })
      await press(page, say('movements.address.button'))
      expect(await errorsOf(page)).toEqual([
        `city: ${say('movements.error.cityNeeded')}`,
        `postalCode: ${say('movements.error.postalCodeFormat')}`,
      ])
      await expectTyped(page, { street: '12, rue des Érables', postalCode: 'K1A 0B1' })
      await type(page, { city: 'Sainte-Épreuve', postalCode: 'g1r4s9' })
      await press(page, say('movements.address.button'))
      await expect(page.getByRole('main')).toContainText('Sainte-Épreuve, G1R')
      await look(page, name('address'), scripts)

      // The other adult sees both and by whom, and stops them without proving anything.
      await page.context().clearCookies({ name: 'quinze' })
      await town.enter(page, 'citizen', maxime!.id)
      await page.goto(paths.account(locale))
      await expect(page.getByRole('main')).toContainText('•••• 1098')
      await expect(page.getByRole('main')).toContainText('Rosalie')
      await look(page, name('seen'), scripts)
      await press(page, say('movements.freeze'))
      await expect(page.getByRole('main')).toContainText(say('movements.frozenTitle'))
      await expect(page.getByRole('main')).not.toContainText('•••• 1098')
      await look(page, name('frozen'), scripts)

      await page.context().clearCookies({ name: 'quinze' })
      await town.enter(page, 'staff', town.agent)
      await page.goto(paths.officeStatement(locale, filing.id))
      await look(page, name('office'), scripts)
      await press(page, say('review.lift'))
      await page.goto(paths.officeStatement(locale, filing.id))
      await expect(page.getByRole('button', { name: say('review.lift') })).toHaveCount(0)
    })

    test('the link of a notice changes nothing by being opened', async ({ page, town }) => {
      const household = await town.settle({ adults })
      const token = 'n'.repeat(40) + nameOf(way).slice(0, 2).replace('-', 'x') + (scripts ? '1' : '0')
      await town.owner.$executeRawUnsafe(
        `insert into account_freeze_link (token_hash, household_id) values (sha256(convert_to($1, 'UTF8')), $2::uuid)`,
        token,
        household.id,
      )
      const freezes = () => town.owner.accountFreeze.count({ where: { householdId: household.id } })
      await page.goto(paths.freeze(locale, token))
      await look(page, name('link'), scripts)
      expect(await freezes()).toBe(0)
      await press(page, say('movements.link.button'))
      await expect(page).toHaveURL(paths.frozen(locale, 'done'))
      expect(await freezes()).toBe(1)
      await look(page, name('link-done'), scripts)
      await page.goto(paths.freeze(locale, token))
      await press(page, say('movements.link.button'))
      await expect(page).toHaveURL(paths.frozen(locale, 'over'))
      await look(page, name('link-over'), scripts)
    })
  })
}
