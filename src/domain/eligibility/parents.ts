import { hasDependentChild } from '../estimate/dependent-child'
import type { HouseholdCase } from '../estimate/case'
import { both, met, missing } from './verdict'
import type { Verdict } from './verdict'

const livesWithParent = missing('livesWithParent')
const dependsOnParents = missing('dependsOnParents')
const contribution = missing('parentalContribution')

/**
 * What the parents change, not in Social Solidarity. Living with one lowers the basic benefit (RAPF 57). An independent
 * adult deemed dependent on them receives their contribution, whether paid or not (ADEL 42606, 43036): it refuses
 * nobody by itself, but its amount must be known.
 */
export function parents(household: HouseholdCase): Verdict {
  const [adult, spouse] = household.adults
  if (!adult) return met
  if (spouse) return adult.livesWithParent === null || spouse.livesWithParent === null ? livesWithParent : met
  // A single parent keeps the whole basic benefit, and is no independent adult.
  if (hasDependentChild(household)) return met
  const living = adult.livesWithParent === null ? livesWithParent : met
  if (adult.dependsOnParents === null) return both(living, dependsOnParents)
  const known = !adult.dependsOnParents || adult.parentalContributionMonthlyCents !== null
  return known ? living : both(living, contribution)
}
