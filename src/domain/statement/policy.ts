import { month } from '../calendar'
import type { Month } from '../calendar'
import type { Constraint, FileProgramme } from '../benefit/situation'
import type { Confidence } from '../rates/table'

/** Files every month, or only when something changed. */
export type Files = 'always' | 'whenChanged'

/** One line of "who files". A condition left out is met by everybody; the first line that fits decides. */
export type FilingRule = {
  readonly programme?: FileProgramme
  /** The most severe constraint among the adults of the household. */
  readonly constraint?: Constraint
  readonly fluctuatingIncome?: boolean
  readonly files: Files
}

/** The terms of filing, decided by the agency. Each has its own source, because their certainty differs. */
export type FilingTerms = {
  readonly whoFiles: readonly FilingRule[]
  /** Day of month M on which its statement opens, at midnight. */
  readonly openingDay: number
  /** Day of month M by the end of which its statement is due, 1 to 28. */
  readonly dueDay: number
  /** What becomes of a due day on a weekend or a holiday. */
  readonly dueDayShift: 'nextBusinessDay' | 'none'
  /** The statement of M can be filed or corrected online until the end of the month this many months after M. */
  readonly closesAfterMonths: number
  /** What is received up to this many business days before the payment enters the regular run. */
  readonly paymentCutOffBusinessDays: number
  /** Calendar days of notice the law gives before an amount is reduced or stopped. */
  readonly noticeDays: number
  readonly sources: Record<FilingTermName, { readonly source: string; readonly confidence: Confidence }>
}
export type FilingTermName =
  'whoFiles' | 'opening' | 'dueDay' | 'dueDayShift' | 'closing' | 'paymentCutOff' | 'notice'

/** Terms in force from a month on, until the next row. */
export type FilingPolicy = FilingTerms & { readonly from: Month }

const terms: FilingTerms = {
  whoFiles: [
    { programme: 'socialAssistance', files: 'always' },
    { programme: 'socialSolidarity', files: 'whenChanged' },
    { programme: 'basicIncome', files: 'whenChanged' },
  ],
  openingDay: 1,
  dueDay: 15,
  dueDayShift: 'nextBusinessDay',
  closesAfterMonths: 12,
  paymentCutOffBusinessDays: 6,
  noticeDays: 10,
  sources: {
    whoFiles: {
      source:
        'Decision of the agency. A-13.1.1, s. 36 asks everyone to report changes with diligence; ADEL 42606 keeps a monthly filing for fluctuating work income',
      confidence: 'uncertain',
    },
    opening: { source: 'Decision of the agency', confidence: 'uncertain' },
    dueDay: { source: 'Decision of the agency; no publication fixes the day', confidence: 'uncertain' },
    dueDayShift: {
      source:
        'Interpretation Act, I-16, s. 52; same practice for reviews and the Tribunal (ADEL 43368 and 43371)',
      confidence: 'secondary',
    },
    closing: { source: 'Decision of the agency; no rule was found on corrections', confidence: 'uncertain' },
    paymentCutOff: { source: 'Decision of the agency', confidence: 'uncertain' },
    notice: { source: 'ADEL 43223 and 43269: ten calendar days', confidence: 'confirmed' },
  },
}

/**
 * The policy the portal starts with, newest first; rows are added, never edited.
 *
 * Basic Income is reconciled by the year. A Social Solidarity household whose work income fluctuates files when
 * something changes, like the others of its programme: ADEL 42606 is known in part only, so no duty is made of it
 * by default. An agent may add the duty for one household, with a reason.
 */
export const defaultPolicies: readonly FilingPolicy[] = [
  { from: month('2018-04'), ...terms },
  {
    from: month('2016-01'),
    ...terms,
    sources: {
      ...terms.sources,
      // In force until O.C. 1085-2017 revoked it; the exact month of the change was not found.
      whoFiles: { source: 'A-13.1.1, r. 1, s. 30, before its revocation', confidence: 'confirmed' },
    },
  },
]

/**
 * The policy in force in a month, whatever the order of the rows.
 * Throws RangeError when the month is before the first row: no duty is known there.
 */
export function policyFor(of: Month, policies: readonly FilingPolicy[]): FilingPolicy {
  const inForce = policies.filter((policy) => policy.from <= of)
  const first = inForce[0]
  if (!first) throw new RangeError(`No filing policy in force in ${of}`)
  return inForce.reduce((newest, policy) => (policy.from > newest.from ? policy : newest), first)
}
