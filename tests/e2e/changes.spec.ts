import { cents } from '../../src/domain/money'
import { formatMoney, formatOfMonth } from '../../src/i18n/format'
import { paths } from '../../src/i18n/paths'
import { choose, errorsOf, expectTyped, press, type } from './forms'
import { look } from './look'
import { expect, month, test } from './town'
import { browserFor, nameOf, ways, wordsOf } from './words'

test.use({ scenario: 'changes' })

const topics = [
  'work',
  'selfEmployment',
  'otherIncome',
  'people',
  'move',
  'studies',
  'absence',
  'assets',
  'health',
  'other',
]

/** Answers to every question, as people type amounts, dates and codes. */
const typed = {
  'work.0.employer': 'Boulangerie « Chez Ève » & fils',
  'work.0.gross': '1 234,56',
  'work.0.net': '1050.00 $',
  'work.0.ended': '6/11/2026',
  'selfEmployment.0.activity': 'Déneigement',
  'selfEmployment.0.net': '0',
  'otherIncome.0.amount': '٢٢٥٫٤٠',
  'people.0.name': 'Zoé <b>Épreuve</b>',
  'people.0.on': '3/11/2026',
  'move.on': '1/12/2026',
  'move.street': '12, rue de l’Église, app. 3',
  'move.city': 'Sainte-Julie',
  'move.postalCode': 'j3e 1a1',
  'move.rent': '650',
  'studies.0.on': '11/1/2027',
  'absence.0.leftOn': '4/11/2026',
  'absence.0.place': 'Ottawa',
  'absence.0.reason': 'Un parent malade',
  'assets.liquid': '1 200',
  'health.0.on': '2/4/2027',
  'other.words': 'Une première ligne.\nUne deuxième ligne.',
}
const chosen = {
  'work.0.certainty': 'final',
  'selfEmployment.0.certainty': 'final',
  'people.0.what': 'childArrived',
  'move.tenure': 'tenant',
  'studies.0.what': 'started',
  'studies.0.level': 'college',
  'studies.0.fullTime': 'no',
  'otherIncome.0.certainty': 'estimated',
  'health.0.what': 'pregnancy',
}
/** What is wrong at first, and the sentence each deserves. */
const wrong: Record<string, [value: string, key: string]> = {
  'work.0.gross': ['1e400', 'money.format'],
  'work.0.net': ['-5', 'money.negative'],
  'otherIncome.0.amount': ['12,345', 'money.decimals'],
  'people.0.on': ['31/2/2026', 'date.impossible'],
  'move.postalCode': ['K1A 0B1', 'postalCode.elsewhere'],
}

