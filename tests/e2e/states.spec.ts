import type { Page } from '@playwright/test'
import type { Day } from '../../src/domain/calendar'
import { endOfDay } from '../../src/domain/calendar'
import { formatInstant, formatOfMonth, formatTime, formatWeekday } from '../../src/i18n/format'
import { paths } from '../../src/i18n/paths'
import { press } from './forms'
import { look } from './look'
import type { Settled, Town } from './town'
import { expect, month, november, test } from './town'
import { locales, wordsOf, type Locale, type Say } from './words'

test.use({ scenario: 'states' })

/** The limit of November 2026: Monday the 16th, since the 15th is a Sunday. */
const due = '2026-11-16' as Day
const spouse = { givenName: 'Tristan', familyName: 'Épreuve', birthDate: '1985-12-24' }
const rosalie = { givenName: 'Rosalie', familyName: 'Épreuve', birthDate: '1988-03-09' }

type State = {
  name: string
  arrange: (town: Town) => Promise<Settled>
  /** Sentences the page of the statement says. */
  says: (say: Say, locale: Locale) => string[]
  /** The word the home page has for it. */
  status: string
  about?: string
  /** A statement, or a correction of one, can be sent from the page. */
  may: 'file' | 'correct' | 'neither'
  /** The office can be called from the page. */
  call?: true
}

const settled = async (town: Town, filedUntil = '2026-10') => {
  const household = await town.settle()
  for (const of of ['2026-09', '2026-10', '2026-11']) if (of <= filedUntil) await town.filed(household, of)
  return household
}

