import type { HouseholdCase } from '../../src/domain/estimate/case'
import { estimate } from '../../src/domain/estimate/estimate'
import type { Month } from '../../src/domain/calendar'
import { cents } from '../../src/domain/money'
import { caseAdult, caseChild, householdCase } from '../domain/estimate/build'

/** A figure the ministry, or someone who cites it, has published: of a household with nothing else. */
export type Published = {
  readonly what: string
  readonly source: string
  readonly household: HouseholdCase
  readonly monthlyCents: number
}

/** What we answer, and whether it is what was published, to the cent. */
export function check(one: Published): { readonly ours: number | null; readonly isEqual: boolean } {
  const { benefit } = estimate(one.household)
  const ours = benefit?.computed ? benefit.totalCents : null
  return { ours, isEqual: ours === one.monthlyCents }
}

type Facts = Partial<Omit<HouseholdCase, 'adults'>> & {
  readonly adults?: readonly Parameters<typeof caseAdult>[0][]
}

function published(
  what: string,
  month: string,
  dollars: number,
  source: string,
  facts: Facts = {},
): Published {
  const { adults = [{}], ...rest } = facts
  const household = householdCase({
    month: month as Month,
    // No single-adult adjustment: the scales give it apart.
    programme: null,
    monthsOnAssistance: 0,
    ...rest,
    adults: adults.map((adult) => caseAdult(adult)),
  })
  return { what: `${what}, ${month}`, source, household, monthlyCents: dollars * 100 }
}

const two = [{}, {}] as const
const bothConstrained = [{ constraint: 'temporary' }, { constraint: 'temporary' }] as const
const oneConstrained = [{ constraint: 'temporary' }, {}] as const
const severe = [{ constraint: 'severe' }] as const
const twoSevere = [{ constraint: 'severe' }, { constraint: 'severe' }] as const
const creei = 'CREEi, parameters of srd citing the Regulation'
const argent = 'ArgentQC, citing the scales of Québec.ca'
const note = 'Note of 2025 citing Québec.ca'

/** Every total of a scale that was read (rates and their marks: src/domain/rates). */
export const publishedFigures: readonly Published[] = [
  ...(
    [
      [2016, 623, 965],
      [2017, 628, 972],
      [2018, 648, 995],
      [2019, 669, 1_022],
      [2020, 690, 1_049],
      [2021, 708, 1_072],
      [2022, 726, 1_099],
    ] as const
  ).flatMap(([year, alone, couple]) => [
    published('One adult', `${year}-12`, alone, creei),
    published('Two adults', `${year}-12`, couple, creei, { adults: two }),
  ]),
  published('Two adults, both with the allowance', '2022-06', 1_347, creei, { adults: bothConstrained }),
  published('One adult before the adjustment began', '2018-01', 633, 'Québec.ca'),
  published('One adult', '2023-06', 770, 'Québec.ca'),
  published('One adult with the allowance', '2023-06', 923, 'Québec.ca', {
    adults: [{ constraint: 'temporary' }],
  }),
  published('One adult living with a parent', '2024-06', 707, 'RAPF 57, with the adjustment', {
    adults: [{ livesWithParent: true }],
  }),
  published('Two adults living with a parent', '2024-06', 1_124, 'RAPF 57, with the adjustment', {
    adults: [{ livesWithParent: true }, {}],
  }),
  published('One adult', '2025-06', 829, note),
  published('Two adults', '2025-06', 1_258, note, { adults: two }),
  published('One adult', '2026-06', 845, argent),
  published('One adult with a health constraint', '2026-06', 1_014, argent, {
    adults: [{ constraint: 'temporary' }],
  }),
  published('Two adults', '2026-06', 1_283, argent, { adults: two }),
  published('Two adults, one with a health constraint', '2026-06', 1_452, argent, { adults: oneConstrained }),
  published('Two adults, both with a health constraint', '2026-06', 1_574, argent, {
    adults: bothConstrained,
  }),
  published('Social Solidarity, one adult', '2022-06', 1_138, 'Québec.ca', { adults: severe }),
  published('Social Solidarity, one adult', '2023-06', 1_205, 'Québec.ca', { adults: severe }),
  published('Social Solidarity, one adult', '2026-06', 1_318, argent, { adults: severe }),
  published('Social Solidarity, two adults', '2026-06', 1_934, argent, { adults: twoSevere }),
  published('Basic Income, one adult', '2023-06', 1_548, 'Québec.ca, secondary copies', {
    programme: 'basicIncome',
    adults: [{ constraint: 'severe', severeMonthsOfLast72: 72 }],
  }),
  published('One adult, 600 $ of net work, with the supplement', '2026-11', 545, 'RAPF 114 and 154.1', {
    adults: [{ netWorkIncomeMonthlyCents: cents(600_00) }],
  }),
  published('A single parent of an older child', '2023-06', 770, 'Québec.ca', {
    children: [caseChild({ age: 8 })],
  }),
]
