import type { Day } from '../../calendar'
import { type Draft, valueOf } from '../../draft'
import { hasWorked } from '../earnings'
import { adultsOf, birthName, childName, childrenOf, dayIn } from '../facts'
import { entriesOf, entryName, ownName } from '../names'
import { agreesWithBirth, agreesWithName, isTemporarySin, readHealthNumber } from '../numbers'
import type { Adult } from '../adult'
import { type Found, isBefore, type Place, when } from './contradiction'

/* What one person's answers, or their job's, do not agree on. */

/** The page of an adult's names and birth date. */
const identityOf = (adult: Adult): Place =>
  adult === 'spouse' ? ['spouse', 'applicant'] : ['identity', 'applicant']

export function ofAdult(draft: Draft, adult: Adult, today: Day): Found[] {
  const value = (name: string): string => valueOf(draft, ownName(adult, name))
  const date = (name: string): Day | null => dayIn(draft, ownName(adult, name))
  const birth = dayIn(draft, birthName(adult))
  const [given, family] =
    adult === 'spouse'
      ? [valueOf(draft, 'spouseGivenName'), valueOf(draft, 'spouseFamilyName')]
      : [valueOf(draft, 'givenName'), valueOf(draft, 'familyName')]
  const number = readHealthNumber(value('healthNumber')).value
  const isTemporary = isTemporarySin(value('sin'))
  const isSettled = ['bornInQuebec', 'bornInCanada', 'citizenBornAbroad', 'permanentResident'].includes(
    value('status'),
  )
  const [identity, numbers] = [identityOf(adult), ['numbers', adult] as Place]
  return [
    ...when(
      number !== undefined && !agreesWithName(number, family, given),
      'healthNumberName',
      identity,
      numbers,
    ),
    ...when(
      number !== undefined && birth !== null && !agreesWithBirth(number, birth),
      'healthNumberBirth',
      identity,
      numbers,
    ),
    ...when(isTemporary && isSettled, 'temporarySinOfCitizen', ['status', adult], numbers),
    ...when(isTemporary && isBefore(date('sinExpiry'), today), 'sinExpired', ['sinExpiry', adult]),
    ...when(isBefore(date('arrivalDate'), birth), 'arrivalBeforeBirth', identity, ['arrival', adult]),
    ...when(isBefore(date('pastUnionDate'), birth), 'unionEndBeforeBirth', identity, [
      'pastUnionDate',
      adult,
    ]),
    ...when(isBefore(date('backOn'), date('leftOn')), 'backBeforeLeft', ['stay', adult]),
    ...(hasWorked(draft, adult)
      ? entriesOf('jobs', draft, adult).flatMap((job) => ofJob(draft, adult, job))
      : []),
  ]
}

function ofJob(draft: Draft, adult: Adult, index: number): Found[] {
  const date = (name: string): Day | null => dayIn(draft, entryName(adult, 'jobs', index, name))
  const birth = dayIn(draft, birthName(adult))
  return [
    ...when(isBefore(date('jobStart'), birth), 'jobBeforeBirth', identityOf(adult), ['job', adult, index]),
    ...when(
      isBefore(date('jobEnd'), date('jobStart')),
      'jobEndBeforeStart',
      ['job', adult, index],
      ['jobEnd', adult, index],
    ),
  ]
}

export function ofChild(draft: Draft, index: number): Found[] {
  const value = (name: string): string => valueOf(draft, childName(index, name))
  const number = readHealthNumber(value('healthNumber')).value
  const birth = dayIn(draft, childName(index, 'birthDate'))
  const page: Place = ['child', 'applicant', index]
  const parents = adultsOf(draft).filter((adult) => [adult, 'both'].includes(value('parents')))
  const tooOld = parents.filter(
    (adult) => birth !== null && !isBefore(dayIn(draft, birthName(adult)) ?? ('0' as Day), birth),
  )
  const twin = childrenOf(draft).find((other) => other < index && isSameChild(draft, other, index))
  return [
    ...when(
      number !== undefined && !agreesWithName(number, value('familyName'), value('givenName')),
      'childHealthNumberName',
      page,
    ),
    ...when(
      number !== undefined && birth !== null && !agreesWithBirth(number, birth),
      'childHealthNumberBirth',
      page,
    ),
    ...when(tooOld.length > 0, 'childBeforeParent', ...tooOld.map(identityOf), page),
    ...when(twin !== undefined, 'sameChildTwice', ['child', 'applicant', twin], page),
  ]
}

function isSameChild(draft: Draft, one: number, other: number): boolean {
  const same = (name: string): boolean =>
    valueOf(draft, childName(one, name)).trim() === valueOf(draft, childName(other, name)).trim()
  const birth = dayIn(draft, childName(one, 'birthDate'))
  return (
    same('givenName') &&
    same('familyName') &&
    birth !== null &&
    birth === dayIn(draft, childName(other, 'birthDate'))
  )
}
