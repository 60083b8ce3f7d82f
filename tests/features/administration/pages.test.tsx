import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { instant, month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import { bands, householdKinds } from '@/domain/benefit/policy-preview'
import { officeKinds } from '@/domain/offices/office'
import { erasableKinds, type ErasableKind } from '@/domain/retention/schedule'
import { AdministrationView } from '@/features/administration/AdministrationView'
import type { AdministrationPage, TrialPage } from '@/features/administration/queries'
import { readTrial } from '@/features/administration/schema'
import { TrialView } from '@/features/administration/TrialView'
import { locales, type Locale } from '@/i18n/locale'

/*
 * The pages of the administration, drawn as HTML. Numbered cases:
 *   AV-01 every amount, rule, day and kind they may show has its words, in both languages
 *   AV-02 what people typed stays text, and what was tried is shown again
 *   AV-03 a small group is counted and no more; a count past ten thousand is said so
 */
const page: AdministrationPage = {
  now: instant('2026-11-10T15:00:00.000Z'),
  extensions: (['everyone', 'region', 'office'] as const).map((scope) => ({
    ...{ id: scope, scope, regionCode: scope === 'region' ? '10' : null, month: month('2026-11') },
    ...{ officeFr: scope === 'office' ? 'Bureau' : null, officeEn: scope === 'office' ? 'Office' : null },
    newInstant: instant('2026-11-21T04:59:59.999Z'),
    ...{ reasonFr: 'Tempête <i>', reasonEn: 'Blizzard <i>' },
  })),
  network: {
    offices: officeKinds.map((kind, place) => ({
      ...{
        code: String(place),
        kind,
        nameFr: `Bureau ${kind} <b>`,
        nameEn: `Office ${kind} <b>`,
        regionCode: '10',
      },
      ...{ address: place > 0 ? '1, rue Essai' : null, city: 'Essai', postalCode: null, fax: null },
      ...{ phone: place > 0 ? '+18195550100' : null, tollFree: null, latitude: null, longitude: null },
      ...{ delegatedTo: place === 1 ? 'Ville' : null, replacedBy: kind === 'former' ? '0' : null },
    })),
    areas: [
      {
        ...{ fsa: 'G0A', city: 'Essai', regionCode: '10', confidence: 'high', offices: ['0'] },
        ...{ latitude: null, longitude: null },
      },
    ],
  },
  erased: Object.fromEntries(
    erasableKinds.map((kind, place) => [
      kind,
      place === 0 ? null : { count: place * 1_000, at: instant('2026-11-09T08:40:00.000Z') },
    ]),
  ) as AdministrationPage['erased'],
  toErase: Object.fromEntries(erasableKinds.map((kind, place) => [kind, place * 2_000])) as Record<
    ErasableKind,
    number
  >,
}
const tried = (files: number): TrialPage => ({
  ...{ paid: month('2026-11'), months: [month('2027-01')], dates: null, filers: null },
  result: {
    ...{ files, households: 19, unknown: 1, more: 12, less: 2 },
    ...{ beforeCents: cents(1_500_000), afterCents: cents(1_520_000) },
    bands: bands.map(({ name }, place) => ({ name, households: place })),
    kinds: householdKinds.map((kind, place) => ({
      ...{ kind, households: place * 9 },
      told: place > 1 ? { changed: 3, averageCents: cents(-2_000) } : null,
    })),
  },
})
const nothing: TrialPage = { paid: month('2026-11'), months: [], result: null, dates: null, filers: null }
const none: TrialPage = {
  ...nothing,
  result: { ...tried(0).result!, households: 0, unknown: 0 },
}

const days = (sent: number, onTimeAfter: number): TrialPage => ({
  ...nothing,
  dates: {
    ...{ month: month('2026-10'), sent, onTimeBefore: 1_200, onTimeAfter },
    dueBefore: instant('2026-10-16T03:59:59.999Z'),
    dueAfter: instant('2026-10-14T03:59:59.999Z'),
  },
})

const filers = (households: number): TrialPage => ({
  ...nothing,
  filers: {
    ...{ month: month('2026-10'), households, before: 1_200, after: 1_500, asked: 400, spared: 100 },
    programmes: (['socialAssistance', 'socialSolidarity', 'basicIncome'] as const).map(
      (programme, place) => ({
        ...{ programme, households: place * 9, before: place, after: place * 5 },
      }),
    ),
  },
})

const drawings = (locale: Locale) => [
  <AdministrationView key="" {...{ locale, page }} />,
  <AdministrationView key="" {...{ locale, page: { ...page, extensions: [] } }} />,
  // In 2017 some amounts were not in force yet, and a later policy of the statement was to come.
  <AdministrationView key="" {...{ locale, page: { ...page, now: instant('2017-11-10T15:00:00.000Z') } }} />,
  ...[days(1_500, 1_100), days(1_500, 1_201), days(1_500, 1_200), days(0, 0)].map((one) => (
    <TrialView key="" {...{ locale, page: one, trial: readTrial('', '', '10') }} />
  )),
  ...[filers(2_000), filers(0)].map((one) => (
    <TrialView key="" {...{ locale, page: one, trial: readTrial('', '', '', ['nobody', 'basicIncome']) }} />
  )),
  <TrialView key="" {...{ locale, page: nothing, trial: readTrial('', '', '29 <b>') }} />,
  ...[tried(20), tried(300_000), nothing, none].flatMap((one) =>
    [readTrial('', ''), readTrial('2027-01', ''), readTrial('', '2,1'), readTrial('', '<b>')].map((trial) => (
      <TrialView key="" {...{ locale, page: one, trial }} />
    )),
  ),
]

test.each(locales)('AV-01 %s every code has its words', (locale) => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const drawing of drawings(locale)) {
    const html = renderToStaticMarkup(drawing)
    const bare = html.replace(/\s(?:id|name|for|href|action|value|aria-\w+)="[^"]*"/g, '')
    const path = /\b(?:administration|benefit|calendar)\.[a-zA-Z]+[.\w-]*/.exec(bare)
    expect(path?.[0], html.slice(0, 200)).toBeUndefined()
  }
  expect(said.mock.calls).toEqual([])
  said.mockRestore()
})

