/*
 * What the first pages of the staff's help can say. Nothing typed is kept: a code or an answer that proves someone must
 * not lie in a page. What went wrong is in its address.
 */

/** The fields to put right, as an address names them. */
export const beginFields = [
  'channel',
  'file',
  'birth',
  'way',
  'code',
  'answers',
  'handed',
  'consent',
] as const
export type BeginField = (typeof beginFields)[number]

/** Why help did not begin, or ended. */
export const reasons = ['notProved', 'otherOffice', 'two', 'notYours', 'wait', 'over'] as const
export type Reason = (typeof reasons)[number]

/** Which of the two first pages speaks. */
export type Errand = 'file' | 'application'
export type Told = {
  readonly errand: Errand
  readonly reason: Reason | null
  readonly fields: readonly BeginField[]
}

export const checkOf = (errand: Errand, fields: readonly BeginField[]): string =>
  [...(errand === 'application' ? ['application'] : []), 'check', ...fields].join('-')

/** What an address tells; null when it is not one of these. */
export function findTold(address: string): Told | null {
  if (reasons.includes(address as Reason)) return { errand: 'file', reason: address as Reason, fields: [] }
  const errand = address.startsWith('application-') ? 'application' : 'file'
  const named = address.split('-')
  const fields = beginFields.filter((field) => named.includes(field))
  return fields.length > 0 && checkOf(errand, fields) === address ? { errand, reason: null, fields } : null
}
