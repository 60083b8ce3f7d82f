import type { CaseAdult } from '../estimate/case'
import { met, missing, notMet } from './verdict'
import type { Verdict } from './verdict'

const unknown = missing('student')
const fullTime = notMet('fullTimeStudies')

/** Full-time post-secondary or vocational studies exclude the student; student aid is for them (LAPF 27). */
export function studies(adult: CaseAdult): Verdict {
  if (adult.student === null) return unknown
  return adult.student ? fullTime : met
}
