import type { CaseAdult } from '../estimate/case'
import { met, missing, notMet } from './verdict'
import type { Verdict } from './verdict'

const unknown = missing('livesInQuebec')
const elsewhere = notMet('notResident')

/** An adult must live in Québec (ADEL 42329). */
export function residence(adult: CaseAdult): Verdict {
  if (adult.livesInQuebec === null) return unknown
  return adult.livesInQuebec ? met : elsewhere
}
