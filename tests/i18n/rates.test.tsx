import { readdirSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { computeBenefit } from '@/domain/benefit/compute'
import { dayOf, instant, monthOf, type Instant, type Month } from '@/domain/calendar'
import { limitAtApplication } from '@/domain/eligibility/liquid-assets'
import { cents } from '@/domain/money'
import { rateFor, type RateTable } from '@/domain/rates/table'
import { ContentView } from '@/features/information/ContentView'
import { inserts } from '@/features/information/inserts'
import { rateRows, yearsShown } from '@/features/information/inserts/rate-rows'
import { rateTables, type RateTableName } from '@/features/information/inserts/rate-tables'
import { rateText } from '@/features/information/inserts/rate-text'
import { ladderOf } from '@/features/information/inserts/work-example'
import { formatMoney, formatShortMoney } from '@/i18n/format'
import { locales, type Locale } from '@/i18n/locale'
import { messages } from '@/i18n/messages'
import type { ContentPage } from '@/i18n/paths'
import { adult, benefitOf, child, income, job, lineOf, other, profit } from '../domain/benefit/build'
import { caseAdult, caseChild, householdCase } from '../domain/estimate/build'

/*
 * Numbered cases. Amounts in the pages of words are those of the rate tables, to the cent:
 *   RP-01 every rate can be named, and its name says its unit
 *   RP-02 a rate reads as a writer expects, in both languages
 *   RP-03 a name that is no rate, or is several, stops the build
 *   RP-04 every row of every table is the sum of its rates
 *   RP-05 the rows are what the benefit pays: the right rates stand beside the right words
 *   RP-06 the two years of a table, before and after the New Year, verified or not
 *   RP-07 what is not confirmed says so, with its mark and source
 *   RP-08 every row has its words, and no words are without a row
 *   RP-09 the example of work is what the benefit computes
 *   RP-10 the pages draw whole
 */
const NBSP = '\u00A0'
const pages = [
  'programs',
  'eligibility',
  'amounts',
  'income',
  'specialBenefits',
] as const satisfies ContentPage[]
/** December 2026, the amounts of 2026 verified; then the first evening of 2027, those of 2027 not. */
const december = instant('2026-12-15T15:00:00.000Z')
const newYear = instant('2027-01-01T05:00:00.000Z')
const names = Object.keys(rateTables) as RateTableName[]

const folder = new URL('../../src/domain/rates/', import.meta.url)
const rateFiles = await Promise.all(
  readdirSync(folder)
    .filter((file) => !['table.ts', 'sources.ts'].includes(file))
    .map(async (file) => {
      const tables = (await import(new URL(file, folder).href)) as Readonly<Record<string, RateTable>>
      return { file: file.replace('.ts', ''), tables }
    }),
)
const everyRate = new Map(
  rateFiles.flatMap(({ file, tables }) =>
    Object.entries(tables).map(([name, table]) => [`${file}.${name}`, table]),
  ),
)

const draw = (name: string, of: string, locale: Locale, now: Instant): string => {
  const Insert = inserts[name]!
  return renderToStaticMarkup(<Insert of={of} locale={locale} now={now} />)
}
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll('&amp;', '&')
    .replace(/ +/g, ' ')

/** The cells of the first table drawn, its headings apart. */
function cellsOf(html: string): { head: string[]; body: string[][] } {
  const [table = ''] = /<table.*?<\/table>/s.exec(html) ?? []
  const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => plain(cell!).trim()),
  )
  const [head = [], ...body] = rows
  return { head, body }
}

describe('RP-01 every rate can be named', () => {
  it('there are many', () => expect(everyRate.size).toBeGreaterThan(90))

  it.each([...everyRate])('%s', (name, table) => {
    const newest = table[0]!.from as Month
    expect(rateText(name, newest, 'fr')).toMatch(/^\d/)
    if (name.endsWith('BasisPoints')) for (const { value } of table) expect(value % 100).toBe(0)
  })
})

