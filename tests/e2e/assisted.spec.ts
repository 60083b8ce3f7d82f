import { randomUUID } from 'node:crypto'
import { addAccessCode } from '../../prisma/builders'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { paths } from '../../src/i18n/paths'
import { photo } from '../support/files'
import { choose, errorsOf, press, type } from './forms'
import { look } from './look'
import { expect, month, test, type Town } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

/*
 * Numbered cases, before the code:
 *   AE-01 by telephone: the caller is known by their code, the answers are read back, the number is said
 *   AE-02 from a paper: the day it was handed in, its scan, and the receipt that says so
 *   AE-03 an application begins at the counter, in the applicant's name
 */
test.use({ scenario: 'assisted' })

let calls = 0

/** Someone with an access code, and what they tell. */
async function caller({ settle, owner }: Town) {
  calls += 1
  const household = await settle({
    adults: [{ givenName: 'Rosalie', familyName: 'Épreuve', birthDate: '1988-03-09' }],
  })
  const code = String(50_000 + (Number.parseInt(randomUUID().slice(0, 4), 16) % 40_000) + calls)
  const secret = readSecrets(dataFolder('test'))['session']!
  await addAccessCode(owner, { personId: household.adults[0]!.id, code, secret })
  const { fileNumber } = await owner.household.findUniqueOrThrow({ where: { id: household.id } })
  return { household, code, fileNumber, birth: '9/3/1988' }
}

for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    test('AE-01 by telephone', async ({ page, town }) => {
      const one = await caller(town)
      await town.enter(page, 'staff', town.agent)
      await page.goto(paths.office(locale))
      await page.getByRole('link', { name: say('assisted.menu') }).click()
      await look(page, `assisted-start-${nameOf(way)}`, scripts)
      await press(page, say('assisted.start.button'))
      expect(await errorsOf(page)).toHaveLength(5)
      await choose(page, 'channel', 'telephone')
      await type(page, { file: one.fileNumber, birth: one.birth, code: one.code })
      await choose(page, 'way', 'accessCode')
      await choose(page, 'consent', 'yes')
      await press(page, say('assisted.start.button'))
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Rosalie Épreuve')
      await look(page, `assisted-file-${nameOf(way)}`, scripts)
      await page.locator(`a[href$="${month}"]`).click()
      await choose(page, 'attest', 'yes')
      await press(page, say('statement.start.unchangedButton'))
      // Not before it was read back.
      expect(await errorsOf(page)).toEqual([`readBack: ${say('statement.error.readBack.required')}`])
      await choose(page, 'readBack', 'yes')
      await look(page, `assisted-statement-${nameOf(way)}`, scripts)
      await press(page, say('statement.start.unchangedButton'))
      const filing = await town.owner.filing.findFirstOrThrow({ where: { householdId: one.household.id } })
      expect(filing).toMatchObject({ channel: 'telephone', filedByStaff: town.agent })
      await expect(page.getByText(say('assisted.receipt.title'))).toBeVisible()
      await expect(page.getByText(filing.receiptNumber).first()).toBeVisible()
      await look(page, `assisted-receipt-${nameOf(way)}`, scripts)
      await press(page, say('assisted.banner.end'))
      await expect(page).toHaveURL(paths.assisted(locale))
      await page.goBack()
      // The person reads that they were helped, and by whom it was written down.
      await page.context().clearCookies()
      await town.enter(page, 'citizen', one.household.adults[0]!.id)
      await page.goto(paths.looks(locale))
      await expect(page.getByText(say('account.lookAt.assisted'))).toBeVisible()
      await page.goto(paths.receipt(locale, filing.id))
      await expect(page.locator('dd').filter({ hasText: say('receipt.channel.telephone') })).toBeVisible()
    })

    test('AE-02 from a paper', async ({ page, town }) => {
      const one = await caller(town)
      await town.enter(page, 'staff', town.agent)
      await page.goto(`${paths.assisted(locale)}?file=${one.fileNumber}`)
      await expect(page.locator('[name="file"]')).toHaveValue(one.fileNumber)
      await choose(page, 'channel', 'paper')
      await type(page, { handed: '9/11/2026', birth: one.birth })
      await choose(page, 'consent', 'yes')
      await press(page, say('assisted.start.button'))
      await press(page, say('assisted.paper.button'))
      await expect(page.getByText(say('assisted.paper.problem.none'))).toBeVisible()
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'papier.jpg', mimeType: 'image/jpeg', buffer: await photo() })
      await press(page, say('assisted.paper.button'))
      await expect(page.getByText(say('assisted.paper.attached', { count: 1 }))).toBeVisible()
      await look(page, `assisted-paper-${nameOf(way)}`, scripts)
      await page.locator(`a[href$="${month}"]`).click()
      await choose(page, 'attest', 'yes')
      await choose(page, 'readBack', 'yes')
      await press(page, say('statement.start.unchangedButton'))
      await expect(page.locator('dd').filter({ hasText: say('receipt.channel.paper') })).toBeVisible()
      const filing = await town.owner.filing.findFirstOrThrow({ where: { householdId: one.household.id } })
      expect(filing).toMatchObject({ channel: 'paper', handedInOn: '2026-11-09' })
    })

    test('AE-03 an application begins at the counter', async ({ page, town }) => {
      await town.enter(page, 'staff', town.agent)
      await page.goto(paths.assisted(locale))
      await page.getByRole('link', { name: say('assisted.start.applicationLink') }).click()
      await look(page, `assisted-application-${nameOf(way)}`, scripts)
      await press(page, say('assisted.application.button'))
      expect(await errorsOf(page)).toHaveLength(2)
      await choose(page, 'channel', 'counter')
      await choose(page, 'urgentNeeds', 'none')
      await choose(page, 'consent', 'yes')
      await press(page, say('assisted.application.button'))
      await expect(page).toHaveURL(paths.application(locale))
      const application = await town.owner.application.findFirstOrThrow({
        orderBy: { id: 'desc' },
        include: { assisted: true },
      })
      expect(application).toMatchObject({ channel: 'counter', assisted: { staffId: town.agent } })
    })
  })
}
