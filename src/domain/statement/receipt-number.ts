import type { Month } from '../calendar'
import { makeNumber, numberBytes, parseNumber } from '../checked-number'

/** The number of a receipt, `Q-2611-7K3QD-M0X8V-R` (`checked-number.ts`). */
export type ReceiptNumber = string & { readonly __unit: 'receipt number' }

/** Random bytes a new number needs. */
export const receiptNumberBytes = numberBytes

/** Makes the number of a receipt about `month` from `receiptNumberBytes` random bytes given by the caller. */
export const makeReceiptNumber = (month: Month, random: Uint8Array): ReceiptNumber =>
  makeNumber('Q', month, random) as ReceiptNumber

/** Reads a number as a person copies it. Null when it is not a number we could have given. */
export const parseReceiptNumber = (typed: string): ReceiptNumber | null =>
  parseNumber('Q', typed) as ReceiptNumber | null