const states: State[] = [
  {
    name: 'open',
    arrange: (town) => settled(town),
    says: (say, locale) => [say('statement.state.open.title', { day: formatWeekday(due, locale) })],
    status: 'open',
    may: 'file',
  },
  {
    name: 'not-yet-open',
    arrange: (town) => settled(town, '2026-11'),
    about: '2026-12',
    says: (say, locale) => [
      say('statement.state.notYetOpen.title', { day: formatWeekday('2026-12-01' as Day, locale) }),
    ],
    status: 'notYetOpen',
    may: 'neither',
  },
  {
    name: 'drafted-by-the-other-adult',
    async arrange(town) {
      const household = await town.settle({ adults: [rosalie, spouse], since: '2026-11' })
      await town.owner.statementDraft.create({
        data: {
          householdId: household.id,
          personId: household.adults[1]!.id,
          kind: 'statement',
          month,
          fields: { changed: ['work'] },
        },
      })
      return household
    },
    says: (say) => [say('statement.state.draftedByOther.title', { name: 'Tristan' })],
    status: 'draftedByOther',
    may: 'file',
  },
  {
    name: 'due-today',
    async arrange(town) {
      await town.at(november(16, 10))
      return settled(town)
    },
    says: (say, locale) => [
      say('statement.state.dueToday.title'),
      say('statement.state.dueToday.text', { time: formatTime(endOfDay(due), locale) }),
    ],
    status: 'dueToday',
    may: 'file',
  },
  {
    name: 'late',
    async arrange(town) {
      await town.at(november(17, 0, 1))
      return settled(town)
    },
    says: (say, locale) => [
      say('statement.state.late.title', { day: formatWeekday(due, locale) }),
      say('statement.state.late.reasonLabel'),
      '819 555-0123',
    ],
    status: 'late',
    may: 'file',
    call: true,
  },
  {
    name: 'filed',
    arrange: (town) => settled(town, '2026-11'),
    says: (say, locale) => [
      say('statement.state.filed.title', { ofMonth: formatOfMonth(month, locale) }),
      say('statement.state.filed.onTime', { instant: formatInstant(november(8, 10), locale) }),
    ],
    status: 'filed',
    may: 'correct',
  },
  {
    name: 'filed-late',
    async arrange(town) {
      await town.at(november(20, 10))
      const household = await settled(town)
      await town.filed(household, month, { receivedAt: november(17, 0, 1) })
      return household
    },
    says: (say, locale) => [
      say('statement.state.filed.late', {
        instant: formatInstant(november(17, 0, 1), locale),
        day: formatWeekday(due, locale),
      }),
    ],
    status: 'filed',
    may: 'correct',
  },
  {
    name: 'filed-late-then-healed',
    async arrange(town) {
      await town.at(november(20, 10))
      const household = await settled(town)
      await town.filed(household, month, { receivedAt: november(17, 8) })
      await extend(town, household)
      return household
    },
    says: (say, locale) => [
      say('statement.state.filed.healed', { instant: formatInstant(november(17, 8), locale) }),
    ],
    status: 'filed',
    may: 'correct',
  },
  {
    name: 'corrected',
    async arrange(town) {
      const household = await settled(town, '2026-11')
      const [adult] = household.adults
      const filing = await town.owner.filing.findFirstOrThrow({ where: { householdId: household.id, month } })
      const { id: _, ...first } = filing
      await town.owner.filing.create({
        data: {
          ...first,
          answers: first.answers as object,
          version: 2,
          key: crypto.randomUUID(),
          receiptNumber: `${first.receiptNumber.slice(0, -1)}x`,
          receivedAt: new Date(november(9, 9)),
          correctionReason: `Erreur de ${adult!.givenName}`,
        },
      })
      return household
    },
    says: (say, locale) => [
      say('statement.state.corrected.title', { ofMonth: formatOfMonth(month, locale) }),
      say('statement.state.corrected.text', {
        version: 2,
        instant: formatInstant(november(9, 9), locale),
      }),
    ],
    status: 'corrected',
    may: 'correct',
  },
  {
    name: 'exempt',
    arrange: (town) => town.settle({ programme: 'socialSolidarity' }),
    says: (say) => [say('statement.state.exempt.title'), say('statement.state.exempt.text')],
    status: 'exempt',
    may: 'neither',
  },
  {
    name: 'asked-by-the-office',
    async arrange(town) {
      const household = await town.settle({ programme: 'socialSolidarity', since: '2026-11' })
      await decide(town, household, 'always', 'Votre revenu varie.')
      return household
    },
    says: (say) => [say('statement.state.added', { reason: 'Votre revenu varie.' })],
    status: 'open',
    may: 'file',
  },
  {
    name: 'lifted-by-the-office',
    async arrange(town) {
      const household = await settled(town)
      await decide(town, household, 'whenChanged', 'Vous êtes à l’hôpital.')
      return household
    },
    says: (say, locale) => [
      say('statement.state.exempt.lifted', {
        ofMonth: formatOfMonth(month, locale),
        reason: 'Vous êtes à l’hôpital.',
      }),
    ],
    status: 'exempt',
    may: 'neither',
  },
  {
    name: 'extended',
    async arrange(town) {
      const household = await settled(town)
      await extend(town, household)
      return household
    },
    says: (say, locale) => [
      say('statement.state.extended.title', {
        instant: formatInstant(endOfDay('2026-11-24' as Day), locale),
      }),
      say('statement.state.extended.reason', { reason: { fr: 'Une panne.', en: 'An outage.' }[locale] }),
    ],
    status: 'extended',
    may: 'file',
  },
  {
    name: 'closed-and-missing',
    arrange: (town) => town.settle({ since: '2025-09' }),
    about: '2025-10',
    says: (say, locale) => [
      say('statement.state.closed.title', { ofMonth: formatOfMonth('2025-10' as never, locale) }),
    ],
    status: 'late',
    may: 'neither',
    call: true,
  },
  {
    name: 'closed-and-filed',
    async arrange(town) {
      const household = await town.settle({ since: '2025-09' })
      await town.filed(household, '2025-10')
      return household
    },
    about: '2025-10',
    says: (say, locale) => [
      say('statement.state.closed.title', { ofMonth: formatOfMonth('2025-10' as never, locale) }),
    ],
    status: 'late',
    may: 'neither',
    call: true,
  },
  {
    name: 'several-months-to-catch-up',
    arrange: (town) => town.settle({ since: '2026-08' }),
    says: (say) => [say('statement.state.catchUp.title', { count: 3 }), say('statement.state.catchUp.text')],
    status: 'late',
    may: 'file',
  },
]

