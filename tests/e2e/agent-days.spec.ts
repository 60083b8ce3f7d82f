import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { addAccessCode, addStaff } from '../../prisma/builders'
import type { Verb } from '../../src/domain/decision/transitions'
import type { TaskKind } from '../../src/domain/decision/task'
import { paths } from '../../src/i18n/paths'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { withNothing } from './applicants/alone'
import { sendTold, tell } from './applicants/tell'
import { keyboardOf } from './keyboard'
import { look } from './look'
import { expect, month, november, test, type Settled, type Town } from './town'
import { locales, wordsOf, type Locale } from './words'

/*
 * What an agent does most days, from the list to its end, without a mouse, and every page on the way free of broken
 * rules of accessibility. By turns in each language:
 *   AD-01 a statement with changes: taken, verified item by item, accepted, its notice read before it leaves
 *   AD-02 a late statement with nothing changed: taken, accepted
 *   AD-03 a paper is asked for, with its day; the person reads it
 *   AD-04 a question is put to an applicant, who reads it
 *   AD-05 an application is accepted
 *   AD-06 an application is refused, and the refusal taken back before it leaves
 *   AD-07 a payment is held: a second person approves
 *   AD-08 a message is answered with ready-made words
 *   AD-09 a review is decided by somebody else
 *   AD-10 a caller files by telephone
 *   AD-11 a file is found by its number, and a note written in it
 */
test.use({ scenario: 'agent-days' })

let turns = 0
const nextLanguage = (): Locale => locales[(turns += 1) % locales.length]!

/** The agent at work, hands on the keyboard. */
async function openDesk(page: Page, town: Town, locale: Locale, day: string) {
  const hands = keyboardOf(page)
  const say = wordsOf(locale)
  let pictures = 0
  const see = () => look(page, `agent-days-${day}-${(pictures += 1)}`)
  const main = page.getByRole('main')
  const verb = (name: Verb) => say(`deciding.verb.${name}`)
  await town.enter(page, 'staff', town.agent)
  return {
    ...{ page, town, locale, say, hands, main, see },
    /** From the list, opens the one task of this kind of these people. */
    async open(names: string, kind: TaskKind) {
      await page.goto(paths.office(locale))
      await see()
      const label = say(`worklist.what.${kind}`, { ofMonth: '', month: '' }).trim()
      const row = page.getByRole('row').filter({ hasText: names }).filter({ hasText: label })
      await hands.enter(row.getByRole('link'))
      await see()
    },
    /** Opens it, and takes it. */
    async take(names: string, kind: TaskKind) {
      await this.open(names, kind)
      await hands.enter(page.locator('button[name="verb"][value="claim"]'))
      await expect(main).toContainText(say('deciding.done.claim'))
    },
    /** Opens the form of a move, fills it, and sends it. */
    async send(name: Verb, fill: () => Promise<void>) {
      await hands.enter(page.getByRole('link', { name: verb(name), exact: true }))
      await see()
      await fill()
      await hands.enter(main.getByRole('button', { name: verb(name), exact: true }))
      await see()
    },
    /** The same, of a move that is made. */
    async move(name: Verb, fill: () => Promise<void>) {
      await this.send(name, fill)
      await expect(main).toContainText(say(`deciding.done.${name}`))
    },
    press: (name: Verb) => hands.enter(page.locator(`button[name="verb"][value="${name}"]`)),
  }
}

function settle(town: Town, familyName: string): Promise<Settled> {
  return town.settle({ adults: [{ givenName: 'Rosalie', familyName, birthDate: '1988-03-09' }] })
}

const wages = (adultId: string) => ({
  changed: ['work' as const],
  work: [
    {
      ...{ adultId, employer: 'Café Imaginaire', grossCents: 45_000 as never, netCents: 41_000 as never },
      ...{ certainty: 'final' as const, ended: null },
    },
  ],
})