describe('RP-02 a rate as it reads', () => {
  it.each([
    ['workExclusionOneAdultCents', '2026-11', `200${NBSP}$`, '$200'],
    ['familyAllowanceCents', '2026-11', `52,08${NBSP}$`, '$52.08'],
    ['social-assistance.basicTwoAdultsCents', '2026-11', `1${NBSP}238${NBSP}$`, '$1,238'],
    ['supplementBasisPoints', '2026-11', `25${NBSP}%`, '25%'],
    ['supplementBasisPoints', '2024-12', `0${NBSP}%`, '0%'],
    ['absenceInARowDays', '2026-11', '7', '7'],
    ['temporaryPregnancyWeeks', '2026-11', '20', '20'],
    ['givenAwayMonths', '2027-01', '24', '24'],
    ['selfSupportYears', '2027-01', '2', '2'],
    ['adolescentMaximumChildren', '2027-01', '2', '2'],
  ])('%s in %s', (name, month, fr, en) => {
    expect(rateText(name, month as Month, 'fr')).toBe(fr)
    expect(rateText(name, month as Month, 'en')).toBe(en)
  })

  it('is that of the day in Québec, not in Greenwich', () => {
    // Child support left out rose on 2023-04-01; at this hour it was still March in Québec.
    const lastOfMarch = instant('2023-04-01T03:59:59.999Z')
    expect(draw('rate', 'childSupportExclusionCents', 'en', lastOfMarch)).toBe('$350')
    expect(draw('rate', 'childSupportExclusionCents', 'en', instant('2023-04-01T04:00:00.000Z'))).toBe('$500')
  })
})

describe('RP-03 what is no rate stops the build', () => {
  it.each(['', 'nothingCents', 'constructor', 'income.nothingCents', 'nowhere.gift', 'table.confidences'])(
    'rate “%s”',
    (name) => {
      expect(() => rateText(name, '2026-12' as Month, 'fr')).toThrow('No rate is called')
      expect(() => draw('rate', name, 'fr', december)).toThrow('No rate is called')
    },
  )
  it('a name of several files must say which', () => {
    expect(() => rateText('basicOneAdultCents', '2026-12' as Month, 'fr')).toThrow(
      'social-assistance.basicOneAdultCents, social-solidarity.basicOneAdultCents',
    )
  })
  it('an amount is not made up for the months before it', () => {
    expect(() => rateText('basicCents', '2022-12' as Month, 'fr')).toThrow('No amount is known')
  })
  it.each(['', 'nothing', 'constructor', 'toString'])('table “%s”', (of) => {
    expect(() => draw('rates', of, 'fr', december)).toThrow('No table of amounts is called')
  })
})

describe.each(names)('RP-04 %s', (of) => {
  it.each([
    ['December 2026', december, '2026-12'],
    ['January 2027', newYear, '2026-12'],
  ] as const)('%s', (_when, now, readIn) => {
    const sums = Object.values(rateTables[of] as Readonly<Record<string, readonly string[]>>).map((rates) => {
      let sum = 0
      for (const rate of rates) {
        const table = everyRate.get(rate.replace('-', rate.startsWith('-') ? '' : '-'))!
        sum += (rate.startsWith('-') ? -1 : 1) * rateFor(table, readIn as Month).value
      }
      return { sum, isShare: rates[0]!.endsWith('BasisPoints') }
    })
    for (const locale of locales) {
      const { body } = cellsOf(draw('rates', of, locale, now))
      const shown = sums.map(({ sum, isShare }) => {
        if (isShare) return locale === 'fr' ? `${sum / 100}${NBSP}%` : `${sum / 100}%`
        return formatShortMoney(cents(sum), locale)
      })
      expect(body.map(([, known]) => known)).toEqual(shown)
      expect(body.every(([label]) => /^\p{Lu}/u.test(label!))).toBe(true)
    }
  })
})

