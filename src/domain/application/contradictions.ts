import { addDays, type Day, monthOf, monthsBetween } from '../calendar'
import { institutionName } from '../account/institutions'
import { type Draft, valueOf } from '../draft'
import { hasWorked, receivedBy } from './earnings'
import { adultsOf, birthName, childName, childrenOf, dayIn, hasChildren, hasSpouse } from './facts'
import { journeyOf, type PageRef, prune } from './journey'
import { entriesOf, entryName, ownName } from './names'
import { agreesWithBirth, agreesWithName, isTemporarySin, readHealthNumber, readSin } from './numbers'
import type { Adult } from './question'
import type { PageName } from './questions'

/*
 * Answers that cannot all be right. None is refused for that: the page where everything is checked says so, and leads
 * to each of the pages. A person may send all the same: a card may be wrong, and a life unusual.
 */

/** Sentences: `contradiction.<code>`. */
export const contradictionCodes = [
  'healthNumberName',
  'healthNumberBirth',
  'childHealthNumberName',
  'childHealthNumberBirth',
  'sameNumber',
  'temporarySinOfCitizen',
  'sinExpired',
  'institutionUnknown',
  'arrivalBeforeBirth',
  'childBeforeParent',
  'sameChildTwice',
  'jobBeforeBirth',
  'jobEndBeforeStart',
  'backBeforeLeft',
  'coupleBeforeBirth',
  'unionEndBeforeBirth',
  'incomeLossBeforeJobEnd',
  'newSpouseWithoutSpouse',
  'lostSpouseWithSpouse',
  'newChildWithoutChild',
  'healthReasonWithoutHealth',
  'endOfStudiesWhileStudying',
  'noIncomeWithIncome',
  'awaitingNothing',
  'homeWithoutHome',
  'hostedByNobody',
] as const
export type ContradictionCode = (typeof contradictionCodes)[number]

export type Contradiction = {
  readonly code: ContradictionCode
  /** The pages that disagree, in the order they are asked. */
  readonly pages: readonly PageRef[]
}

/** Months that make "no income for a year" (form 3003). */
const A_YEAR = 12

/** What disagrees, among the pages this adult is asked. */
export function contradictionsIn(
  typed: Draft,
  today: Day,
  viewer: Adult = 'applicant',
): readonly Contradiction[] {
  const draft = prune(typed, today)
  const asked = journeyOf(draft, viewer, today)
  const found: Found[] = [
    ...adultsOf(draft).flatMap((adult) => ofAdult(draft, adult, today)),
    ...childrenOf(draft).flatMap((index) => ofChild(draft, index)),
    ...ofHousehold(draft, today),
  ]
  return found.flatMap(({ code, pages }) => {
    const refs = asked.filter((ref) =>
      pages.some(
        ([page, whose, index]) =>
          ref.page === page && ref.whose === whose && (index === undefined || ref.index === index),
      ),
    )
    // What the other adult answered is theirs to put right.
    return refs.length === 0 ? [] : [{ code, pages: refs }]
  })
}

type Place = readonly [page: PageName, whose: Adult, index?: number]
type Found = { readonly code: ContradictionCode; readonly pages: readonly Place[] }

const when = (isSo: boolean, code: ContradictionCode, ...pages: readonly Place[]): Found[] =>
  isSo ? [{ code, pages }] : []

const isBefore = (one: Day | null, other: Day | null): boolean =>
  one !== null && other !== null && one < other

/** The page of an adult's names and birth date. */
const identityOf = (adult: Adult): Place =>
  adult === 'spouse' ? ['spouse', 'applicant'] : ['identity', 'applicant']

