import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { allowanceGrounds, causeCodes, lineCodes, lineKinds, refusalReasons } from '@/domain/benefit/codes'
import type { Line } from '@/domain/benefit/line'
import { confidences } from '@/domain/rates/table'
import { sourceIds } from '@/domain/rates/sources'
import { incomeKinds } from '@/domain/benefit/income-kinds'
import en from '@/i18n/en/benefit.json'
import fr from '@/i18n/fr/benefit.json'
import { adult, benefitOf, child, day, income, job, month, other, profit } from './build'
import { cents } from '@/domain/money'

const languages = [
  ['fr', fr],
  ['en', en],
] as const

/** The arguments a page gives: amounts as text under their name without `Cents`, the rest as it is. */
function argumentsOf(line: Line): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(line.detail).map(([key, value]) =>
      key.endsWith('Cents') ? [key.slice(0, -5), `<${value}>`] : [key, value],
    ),
  )
}

describe.each(languages)('the texts of a benefit, %s', (locale, texts) => {
  it.each([
    ['B-600 lines', lineCodes, texts.line],
    ['B-601 causes', causeCodes, texts.cause],
    ['B-602 refusals', refusalReasons, texts.refusal],
    ['B-603 sources', sourceIds, texts.source],
    ['B-604 kinds', lineKinds, texts.kind],
    ['B-605 marks', [...confidences, 'toConfirm', 'provisional'], texts.confidence],
  ])('%s: a text for each, none left over', (_name, codes, messages) => {
    expect(Object.keys(messages).sort()).toEqual([...codes].sort())
  })

  it('B-606 every line can be said with its own detail', () => {
    const translate = createTranslator({
      locale,
      messages: { benefit: texts },
      onError: (error) => {
        throw error
      },
    })
    const say = translate as unknown as (key: string, values: Record<string, string | number>) => string
    const benefits = [
      benefitOf({
        recoveryWithholdingCents: cents(56_00),
        livesWithParents: true,
        subsidisedDwelling: false,
      }),
      ...([0, 1, 2, 3] as const).map((count) =>
        benefitOf({ children: ['2012-01-01', '2013-01-01', '2025-01-01'].slice(0, count).map(child) }),
      ),
      benefitOf({ adults: [adult('temporary'), adult('none', '1960-01-01', 'b')] }),
      benefitOf({ adults: [adult('none', '1960-01-01')] }),
      ...[20, 0].flatMap((pregnantWeeks) =>
        [true, false].map((sharesDwelling) =>
          benefitOf({
            adults: [
              { ...adult(), refugeeClaimant: true },
              { ...adult('none', '1990-01-01', 'b'), refugeeClaimant: sharesDwelling, pregnantWeeks },
            ],
            children: [
              {
                ...child('2019-01-01'),
                handicapSupplement: true,
                familyAllowanceCents: cents(1_00),
                canadaChildBenefitCents: cents(1_00),
              },
            ],
            sharesDwelling,
          }),
        ),
      ),
      benefitOf({ adults: [{ ...adult(), sheltered: true }], recoveryWithholdingCents: cents(56_00) }),
      benefitOf({
        programme: 'aimForEmployment',
        applicationDay: day('2026-11-30'),
        parentalContributionCents: cents(1_00),
        givenAway: [{ valueCents: cents(5_000_00), monthsAgo: 1 }],
      }),
      ...[1_00, 300_000_00].map((value) =>
        benefitOf({ property: { residenceCents: cents(0), otherCents: cents(value), vehicles: [] } }),
      ),
      benefitOf({
        programme: 'socialSolidarity',
        month: month('2022-06'),
        adults: [{ ...adult('severe'), severeMonthsOfLast72: 70 }],
      }),
      benefitOf({
        programme: 'basicIncome',
        children: [child('2019-01-01'), child('2005-01-01')],
        income: income({ work: [job(50_00)] }),
      }),
      benefitOf({
        income: income({ work: [{ ...job(50_00, '2026-10-10'), lastedMonths: 4, declaredInTime: true }] }),
      }),
      ...[50_00, 250_00, 900_00].flatMap((value) => [
        benefitOf({
          liquidAssetsCents: cents(value * 6),
          income: income({
            work: [job(value, '2026-10-10')],
            selfEmployment: [profit(value)],
            other: incomeKinds.map((kind) => other(kind, value)),
          }),
        }),
        benefitOf({ income: income({ work: [job(value)] }) }),
      ]),
    ]
    const lines = benefits.flatMap((benefit) => benefit.lines)
    expect(new Set(lines.map((line) => line.code))).toEqual(new Set(lineCodes))
    for (const line of lines) {
      const said = say(`benefit.line.${line.code}.why`, argumentsOf(line))
      expect(said).not.toMatch(/[{}]|undefined|benefit\.line/)
    }
    const ended = lines.find((line) => line.detail.endedCents)
    expect(say('benefit.line.workIncome.ended', argumentsOf(ended as Line))).toContain('<5000>')
  })

  it('B-607 each ground of the allowance has its own sentence', () => {
    const why = texts.line.temporaryAllowance.why
    const named = allowanceGrounds.filter((ground) => ground !== 'recognised')
    for (const ground of named) expect(why).toContain(`${ground} {`)
  })
})

describe('French and English', () => {
  it('B-608 have the same keys and the same arguments', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'string'
        ? [...new Set(value.match(/\{\w+/g) ?? [])].filter((name) => !/^\{[A-Z]/.test(name)).sort()
        : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, shape(inner)]))
    expect(shape(en)).toEqual(shape(fr))
  })
  it('B-609 follow Québec typography in French', () => {
    const walk = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(walk)
    for (const text of walk(fr)) {
      expect(text).not.toMatch(/'|[^\u00a0]:|[^\u00a0]%| [;?!]/)
    }
  })
})
