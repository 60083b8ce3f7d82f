import type { Page } from '@playwright/test'
import { addAccessCode, addContact, addStaff } from '../../prisma/builders'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { paths } from '../../src/i18n/paths'
import { tabledPeople } from '../../prisma/demo/households.mjs'
import { unsealWith, keyOf } from '../../src/server/keys'
import { choose, errorsOf, press, type } from './forms'
import { look } from './look'
import { choosePerson, expect, test, type Settled, type Town } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

test.use({ scenario: 'access' })

const secret = () => readSecrets(dataFolder('test')).session

/** An adult with a letter in hand. Codes differ, so that the same file may be tried by every way at once. */
async function withLetter(town: Town, contact?: { email: string }) {
  const household = await town.settle()
  const personId = household.adults[0]!.id
  const code = String(10_000 + Math.floor(Math.random() * 80_000))
  await addAccessCode(town.owner, { personId, code, secret: secret() })
  if (contact) await addContact(town.owner, personId, contact)
  const { fileNumber } = await town.owner.household.findFirstOrThrow({ where: { id: household.id } })
  return { household, personId, letter: { file: fileNumber, birth: '9/3/1988', code } }
}

async function sentTo(town: Town, personId: string): Promise<string> {
  const row = await town.owner.outbox.findFirstOrThrow({
    where: { personId, kind: 'one-time-code' },
    orderBy: { id: 'desc' },
  })
  const { sealed } = row.payload as { sealed: string }
  return unsealWith(keyOf(secret(), 'one-time-code'), Buffer.from(sealed, 'base64'))
}

const isHome = (page: Page, locale: 'fr' | 'en', { adults }: Settled) =>
  Promise.all([
    expect(page).toHaveURL(paths.file(locale)),
    expect(page.getByRole('banner')).toContainText(adults[0]!.name),
  ])