test('AV-02 what people typed stays text, and is shown again', () => {
  const html = drawings('fr')
    .map((drawing) => renderToStaticMarkup(drawing))
    .join('')
  for (const tag of ['<b>', '<i>']) expect(html).not.toContain(tag)
  expect(html).toContain('value="&lt;b&gt;"')
  expect(html).toContain('value="2,1"')
  expect(html).toContain('value="29 &lt;b&gt;"')
  expect(html).toContain('hausse de 2,1\u00a0%')
  expect(html).toContain('100 seraient en retard')
  expect(html).toContain('Une serait à temps')
  for (const words of ['Remplacé par : Bureau office', 'Délégué à : Ville', 'G0A', 'Numéro inconnu'])
    expect(html).toContain(words)
  // What is to come, seen from 2017.
  expect(html).toContain('avril 2018')
})

test('AV-03 a small group is counted and no more', () => {
  const trial = readTrial('2027-01', '')
  const drawn = renderToStaticMarkup(<TrialView {...{ locale: 'en', page: tried(300_000), trial }} />)
  expect(drawn).toContain('drawn at random among 300,000')
  expect(drawn.match(/Too few households/g)).toHaveLength(2)
  const every = renderToStaticMarkup(<TrialView {...{ locale: 'en', page: tried(20), trial }} />)
  expect(every).not.toContain('at random')
  expect(every).toContain('14 of 19, 74%')
  expect(every).toContain('+$200.00')
  const who = readTrial('', '', '', ['nobody', 'basicIncome'])
  const asked = renderToStaticMarkup(<TrialView {...{ locale: 'en', page: filers(2_000), trial: who }} />)
  expect(asked).toContain('2 by the rule in force, of 18')
  expect(asked).toContain('Programmes with too few households')
  expect(asked).not.toContain('of 9')
  expect(asked.match(/<input[^>]*checked/g)).toHaveLength(1)
  const shown = renderToStaticMarkup(<AdministrationView {...{ locale: 'en', page }} />)
  expect(shown).toContain('10,000 and more')
  expect(shown).toContain('2,000')
})
