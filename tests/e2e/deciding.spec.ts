import type { Page } from '@playwright/test'
import { paths } from '../../src/i18n/paths'
import { choose, errorsOf, expectTyped, press, type } from './forms'
import { look } from './look'
import { expect, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

/*
 * An agent decides on a statement, with and without script, in both languages:
 *   DX-01 sees the payment without and with what is declared, sets another amount, puts the form right with nothing lost,
 *         reads the notice in both languages before it leaves; a second person agrees beside it
 *   DX-02 with script, is told what it would give while it is filled, and loses nothing of a connection that fails
 *   DX-03 what was typed while someone else moved it is on the page of the task
 */
test.use({ scenario: 'deciding' })

const adults = [{ givenName: 'Rosalie', familyName: 'Épreuve', birthDate: '1988-03-09' }]
const worked = (adultId: string) => ({
  changed: ['work' as const],
  work: [
    {
      ...{ adultId, employer: 'Café Imaginaire', grossCents: 70_000 as never, netCents: 60_000 as never },
      ...{ certainty: 'final' as const, ended: null },
    },
  ],
})

for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)
  const words = (key: string, values?: Record<string, string>) => say(`deciding.${key}`, values)
  const name = (what: string) => `deciding-${what}-${nameOf(way)}`
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    async function opened(page: Page, town: Parameters<Parameters<typeof test>[2]>[0]['town']) {
      const household = await town.settle({ adults })
      const filing = await town.filed(household, '2026-10', { answers: worked(household.adults[0]!.id) })
      await town.enter(page, 'staff', town.agent)
      await page.goto(paths.officeStatement(locale, filing.id))
      await press(page, words('verb.claim'))
      await page.getByRole('link', { name: words('verb.accept'), exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(words('verb.accept'))
      const task = await town.owner.task.findFirstOrThrow({ where: { subjectId: filing.id } })
      return { filing, task }
    }

    test('DX-01 an amount is set, and its notice is read before it leaves', async ({ page, town }) => {
      const { filing, task } = await opened(page, town)
      const main = page.getByRole('main')
      await expect(main.getByText(words('form.lines'))).toBeVisible()
      await expect(main).toContainText(
        locale === 'fr' ? 'Sans ce qui est déclaré' : 'Without what is declared',
      )
      await look(page, name('form'), scripts)
      await choose(page, 'reasons', 'agreesWithFile')
      await type(page, { amount: '500,50', words: 'Merci pour la preuve.' })
      await press(page, words('verb.accept'))
      expect(await errorsOf(page)).toEqual([`note: ${words('error.note.whyAmount')}`])
      await expectTyped(page, { amount: '500,50', words: 'Merci pour la preuve.' })
      await expect(page.locator('input[name="reasons"][value="agreesWithFile"]')).toBeChecked()
      await look(page, name('refused'), scripts)
      await type(page, { note: 'Preuve vue au comptoir.' })
      await press(page, words('verb.accept'))
      await expect(main).toContainText(words('state.proposed'))
      await page.getByRole('link', { name: words('panel.read') }).click()
      await expect(main).toContainText(locale === 'fr' ? '500,50' : '500.50')
      const summary = main.getByText(say('decisions.preview.other', { language: 'en' }))
      await summary.click()
      await expect(main.locator('article[lang="en"]')).toContainText('$500.50')
      await expect(main.locator('article[lang="fr"]')).toContainText('500,50')
      await look(page, name('notice'), scripts)
      // Whoever set it does not agree to it; a supervisor does, beside the notice.
      await expect(page.getByRole('button', { name: words('verb.second') })).toHaveCount(0)
      const { id } = await town.owner.decision.findFirstOrThrow({ where: { taskId: task.id } })
      await town.enter(page, 'staff', town.supervisor)
      await page.goto(paths.officeDecision(locale, id))
      await press(page, words('verb.second'))
      await expect(page).toHaveURL(new RegExp(filing.id))
      expect(await town.owner.decision.findUniqueOrThrow({ where: { id } })).toMatchObject({
        secondedBy: town.supervisor,
        benefit: { totalCents: 50_050 },
      })
    })

    // Nothing is told without script.
    if (scripts)
      test('DX-02 it is told while it is filled', async ({ page, town }) => {
        const { task } = await opened(page, town)
        const status = page.getByRole('main').getByRole('status')
        const facts = page.locator('[data-facts-of="incomeCounted"]')
        await expect(status).toContainText(words('form.live.alone'))
        // What the page came with stays as it was.
        await expect(page.locator('input[name="reasons"]:checked')).toHaveCount(0)
        await expect(facts).toBeHidden()
        await choose(page, 'reasons', 'incomeCounted')
        await expect(facts).toBeVisible()
        await choose(page, 'reasons', 'agreesWithFile')
        await type(page, { amount: '500,50' })
        await expect(status).toContainText(words('form.live.second'))
        await expect(status).toContainText(locale === 'fr' ? '500,50' : '$500.50')
        await type(page, { amount: '5 x' })
        await expect(status).toContainText(words('form.live.unread'))
        await look(page, name('live'), scripts)
        await type(page, {
          ...{ amount: '', 'fact.incomeCounted.amountCents': '600', 'fact.incomeCounted.month': '2026-10' },
        })
        await expect(status).toContainText(words('form.live.kept'))
        await page.route('**/api/tasks/*/moves', (route) => route.abort())
        await page.getByRole('button', { name: words('verb.accept'), exact: true }).click()
        await expect(status).toContainText(words('form.live.failed'))
        await expectTyped(page, { 'fact.incomeCounted.month': '2026-10' })
        await page.unroute('**/api/tasks/*/moves')
        await press(page, words('verb.accept'))
        await expect(page.getByRole('main')).toContainText(words('state.decided'))
        expect(await town.owner.decision.findMany({ where: { taskId: task.id } })).toMatchObject([
          {
            reasons: [
              { code: 'agreesWithFile' },
              { code: 'incomeCounted', facts: { month: '2026-10', amountCents: 60_000 } },
            ],
          },
        ])
      })

    test('DX-03 what was typed in vain is not lost', async ({ page, town }) => {
      const { task } = await opened(page, town)
      await choose(page, 'reasons', 'agreesWithFile')
      await type(page, { words: 'Merci pour ces précisions.', note: 'Vérifié par téléphone.' })
      // A supervisor gives it to herself meanwhile.
      await town.owner.task.update({
        where: { id: task.id },
        data: { assignedTo: town.supervisor, version: { increment: 1 } },
      })
      await press(page, words('verb.accept'))
      const main = page.getByRole('main')
      await expect(main).toContainText(words('refusal.alreadyMoved.title'))
      await expect(main).toContainText('Merci pour ces précisions.')
      await expect(main).toContainText('Vérifié par téléphone.')
      await look(page, name('in-vain'), scripts)
    })
  })
}