describe('RP-05 the rows are what the benefit pays', () => {
  // What no household shows by itself: the row has the name of its rate.
  it.each([
    'children',
    'refugeeClaimants',
    'property',
    'socialAssistanceParts',
    'socialSolidarityParts',
  ] as const)('%s, by name', (of) => {
    for (const [key, [rate]] of Object.entries(rateTables[of])) {
      expect(rate).toMatch(new RegExp(`\\.${key}(Exclusion)?Cents$`))
    }
  })

  const month = '2026-12' as Month
  const shown = (of: RateTableName, key: string): string =>
    rateRows(of, month, 'fr').find((row) => row.key === key)!.known
  const paid = (overrides: Parameters<typeof benefitOf>[0]) =>
    formatShortMoney(benefitOf({ month, ...overrides }).totalCents, 'fr')
  const spouse = (constraint: 'none' | 'temporary' = 'none') => adult(constraint, '1988-02-11', 'b')

  it.each([
    ['oneAdult', {}],
    ['twoAdults', { adults: [adult(), spouse()] }],
    ['oneAdultConstraint', { adults: [adult('temporary')] }],
    ['twoAdultsOneConstraint', { adults: [adult('temporary'), spouse()] }],
    ['twoAdultsTwoConstraints', { adults: [adult('temporary'), spouse('temporary')] }],
    ['oneAdultWithParents', { livesWithParents: true }],
    ['twoAdultsWithParents', { adults: [adult(), spouse()], livesWithParents: true }],
    ['spouseOfStudent', { spouseOfStudent: true }],
  ])('Social Assistance, %s', (key, overrides) => {
    expect(shown('socialAssistance', key)).toBe(paid(overrides))
  })

  it.each([
    ['oneAdult', { adults: [adult('severe')] }],
    ['twoAdults', { adults: [adult('severe'), spouse()] }],
    ['spouseOfStudent', { adults: [adult('severe')], spouseOfStudent: true }],
  ])('Social Solidarity, %s', (key, overrides) => {
    expect(shown('socialSolidarity', key)).toBe(paid({ programme: 'socialSolidarity', ...overrides }))
  })

  it('Basic Income', () => {
    const programme = 'basicIncome'
    const alone = benefitOf({ month, programme }).totalCents
    expect(shown('basicIncome', 'alone')).toBe(formatShortMoney(alone, 'fr'))
    expect(shown('basicIncome', 'couple')).toBe(paid({ programme, adults: [adult('severe'), spouse()] }))
    const more = (birthDate: string) =>
      cents(benefitOf({ month, programme, children: [child(birthDate)] }).totalCents - alone)
    expect(shown('basicIncome', 'minorChild')).toBe(formatShortMoney(more('2016-05-05'), 'fr'))
    expect(shown('basicIncome', 'adultStudentChild')).toBe(formatShortMoney(more('2006-05-05'), 'fr'))
  })

  it('the programmes side by side', () => {
    expect(shown('programmes', 'socialAssistance')).toBe(paid({}))
    expect(shown('programmes', 'constraint')).toBe(paid({ adults: [adult('temporary')] }))
    expect(shown('programmes', 'aimForEmployment')).toBe(paid({ programme: 'aimForEmployment' }))
    expect(shown('programmes', 'socialSolidarity')).toBe(
      paid({ programme: 'socialSolidarity', adults: [adult('severe')] }),
    )
    expect(shown('programmes', 'basicIncome')).toBe(paid({ programme: 'basicIncome' }))
  })

  it('what may be earned or received without effect', () => {
    const limitOf =
      (code: 'workIncome' | 'gift' | 'childSupport' | 'trainingAllowance' | 'supportAllowance') =>
      (overrides: Parameters<typeof benefitOf>[0]) =>
        formatShortMoney(lineOf(benefitOf({ month, ...overrides }), code)!.detail.limitCents!, 'fr')
    const work = { income: income({ work: [job(500_00)] }) }
    const two = [adult(), spouse()]
    expect(shown('workIncome', 'oneAdult')).toBe(limitOf('workIncome')(work))
    expect(shown('workIncome', 'twoAdults')).toBe(limitOf('workIncome')({ ...work, adults: two }))
    const solidarity = { ...work, programme: 'socialSolidarity' as const }
    expect(shown('workIncome', 'solidarityOneAdult')).toBe(limitOf('workIncome')(solidarity))
    expect(shown('workIncome', 'solidarityTwoAdults')).toBe(
      limitOf('workIncome')({ ...solidarity, adults: two }),
    )
    const received = (kind: 'gift' | 'childSupport' | 'trainingAllowance' | 'supportAllowance') => ({
      income: income({ other: [other(kind, 700_00)] }),
    })
    const oneChild = { children: [child('2018-01-01')] }
    expect(shown('otherIncome', 'gift')).toBe(limitOf('gift')(received('gift')))
    expect(shown('otherIncome', 'childSupport')).toBe(
      limitOf('childSupport')({ ...received('childSupport'), ...oneChild }),
    )
    expect(shown('otherIncome', 'training')).toBe(limitOf('trainingAllowance')(received('trainingAllowance')))
    expect(shown('otherIncome', 'trainingSingleParent')).toBe(
      limitOf('trainingAllowance')({ ...received('trainingAllowance'), ...oneChild }),
    )
    expect(shown('otherIncome', 'support')).toBe(limitOf('supportAllowance')(received('supportAllowance')))
    // Self-employment shares the exclusion of work.
    const own = benefitOf({ month, income: income({ selfEmployment: [profit(500_00)] }) })
    expect(formatShortMoney(lineOf(own, 'selfEmployment')!.detail.limitCents!, 'fr')).toBe(
      shown('workIncome', 'oneAdult'),
    )
  })

  it.each([
    ['assistanceAlone', {}],
    ['assistanceFamily', { children: [child('2018-01-01')] }],
    ['solidarityAlone', { programme: 'socialSolidarity', adults: [adult('severe')] }],
    ['solidarityFamily', { programme: 'socialSolidarity', adults: [adult('severe'), spouse()] }],
    ['basicIncome', { programme: 'basicIncome' }],
  ] as const)('money held while on assistance, %s', (key, overrides) => {
    const held = benefitOf({ month, liquidAssetsCents: cents(1), ...overrides })
    expect(shown('liquidAssets', key)).toBe(
      formatShortMoney(lineOf(held, 'liquidAssets')!.detail.limitCents!, 'fr'),
    )
  })

  const kids = (count: number, overrides = {}) => Array.from({ length: count }, () => caseChild(overrides))
  const couple = [caseAdult(), caseAdult()]
  const withStudent = [caseAdult(), caseAdult({ student: true })]
  const limit = (overrides: Parameters<typeof householdCase>[0]) =>
    limitAtApplication(householdCase({ month, ...overrides })).cents
  const difference = (more: number, less: number) => formatShortMoney(cents(more - less), 'fr')
  it('money held on the day of application', () => {
    const of = 'liquidAssetsAtApplication'
    for (const [count, suffix] of ['', 'OneChild', 'TwoChildren', 'ThreeChildren'].entries()) {
      const children = kids(count)
      expect(shown(of, `oneAdult${suffix}`)).toBe(difference(limit({ children }), 0))
      expect(shown(of, `twoAdults${suffix}`)).toBe(difference(limit({ children, adults: couple }), 0))
    }
    const three = limit({ children: kids(3) })
    expect(shown(of, 'eachMoreChild')).toBe(difference(limit({ children: kids(4) }), three))
    const handicapped = limit({ children: kids(1, { handicapSupplement: true }) })
    expect(shown(of, 'eachHandicappedChild')).toBe(difference(handicapped, limit({ children: kids(1) })))
    const student = (count: number) => limit({ adults: withStudent, children: kids(count) })
    expect(shown(of, 'spouseOfStudent')).toBe(difference(student(0), 0))
    expect(shown(of, 'spouseOfStudentFirstChild')).toBe(difference(student(1), student(0)))
    expect(shown(of, 'spouseOfStudentEachMoreChild')).toBe(difference(student(2), student(1)))
  })
})

