import { cents } from '../money'
import type { CaseAdult, HouseholdCase } from './case'

/** The same household, each fact not known taken for the one that refuses nothing: so that an amount can be shown. */
export function unknownAsNothing(household: HouseholdCase): HouseholdCase {
  const settled = (adult: CaseAdult): CaseAdult => ({
    ...adult,
    status: adult.status ?? 'citizen',
    livesInQuebec: adult.livesInQuebec ?? true,
    student: adult.student ?? false,
    livesWithParent: adult.livesWithParent ?? false,
    emancipated: adult.emancipated ?? true,
    hasHadAssistance: adult.hasHadAssistance ?? true,
    dependsOnParents: adult.dependsOnParents ?? false,
    parentalContributionMonthlyCents: adult.parentalContributionMonthlyCents ?? cents(0),
  })
  return {
    ...household,
    adults: household.adults.map(settled),
    liquidAssetsCents: household.liquidAssetsCents ?? cents(0),
    property: household.property ?? { residenceCents: cents(0), otherCents: cents(0), vehicles: [] },
  }
}
