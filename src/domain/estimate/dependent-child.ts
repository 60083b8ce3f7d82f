import type { Month } from '../calendar'
import { custodyBasisPoints } from '../rates/residence'
import { rateFor } from '../rates/table'
import type { CaseChild } from './case'

/**
 * True for a minor, or an adult who attends school, neither emancipated nor a parent, and here at least 40 % of the
 * time (definitions of form 3003; ADEL 42284).
 */
export function isDependentChild(child: CaseChild, month: Month): boolean {
  if (child.emancipated || (child.age >= 18 && !child.student)) return false
  return child.custodyPercent * 100 >= rateFor(custodyBasisPoints, month).value
}