describe('RP-06 the two years of a table', () => {
  it('this year and the next, once this one is verified', () => {
    expect(yearsShown('2026-12' as Month)).toEqual({
      known: { year: 2026, month: '2026-12' },
      next: { year: 2027, month: null },
    })
    // As it was: both verified.
    expect(yearsShown('2025-06' as Month)).toEqual({
      known: { year: 2025, month: '2025-06' },
      next: { year: 2026, month: '2026-01' },
    })
    const [row] = rateRows('socialAssistance', '2025-06' as Month, 'en')
    expect(row).toMatchObject({ known: '$829', next: '$845' })
  })

  it('the last one verified, until this one is', () => {
    for (const month of ['2027-01', '2027-12'] as Month[]) {
      expect(yearsShown(month)).toEqual({
        known: { year: 2026, month: '2026-12' },
        next: { year: 2027, month: null },
      })
    }
    expect(yearsShown('2028-02' as Month).next).toEqual({ year: 2028, month: null })
  })

  it.each([
    [
      'fr',
      december,
      'à venir',
      'Les montants de 2027 paraîtront en décembre. D’ici là, ceux de 2026 restent',
    ],
    [
      'en',
      december,
      'to come',
      'The amounts for 2027 will be published in December. Until then, those of 2026',
    ],
    [
      'fr',
      newYear,
      'à venir',
      'Nous n’avons pas encore vérifié les montants de 2027. En attendant, voici ceux',
    ],
    [
      'en',
      newYear,
      'to come',
      'We have not yet verified the amounts for 2027. Meanwhile, here are those of 2026.',
    ],
  ] as const)('%s %s', (locale, now, toCome, note) => {
    const html = draw('rates', 'socialAssistance', locale, now)
    const { head, body } = cellsOf(html)
    expect(head.slice(1)).toEqual(['2026', '2027'])
    expect(new Set(body.map(([, , next]) => next))).toEqual(new Set([toCome]))
    expect(plain(draw('nextYear', '', locale, now))).toContain(note)
  })

  it('nothing is said when both are verified', () => {
    expect(draw('nextYear', '', 'fr', instant('2025-06-15T15:00:00.000Z'))).toBe('')
  })

  it.each(pages)('%s says it once', (page) => {
    for (const locale of locales) {
      const html = renderToStaticMarkup(<ContentView page={page} locale={locale} now={december} />)
      const notes = html.split(locale === 'fr' ? 'paraîtront en décembre' : 'published in December. Until')
      expect(notes).toHaveLength(html.includes('<table') ? 2 : 1)
    }
  })

  it('the year changes at midnight in Québec', () => {
    const before = instant('2027-01-01T04:59:59.999Z')
    expect(monthOf(dayOf(before))).toBe('2026-12')
    expect(draw('nextYear', '', 'en', before)).toContain('Until then')
    expect(draw('nextYear', '', 'en', newYear)).toContain('Meanwhile')
  })
})

