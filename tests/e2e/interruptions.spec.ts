import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { formatOfMonth } from '../../src/i18n/format'
import { paths } from '../../src/i18n/paths'
import { choose, expectTyped, press, type } from './forms'
import { look } from './look'
import type { Settled, Town } from './town'
import { expect, month, test } from './town'
import { wordsOf } from './words'

test.use({ scenario: 'interruptions' })

const say = wordsOf('fr')
const typed = { 'work.0.employer': 'Scierie Côté', 'work.0.gross': '512,5', 'work.0.net': 'quatre cents' }

async function settled(town: Town): Promise<Settled> {
  const household = await town.settle()
  for (const of of ['2026-09', '2026-10']) await town.filed(household, of)
  return household
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a session ends while typing: after signing in again, what was typed comes back', async ({
      page,
      town,
    }) => {
      const household = await settled(town)
      const [adult] = household.adults
      await town.enter(page, 'citizen', adult!.id)
      await page.goto(paths.statement('fr', month))
      await choose(page, 'changed', 'work')
      await press(page, say('statement.start.changedButton'))
      await type(page, typed)
      await town.owner.$executeRawUnsafe(
        `update auth."session" s set ends_at = app_now() - interval '1 second'
         from auth."user" u where u.id = s.user_id and u.person_id = $1::uuid`,
        adult!.id,
      )
      await press(page, say('statement.continue'))
      await expect(page).toHaveURL(paths.signInExpired('fr'))
      await expect(page.getByRole('main')).toContainText(say('public.signIn.expired'))
      await look(page, `interruptions-${javaScriptEnabled ? 'js' : 'nojs'}-expired`, javaScriptEnabled)

      await page.context().clearCookies()
      await town.enter(page, 'citizen', adult!.id)
      await page.goto(paths.file('fr'))
      await expect(page.getByRole('main')).toContainText(say('statement.parked.title'))
      await look(page, `interruptions-${javaScriptEnabled ? 'js' : 'nojs'}-parked`, javaScriptEnabled)
      await press(page, say('statement.parked.button'))
      await expect(page).toHaveURL(paths.statementQuestions('fr', month))
      await expectTyped(page, typed)
      expect(await town.owner.filing.count({ where: { householdId: household.id, month } })).toBe(0)
    })

    test('a form opened before the server started again still files, once', async ({ page, town, site }) => {
      const household = await settled(town)
      await town.enter(page, 'citizen', household.adults[0]!.id)
      await page.goto(paths.statement('fr', month))
      await choose(page, 'attest', 'yes')
      await site.restart()
      await press(page, say('statement.start.unchangedButton'))
      await expect(page.getByRole('main')).toContainText(say('receipt.onTime'))
      // Back does not show the form again, but what became of it.
      await page.goBack()
      await expect(page.getByRole('main')).toContainText(
        say('statement.state.filed.title', { ofMonth: formatOfMonth(month, 'fr') }),
      )
      expect(await town.owner.filing.count({ where: { householdId: household.id, month } })).toBe(1)
    })

    test('saved and left, the answers wait; erased, they are gone', async ({ page, town }) => {
      const household = await settled(town)
      await town.enter(page, 'citizen', household.adults[0]!.id)
      await page.goto(paths.statement('fr', month))
      await choose(page, 'changed', 'work')
      await press(page, say('statement.start.changedButton'))
      await type(page, typed)
      await press(page, say('statement.save'))
      await expect(page).toHaveURL(paths.file('fr'))
      await page.getByRole('link', { name: say('statement.home.continueNow') }).click()
      await expect(page.locator('input[name=changed][value=work]')).toBeChecked()
      await look(page, `interruptions-${javaScriptEnabled ? 'js' : 'nojs'}-begun`, javaScriptEnabled)
      await press(page, say('statement.start.changedButton'))
      await expectTyped(page, typed)
      await page.goto(paths.statement('fr', month))
      await press(page, say('statement.start.discard'))
      await expect(page.locator('input[name=changed][value=work]')).not.toBeChecked()
    })
  })
}

