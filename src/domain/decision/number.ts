import type { Month } from '../calendar'
import { makeNumber, numberBytes, parseNumber } from '../checked-number'

/** The number of a decision, `D-2611-7K3QD-M0X8V-R`: the month it was taken, and what no other has. */
export type DecisionNumber = string & { readonly __unit: 'decision number' }

/** Random bytes a new number needs. */
export const decisionNumberBytes = numberBytes

/** Makes the number of a decision taken in `month` from `decisionNumberBytes` random bytes given by the caller. */
export const makeDecisionNumber = (month: Month, random: Uint8Array): DecisionNumber =>
  makeNumber('D', month, random) as DecisionNumber

/** Reads a number as a person copies it. Null when it is not a number we could have given. */
export const parseDecisionNumber = (typed: string): DecisionNumber | null =>
  parseNumber('D', typed) as DecisionNumber | null