/** Sends a whole application of this name to the office of the town. Gives its id. */
async function apply(page: Page, town: Town, familyName: string): Promise<string> {
  await page.context().clearCookies()
  const browser = { request: page.request, origin: new URL((await page.request.get('/fr')).url()).origin }
  const identity = { ...withNothing.answers['identity'], familyName }
  const applicant = {
    ...withNothing,
    signs: `Rémi ${familyName}`,
    answers: { ...withNothing.answers, identity },
  }
  await tell(browser, applicant)
  await sendTold(browser, applicant)
  // By its id: each test begins on the same morning, but ids are of the machine's clock.
  const { id } = await town.owner.application.findFirstOrThrow({
    where: { sentAt: { not: null } },
    orderBy: { id: 'desc' },
  })
  await town.owner.application.update({ where: { id }, data: { officeId: town.officeId } })
  return id
}

test('AD-01 a statement with changes is verified and accepted', async ({ page, town }) => {
  const desk = await openDesk(page, town, nextLanguage(), '01')
  const { hands, say, see, main, locale } = desk
  const household = await settle(town, 'Premièrefois')
  await town.filed(household, month, { answers: wages(household.adults[0]!.id) })
  await desk.take('Premièrefois', 'statement')
  await hands.choose('outcome.work.0', 'verified')
  await hands.enter(page.getByRole('button', { name: say('casefile.verify.button'), exact: true }))
  await expect(main).toContainText(say('casefile.verify.saved'))
  await desk.move('accept', () => hands.tick('reasons', 'agreesWithFile'))
  await hands.enter(page.locator(`main a[href*="${paths.officeDecision(locale, '')}"]`))
  await see()
  const decision = await town.owner.decision.findFirstOrThrow({ where: { householdId: household.id } })
  expect(decision).toMatchObject({ outcome: 'accepted', leftAt: null, decidedBy: town.agent })
  await expect(main).toContainText(decision.number)
})

test('AD-02 a late statement is accepted', async ({ page, town }) => {
  const desk = await openDesk(page, town, nextLanguage(), '02')
  const household = await settle(town, 'Tardive')
  await town.filed(household, '2026-10', { receivedAt: november(9, 10) })
  await desk.take('Tardive', 'statement')
  await desk.move('accept', () => desk.hands.tick('reasons', 'lateAccepted'))
  const decision = await town.owner.decision.findFirstOrThrow({ where: { householdId: household.id } })
  expect(decision.reasons).toMatchObject([{ code: 'lateAccepted' }])
})

test('AD-03 a paper is asked for', async ({ page, town }) => {
  const desk = await openDesk(page, town, nextLanguage(), '03')
  const { hands, locale, say } = desk
  const household = await settle(town, 'Sanspapier')
  await town.filed(household, month, { answers: wages(household.adults[0]!.id) })
  await desk.take('Sanspapier', 'statement')
  await desk.move('requestDocument', async () => {
    await hands.reach(page.locator('select[name="document"]'))
    await page.keyboard.press('ArrowDown')
  })
  await expect(desk.main).toContainText(say('deciding.state.waiting'))
  await town.enter(page, 'citizen', household.adults[0]!.id)
  await page.goto(paths.messages(locale))
  await expect(page.getByText(say('messages.state.new'), { exact: true })).toBeVisible()
})

test('AD-04 a question is put to an applicant', async ({ page, town }) => {
  const id = await apply(page, town, 'Questionné')
  const desk = await openDesk(page, town, nextLanguage(), '04')
  await desk.take('Questionné', 'application')
  await desk.move('askInformation', () => desk.hands.write('words', 'Depuis quel jour vivez-vous là?'))
  const asked = await town.owner.message.findFirstOrThrow({ where: { applicationId: id } })
  expect(asked.text).toContain('Depuis quel jour vivez-vous là?')
})

