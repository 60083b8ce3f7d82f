import { addMonths, dayOf, monthOf } from '../../src/domain/calendar'
import { paths } from '../../src/i18n/paths'
import { madeAgo } from '../support/made-ahead'
import { look } from './look'
import { expect, tenth, test } from './town'
import { locales, wordsOf } from './words'

test.use({ scenario: 'status' })

const ago = (days: number) => new Date(Date.parse(tenth) - days * 86_400_000)

/** A year of outages, extensions and figures: the pages at their longest. */
test('the status and the results hold a whole year, in both languages', async ({ page, town }) => {
  test.setTimeout(180_000)
  const { owner, officeId, supervisor: decidedBy } = town
  for (let days = 20; days < 360; days += 40) {
    await owner.serviceNotice.create({
      data: {
        kind: 'outage',
        textFr: 'L’authentification gouvernementale ne répondait pas. Les dossiers ne s’ouvraient plus.',
        textEn: 'Government sign-in did not answer. Files would no longer open.',
        shownFrom: ago(days),
        shownUntil: ago(days - 1),
        decidedBy,
      },
    })
    const reasons = { reasonFr: 'Le portail était en panne.', reasonEn: 'The portal was down.' }
    const at = { month: '2026-03', newInstant: ago(days), decidedAt: ago(days), ...reasons }
    await owner.filingExtension.create({ data: { scope: 'office', officeId, ...at } })
    await owner.filingExtension.create({ data: { scope: 'region', regionCode: '11', ...at } })
  }
  const figures = {
    ...{ asked: 182_340, onTime: 161_230, late: 12_340, missing: 8_770, begun: 4_320 },
    channels: { web: 120_340, telephone: 31_230, counter: 22_000, paper: null },
    times: {
      ...{ weekBefore: 60_120, daysBefore: 50_110, eve: 30_000, lastDay: 21_000 },
      ...{ weekAfter: 10_340, later: 2_000 },
    },
  }
  for (let back = 1; back <= 12; back += 1) {
    const month = addMonths(monthOf(dayOf(tenth)), -back)
    await owner.publishedFigures.create({ data: { month, figures, computedAt: new Date(tenth) } })
  }
  for (const locale of locales) {
    for (const slug of ['etat-du-service', 'resultats']) await madeAgo(`${locale}/${slug}`, 5)
    const say = wordsOf(locale)
    const captions = {
      status: ['notices.status.outages.caption', 'notices.status.extensions.caption'],
      results: ['results.months.caption', 'results.begun.caption'],
    } as const
    for (const which of ['status', 'results'] as const) {
      // One page for both screens, as it was made the first time.
      await page.goto(paths.content(locale, which))
      for (const caption of captions[which])
        await expect(page.getByRole('table', { name: say(caption) })).toBeVisible()
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 })
        await look(page, `status-${which}-${locale}-${width}`)
      }
    }
  }
})
