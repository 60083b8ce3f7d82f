import type { CaseAdult } from '../estimate/case'
import { met, notMet } from './verdict'
import type { Verdict } from './verdict'

const held = notMet('inCustody')

/** A person in custody has no aid while it lasts (ADEL 42404). */
export function custody(adult: CaseAdult): Verdict {
  return adult.inCustody ? held : met
}