test('AD-05 an application is accepted', async ({ page, town }) => {
  const id = await apply(page, town, 'Acceptée')
  const desk = await openDesk(page, town, nextLanguage(), '05')
  const { hands, say, main } = desk
  await desk.take('Acceptée', 'application')
  await desk.send('accept', () => hands.tick('reasons', 'provedByDocuments'))
  // What only a person can settle of the household is asked first; then the form is as it was left.
  await expect(main).toContainText(say('admission.programmeNeeded'))
  await hands.choose('programme', 'socialAssistance')
  await hands.enter(page.getByRole('button', { name: say('admission.save'), exact: true }))
  await desk.see()
  await hands.enter(page.getByRole('link', { name: say('admission.back'), exact: true }))
  await hands.enter(page.getByRole('link', { name: say('deciding.panel.resumeForm'), exact: true }))
  await hands.enter(main.getByRole('button', { name: say('deciding.verb.accept'), exact: true }))
  await expect(main).toContainText(say('deciding.done.accept'))
  const decision = await town.owner.decision.findFirstOrThrow({ where: { applicationId: id } })
  expect(decision).toMatchObject({ outcome: 'accepted', leftAt: null })
})

test('AD-06 a refusal is taken back before it leaves', async ({ page, town }) => {
  const id = await apply(page, town, 'Refusée')
  const desk = await openDesk(page, town, nextLanguage(), '06')
  await desk.take('Refusée', 'application')
  await desk.move('refuse', () => desk.hands.tick('reasons', 'notResident'))
  await desk.press('undo')
  await desk.see()
  await expect(desk.main).toContainText(desk.say('deciding.done.undo'))
  const decision = await town.owner.decision.findFirstOrThrow({ where: { applicationId: id } })
  expect(decision).toMatchObject({ outcome: 'refused', undoneBy: town.agent, leftAt: null })
})

test('AD-07 a held payment waits for a second person', async ({ page, town }) => {
  const desk = await openDesk(page, town, nextLanguage(), '07')
  const { hands, say, main } = desk
  const household = await settle(town, 'Suspendue')
  await town.filed(household, month, { answers: wages(household.adults[0]!.id) })
  await desk.take('Suspendue', 'statement')
  await desk.move('hold', () => hands.tick('reasons', 'notProved'))
  await expect(main).toContainText(say('deciding.state.proposed'))
  const here = page.url().split('?')[0]!
  await expect(page.locator('button[value="second"]')).toHaveCount(0)
  const { owner, officeId } = town
  await town.enter(page, 'staff', await addStaff(owner, { name: 'Noé Second', role: 'agent', officeId }))
  await page.goto(here)
  await desk.press('second')
  await desk.see()
  await expect(main).toContainText(say('deciding.state.onHold'))
})

test('AD-08 a message is answered with ready-made words', async ({ page, town }) => {
  const desk = await openDesk(page, town, nextLanguage(), '08')
  const { hands, say, main, see } = desk
  const household = await settle(town, 'Écrivaine')
  const person = household.adults[0]!.id
  const key = randomUUID()
  await town.owner.message.create({
    data: {
      householdId: household.id,
      personId: person,
      text: 'Mon bail est-il arrivé?',
      key,
      replyBy: '2026-11-12',
    },
  })
  await desk.open('Écrivaine', 'message')
  await hands.reach(page.locator('select[name="answer"]'))
  await page.keyboard.press('ArrowDown')
  await hands.enter(page.getByRole('button', { name: say('messages.office.canned.button') }))
  await see()
  await hands.enter(page.getByRole('button', { name: say('messages.office.send') }))
  await expect(main).toContainText(say('messages.told.replied'))
  const task = await town.owner.task.findFirstOrThrow({
    where: { kind: 'message', householdId: household.id },
  })
  expect(task.state).toBe('closed')
})