test('where scripts run, what is typed is kept every few seconds, without a press', async ({
  page,
  town,
}) => {
  const household = await settled(town)
  await town.enter(page, 'citizen', household.adults[0]!.id)
  await page.goto(paths.statement('fr', month))
  await choose(page, 'changed', 'work')
  await press(page, say('statement.start.changedButton'))
  await type(page, typed)
  await expect(page.getByRole('status')).toHaveText(say('statement.autosaved'), { timeout: 15_000 })
  // Nothing was pressed: the page is closed as by a dead battery.
  const again = await page.context().newPage()
  await page.close()
  await again.goto(paths.statementQuestions('fr', month))
  await expectTyped(again, typed)
})

/** Begins an application, and opens a page of it. */
async function openIdentity(page: Page, town: Town, url: string): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  await town.owner.$queryRawUnsafe(
    `select auth.start_application($1::uuid, $2, false, 'fr', app_now(), '{}', '{}')::text`,
    randomUUID(),
    createHash('sha256').update(token).digest(),
  )
  await page.context().addCookies([{ name: 'quinze-application', value: token, url }])
  await page.goto(paths.applicationQuestion('fr', 'identity'))
}

test('where scripts run, a reply that is lost stops nothing from being kept', async ({
  page,
  town,
  site,
}) => {
  await openIdentity(page, town, site.url)
  let lost = 0
  await page.route('**/api/application/answers', async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  await page.locator('[name="givenName"]').fill('A')
  await page.locator('[name="familyName"]').focus()
  await expect.poll(() => lost).toBe(1)
  await page.locator('[name="familyName"]').fill('Roy')
  await expect(page.getByRole('status')).toHaveText(say('application.autosaved'), { timeout: 15_000 })
})

test('where scripts run, closing the tab loses nothing of an application, not even the field being typed', async ({
  page,
  town,
  site,
}) => {
  await openIdentity(page, town, site.url)
  await page.locator('[name="givenName"]').fill('Ada')
  const kept = page.waitForResponse((response) => response.url().endsWith('/api/application/answers'))
  await page.locator('[name="familyName"]').pressSequentially('Ro')
  // Left, the first field is kept long before the few seconds are over.
  expect((await kept).status()).toBe(200)
  await page.locator('[name="familyName"]').pressSequentially('y')
  const again = await page.context().newPage()
  await page.close({ runBeforeUnload: true })
  await expect(async () => {
    await again.goto(paths.applicationQuestion('fr', 'identity'))
    await expect(again.locator('[name="givenName"]')).toHaveValue('Ada')
    await expect(again.locator('[name="familyName"]')).toHaveValue('Roy', { timeout: 500 })
  }).toPass({ timeout: 10_000 })
})

test('what was typed before the script arrived is kept too', async ({ page, town }) => {
  const household = await settled(town)
  await town.enter(page, 'citizen', household.adults[0]!.id)
  await page.goto(paths.statement('fr', month))
  await choose(page, 'changed', 'work')
  // A slow line: the scripts come after the person has finished typing.
  let release = () => {}
  const typedFirst = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\.js(\?|$)/, async (route) => {
    await typedFirst
    await route.continue()
  })
  await page.getByRole('button', { name: say('statement.start.changedButton'), exact: true }).click()
  await page.waitForURL(paths.statementQuestions('fr', month), { waitUntil: 'commit' })
  await type(page, typed)
  release()
  await expect(page.getByRole('status')).toHaveText(say('statement.autosaved'), { timeout: 15_000 })
})

test('pressed twice in a hurry, a statement is sent once', async ({ page, town }) => {
  const household = await settled(town)
  await town.enter(page, 'citizen', household.adults[0]!.id)
  await page.goto(paths.statement('fr', month))
  await choose(page, 'attest', 'yes')
  await page.getByRole('button', { name: say('statement.start.unchangedButton') }).dblclick()
  await expect(page.getByRole('main')).toContainText(say('receipt.onTime'))
  expect(await town.owner.filing.count({ where: { householdId: household.id, month } })).toBe(1)
})
