import { isDependentChild } from '../estimate/dependent-child'
import type { CaseAdult, HouseholdCase } from '../estimate/case'
import type { Month } from '../calendar'
import * as afterOther from '../rates/assets-after-other-programme'
import * as usual from '../rates/assets-at-application'
import { leastSure, perMonth, rateFor } from '../rates/table'
import type { Confidence, RateTable } from '../rates/table'
import { met, notMet } from './verdict'
import type { Verdict } from './verdict'

const aboveLimit: { readonly [mark in Confidence]: Verdict } = {
  confirmed: notMet('liquidAssetsAboveLimit', 'confirmed'),
  secondary: notMet('liquidAssetsAboveLimit', 'secondary'),
  uncertain: notMet('liquidAssetsAboveLimit', 'uncertain'),
}

/**
 * Money held on the day of application to Social Assistance, up to a limit for each household (LAPF 48). Above it, the
 * household is not admitted before the month ends. Once on assistance nothing is refused: the excess lowers the benefit.
 */
export function liquidAssetsAtApplication(household: HouseholdCase): Verdict {
  const held = household.liquidAssetsCents
  if (household.applicationDay === null || held === null) return met
  const limit = limitAtApplication(household)
  return held > limit.cents ? aboveLimit[limit.confidence] : met
}

/** A minor in a shelter who is a parent has a limit of their own after another programme (RAPF 53). */
function isShelteredMinor(adult: CaseAdult): boolean {
  return adult.age < 18 && adult.sheltered
}

type Limit = { readonly cents: number; readonly confidence: Confidence }

/** The most a household may hold on the day it applies to Social Assistance. */
export function limitAtApplication(household: HouseholdCase): Limit {
  const { adults, month } = household
  let children = 0
  let handicapped = 0
  for (const child of household.children) {
    if (!isDependentChild(child, month)) continue
    children += 1
    if (child.handicapSupplement) handicapped += 1
  }
  const limits = limitsOf(month)[household.comesFromOtherProgramme ? 'afterOther' : 'usual']
  const [adult] = adults
  if (household.comesFromOtherProgramme && adults.length === 1 && children > 0 && isShelteredMinor(adult!)) {
    return limitsOf(month).shelteredMinorWithChild
  }
  const students = adults.filter((adult) => adult.student === true).length
  const scale =
    adults.length === 1 ? limits.oneAdult : students === 1 ? limits.spouseOfStudent : limits.twoAdults
  const named = scale.byChildren[Math.min(children, scale.byChildren.length - 1)]!
  const more = Math.max(0, children - scale.byChildren.length + 1)
  return {
    cents: named.cents + more * scale.eachMore.cents + handicapped * limits.eachHandicapped.cents,
    confidence: leastSure([
      named.confidence,
      more > 0 ? scale.eachMore.confidence : 'confirmed',
      handicapped > 0 ? limits.eachHandicapped.confidence : 'confirmed',
    ]),
  }
}

/** Limits by number of children, the last named one then raised for each child more. */
type Scale = { readonly byChildren: readonly Limit[]; readonly eachMore: Limit }

const limitsOf = perMonth((month) => ({
  usual: {
    oneAdult: {
      byChildren: [
        limitIn(usual.oneAdultCents, month),
        limitIn(usual.oneAdultOneChildCents, month),
        limitIn(usual.oneAdultTwoChildrenCents, month),
        limitIn(usual.oneAdultThreeChildrenCents, month),
      ],
      eachMore: limitIn(usual.eachMoreChildCents, month),
    },
    twoAdults: {
      byChildren: [
        limitIn(usual.twoAdultsCents, month),
        limitIn(usual.twoAdultsOneChildCents, month),
        limitIn(usual.twoAdultsTwoChildrenCents, month),
        limitIn(usual.twoAdultsThreeChildrenCents, month),
      ],
      eachMore: limitIn(usual.eachMoreChildCents, month),
    },
    spouseOfStudent: spouseScale(
      usual.spouseOfStudentCents,
      usual.spouseOfStudentFirstChildCents,
      usual.spouseOfStudentEachMoreChildCents,
      month,
    ),
    eachHandicapped: limitIn(usual.eachHandicappedChildCents, month),
  },
  afterOther: {
    oneAdult: {
      byChildren: [
        limitIn(afterOther.oneAdultCents, month),
        limitIn(afterOther.oneAdultOneChildCents, month),
        limitIn(afterOther.oneAdultTwoChildrenCents, month),
      ],
      eachMore: limitIn(afterOther.eachMoreChildCents, month),
    },
    twoAdults: {
      byChildren: [
        limitIn(afterOther.twoAdultsCents, month),
        limitIn(afterOther.twoAdultsOneChildCents, month),
        limitIn(afterOther.twoAdultsTwoChildrenCents, month),
      ],
      eachMore: limitIn(afterOther.eachMoreChildCents, month),
    },
    spouseOfStudent: spouseScale(
      afterOther.spouseOfStudentCents,
      afterOther.spouseOfStudentFirstChildCents,
      afterOther.spouseOfStudentEachMoreChildCents,
      month,
    ),
    eachHandicapped: limitIn(afterOther.eachHandicappedChildCents, month),
  },
  shelteredMinorWithChild: limitIn(afterOther.shelteredMinorWithChildCents, month),
}))

function limitIn(table: RateTable, month: Month): Limit {
  const { value, confidence } = rateFor(table, month)
  return { cents: value, confidence }
}

/** A student's spouse: an amount alone, one more for the first child, and one for each other. */
function spouseScale(
  aloneTable: RateTable,
  firstTable: RateTable,
  moreTable: RateTable,
  month: Month,
): Scale {
  const alone = limitIn(aloneTable, month)
  const first = limitIn(firstTable, month)
  const withOne = {
    cents: alone.cents + first.cents,
    confidence: leastSure([alone.confidence, first.confidence]),
  }
  return { byChildren: [alone, withOne], eachMore: limitIn(moreTable, month) }
}