test('AD-09 a review is decided by somebody else', async ({ page, town }) => {
  const desk = await openDesk(page, town, nextLanguage(), '09')
  const household = await settle(town, 'Révisée')
  await askReview(town, household)
  await desk.take('Révisée', 'review')
  await desk.move('refuse', () => desk.hands.tick('reasons', 'reviewConfirms'))
  const answered = await town.owner.decision.findFirstOrThrow({
    where: { householdId: household.id, decidedBy: town.agent },
  })
  expect(answered.outcome).toBe('maintained')
})

/** A review of what the supervisor decided about these people's statement. */
async function askReview({ owner, officeId, supervisor }: Town, { id: householdId, adults }: Settled) {
  const [task] = await owner.$queryRaw<{ id: string }[]>`
    select open_task('missing', uuidv7(), ${officeId}::uuid, ${householdId}::uuid, null, '2026-10', 8::smallint,
      null)::text as id`
  const { id: decisionId } = await owner.decision.create({
    data: {
      ...{ number: `D-${task!.id}`, taskId: task!.id, householdId, outcome: 'refused', language: 'fr' },
      ...{ wordingVersion: 'w', decidedBy: supervisor, leavesAt: new Date(november(2, 9)) },
    },
  })
  await owner.reviewRequest.create({
    data: {
      ...{ decisionId, householdId, personId: adults[0]!.id, words: 'Je n’ai rien gagné.', late: false },
      ...{ askedAt: new Date(november(9, 9)), dueAt: new Date(november(19, 9)), untilDay: '2027-02-01' },
      receiptNumber: `Q-${decisionId}`,
    },
  })
}

test('AD-10 a caller files by telephone', async ({ page, town }) => {
  const desk = await openDesk(page, town, nextLanguage(), '10')
  const { hands, say, main, see, locale } = desk
  const household = await settle(town, 'Appelante')
  const secret = readSecrets(dataFolder('test'))['session']!
  await addAccessCode(town.owner, { personId: household.adults[0]!.id, code: '73514', secret })
  const { fileNumber } = await town.owner.household.findUniqueOrThrow({ where: { id: household.id } })
  await page.goto(paths.office(locale))
  await hands.enter(page.getByRole('link', { name: say('assisted.menu') }))
  await see()
  await hands.choose('channel', 'telephone')
  await hands.write('file', fileNumber)
  await hands.write('birth.day', '9')
  await hands.write('birth.month', '3')
  await hands.write('birth.year', '1988')
  await hands.choose('way', 'accessCode')
  await hands.write('code', '73514')
  await hands.tick('consent', 'yes')
  await hands.enter(page.getByRole('button', { name: say('assisted.start.button') }))
  await see()
  await hands.enter(page.locator(`main a[href$="${month}"]`))
  await see()
  await hands.tick('attest', 'yes')
  await hands.tick('readBack', 'yes')
  await hands.enter(page.getByRole('button', { name: say('statement.start.unchangedButton') }))
  await see()
  const filing = await town.owner.filing.findFirstOrThrow({ where: { householdId: household.id } })
  expect(filing).toMatchObject({ channel: 'telephone', filedByStaff: town.agent })
  await expect(main).toContainText(filing.receiptNumber)
})

test('AD-11 a file is found by its number', async ({ page, town }) => {
  const desk = await openDesk(page, town, nextLanguage(), '11')
  const { hands, say, main, see, locale } = desk
  const household = await settle(town, 'Retrouvée')
  const { fileNumber } = await town.owner.household.findUniqueOrThrow({ where: { id: household.id } })
  await page.goto(paths.office(locale))
  await hands.enter(page.getByRole('link', { name: say('common.officeFiles'), exact: true }))
  await hands.write('number', fileNumber)
  await hands.enter(page.getByRole('button', { name: say('casefile.search.button') }))
  await see()
  await hands.write('text', 'A téléphoné ce matin.')
  await hands.enter(page.getByRole('button', { name: say('casefile.note.button') }))
  await see()
  await expect(main).toContainText('A téléphoné ce matin.')
})
