import { addDays, type Day, daysBetween, type Month, monthOf, monthsBetween } from '../calendar'
import { chosenIn, type Draft, tickedIn, valueOf } from '../draft'
import { absenceExcuses, isExcused } from '../eligibility/excuse'
import type { CanadianStatus, CaseAbsence, CaseAdult, Known } from '../estimate/case'
import { canadianStatuses } from '../estimate/case'
import { earningsOf } from './earnings'
import { ageOf, dayIn, livesWithParent } from './facts'
import { entriesOf, entryName, ownName } from './names'
import type { Adult } from './adult'

const MAJORITY = 18
/** The months of severe constraint, of the last 72, that open the Basic Income Program. */
const BASIC_INCOME_MONTHS = 66
const FULL_TERM_WEEKS = 40

/** One adult, as the estimate takes them, who applies on a day. */
export function adultOf(draft: Draft, adult: Adult, day: Day): CaseAdult {
  const value = (name: string): string => valueOf(draft, ownName(adult, name))
  const dwelling = valueOf(draft, 'dwelling')
  const { work, selfEmployment, other } = earningsOf(draft, adult)
  return {
    // Until the birth date is said, an adult: an age makes nobody ineligible but a minor.
    age: ageOf(draft, adult, day) ?? MAJORITY,
    constraint: constraintOf(draft, adult),
    status: canadianStatusOf(draft, adult),
    livesInQuebec: valueOf(draft, 'city') === '' ? null : true,
    student: isStudent(draft, adult, day),
    livesWithParent:
      valueOf(draft, 'livesWith') === '' ? null : adult === 'applicant' && isLoweredByParent(draft),
    emancipated: value('emancipation') === '' ? null : value('emancipation') !== 'none',
    inCustody: dwelling === 'detention',
    inReligiousCommunity: dwelling === 'religiousCommunity',
    sheltered: dwelling === 'careFacility',
    pregnantWeeks: pregnantWeeks(draft, adult, day),
    severeMonthsOfLast72: value('severeMonths') === 'atLeast66' ? BASIC_INCOME_MONTHS : 0,
    hasHadAssistance: said(value('assistanceBefore'), 'before', 'never'),
    absence: absenceOf(draft, adult, day),
    netWorkIncomeMonthlyCents: work,
    // Of the month of application, all counts, ended or not; later months are told in statements.
    endedWork: null,
    netSelfEmploymentMonthlyCents: selfEmployment,
    otherIncome: other,
    // Worked out by the office from the parents' own income (form SR-2102).
    parentalContributionMonthlyCents: null,
    dependsOnParents: dependence(draft, adult),
  }
}

const said = (value: string, yes: string, no: string): Known<boolean> =>
  value === yes ? true : value === no ? false : null

/**
 * A constraint counts from a month on, and a severe one from a year on (the Act of 2024 as introduced). Caring for
 * someone, or fleeing violence, may open the same allowance: the office decides, and the estimate leaves it out.
 */
function constraintOf(draft: Draft, adult: Adult): CaseAdult['constraint'] {
  const health = tickedIn(draft, ownName(adult, 'health'), ['temporary', 'severe'])
  const lasts = valueOf(draft, ownName(adult, 'healthLasts'))
  if (health.length === 0 || lasts === 'underAMonth') return 'none'
  return health.includes('severe') && lasts !== 'underAYear' ? 'severe' : 'temporary'
}

function canadianStatusOf(draft: Draft, adult: Adult): Known<CanadianStatus> {
  const status = valueOf(draft, ownName(adult, 'status'))
  if (['bornInQuebec', 'bornInCanada', 'citizenBornAbroad'].includes(status)) return 'citizen'
  const name = status === 'other' ? 'otherStatus' : 'status'
  return chosenIn(draft, ownName(adult, name), canadianStatuses)
}

/** Full-time studies past general secondary; those that have not begun are none yet. */
function isStudent(draft: Draft, adult: Adult, day: Day): Known<boolean> {
  const value = (name: string): string => valueOf(draft, ownName(adult, name))
  const [level, load] =
    value('studies') === 'planned'
      ? [value('plannedLevel'), value('plannedLoad')]
      : [value('studyLevel'), value('studies')]
  if (value('studies') === '') return null
  const begins = value('studies') === 'planned' ? dayIn(draft, ownName(adult, 'studiesStart')) : day
  return load === 'fullTime' && level !== '' && level !== 'secondary' && begins !== null && begins <= day
}

/**
 * Living with a parent lowers the basic benefit, unless the parent is on assistance or has the maximum supplement, or
 * one takes constant care of the other (RAPF 57).
 */
function isLoweredByParent(draft: Draft): boolean {
  if (!livesWithParent(draft)) return false
  const name = (index: number, of: string): string => entryName('applicant', 'others', index, of)
  const parents = entriesOf('others', draft, 'applicant').filter(
    (index) => valueOf(draft, name(index, 'tie')) === 'parent',
  )
  const freeing = ['onAssistance', 'guaranteedIncomeSupplement', 'constantCare']
  return !parents.some((index) => tickedIn(draft, name(index, 'parentIs'), freeing).length > 0)
}

/** Weeks gone of a pregnancy, from the day it is due. Not known yet: none, and the office asks. */
function pregnantWeeks(draft: Draft, adult: Adult, day: Day): number {
  const due = dayIn(draft, ownName(adult, 'dueDate'))
  if (due === null || !valueOf(draft, ownName(adult, 'health')).split(' ').includes('pregnant')) return 0
  const left = Math.ceil(daysBetween(day, due) / 7)
  return Math.min(Math.max(FULL_TERM_WEEKS - left, 0), FULL_TERM_WEEKS)
}

/** Days away from Québec, without those of leaving and of coming back. Told to the office; no bar to applying. */
function absenceOf(draft: Draft, adult: Adult, day: Day): CaseAbsence | null {
  const left = dayIn(draft, ownName(adult, 'leftOn'))
  if (left === null || valueOf(draft, ownName(adult, 'away')) !== 'yes') return null
  const back = dayIn(draft, ownName(adult, 'backOn')) ?? addDays(day, 1)
  const days = Math.max(0, daysBetween(left, back) - 1)
  const reason = chosenIn(draft, ownName(adult, 'awayReason'), absenceExcuses)
  const month: Month = monthOf(day)
  const excuse = isExcused(reason, monthsBetween(monthOf(left), monthOf(back)) + 1, month)
  return { consecutiveDays: days, daysOfMonth: Math.min(days, 31), excused: excuse.decided && excuse.excused }
}

/**
 * Someone who has supported themself for two years away from their parents does not depend on them (ADEL 43036). The
 * other ticks are of the same section, whose full text was not read: they are taken at their word. Who is not asked does
 * not depend on anyone.
 */
function dependence(draft: Draft, adult: Adult): Known<boolean> {
  const ticks = valueOf(draft, ownName(adult, 'independence'))
  return ticks === '' ? false : ticks.split(' ').includes('none')
}
