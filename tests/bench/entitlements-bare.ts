import type { Month } from '@/domain/calendar'
import type { CaseAdult, HouseholdCase } from '@/domain/estimate/case'
import * as assets from '@/domain/rates/assets'
import * as children from '@/domain/rates/children'
import * as income from '@/domain/rates/income'
import { withholdingCapBasisPoints } from '@/domain/rates/recovery'
import * as assistance from '@/domain/rates/social-assistance'
import * as solidarity from '@/domain/rates/social-solidarity'
import { rateFor, type RateTable } from '@/domain/rates/table'

/*
 * The yardstick of the bench: the amount of the month and nothing else, in one function, for the kinds of households
 * the bench asks about. No line, no reason, no source, no programme but the one that applies. Never used by the product.
 */
const amount = (table: RateTable, month: Month): number => {
  const known = table.at(-1)!.from <= month
  return known ? rateFor(table, month).value : NaN
}

const amountsOf = (month: Month) => ({
  one: amount(assistance.basicOneAdultCents, month),
  two: amount(assistance.basicTwoAdultsCents, month),
  spouse: amount(assistance.basicSpouseOfStudentCents, month),
  adjustment: amount(assistance.adjustmentCents, month),
  parents: amount(assistance.livingWithParentsCents, month),
  temporaryOne: amount(assistance.temporaryOneAdultCents, month),
  temporaryTwo: amount(assistance.temporaryTwoAdultsCents, month),
  temporaryAge: amount(assistance.temporaryFromAgeYears, month),
  youngUnder: amount(assistance.temporaryChildUnderYears, month),
  single: amount(assistance.singleAdultCents, month),
  singleWait: amount(assistance.singleAdultWaitMonths, month),
  severeOne: amount(solidarity.basicOneAdultCents, month),
  severeTwo: amount(solidarity.totalTwoAdultsCents, month),
  severeSpouse: amount(solidarity.basicSpouseOfStudentCents, month),
  severeAdjustment: amount(solidarity.adjustmentCents, month),
  adolescent: amount(children.adolescentCents, month),
  mostAdolescents: amount(children.adolescentMaximumChildren, month),
  workOne: amount(income.workExclusionOneAdultCents, month),
  workTwo: amount(income.workExclusionTwoAdultsCents, month),
  severeWorkOne: amount(income.solidarityWorkExclusionOneAdultCents, month),
  severeWorkTwo: amount(income.solidarityWorkExclusionTwoAdultsCents, month),
  supplement: amount(income.supplementBasisPoints, month),
  supplementFrom: amount(income.supplementMinimumCents, month),
  childSupport: amount(income.childSupportExclusionCents, month),
  support: amount(income.supportExclusionCents, month),
  gift: amount(income.giftExclusionCents, month),
  training: amount(income.trainingExclusionCents, month),
  trainingParent: amount(income.trainingExclusionSingleParentCents, month),
  room: amount(income.roomCents, month),
  heldAlone: amount(assets.socialAssistanceAloneCents, month),
  heldFamily: amount(assets.socialAssistanceFamilyCents, month),
  severeHeldAlone: amount(assets.socialSolidarityAloneCents, month),
  severeHeldFamily: amount(assets.socialSolidarityFamilyCents, month),
  cap: amount(withholdingCapBasisPoints, month),
})
const known = new Map<Month, ReturnType<typeof amountsOf>>()

