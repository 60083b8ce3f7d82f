import { otherIncomeKinds } from '../statement/answers'

/** Every kind of income other than work the benefit knows: those of the statement, and the support allowance. */
export const incomeKinds = [...otherIncomeKinds, 'supportAllowance'] as const
export type IncomeKind = (typeof incomeKinds)[number]
