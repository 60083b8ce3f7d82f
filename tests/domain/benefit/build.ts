import type { Day, Month } from '@/domain/calendar'
import type { LineCode } from '@/domain/benefit/codes'
import { computeBenefit } from '@/domain/benefit/compute'
import type { Benefit, Line } from '@/domain/benefit/line'
import type {
  AdultSituation,
  BenefitSituation,
  ChildSituation,
  Constraint,
  MonthIncome,
} from '@/domain/benefit/situation'
import { cents } from '@/domain/money'
import type { IncomeKind } from '@/domain/benefit/income-kinds'

export const month = (text: string) => text as Month
export const day = (text: string) => text as Day

export function adult(constraint: Constraint = 'none', birthDate = '1990-05-20', id = 'a'): AdultSituation {
  return { id, birthDate: day(birthDate), constraint }
}

export function child(birthDate: string): ChildSituation {
  return { birthDate: day(birthDate) }
}

/** One adult of 36, November 2026, long on assistance, nothing else: changed by overrides. */
export function situation(overrides: Partial<BenefitSituation> = {}): BenefitSituation {
  return {
    month: month('2026-11'),
    programme: 'socialAssistance',
    adults: [adult()],
    children: [],
    livesWithParents: false,
    spouseOfStudent: false,
    subsidisedDwelling: true,
    monthsOnAssistance: 12,
    income: income(),
    liquidAssetsCents: cents(0),
    recoveryWithholdingCents: cents(0),
    ...overrides,
  }
}

export function income(overrides: Partial<MonthIncome> = {}): MonthIncome {
  return { work: [], selfEmployment: [], other: [], ...overrides }
}

export function job(netCents: number, ended: string | null = null, adultId = 'a') {
  const grossCents = cents(Math.round(netCents * 1.1))
  const last = ended === null ? null : day(ended)
  const certainty = 'final' as const
  return { adultId, employer: 'Café', grossCents, netCents: cents(netCents), certainty, ended: last }
}

export function profit(netCents: number) {
  return { adultId: 'a', activity: 'Couture', netCents: cents(netCents), certainty: 'final' as const }
}

export function other(kind: IncomeKind, monthlyCents: number, adultId = 'a') {
  return { adultId, kind, monthlyCents: cents(monthlyCents), certainty: 'final' as const }
}

/** The benefit, for cases where a refusal would be a failure. */
export function benefitOf(overrides: Partial<BenefitSituation> = {}): Benefit {
  const result = computeBenefit(situation(overrides))
  if (!result.computed) throw new Error(`Refused: ${result.reason}`)
  return result
}

export function lineOf(benefit: Benefit, code: LineCode): Line | undefined {
  return benefit.lines.find((line) => line.code === code)
}

/** Line codes and cents, in order: a benefit at a glance. */
export function glance(benefit: Benefit): Record<string, number> {
  return Object.fromEntries(benefit.lines.map((line) => [line.code, line.cents]))
}
