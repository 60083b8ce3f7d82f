import { cents, type Cents } from '../money'
import type { Amounts } from './amounts'
import { computeBenefit } from './compute'
import type { BenefitSituation } from './situation'

/*
 * What a policy would have changed: the same households, the same month, the same income, computed once with the amounts
 * in force and once with others. What is left is the effect of the policy alone: nobody grew a year older meanwhile.
 */

/** How far a payment moves: from the lower bound, included, to the upper one; in cents a month. */
export const bands = [
  { name: 'muchLess', from: -Infinity, until: -50_00 },
  { name: 'less', from: -50_00, until: -10_00 },
  { name: 'aLittleLess', from: -10_00, until: 0 },
  { name: 'same', from: 0, until: 1 },
  { name: 'aLittleMore', from: 1, until: 10_00 },
  { name: 'more', from: 10_00, until: 50_00 },
  { name: 'muchMore', from: 50_00, until: Infinity },
] as const
export type Band = (typeof bands)[number]['name']

export const householdKinds = ['alone', 'singleParent', 'couple', 'coupleWithChildren'] as const
export type HouseholdKind = (typeof householdKinds)[number]

/** The fewest households of a group whose amounts are told: fewer, and one of them might be recognised. */
export const FEWEST_TOLD = 10

export type PolicyPreview = {
  /** The households that both policies give an amount for. */
  readonly households: number
  /** Those for which one of them gives none. */
  readonly unknown: number
  readonly more: number
  readonly less: number
  readonly beforeCents: Cents
  readonly afterCents: Cents
  readonly bands: readonly { readonly name: Band; readonly households: number }[]
  readonly kinds: readonly {
    readonly kind: HouseholdKind
    readonly households: number
    /** How many change and by how much on average; null when they are too few to be told. */
    readonly told: { readonly changed: number; readonly averageCents: Cents } | null
  }[]
}

/** What other amounts would change for these households: how many, and by how much. Nobody is in it. */
export function previewPolicy(situations: readonly BenefitSituation[], amounts: Amounts): PolicyPreview {
  const effects = situations.map((situation) => effectOn(situation, amounts))
  const known = effects.filter((effect) => effect !== null)
  const sum = (of: readonly Effect[], what: 'before' | 'after') =>
    cents(of.reduce((total, effect) => total + effect[what], 0))
  return {
    households: known.length,
    unknown: effects.length - known.length,
    more: known.filter(({ before, after }) => after > before).length,
    less: known.filter(({ before, after }) => after < before).length,
    beforeCents: sum(known, 'before'),
    afterCents: sum(known, 'after'),
    bands: bands.map(({ name, from, until }) => ({
      name,
      households: known.filter(({ before, after }) => after - before >= from && after - before < until)
        .length,
    })),
    kinds: householdKinds.map((kind) => {
      const own = known.filter((effect) => effect.kind === kind)
      const told = own.length >= FEWEST_TOLD
      return {
        kind,
        households: own.length,
        told: told
          ? {
              changed: own.filter(({ before, after }) => before !== after).length,
              averageCents: cents(Math.round((sum(own, 'after') - sum(own, 'before')) / own.length)),
            }
          : null,
      }
    }),
  }
}

type Effect = { readonly kind: HouseholdKind; readonly before: number; readonly after: number }

function effectOn(situation: BenefitSituation, amounts: Amounts): Effect | null {
  const before = computeBenefit(situation)
  const after = computeBenefit(situation, amounts)
  if (!before.computed || !after.computed) return null
  return { kind: kindOf(situation), before: before.totalCents, after: after.totalCents }
}

function kindOf({ adults, children }: BenefitSituation): HouseholdKind {
  if (adults.length === 1) return children.length === 0 ? 'alone' : 'singleParent'
  return children.length === 0 ? 'couple' : 'coupleWithChildren'
}