/** The month's amount in cents; null when the household is refused, too little is known, or nobody knows the amount. */
export function bareMonthlyCents(household: HouseholdCase): number | null {
  const { adults, month } = household
  let rates = known.get(month)
  if (!rates) known.set(month, (rates = amountsOf(month)))

  const couple = adults.length === 2
  let students = 0
  let severe = false
  let withParents = false
  let unknown = false
  for (const adult of adults) {
    // Of a spouse, only the office can say.
    if (adult.status === 'temporaryResident') return null
    if (adult.livesInQuebec === null) unknown = true
    if (adult.student) students += 1
    else if (adult.constraint === 'severe') severe = true
    if (adult.livesWithParent) withParents = true
  }
  if (students === adults.length) return null
  const ofStudent = students === 1

  let minors = 0
  let adolescents = 0
  let young = false
  for (const { age } of household.children) {
    if (age >= 18) continue
    minors += 1
    if (age >= 12) adolescents += 1
    else if (age < rates.youngUnder) young = true
  }
  const alone = !couple
  const two = couple && !ofStudent

  let left: number
  if (severe) {
    left = two ? rates.severeTwo : (ofStudent ? rates.severeSpouse : rates.severeOne) + rates.severeAdjustment
  } else {
    left = (two ? rates.two : ofStudent ? rates.spouse : rates.one) + rates.adjustment
    if (withParents && !ofStudent && !(alone && minors > 0)) left -= rates.parents
    let grounds = 0
    for (const adult of adults) {
      if (ofStudent && adult.student) continue
      if (hasGround(adult, rates.temporaryAge) || (alone && young)) grounds += 1
    }
    if (grounds === 1) left += rates.temporaryOne
    else if (grounds === 2) left += rates.temporaryTwo
    else if (
      alone &&
      minors === 0 &&
      !household.subsidisedHousing &&
      household.monthsOnAssistance >= rates.singleWait
    ) {
      left += rates.single
    }
  }
  if (!ofStudent) left += Math.min(adolescents, rates.mostAdolescents) * rates.adolescent
  if (Number.isNaN(left)) return null

  let jobs = 0
  let own = 0
  let parental = 0
  let childSupport = 0
  let gifts = 0
  let lumpSum = 0
  let rooms = 0
  let rent = 0
  let dearest = 0
  for (const adult of adults) {
    jobs += adult.netWorkIncomeMonthlyCents
    own += adult.netSelfEmploymentMonthlyCents
    let training = 0
    let support = 0
    for (const { kind, monthlyCents } of adult.otherIncome) {
      if (kind === 'parentalInsurance') parental += monthlyCents
      else if (kind === 'lumpSum') lumpSum += monthlyCents
      else if (kind === 'childSupport') childSupport += monthlyCents
      else if (kind === 'gift') gifts += monthlyCents
      else if (kind === 'trainingAllowance') training += monthlyCents
      else if (kind === 'supportAllowance') support += monthlyCents
      else if (kind === 'roomAndBoard') {
        rooms += 1
        rent += monthlyCents
        dearest = Math.max(dearest, monthlyCents)
      } else left -= monthlyCents
    }
    left -= Math.max(0, support - rates.support)
    left -= Math.max(0, training - (alone && minors > 0 ? rates.trainingParent : rates.training))
  }
  left -= Math.max(0, childSupport - rates.childSupport * minors)
  left -= Math.max(0, gifts - rates.gift)
  if (rooms > 0) left -= household.subsidisedHousing ? rent - dearest : rates.room * (rooms - 1)

  let exclusion = severe
    ? two
      ? rates.severeWorkTwo
      : rates.severeWorkOne
    : two
      ? rates.workTwo
      : rates.workOne
  const excludedParental = Math.min(parental, exclusion)
  exclusion -= excludedParental
  const work = jobs + own
  const counted = Math.max(0, work - exclusion)
  left -= parental - excludedParental + counted

  const family = two || minors > 0
  const limit = severe
    ? family
      ? rates.severeHeldFamily
      : rates.severeHeldAlone
    : family
      ? rates.heldFamily
      : rates.heldAlone
  left -= Math.max(0, Math.max(household.liquidAssetsCents ?? 0, lumpSum) - limit)

  let payable = Math.max(0, left)
  if (payable >= rates.supplementFrom) payable += Math.floor((counted * rates.supplement + 5_000) / 10_000)
  const withheld = Math.floor((payable * rates.cap) / 10_000)
  const paid = payable - Math.min(household.recoveryWithholdingMonthlyCents, withheld)
  // What is asked first matters only where something would be paid.
  return paid > 0 && unknown ? null : paid
}

const hasGround = ({ constraint, age }: CaseAdult, fromAge: number): boolean =>
  constraint !== 'none' || age >= fromAge
