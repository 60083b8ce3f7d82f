import { type Day, yearOf } from '../calendar'
import { chosenIn, type Draft, tickedIn, valueOf } from '../draft'
import { isSpouse } from '../eligibility/spouse'
import { readDate } from '../typed'
import { entriesOf, entryName } from './names'
import type { Adult } from './adult'

/*
 * What is never asked, because it follows from what was: whether there is a spouse, how many children, who is alone.
 */

/** What two adults who live together may be to each other: the first three make spouses. */
export const coupleChoices = [
  'married',
  'childTogether',
  'aYear',
  'aYearBefore',
  'lessThanAYear',
  'notACouple',
] as const

/** Who lives with the applicant. */
export const livesWithChoices = ['nobody', 'partner', 'children', 'parent', 'others'] as const

const livesWith = (draft: Draft, who: (typeof livesWithChoices)[number]): boolean =>
  tickedIn(draft, 'livesWith', livesWithChoices).includes(who)

/** Whether the law takes the two for spouses (form 3003). While it is not said, they are not. */
export function hasSpouse(draft: Draft): boolean {
  const couple = chosenIn(draft, 'couple', coupleChoices)
  const answer = isSpouse({
    livesWithOtherAdult: livesWith(draft, 'partner'),
    marriedOrCivilUnion: couple === 'married',
    parentsOfSameChild: couple === 'childTogether',
    coupleForOneYear: couple === 'aYear',
    coupleAgainAfterOneYear: couple === 'aYearBefore',
  })
  return answer.decided && answer.spouse
}

/** The adults the application is for. */
export const adultsOf = (draft: Draft): readonly Adult[] =>
  hasSpouse(draft) ? ['applicant', 'spouse'] : ['applicant']

/** Whether the applicant answers for their spouse. Otherwise the spouse has pages of their own. */
export const answersForSpouse = (draft: Draft): boolean =>
  hasSpouse(draft) && valueOf(draft, 'spouseAnswers') === 'me'

export const hasChildren = (draft: Draft): boolean => livesWith(draft, 'children')

/** The places of the children in their list: as many as there are children. */
export const childrenOf = (draft: Draft): readonly number[] =>
  hasChildren(draft) ? entriesOf('children', draft, 'applicant') : []

/** Neither spouse nor child: an independent adult (LAPF). */
export const isAlone = (draft: Draft): boolean => !hasSpouse(draft) && !hasChildren(draft)

/** Children and no spouse. */
export const isSingleParent = (draft: Draft): boolean => hasChildren(draft) && !hasSpouse(draft)

/** Someone other than the spouse and the children lives in the same home. */
export const sharesHome = (draft: Draft): boolean =>
  livesWith(draft, 'parent') ||
  livesWith(draft, 'others') ||
  (livesWith(draft, 'partner') && !hasSpouse(draft))

export const livesWithParent = (draft: Draft): boolean => livesWith(draft, 'parent')

/** A day kept in three fields, `name.day`, `name.month` and `name.year`; null when it is not one. */
export function dayIn(draft: Draft, name: string): Day | null {
  const part = (of: string): string => valueOf(draft, `${name}.${of}`)
  const typed = { day: part('day'), month: part('month'), year: part('year') }
  return readDate(typed, '1900-01-01' as Day, '2199-12-31' as Day).value ?? null
}

/** The name of an adult's birth date: the applicant gives their spouse's with the name. */
export const birthName = (adult: Adult): string => (adult === 'spouse' ? 'spouseBirthDate' : 'birthDate')

/** The name of a child's fact. */
export const childName = (index: number, name: string): string =>
  entryName('applicant', 'children', index, name)

/** Whole years from a birth to a day; null for the unborn. */
export function ageOn(birth: Day | null, on: Day): number | null {
  if (birth === null || birth > on) return null
  return yearOf(on) - yearOf(birth) - (on.slice(5) < birth.slice(5) ? 1 : 0)
}

export const ageOf = (draft: Draft, adult: Adult, today: Day): number | null =>
  ageOn(dayIn(draft, birthName(adult)), today)
