import type { Month } from '../calendar'
import { custodyBasisPoints } from '../rates/residence'
import { perMonth, rateFor } from '../rates/table'
import type { CaseChild, HouseholdCase } from './case'

const custodyOf = perMonth((month) => rateFor(custodyBasisPoints, month).value)

/**
 * True for a minor, or an adult who attends school, neither emancipated nor a parent, and here at least 40 % of the
 * time (definitions of form 3003; ADEL 42284).
 */
export function isDependentChild(child: CaseChild, month: Month): boolean {
  if (child.emancipated || (child.age >= 18 && !child.student)) return false
  return child.custodyPercent * 100 >= custodyOf(month)
}

/** True when one of the children at least is dependent. */
export function hasDependentChild({ children, month }: HouseholdCase): boolean {
  for (const child of children) if (isDependentChild(child, month)) return true
  return false
}
