import * as children from '../rates/children'
import * as assistance from '../rates/social-assistance'
import * as solidarity from '../rates/social-solidarity'
import { leastSure, rateFor } from '../rates/table'
import type { Confidence } from '../rates/table'
import { ageBefore, ageOnLastSeptember30 } from './age'
import type { AllowanceGround } from './codes'
import { householdOf } from './household'
import type { Household } from './household'
import { line } from './line'
import type { Line } from './line'
import type { AdultSituation, BenefitSituation } from './situation'

/** What the household needs in the month (LAPF 48): the lines that add. Throws `NoRateForMonth`. */
export function needLines(situation: BenefitSituation): readonly Line[] {
  const household = householdOf(situation)
  const programme =
    situation.programme === 'socialSolidarity'
      ? solidarityLines(situation, household)
      : assistanceLines(situation, household)
  return [...programme, ...childLines(situation)].filter((need) => need.cents !== 0)
}

/**
 * Social Solidarity covers the whole household as soon as one adult has a severe constraint: a mixed couple
 * has the couple's amount, without temporary allowance, single-adult adjustment or reduction for living
 * with a parent, none of which was read for this programme.
 */
function solidarityLines(situation: BenefitSituation, household: Household): readonly Line[] {
  const { month, spouseOfStudent } = situation
  const detail = { programme: 'socialSolidarity', adults: household.adults } as const
  if (household.adults === 2) {
    const total = rateFor(solidarity.totalTwoAdultsCents, month)
    return [line('basicBenefit', total.value, 'ADEL 42418', total, detail)]
  }
  const basic = rateFor(
    spouseOfStudent ? solidarity.basicSpouseOfStudentCents : solidarity.basicOneAdultCents,
    month,
  )
  const adjustment = rateFor(solidarity.adjustmentCents, month)
  return [
    line('basicBenefit', basic.value, 'ADEL 42418', basic, detail),
    line('basicBenefitAdjustment', adjustment.value, 'ADEL 42418', adjustment, detail),
  ]
}

function assistanceLines(situation: BenefitSituation, household: Household): readonly Line[] {
  const { month } = situation
  const detail = { programme: 'socialAssistance', adults: household.adults } as const
  const basic = rateFor(assistanceTable(situation, household), month)
  const adjustment = rateFor(assistance.adjustmentCents, month)
  const lines = [
    line('basicBenefit', basic.value, 'ADEL 42418', basic, detail),
    line('basicBenefitAdjustment', adjustment.value, 'ADEL 42418', adjustment, detail),
  ]
  // A student's spouse has a lower amount already; no further reduction was read for it.
  if (situation.livesWithParents && !situation.spouseOfStudent) {
    const reduction = rateFor(assistance.livingWithParentsCents, month)
    lines.push(
      line('livingWithParents', -reduction.value, 'RAPF 57', reduction, { adults: household.adults }),
    )
  }
  const allowance = temporaryAllowance(situation, household)
  if (allowance) return [...lines, allowance]
  const single = singleAdultAdjustment(situation, household)
  return single ? [...lines, single] : lines
}

function assistanceTable(situation: BenefitSituation, household: Household) {
  if (situation.spouseOfStudent) return assistance.basicSpouseOfStudentCents
  return household.adults === 2 ? assistance.basicTwoAdultsCents : assistance.basicOneAdultCents
}

/** One adult with the allowance, alone or in a couple, has the one-adult amount; both have a joint amount. */
function temporaryAllowance(situation: BenefitSituation, household: Household): Line | null {
  const { month } = situation
  const grounds = situation.adults
    .map((adult) => groundOf(adult, situation, household))
    .filter((ground) => ground !== null)
    .slice(0, household.adults)
  const [first, second] = grounds
  if (!first) return null
  const table = second ? assistance.temporaryTwoAdultsCents : assistance.temporaryOneAdultCents
  const rate = rateFor(table, month)
  const rule = leastSure(grounds.map((one) => one.confidence))
  const ground: AllowanceGround = second && second.name !== first.name ? 'several' : first.name
  const years = ground === first.name && first.years !== undefined ? { years: first.years } : {}
  const detail = { adults: grounds.length, ground, ...years }
  return line('temporaryAllowance', rate.value, 'Québec.ca', rate, detail, rule)
}

type Ground = { readonly name: AllowanceGround; readonly years?: number; readonly confidence: Confidence }

/**
 * The office's decision first; then the grounds the dates give by themselves, so nobody has to ask. A severe
 * constraint is never worth less than a temporary one while the file is still in Social Assistance.
 */
function groundOf(adult: AdultSituation, situation: BenefitSituation, household: Household): Ground | null {
  const { month } = situation
  if (adult.constraint !== 'none') return { name: 'recognised', confidence: 'confirmed' }
  const age = rateFor(assistance.temporaryFromAgeYears, month)
  if (ageBefore(adult.birthDate, month) >= age.value) {
    return { name: 'age', years: age.value, confidence: age.confidence }
  }
  const young = rateFor(assistance.temporaryChildUnderYears, month)
  const hasYoungChild = situation.children.some(
    (child) => ageOnLastSeptember30(child.birthDate, month) < young.value,
  )
  if (!household.singleParent || !hasYoungChild) return null
  return { name: 'youngChild', years: young.value, confidence: young.confidence }
}

/**
 * RAPF 67.3: an independent adult, six consecutive months of assistance, no temporary allowance, not in a
 * low-rental or subsidised dwelling. Its reduction by a shelter allowance is not computed: the situation
 * does not carry that allowance.
 */
function singleAdultAdjustment(situation: BenefitSituation, household: Household): Line | null {
  if (!household.independent || situation.subsidisedDwelling) return null
  const wait = rateFor(assistance.singleAdultWaitMonths, situation.month)
  if (situation.monthsOnAssistance < wait.value) return null
  const rate = rateFor(assistance.singleAdultCents, situation.month)
  return line('singleAdultAdjustment', rate.value, 'RAPF 67.3', rate, { months: wait.value })
}

/** RAPF 73: children aged 12 to 17, two at most. A student's spouse has no child adjustment (ADEL 42284). */
function childLines(situation: BenefitSituation): readonly Line[] {
  if (situation.spouseOfStudent) return []
  const { month } = situation
  const adolescents = situation.children.filter((child) => {
    const age = ageBefore(child.birthDate, month)
    return age >= 12 && age <= 17
  })
  const maximum = rateFor(children.adolescentMaximumChildren, month)
  const counted = Math.min(adolescents.length, maximum.value)
  const rate = rateFor(children.adolescentCents, month)
  return [line('childAdjustment', rate.value * counted, 'RAPF 73', rate, { children: counted })]
}