for (const way of ways) {
  const { locale, scripts } = way
  test.describe(nameOf(way), () => {
    test.use(browserFor(way))

    test('a recipient tells every kind of change, mends errors, sends, then corrects with a reason', async ({
      page,
      town,
    }) => {
      test.setTimeout(120_000)
      const say = wordsOf(locale)
      const see = (state: string) => look(page, `changes-${nameOf(way)}-${state}`, scripts)
      const main = page.getByRole('main')
      const go = (key: string) => press(page, say(key))
      const household = await town.settle()
      await town.filed(household, '2026-09')
      await town.filed(household, '2026-10', {
        answers: {
          changed: ['work'],
          work: [
            {
              adultId: household.adults[0]!.id,
              employer: 'Café du Port',
              grossCents: cents(33_000),
              netCents: cents(30_000),
              certainty: 'estimated',
              ended: null,
            },
          ],
        },
      })
      await town.enter(page, 'citizen', household.adults[0]!.id)

      // Page 1: an estimate confirmed otherwise, and everything ticked.
      await page.goto(paths.statement(locale, month))
      for (const topic of topics) await choose(page, 'changed', topic)
      await go('statement.start.changedButton')
      expect(await errorsOf(page)).toHaveLength(1)
      await expect(main).toContainText(say('statement.error.confirm.required', { name: 'Café du Port' }))
      await see('1-estimate-not-confirmed')
      for (const topic of topics)
        await expect(page.locator(`input[name=changed][value=${topic}]`)).toBeChecked()
      await choose(page, 'confirm.0.same', 'no')
      await type(page, { 'confirm.0.final': '312,5' })
      await go('statement.start.changedButton')

      // Page 2: empty, then wrong, then right.
      await expect(page).toHaveURL(paths.statementQuestions(locale, month))
      await expectTyped(page, { 'work.0.employer': 'Café du Port', 'work.0.net': '300,00' })
      await see('2-questions')
      await go('statement.continue')
      const missing = await errorsOf(page)
      expect(missing.length).toBeGreaterThan(15)
      await see('3-questions-empty')

      const bad = Object.fromEntries(Object.entries(wrong).map(([name, [value]]) => [name, value]))
      await page.selectOption('[name="otherIncome.0.kind"]', 'gift')
      for (const [name, value] of Object.entries(chosen)) await choose(page, name, value)
      await type(page, { ...typed, ...bad })
      await go('statement.continue')
      const errors = await errorsOf(page)
      expect(errors.map((error) => error.split(':')[0])).toEqual(Object.keys(wrong))
      await expectTyped(page, { ...typed, ...bad })
      for (const [name, value] of Object.entries(chosen))
        await expect(page.locator(`input[name="${name}"][value=${value}]`)).toBeChecked()
      await see('4-questions-wrong')
      await type(page, typed)
      await go('statement.continue')

      // Page 3: every answer in its own words, and the payment line by line.
      await expect(page).toHaveURL(paths.statementReview(locale, month))
      const money = (amount: number) => formatMoney(cents(amount), locale)
      const answers = [
        'Boulangerie « Chez Ève » & fils',
        money(123_456),
        money(105_000),
        'Zoé <b>Épreuve</b>',
        money(22_540),
        'J3E 1A1',
        'Une première ligne.',
        say('statement.field.studies.level.option.college'),
      ]
      for (const answer of answers) await expect(main).toContainText(answer)
      const table = main.getByRole('table')
      const lines = await table.locator('tbody td').allInnerTexts()
      const total = toCents((await table.locator('tfoot td').allInnerTexts())[0]!)
      expect(lines.map(toCents).reduce((sum, line) => sum + line, 0)).toBe(total)
      await expect(main).toContainText(say('statement.preview.differencesTitle'))
      await see('5-verification')
      await go('statement.verification.send')
      expect(await errorsOf(page)).toEqual([`attest: ${say('statement.error.attest.required')}`])
      await choose(page, 'attest', 'yes')
      await go('statement.verification.send')

      await expect(page.getByRole('heading', { level: 1 })).toContainText(
        say('receipt.title.statement', { ofMonth: formatOfMonth(month, locale) }),
      )
      for (const answer of answers) await expect(main).toContainText(answer)
      await expect(main).toContainText(money(total))
      await expect(main).toContainText(say('receipt.nextEstimate'))
      await see('6-receipt')
      const first = page.url()

      // A correction, with its reason.
      await go('receipt.correct')
      await expect(main).toContainText(say('statement.start.correctingTitle'))
      await see('7-correcting')
      await page.locator('input[name=changed][value=health]').uncheck({ force: true })
      await go('statement.start.changedButton')
      await expectTyped(page, {
        'work.0.employer': 'Boulangerie « Chez Ève » & fils',
        'work.0.gross': '1234,56',
      })
      await type(page, { 'work.0.net': '900' })
      await go('statement.continue')
      await choose(page, 'attest', 'yes')
      await go('statement.verification.sendCorrection')
      expect(await errorsOf(page)).toEqual([
        `correctionReason: ${say('statement.error.correctionReason.required')}`,
      ])
      await see('8-no-reason')
      await type(page, { correctionReason: 'Le talon de paye est arrivé.' })
      await go('statement.verification.sendCorrection')
      await expect(main).toContainText(say('receipt.receivedCorrection'))
      await expect(main).toContainText('Le talon de paye est arrivé.')
      await expect(main).toContainText(money(90_000))

      await page.goto(first)
      await expect(main).toContainText(say('receipt.newer'))
      await expect(main).toContainText(money(105_000))
      await page.goto(paths.history(locale))
      await expect(main).toContainText(
        say('statement.history.version', { ofMonth: formatOfMonth(month, locale), version: 2 }),
      )
      await expect(main).toContainText(money(105_000))
      await expect(main).toContainText(money(90_000))
      await see('9-history')
      expect(await town.owner.filing.count({ where: { householdId: household.id, month } })).toBe(2)
    })
  })
}

/** An amount as the page writes it, back into cents. */
function toCents(text: string): number {
  const sign = /[−-]/.test(text) ? -1 : 1
  return sign * Number(text.replace(/\D/g, ''))
}