describe('RP-07 how sure it is', () => {
  it.each(names)('%s', (of) => {
    const rows = rateRows(of, '2026-12' as Month, 'fr')
    const html = draw('rates', of, 'fr', december)
    const isSure = rows.every(({ confidence }) => confidence === 'confirmed')
    expect(html.includes('Montants à confirmer par votre bureau')).toBe(!isSure)
    const { source, confidence } = messages.fr.benefit
    const said = plain(html)
    for (const row of rows) {
      for (const one of row.sources) expect(said).toContain(source[one])
      expect(said).toContain(`${NBSP}: ${confidence[row.confidence].title}. ${source[row.sources[0]!]}`)
    }
  })

  it('a total is no surer than its least sure part', () => {
    const [oneAdult] = rateRows('socialAssistance', '2026-12' as Month, 'fr')
    expect(oneAdult).toMatchObject({ confidence: 'uncertain', sources: ['argentQc2026'] })
    const [year2023] = rateRows('socialAssistance', '2023-06' as Month, 'fr')
    expect(year2023).toMatchObject({ confidence: 'confirmed', sources: ['quebecCa2023', 'quebecCa2022'] })
  })

  it('the table of work income is sure', () => {
    expect(draw('rates', 'workIncome', 'en', december)).toContain('See the source of each line')
  })
})