for (const way of ways) {
  const { locale, scripts } = way
  const say = wordsOf(locale)

  test.describe(nameOf(way), () => {
    test.use(browserFor(way))
    const picture = (name: string) => `access-${nameOf(way)}-${name}`

    test('by the code of the letter, then a code by e-mail', async ({ page, town }) => {
      const ana = await withLetter(town, { email: 'rosalie@example.org' })
      await page.goto(paths.signIn(locale))
      await look(page, picture('doors'), scripts)
      await page.getByRole('link', { name: say('access.door.button') }).click()
      await look(page, picture('letter'), scripts)

      // Nothing written: each field says what it wants, and nothing typed is put back.
      await type(page, { file: ana.letter.file })
      await press(page, say('access.code.button'))
      expect(await errorsOf(page)).toEqual([
        `birth: ${say('access.code.missing.birth')}`,
        `code: ${say('access.code.missing.code')}`,
      ])
      await expect(page.locator('[name=file]')).toHaveValue('')
      await look(page, picture('unreadable'), scripts)

      await type(page, { ...ana.letter, file: 'NOBODY-0001' })
      await press(page, say('access.code.button'))
      await expect(page.getByRole('heading', { name: say('access.code.refused') })).toBeVisible()
      await expect(page.getByRole('main')).not.toContainText('NOBODY')
      await look(page, picture('refused'), scripts)

      await type(page, ana.letter)
      await press(page, say('access.code.button'))
      await expect(page).toHaveURL(paths.oneTimeCode(locale, 'email'))
      await look(page, picture('email'), scripts)
      await type(page, { code: '12' })
      await press(page, say('access.received.button'))
      expect(await errorsOf(page)).toEqual([`code: ${say('access.received.shape')}`])
      const code = await sentTo(town, ana.personId)
      await type(page, { code: code === '000000' ? '000001' : '000000' })
      await press(page, say('access.received.button'))
      expect(await errorsOf(page)).toEqual([`code: ${say('access.received.wrong')}`])
      await look(page, picture('wrong-code'), scripts)
      await type(page, { code: `${code.slice(0, 3)} ${code.slice(3)}` })
      await press(page, say('access.received.button'))
      await isHome(page, locale, ana.household)
    })

    test('without e-mail or mobile, an agent reads the code out', async ({ page, town, browser, site }) => {
      const ana = await withLetter(town)
      await page.goto(paths.accessCode(locale))
      await type(page, ana.letter)
      await press(page, say('access.code.button'))
      await expect(page).toHaveURL(paths.oneTimeCode(locale, 'desk'))
      await expect(page.getByRole('main').getByRole('link', { name: '1 877 767-8773' }).first()).toBeVisible()
      await look(page, picture('desk'), scripts)

      const contact = await addStaff(town.owner, { name: 'Léo Soutien', role: 'contact', officeId: null })
      const desk = await browser.newPage({ ...browserFor(way), baseURL: site.url })
      await town.enter(desk, 'staff', contact)
      // A contact agent has no list of statements: their own page opens instead.
      await desk.goto(paths.office(locale))
      await expect(desk).toHaveURL(paths.assistedSignIn(locale))
      await look(desk, picture('assist'), scripts)
      await press(desk, say('access.assist.button'))
      expect(await errorsOf(desk)).toHaveLength(2)
      await type(desk, { file: 'NOBODY 0002', birth: ana.letter.birth })
      await press(desk, say('access.assist.button'))
      await expect(desk.getByRole('heading', { name: say('access.assist.nothing') })).toBeVisible()
      await type(desk, { file: ana.letter.file, birth: ana.letter.birth })
      await press(desk, say('access.assist.button'))
      await look(desk, picture('told'), scripts)
      const told = await desk
        .getByRole('main')
        .getByText(/^\d{3}\s\d{3}$/)
        .innerText()
      // Nothing of the file is on the agent's page.
      await expect(desk.locator('body')).not.toContainText(ana.household.adults[0]!.givenName)
      await desk.close()

      await type(page, { code: told })
      await press(page, say('access.received.button'))
      await isHome(page, locale, ana.household)
    })

    test('a digital identity claims its file once', async ({ page, town }) => {
      const people = tabledPeople.filter(({ letter }) => letter)
      const person = people[ways.indexOf(way) + 3]!
      const letter = person.letter!
      await town.owner.$executeRawUnsafe(`delete from auth.account where subject = $1`, person.id)
      const signIn = async () => {
        await page.goto(paths.signIn(locale))
        await page.getByRole('button', { name: say('public.signIn.citizenButton') }).click()
        await choosePerson(page, person.id)
      }
      await signIn()
      await expect(page).toHaveURL(paths.claim(locale))
      await look(page, picture('claim'), scripts)
      const [year, month, day] = person.birthDate.split('-')
      await type(page, { file: letter.fileNumber, birth: `${day}/${month}/${year}`, code: letter.code })
      await press(page, say('access.claim.button'))
      const found = await town.owner.person.findFirstOrThrow({
        where: { givenName: person.givenName, familyName: person.familyName, birthDate: person.birthDate },
      })
      await type(page, { code: await sentTo(town, found.id) })
      await press(page, say('access.received.button'))
      await expect(page).toHaveURL(paths.file(locale))
      await expect(page.getByRole('banner')).toContainText(person.familyName)
      // From now on the identity is enough.
      await press(page, say('common.signOut'))
      await signIn()
      await expect(page).toHaveURL(paths.file(locale))
    })

    test('on a shared computer nothing stays: the cookie, the pages, the session', async ({ page, town }) => {
      const ana = await withLetter(town, { email: 'rosalie@example.org' })
      await page.goto(paths.accessCode(locale))
      await type(page, ana.letter)
      await choose(page, 'shared', 'yes')
      await press(page, say('access.code.button'))
      await type(page, { code: await sentTo(town, ana.personId) })
      await press(page, say('access.received.button'))
      await isHome(page, locale, ana.household)
      const session = (await page.context().cookies()).find(({ name }) => name === 'quinze')!
      expect(session.expires).toBe(-1)

      await press(page, say('common.signOut'))
      await expect(page).toHaveURL(paths.signedOut(locale))
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('quinze')
      await page.goBack()
      await expect(page.locator('body')).not.toContainText(ana.household.adults[0]!.givenName)
      // Put back by hand, the cookie opens nothing: the session ended on the server.
      await page.context().addCookies([session])
      await page.goto(paths.file(locale))
      await expect(page).toHaveURL(paths.signIn(locale))
    })

    test('a warning comes before the session ends, and going on keeps it', async ({ page, town }) => {
      const ana = await withLetter(town)
      await town.enter(page, 'citizen', ana.personId)
      await page.goto(paths.history(locale))
      const warning = page.locator('[role=alert]', { hasText: say('access.expiry.title') })
      await expect(warning).toBeHidden()
      await passTime(page, 58 * 60 - 5)
      await expect(warning).toBeHidden()
      await passTime(page, 58 * 60 + 1)
      await expect(warning).toBeVisible()
      await look(page, picture('expiry'), scripts)
      // It was left alone for 59 minutes: going on starts the hour again.
      await town.owner.$executeRawUnsafe(
        `update auth.session set seen_at = app_now() - interval '59 minutes' where user_id =
           (select id from auth."user" where person_id = $1::uuid)`,
        ana.personId,
      )
      await warning.getByRole('button', { name: say('access.expiry.button'), exact: true }).click()
      await expect(warning).toBeHidden()
      await expect(page).toHaveURL(paths.history(locale))
      const [row] = await town.owner.$queryRawUnsafe<{ fresh: boolean }[]>(
        `select seen_at > app_now() - interval '1 minute' as fresh from auth.session where user_id =
           (select id from auth."user" where person_id = $1::uuid)`,
        ana.personId,
      )
      expect(row!.fresh).toBe(true)
    })
  })
}

