import { paths } from '../../src/i18n/paths'
import { formatMoney, formatOfMonth } from '../../src/i18n/format'
import { press, summaryOf } from './forms'
import { look } from './look'
import type { Owner } from '../../prisma/builders'
import { choosePerson, expect, month, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

test.use({ scenario: 'unchanged' })

for (const way of ways) {
  const { locale, scripts } = way
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    test('a recipient signs in, files "nothing changed" and keeps a receipt; the agent sees it', async ({
      page,
      town,
    }) => {
      const say = wordsOf(locale)
      const go = (key: string) => press(page, say(key))
      const see = (state: string) => look(page, `unchanged-${nameOf(way)}-${state}`, scripts)
      const ofMonth = formatOfMonth(month, locale)
      const household = await town.settle()
      await town.filed(household, '2026-09')
      await town.filed(household, '2026-10')
      // The provider knows the demo's people; this town lends it its own.
      await link(town.owner, 'citizen', 'adele', household.adults[0]!.id)
      await link(town.owner, 'staff', 'jules', town.agent)

      await page.goto(paths.home(locale))
      await see('1-home')
      await page.getByRole('link', { name: say('public.home.signIn') }).click()
      await see('2-sign-in')
      await go('public.signIn.citizenButton')
      await choosePerson(page, 'adele')

      await expect(page).toHaveURL(paths.file(locale))
      await expect(page.locator('html')).toHaveAttribute('lang', `${locale}-CA`)
      await expect(page.getByRole('main')).toContainText(say('statement.home.status.open'))
      await see('3-file')
      await page.getByRole('link', { name: say('statement.home.fileNow') }).click()

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('statement.title', { ofMonth }))
      // A single adult on Social Assistance in December 2026; three digits before the comma in both languages.
      const amount = page.getByText(/^\$?\d{3}[.,]\d\d(\s\$)?$/).first()
      const expected = await amount.innerText()
      await see('4-statement')

      // Not attested: the sentence stands in the summary, where it leads to the box, and beside the box.
      const attest = page.getByRole('checkbox', { name: say('statement.attest.statement') })
      await go('statement.start.unchangedButton')
      await expect(page).toHaveTitle(new RegExp(`^${say('common.titleWithErrors', { page: '' }).trim()}`))
      await summaryOf(page)
        .getByRole('link', { name: say('statement.error.attest.required') })
        .click()
      await expect(attest).toBeFocused()
      await expect(attest).toHaveAccessibleDescription(new RegExp(say('statement.error.attest.required')))
      await see('5-not-attested')
      await attest.check({ force: true })
      await go('statement.start.unchangedButton')

      await expect(page.getByRole('heading', { level: 1 })).toContainText(
        say('receipt.title.statement', { ofMonth }),
      )
      await expect(page.getByRole('main')).toContainText(say('receipt.onTime'))
      await expect(page.getByRole('main')).toContainText(say('statement.answers.nothing'))
      await expect(page.getByRole('main')).toContainText(expected)
      await see('6-receipt')
      const row = await town.owner.filing.findFirstOrThrow({ where: { householdId: household.id, month } })
      await expect(page.getByRole('main')).toContainText(row.receiptNumber)
      const payment = await town.owner.expectedPayment.findUniqueOrThrow({ where: { filingId: row.id } })
      expect(formatMoney(payment.totalCents as never, locale)).toBe(expected)

      await page.goto(paths.file(locale))
      await expect(page.getByRole('main')).toContainText(say('statement.home.nothingTodo'))
      await go('common.signOut')
      await expect(page.getByRole('main')).toContainText(say('public.signIn.signedOut'))
      await see('7-signed-out')

      // Anyone who has the number may check it; nothing personal is told.
      await page.getByRole('link', { name: say('common.footer.receipt') }).click()
      await see('8-check')
      await page.getByLabel(say('public.receipt.number')).fill(row.receiptNumber)
      await go('public.receipt.button')
      await expect(page.getByRole('main')).toContainText(say('public.receipt.genuine'))
      await expect(page.locator('body')).not.toContainText('Épreuve')
      await see('9-checked')

      // Signed out is signed out, also on the server.
      await page.goto(paths.receipt(locale, row.id))
      await expect(page).toHaveURL(new RegExp(paths.signIn(locale)))

      await go('public.signIn.staffButton')
      await choosePerson(page, 'jules')
      await expect(page).toHaveURL(paths.office(locale))
      await see('10-office')
      // Nothing changed, in time: it asks for nobody, and is in no list.
      await expect(page.locator(`a[href$="${row.id}"]`)).toHaveCount(0)
      await page.goto(paths.officeStatement(locale, row.id))
      await expect(page.getByRole('main')).toContainText(row.receiptNumber)
      await expect(page.getByRole('main')).toContainText(say('statement.answers.nothing'))
      await see('11-opened')
    })
  })
}

/** Leads a demo identity of the provider to someone of this town. */
async function link(owner: Owner, realm: 'citizen' | 'staff', subject: string, id: string): Promise<void> {
  const column = realm === 'citizen' ? 'person_id' : 'staff_id'
  await owner.$executeRawUnsafe(
    `with u as (insert into auth."user" (${column}) values ($3::uuid)
       on conflict (${column}) do update set ${column} = excluded.${column} returning id)
     update auth."account" set user_id = (select id from u) where provider = $1 and subject = $2`,
    realm,
    subject,
    id,
  )
}
