import type { IncomeKind } from '../benefit/income-kinds'

/*
 * The income people have besides work, as one list: who pays it is derived, so that nobody must know which government
 * a cheque comes from. The same list serves what is received and what is awaited.
 */

type Benefit = {
  /** What the benefit takes it for. Null: not income (RAPF 111), or counted elsewhere. */
  readonly kind: IncomeKind | null
  readonly level: 'quebec' | 'federal' | 'other' | 'private'
}

export const benefits = {
  employmentInsurance: { kind: 'employmentInsurance', level: 'federal' },
  parentalInsurance: { kind: 'parentalInsurance', level: 'quebec' },
  quebecPension: { kind: 'pension', level: 'quebec' },
  oldAgeSecurity: { kind: 'pension', level: 'federal' },
  workAccident: { kind: 'workAccident', level: 'quebec' },
  roadAccident: { kind: 'roadAccident', level: 'quebec' },
  crimeVictims: { kind: 'other', level: 'quebec' },
  // Student aid is for students, and the kinds of the benefit have none of its own.
  studentAid: { kind: 'other', level: 'quebec' },
  trainingAllowance: { kind: 'trainingAllowance', level: 'quebec' },
  // Only the adjustment for single people looks at it, through a fact of its own.
  shelterAllowance: { kind: null, level: 'quebec' },
  veterans: { kind: 'pension', level: 'federal' },
  otherGovernment: { kind: 'other', level: 'other' },
  privatePension: { kind: 'pension', level: 'private' },
  childSupport: { kind: 'childSupport', level: 'private' },
  spousalSupport: { kind: 'spousalSupport', level: 'private' },
  rentReceived: { kind: 'rent', level: 'private' },
  investmentIncome: { kind: 'investment', level: 'private' },
  gift: { kind: 'gift', level: 'private' },
  // Money received once is at hand, and counts with it.
  lumpSum: { kind: 'lumpSum', level: 'private' },
  otherIncome: { kind: 'other', level: 'private' },
} as const satisfies Readonly<Record<string, Benefit>>
export type BenefitName = keyof typeof benefits

/** In the order they are asked. */
export const benefitNames = Object.keys(benefits) as readonly BenefitName[]

/** What one can be waiting for: a decision, a judgment, a settlement. */
export const awaitedNames = benefitNames.filter(
  (name) => !['gift', 'rentReceived', 'investmentIncome'].includes(name),
)

/** Who pays a benefit, as the ministry sorts them. */
export function levelOf(name: BenefitName): Benefit['level'] {
  return benefits[name].level
}
