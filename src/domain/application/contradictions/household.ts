import { institutionName } from '../../account/institutions'
import { addDays, type Day, monthOf, monthsBetween } from '../../calendar'
import { type Draft, valueOf } from '../../draft'
import { hasWorked, receivedBy } from '../earnings'
import { adultsOf, dayIn, hasChildren, hasSpouse } from '../facts'
import { entriesOf, entryName, ownName } from '../names'
import { readHealthNumber, readSin } from '../numbers'
import type { Adult } from '../adult'
import { type Found, isBefore, type Place, when } from './contradiction'

/* What the answers of the household do not agree on: the reason given and the rest, where one lives, the two adults. */

/** Months that make "no income for a year" (form 3003). */
const A_YEAR = 12

export function ofHousehold(draft: Draft, today: Day): Found[] {
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