it('RP-08 every row has its words, and no words are without a row', () => {
  for (const locale of locales) {
    const words = messages[locale].rates.table as Readonly<Record<string, { readonly row: object }>>
    expect(Object.keys(words)).toEqual(names)
    for (const of of names) expect(Object.keys(words[of]!.row)).toEqual(Object.keys(rateTables[of]))
  }
})

describe('RP-09 the example of work', () => {
  const alone = (month: Month, pay: number) => {
    const { totalCents } = benefitOf({
      month,
      monthsOnAssistance: 3,
      subsidisedDwelling: false,
      income: income({ work: pay === 0 ? [] : [job(pay)] }),
    })
    return totalCents
  }

  it.each([
    ['2026-12', december],
    ['2027-01', newYear],
  ] as const)('of %s is what the benefit computes', (month, now) => {
    const aid = alone(month as Month, 600_00)
    for (const locale of locales) {
      const money = (amount: number) => formatShortMoney(cents(amount), locale)
      const html = draw('workExample', '', locale, now)
      const { body } = cellsOf(html)
      expect(body.at(-1)![1]).toBe(formatMoney(aid, locale))
      const lines = computeBenefit({
        ...{ month: month as Month, programme: 'socialAssistance', adults: [adult()], children: [] },
        ...{ livesWithParents: false, spouseOfStudent: false, subsidisedDwelling: false },
        ...{ monthsOnAssistance: 3, liquidAssetsCents: cents(0), recoveryWithholdingCents: cents(0) },
        income: income({ work: [job(600_00)] }),
      })
      if (!lines.computed) throw new Error('refused')
      expect(body).toHaveLength(lines.lines.length + 1)
      for (const amount of [600_00, 600_00 + aid, alone(month as Month, 0)]) {
        expect(plain(html)).toContain(money(amount))
      }
    }
  })

  it('is the one of the rules in 2026: 600 $ of pay leave 545 $ of aid', () => {
    expect(alone('2026-12' as Month, 600_00)).toBe(545_00)
    const html = plain(draw('workExample', '', 'fr', december))
    expect(html).toContain(`Vous avez gagné 600${NBSP}$ nets en novembre 2026.`)
    expect(html).toContain(
      `Avec votre paie de 600${NBSP}$, vous avez 1${NBSP}145${NBSP}$ en tout. Sans travailler, vous auriez 845${NBSP}$.`,
    )
  })

  it('says when the amounts are not verified yet', () => {
    expect(draw('workExample', '', 'en', december)).not.toContain('not verified yet')
    expect(draw('workExample', '', 'en', newYear)).toContain('not verified yet')
  })

  it('each rung of the ladder too, down to the first pay that leaves nothing', () => {
    const month = '2026-12' as Month
    const rungs = ladderOf(month)
    expect(rungs.length).toBeGreaterThan(4)
    for (const { pay, aid, both } of rungs) {
      expect([aid, both]).toEqual([alone(month, pay), alone(month, pay) + pay])
    }
    expect(rungs.map(({ aid }) => aid > 0)).toEqual(rungs.map((_, index) => index < rungs.length - 1))
    // The page says so: the supplement stops with the aid.
    expect(rungs.at(-1)!.both).toBeLessThan(rungs.at(-2)!.both)
    const { body } = cellsOf(draw('workLadder', '', 'en', december))
    expect(body).toEqual(
      rungs.map(({ pay, aid, both }) => [pay, aid, both].map((amount) => formatShortMoney(amount, 'en'))),
    )
  })
})

describe('RP-10 the pages draw whole', () => {
  const cases = pages.flatMap((page) =>
    locales.flatMap((locale) => [december, newYear].map((now) => [page, locale, now] as const)),
  )
  it.each(cases)('%s %s at %s', (page, locale, now) => {
    const html = renderToStaticMarkup(<ContentView page={page} locale={locale} now={now} />)
    expect(html).not.toMatch(/undefined|NaN|\{\w+\}|rates\.(?:table\.|row)|<script|style=/)
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(html).not.toMatch(/<p>(?:(?!<\/p>).)*<(?:table|div|ul|p)\b/s)
  })
})
