import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { paths } from '../../src/i18n/paths'
import { choose, press, summaryOf, type } from './forms'
import { look } from './look'
import { expect, test, type Settled, type Town } from './town'
import { locales, wordsOf } from './words'

test.use({ scenario: 'casefile' })

const job = (adultId: string, netCents: number) => ({
  ...{ adultId, employer: 'Café Imaginaire', grossCents: netCents as never, netCents: netCents as never },
  ...{ certainty: 'final' as const, ended: null },
})

/** A couple with three statements, an application and two papers: everything the file can hold. */
async function settle(town: Town): Promise<{ household: Settled; filing: string; fileNumber: string }> {
  const household = await town.settle({
    since: '2026-06',
    adults: [
      { givenName: 'Rosalie', familyName: 'Épreuve-Longuenoms', birthDate: '1988-03-09' },
      { givenName: 'Maximilien', familyName: 'Épreuve-Longuenoms', birthDate: '1986-01-20' },
    ],
    children: [{ givenName: 'Zoé', birthDate: '2019-12-01' }],
  })
  const [rosalie] = household.adults
  const told = (net: number) => ({ answers: { changed: ['work' as const], work: [job(rosalie!.id, net)] } })
  await town.filed(household, '2026-09', told(30_000))
  await town.filed(household, '2026-10')
  const { id: filing } = await town.filed(household, '2026-11', told(125_000))
  const sentAt = new Date('2026-11-09T15:00:00.000Z')
  const { id: applicationId } = await town.owner.application.create({
    data: {
      ...{ startKey: randomUUID(), startedAt: sentAt, officeId: town.officeId },
      routing: { officeCode: '950', reason: 'postalArea', certain: true, details: { postalArea: 'J2B' } },
    },
  })
  await town.owner.applicationAdult.create({
    data: { applicationId, adult: 'applicant', personId: rosalie!.id },
  })
  await town.owner.application.update({ where: { id: applicationId }, data: { sentAt } })
  for (const [scan, requirement] of [
    ['clean', 'lease.household'],
    ['waiting', 'wageProof.applicant.0'],
  ] as const)
    await town.owner.document.create({
      data: {
        ...{
          applicationId,
          requirement,
          adult: 'applicant',
          name: 'a.jpg',
          type: 'image/jpeg',
          bytes: 1,
          scan,
        },
        ...{ storageKey: `documents/${randomUUID()}`, digest: Buffer.from([1]) },
      },
    })
  const { fileNumber } = await town.owner.household.findUniqueOrThrow({ where: { id: household.id } })
  return { household, filing, fileNumber }
}

/** One black point, in place of the bytes that another test stores: what matters here is the page around it. */
const point = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64')
const withPicture = (page: Page) =>
  page.route('**/api/documents/*/content', (route) =>
    route.fulfill({ contentType: 'image/gif', body: point }),
  )

for (const locale of locales) {
  const say = wordsOf(locale)
  const words = (key: string, values?: Record<string, string>) => say(`casefile.${key}`, values)
  for (const [width, javaScriptEnabled] of [
    [1280, true],
    [320, true],
    [320, false],
  ] as const) {
    test.describe(`${locale}, ${width} px, ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
      test.use({ javaScriptEnabled, viewport: { width, height: 800 } })

      test('an agent finds a file by its number, reads it, notes, and verifies item by item', async ({
        page,
        town,
      }) => {
        const name = (what: string) => `casefile-${what}-${locale}-${width}`
        const { household, filing, fileNumber } = await settle(town)
        await withPicture(page)
        await town.enter(page, 'staff', town.agent)

        await page.goto(paths.officeFiles(locale))
        await type(page, { number: 'ZZZZ 9999' })
        await press(page, words('search.button'))
        await expect(summaryOf(page)).toContainText(words('search.none'))
        await look(page, name('no-file'), javaScriptEnabled)
        await type(page, { number: fileNumber.toLowerCase().replaceAll('-', ' ') })
        await press(page, words('search.button'))
        await expect(page).toHaveURL(paths.officeFile(locale, household.id))

        const heading = page.getByRole('heading', { level: 1 })
        await expect(heading).toContainText('Rosalie Épreuve-Longuenoms')
        const section = (key: string) =>
          page.getByRole('region', { name: words(`section.${key}`), exact: true })
        await expect(section('months')).toContainText(words('month.changed'))
        await expect(section('income').getByRole('img')).toBeVisible()
        await expect(section('tasks')).toContainText(words('task.state.received'))
        await look(page, name('file'), javaScriptEnabled)

        // A document, looked at without leaving the page.
        await section('documents')
          .getByRole('link', { name: words('document.show') })
          .click()
        await expect(section('documents').getByRole('img')).toHaveAttribute('src', /\/content$/)
        await expect(page).toHaveURL(new RegExp(`${household.id}\\?document=[\\w-]+#documents$`))
        await look(page, name('document'), javaScriptEnabled)
        await section('documents')
          .getByRole('link', { name: words('document.close') })
          .click()

        // An empty note is refused; one that is written is there.
        await press(page, words('note.button'))
        await expect(summaryOf(page)).toContainText(words('note.empty'))
        await expect(section('notes')).toContainText(words('note.empty'))
        await look(page, name('note-empty'), javaScriptEnabled)
        await page.locator('#note').fill('A téléphoné ce matin.')
        await press(page, words('note.button'))
        await expect(section('notes')).toContainText('A téléphoné ce matin.')
        await expect(section('notes')).toContainText('Alix Agente')
        // What was looked at before is told.
        await expect(section('looks')).toContainText('Alix Agente')

        await section('tasks').getByRole('link').first().click()
        await expect(page).toHaveURL(paths.officeStatement(locale, filing))
        await look(page, name('statement'), javaScriptEnabled)
        await choose(page, 'outcome.work.0', 'unproved')
        await type(page, { 'note.work.0': 'Pas de relevé' })
        await press(page, words('verify.button'))
        await expect(page.getByText(words('verify.saved'))).toBeVisible()
        await expect(page.locator('input[name="outcome.work.0"][value="unproved"]')).toBeChecked()
        await look(page, name('verified'), javaScriptEnabled)
        const [kept] = await town.owner.verification.findMany({ where: { task: { subjectId: filing } } })
        expect(kept).toMatchObject({ item: 'work.0', outcome: 'unproved', note: 'Pas de relevé' })
      })
    })
  }
}

test('an agent does it with the keyboard alone', async ({ page, town }) => {
  const { household, fileNumber } = await settle(town)
  const words = (key: string) => wordsOf('fr')(`casefile.${key}`)
  await town.enter(page, 'staff', town.agent)
  await page.goto(paths.officeFiles('fr'))
  const reach = async (found: () => Promise<boolean>) => {
    for (let presses = 0; presses < 80 && !(await found()); presses += 1) await page.keyboard.press('Tab')
    expect(await found()).toBe(true)
  }
  const isOn = (selector: string) => () =>
    page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector)
  await reach(isOn('input[name="number"]'))
  await page.keyboard.type(fileNumber)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(paths.officeFile('fr', household.id))
  // Two keys to any part of the screen: its link, and Enter.
  await reach(isOn('a[href="#notes"]'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#notes$/)
  await reach(isOn('#note'))
  await page.keyboard.type('Écrit au clavier.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: words('section.notes'), exact: true })).toContainText(
    'Écrit au clavier.',
  )
})
