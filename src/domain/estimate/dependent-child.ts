import type { CaseChild } from './case'

/** The share of the time from which a child in shared custody is dependent on this household, in percent (ADEL 42284). */
const custodyPercent = 40

/**
 * True for a minor, or an adult who attends school, neither emancipated nor a parent, and here at least 40 % of the
 * time (definitions of form 3003; ADEL 42284).
 */
export function isDependentChild(child: CaseChild): boolean {
  return !child.emancipated && child.custodyPercent >= custodyPercent && (child.age < 18 || child.student)
}
