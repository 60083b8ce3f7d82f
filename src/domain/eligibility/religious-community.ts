import type { CaseAdult } from '../estimate/case'
import { met, notMet } from './verdict'
import type { Verdict } from './verdict'

const provided = notMet('religiousCommunity')

/** A member of a religious community that can provide for its members has no aid (ADEL 42404). */
export function religiousCommunity(adult: CaseAdult): Verdict {
  return adult.inReligiousCommunity ? provided : met
}