test('in shared mode the warning comes after eight minutes; less motion changes nothing', async ({
  page,
  town,
}) => {
  const say = wordsOf('fr')
  const ana = await withLetter(town)
  await town.enter(page, 'citizen', ana.personId)
  await town.owner.$executeRawUnsafe(
    `update auth.session set shared = true where user_id = (select id from auth."user" where person_id = $1::uuid)`,
    ana.personId,
  )
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(paths.history('fr'))
  const warning = page.locator('[role=alert]', { hasText: say('access.expiry.title') })
  await passTime(page, 8 * 60 - 5)
  await expect(warning).toBeHidden()
  await passTime(page, 8 * 60 + 1)
  await expect(warning).toBeVisible()
})

test('the demo shows what it sent, so that anyone can try', async ({ page, town }) => {
  const say = wordsOf('fr')
  const ana = await withLetter(town, { email: 'rosalie@example.org' })
  await page.goto(paths.accessCode('fr'))
  await type(page, ana.letter)
  await press(page, say('access.code.button'))
  await page.goto(paths.demoMessages('fr'))
  const code = await sentTo(town, ana.personId)
  await expect(page.getByRole('row').filter({ hasText: code })).toContainText(ana.household.adults[0]!.name)
  await expect(page.getByRole('row').filter({ hasText: ana.letter.code }).first()).toBeVisible()
})

/** Lets time pass for the style sheets of a page. */
async function passTime(page: Page, seconds: number): Promise<void> {
  await page.evaluate((time) => {
    for (const animation of document.getAnimations()) animation.currentTime = time
  }, seconds * 1000)
}

test('no sequence of sign-ins leaves a browser with two realms', async ({ page, town }) => {
  const ana = await withLetter(town, { email: 'rosalie@example.org' })
  const sessions = () =>
    town.owner.$queryRawUnsafe<{ realm: string; person: boolean; living: boolean }[]>(
      `select s.realm, u.person_id is not null as person, s.ended_at is null as living
       from auth.session s join auth."user" u on u.id = s.user_id order by s.id desc limit 3`,
    )
  const asStaff = async (id: string) => {
    await page.goto('/fr/connexion')
    await page.locator('main form[action="/api/sign-in/staff"] button').click()
    await choosePerson(page, id)
  }
  const byLetter = async () => {
    await page.goto('/fr/connexion/code-d-acces')
    await type(page, ana.letter)
    await page.getByRole('main').getByRole('button').click()
    await expect(page).toHaveURL('/fr/connexion/code-recu/email')
    await type(page, { code: await sentTo(town, ana.personId) })
    await page.getByRole('main').getByRole('button').click()
    await expect(page).toHaveURL('/fr/mon-dossier')
  }
  await asStaff('jules')
  await expect(page).toHaveURL('/fr/bureau')
  await byLetter()
  const [citizen, staff] = await sessions()
  expect(citizen).toEqual({ realm: 'citizen', person: true, living: true })
  expect(staff).toEqual({ realm: 'staff', person: false, living: false })
  await asStaff('jules')
  await expect(page).toHaveURL('/fr/bureau')
  const [again, before] = await sessions()
  expect(again).toEqual({ realm: 'staff', person: false, living: true })
  expect(before).toEqual({ realm: 'citizen', person: true, living: false })
  await page.goto('/fr/mon-dossier')
  await expect(page).toHaveURL('/fr/probleme/not-allowed')

  // An identity of staff that nobody has linked claims nothing.
  await town.owner.$executeRawUnsafe(`delete from auth.account where provider = 'staff' and subject = 'sam'`)
  await asStaff('sam')
  await expect(page).toHaveURL('/fr/connexion/refusee')
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('quinze-claim')
})
