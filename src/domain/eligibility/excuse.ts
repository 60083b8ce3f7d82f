import type { Known } from '../estimate/case'
import type { Month } from '../calendar'
import { excusedAbsenceMonths } from '../rates/residence'
import { rateFor } from '../rates/table'

/** Why an adult may stay away from Québec and still reside here (ADEL 42329). */
export const absenceExcuses = [
  /** Care outside Québec, on a physician's written recommendation. */
  'medicalCare',
  /** Accompanying or caring for someone. */
  'caregiving',
  'employmentMeasure',
  /** Paid work of a member of a family that resides in Québec. */
  'familyMemberAtWork',
  /** What nobody could foresee or prevent. */
  'forceMajeure',
] as const
export type AbsenceExcuse = (typeof absenceExcuses)[number]

/** Excuses that end after some months. */
const limited: readonly AbsenceExcuse[] = ['caregiving', 'forceMajeure']

/** Yes, no, or that the length of the stay must be asked. */
export type ExcuseAnswer =
  { readonly decided: true; readonly excused: boolean } | { readonly decided: false; readonly next: 'months' }

/** Whether an excuse covers a stay of so many whole months, begun ones included. A null excuse covers nothing. */
export function isExcused(excuse: AbsenceExcuse | null, months: Known<number>, month: Month): ExcuseAnswer {
  if (excuse === null) return { decided: true, excused: false }
  if (!limited.includes(excuse)) return { decided: true, excused: true }
  if (months === null) return { decided: false, next: 'months' }
  return { decided: true, excused: months <= rateFor(excusedAbsenceMonths, month).value }
}