for (const locale of locales) {
  test.describe(locale, () => {
    test.use({ locale: `${locale}-CA`, viewport: { width: locale === 'fr' ? 320 : 1280, height: 800 } })

    for (const state of states) {
      test(`the state of a statement is told in plain words: ${state.name} (${locale})`, async ({
        page,
        town,
      }) => {
        const say = wordsOf(locale)
        const household = await state.arrange(town)
        await town.enter(page, 'citizen', household.adults[0]!.id)

        await page.goto(paths.file(locale))
        await expect(page.getByRole('main')).toContainText(say(`statement.home.status.${state.status}`))
        // Its rows are the same in both languages; their words are compared above.
        if (locale === 'fr') await look(page, `states-${state.name}-home`)

        await page.goto(paths.statement(locale, state.about ?? month))
        for (const sentence of state.says(say, locale))
          await expect(page.getByRole('main')).toContainText(sentence)
        const phone = page.getByRole('main').locator('a[href="tel:+18195550123"]')
        await expect(phone).toHaveCount(state.call ? 1 : 0)
        const button = (key: string) => page.getByRole('button', { name: say(key) })
        await expect(button('statement.start.unchangedButton')).toHaveCount(state.may === 'file' ? 1 : 0)
        await expect(button('statement.state.correct')).toHaveCount(state.may === 'correct' ? 1 : 0)
        await look(page, `states-${locale}-${state.name}`)
      })
    }
  })
}

test('months are caught up one by one, the oldest first, and why is asked', async ({ page, town }) => {
  const say = wordsOf('fr')
  const household = await town.settle({ since: '2026-09' })
  await town.enter(page, 'citizen', household.adults[0]!.id)
  for (const of of ['2026-09', '2026-10', '2026-11']) {
    await page.goto(paths.file('fr'))
    await page
      .getByRole('main')
      .getByRole('link', { name: say('statement.home.fileNow') })
      .click()
    await expect(page).toHaveURL(paths.statement('fr', of))
    if (of !== '2026-11') await page.getByLabel(say('statement.state.late.reasonLabel')).fill('Une panne')
    await page.getByRole('checkbox', { name: say('statement.attest.statement') }).check({ force: true })
    await press(page, say('statement.start.unchangedButton'))
    await expect(page.getByRole('main')).toContainText(say(`receipt.${of === '2026-11' ? 'onTime' : 'late'}`))
  }
  const reasons = await town.owner.filing.findMany({
    where: { householdId: household.id },
    orderBy: { month: 'asc' },
    select: { lateReason: true },
  })
  expect(reasons.map((row) => row.lateReason)).toEqual(['Une panne', 'Une panne', null])
})

test('the demo’s clock leads through the month, and keeps the person signed in', async ({ page, town }) => {
  const say = wordsOf('fr')
  const household = await settled(town)
  await town.enter(page, 'citizen', household.adults[0]!.id)
  await page.goto(paths.file('fr'))
  const seen: [string, string][] = [
    ['opening', say('statement.home.status.open')],
    ['lastDay', say('statement.home.status.dueToday')],
    ['lastMinutes', say('statement.home.hint.today', { time: formatTime(endOfDay(due), 'fr') })],
    ['dayAfter', say('statement.home.status.late')],
    ['weekAfter', say('statement.home.status.late')],
    ['tenth', say('statement.home.status.open')],
  ]
  for (const [moment, words] of seen) {
    await moveByBand(page, say, moment)
    await expect(page).toHaveURL(paths.file('fr'))
    await expect(page.getByRole('main')).toContainText(words)
  }
})

async function moveByBand(page: Page, say: Say, moment: string): Promise<void> {
  const band = page.getByRole('complementary', { name: say('demo.title') })
  await band.locator('summary').click()
  await band.getByLabel(say('demo.move')).selectOption(moment)
  await press(page, say('demo.button'))
}

async function extend(town: Town, household: Settled): Promise<void> {
  await town.owner.filingExtension.create({
    data: {
      scope: 'household',
      householdId: household.id,
      month,
      newInstant: new Date(endOfDay('2026-11-24' as Day)),
      reasonFr: 'Une panne.',
      reasonEn: 'An outage.',
    },
  })
}

async function decide(town: Town, household: Settled, files: string, reason: string): Promise<void> {
  await town.owner.filingObligation.create({ data: { householdId: household.id, month, files, reason } })
}