function ofAdult(draft: Draft, adult: Adult, today: Day): Found[] {
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

function ofChild(draft: Draft, index: number): Found[] {
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

function ofHousehold(draft: Draft, today: Day): Found[] {
  const value = (name: string): string => valueOf(draft, name)
  const reason: Place = ['reason', 'applicant']
  const spouse = hasSpouse(draft)
  const adults = adultsOf(draft)
  const some = (test: (adult: Adult) => boolean): boolean => adults.some(test)
  const ticks = (adult: Adult, name: string): string[] => value(ownName(adult, name)).split(' ')
  const noneOf = (adult: Adult, name: string): boolean => ticks(adult, name).includes('none')
  const institution = value('institution').trim()
  return [
    ...sameNumbers(draft),
    ...when(/^\d{3}$/.test(institution) && institutionName(institution) === null, 'institutionUnknown', [
      'account',
      'applicant',
    ]),
    ...when(
      isBefore(dayIn(draft, 'coupleSince'), dayIn(draft, 'birthDate')),
      'coupleBeforeBirth',
      ['identity', 'applicant'],
      ['coupleSince', 'applicant'],
    ),
    ...when(
      value('reason') === 'newSpouse' && value('couple') === '' && value('livesWith') !== '',
      'newSpouseWithoutSpouse',
      reason,
      ['livesWith', 'applicant'],
    ),
    ...when(value('reason') === 'lostSpouse' && spouse, 'lostSpouseWithSpouse', reason, [
      'couple',
      'applicant',
    ]),
    ...when(
      value('reason') === 'newChild' &&
        !hasChildren(draft) &&
        value('livesWith') !== '' &&
        !some((adult) => ticks(adult, 'health').includes('pregnant')),
      'newChildWithoutChild',
      reason,
      ['livesWith', 'applicant'],
    ),
    ...when(
      value('reason') === 'health' && adults.every((adult) => noneOf(adult, 'health')),
      'healthReasonWithoutHealth',
      reason,
      ...adults.map((adult): Place => ['health', adult]),
    ),
    ...when(
      value('reason') === 'endOfStudies' && value('studies') === 'fullTime',
      'endOfStudiesWhileStudying',
      reason,
      ['studies', 'applicant'],
    ),
    ...when(
      value('reason') === 'noIncome' &&
        some((adult) => hasWorkedLately(draft, adult, today) || receivedBy(draft, adult).length > 0),
      'noIncomeWithIncome',
      reason,
      ...adults.flatMap((adult): Place[] => [
        ['work', adult],
        ['income', adult],
      ]),
    ),
    ...when(
      value('reason') === 'awaitingDecision' && adults.every((adult) => noneOf(adult, 'awaited')),
      'awaitingNothing',
      reason,
      ...adults.map((adult): Place => ['awaited', adult]),
    ),
    ...when(
      value('dwelling') === 'hosted' && value('livesWith') === 'nobody',
      'hostedByNobody',
      ['dwelling', 'applicant'],
      ['livesWith', 'applicant'],
    ),
    ...when(
      value('urgentNeeds').split(' ').includes('noShelter') &&
        ['ownHome', 'tenant', 'subsidised'].includes(value('dwelling')),
      'homeWithoutHome',
      ['urgent', 'applicant'],
      ['dwelling', 'applicant'],
    ),
    ...lossBeforeJobEnd(draft),
  ]
}

/** Whether a job goes on, or ended less than a year ago. */
function hasWorkedLately(draft: Draft, adult: Adult, today: Day): boolean {
  if (!hasWorked(draft, adult)) return false
  return entriesOf('jobs', draft, adult).some((index) => {
    const end = dayIn(draft, entryName(adult, 'jobs', index, 'jobEnd'))
    return end === null || monthsBetween(monthOf(end), monthOf(today)) < A_YEAR
  })
}

/** Income lost well before the last day of the only job. */
function lossBeforeJobEnd(draft: Draft): Found[] {
  const lost = dayIn(draft, 'reasonDate')
  if (valueOf(draft, 'reason') !== 'lossOfIncome' || lost === null) return []
  const ends = hasWorked(draft, 'applicant')
    ? entriesOf('jobs', draft, 'applicant').map((index) =>
        dayIn(draft, entryName('applicant', 'jobs', index, 'jobEnd')),
      )
    : []
  const isLater = ends.length > 0 && ends.every((end) => end !== null && end > addDays(lost, 31))
  return when(
    isLater && receivedBy(draft, 'applicant').length === 0,
    'incomeLossBeforeJobEnd',
    ['reasonDate', 'applicant'],
    ...ends.map((_, index): Place => ['jobEnd', 'applicant', index]),
  )
}

/** One number is of one person. */
function sameNumbers(draft: Draft): Found[] {
  if (!hasSpouse(draft)) return []
  const same = (read: typeof readSin, name: string): boolean => {
    const own = read(valueOf(draft, name)).value
    return own !== undefined && own === read(valueOf(draft, ownName('spouse', name))).value
  }
  return when(
    same(readSin, 'sin') || same(readHealthNumber, 'healthNumber'),
    'sameNumber',
    ['numbers', 'applicant'],
    ['numbers', 'spouse'],
  )
}
