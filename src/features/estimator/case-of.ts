import type { Day, Month } from '@/domain/calendar'
import type { CanadianStatus, CaseAdult, CaseProperty, HouseholdCase, Known } from '@/domain/estimate/case'
import { cents } from '@/domain/money'
import type { Cents } from '@/domain/money'
import { chosenIn, type Draft, tickedIn, valueOf } from './draft'
import {
  aidChoices,
  coupleChoices,
  healthChoices,
  homeChoices,
  incomeKinds,
  otherStatusChoices,
  propertyChoices,
  statusChoices,
  yesNo,
} from './form'
import { childAges, hasSpouse, incomeIn, propertyIn } from './journey'
import { amountIn, readAge } from './reading'

/** What "I do not know" was answered to, where the calculation had to take one side. Sentences: `assumed.<code>`. */
export type Assumed = 'couple' | 'health' | 'severity' | 'housing'

/** Six months of assistance open what the wait is for; 66 months of a severe constraint, the Basic Income Program. */
const LONG_MONTHS = 6
const SHORT_MONTHS = 1
const BASIC_INCOME_MONTHS = 66
const PREGNANCY_WEEKS = 20

/** The household the answers describe, for one month: that of application when `applicationDay` is given. */
export function caseOf(draft: Draft, month: Month, applicationDay: Day | null): HouseholdCase {
  const home = tickedIn(draft, 'home', homeChoices)
  const spouse = hasSpouse(draft)
  const aid = chosenIn(draft, 'aid', aidChoices)
  return {
    month,
    applicationDay,
    programme: null,
    adults: spouse ? [adultOf(draft, ''), adultOf(draft, '2')] : [adultOf(draft, '')],
    children: childAges(draft).map((age) => ({
      age,
      emancipated: false,
      // The page asks for children of 18 or more only if they study.
      student: age >= 18,
      custodyPercent: 100,
      handicapSupplement: false,
      familyAllowanceMonthlyCents: null,
      canadaChildBenefitMonthlyCents: null,
    })),
    liquidAssetsCents: knownAmount(draft, 'liquid'),
    property: propertyOf(draft),
    givenAway: [],
    monthsOnAssistance: aid === 'long' ? LONG_MONTHS : aid === 'short' ? SHORT_MONTHS : 0,
    comesFromOtherProgramme: false,
    subsidisedHousing: valueOf(draft, 'housing') === 'yes',
    sharesDwelling:
      home.includes('others') || home.includes('parent') || (home.includes('partner') && !spouse),
    shelterAllowanceMonthlyCents: cents(0),
    recoveryWithholdingMonthlyCents: cents(0),
  }
}

/** Where the person did not know, and one side was taken all the same. */
export function assumedIn(draft: Draft): Assumed[] {
  const both = (name: string) => [valueOf(draft, name), hasSpouse(draft) ? valueOf(draft, `${name}2`) : '']
  const assumed: [Assumed, boolean][] = [
    ['couple', hasSpouse(draft) && chosenIn(draft, 'couple', coupleChoices) === 'unknown'],
    ['health', both('health').includes('unknown')],
    ['severity', both('severity').includes('unknown')],
    ['housing', valueOf(draft, 'housing') === 'unknown'],
  ]
  return assumed.filter(([, is]) => is).map(([code]) => code)
}

function adultOf(draft: Draft, suffix: '' | '2'): CaseAdult {
  const health = chosenIn(draft, `health${suffix}`, healthChoices)
  const isFirst = suffix === ''
  const kinds = isFirst ? incomeIn(draft) : incomeIn(draft).filter((kind) => kind === 'work')
  const aid = chosenIn(draft, 'aid', aidChoices)
  return {
    age: readAge(valueOf(draft, `age${suffix}`)).value ?? 18,
    constraint: health === 'severe' || health === 'temporary' ? health : 'none',
    status: statusOf(draft, suffix),
    livesInQuebec: valueOf(draft, `status${suffix}`) !== 'outside',
    student: known(draft, `studies${suffix}`),
    livesWithParent: isFirst && tickedIn(draft, 'home', homeChoices).includes('parent'),
    emancipated: known(draft, `minor${suffix}`),
    inCustody: false,
    inReligiousCommunity: false,
    sheltered: false,
    pregnantWeeks: health === 'pregnant' ? PREGNANCY_WEEKS : 0,
    severeMonthsOfLast72: valueOf(draft, `severity${suffix}`) === 'yes' ? BASIC_INCOME_MONTHS : 0,
    hasHadAssistance: aid === null ? null : aid !== 'never',
    absence: null,
    netWorkIncomeMonthlyCents: kinds.includes('work') ? amountIn(draft, `work${suffix}`) : cents(0),
    endedWork: null,
    netSelfEmploymentMonthlyCents: kinds.includes('selfEmployment')
      ? amountIn(draft, 'selfEmployment')
      : cents(0),
    otherIncome: incomeKinds
      .filter((kind) => kinds.includes(kind))
      .map((kind) => ({ kind, monthlyCents: amountIn(draft, kind) })),
    parentalContributionMonthlyCents: null,
    dependsOnParents: dependence(draft),
  }
}

/** Someone who has supported themself for two years, outside their parents' home, does not depend on them. */
function dependence(draft: Draft): Known<boolean> {
  const answer = chosenIn(draft, 'independence', yesNo)
  if (answer === null) return false
  return answer === 'unknown' ? null : answer === 'no'
}

function known(draft: Draft, name: string): Known<boolean> {
  const answer = chosenIn(draft, name, yesNo)
  return answer === 'yes' ? true : answer === 'no' ? false : null
}

function statusOf(draft: Draft, suffix: string): Known<CanadianStatus> {
  const status = chosenIn(draft, `status${suffix}`, statusChoices)
  const other = chosenIn(draft, `otherStatus${suffix}`, otherStatusChoices)
  if (status === 'other') return other === 'unknown' ? null : other
  // Who lives elsewhere is refused for that alone: their status is not asked.
  if (status === 'outside') return 'citizen'
  return status === 'unknown' ? null : status
}

function knownAmount(draft: Draft, name: string): Known<Cents> {
  return valueOf(draft, `${name}Unknown`) === 'yes' ? null : amountIn(draft, name)
}

function propertyOf(draft: Draft): Known<CaseProperty> {
  if (tickedIn(draft, 'property', propertyChoices).includes('unknown')) return null
  const owned = propertyIn(draft)
  const value = (what: 'home' | 'vehicle' | 'other') =>
    owned.includes(what) ? knownAmount(draft, `${what}Value`) : cents(0)
  const [home, vehicle, other] = [value('home'), value('vehicle'), value('other')]
  if (home === null || vehicle === null || other === null) return null
  return {
    residenceCents: home,
    otherCents: other,
    vehicles: owned.includes('vehicle') ? [{ valueCents: vehicle, adapted: false }] : [],
  }
}
