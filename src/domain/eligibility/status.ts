import type { CaseAdult, HouseholdCase, Known, CanadianStatus } from '../estimate/case'
import { met, missing, notMet } from './verdict'
import type { Verdict } from './verdict'

const unknown = missing('status')
const needsSpouse = notMet('humanitarianNeedsSpouse')

/** What each status gives by itself (ADEL 42331, 42387). */
const ofStatus: { readonly [status in CanadianStatus]: Verdict } = {
  citizen: met,
  permanentResident: met,
  protectedPerson: met,
  refugeeClaimant: met,
  refusedClaimantAllowedToStay: met,
  humanitarianWithQuebecCertificate: met,
  // A claim that may not be heard is not a refused claim: it leaves no status.
  claimNotHeard: notMet('claimNotHeard'),
  temporaryResident: notMet('temporaryResident'),
  none: notMet('noStatus'),
}

/**
 * How an adult stands in Canada. Permission to apply for residence on humanitarian grounds counts only beside a spouse
 * who is a citizen, a permanent resident or a protected person.
 */
export function status(adult: CaseAdult, household: HouseholdCase): Verdict {
  if (adult.status === null) return unknown
  if (adult.status !== 'humanitarianWithQuebecCertificate') return ofStatus[adult.status]
  const spouse = household.adults.find((one) => one !== adult)
  if (spouse?.status === null) return unknown
  return isSettled(spouse?.status) ? met : needsSpouse
}

function isSettled(of: Known<CanadianStatus> | undefined): boolean {
  return of === 'citizen' || of === 'permanentResident' || of === 'protectedPerson'
}
