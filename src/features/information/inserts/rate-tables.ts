/*
 * The tables of amounts of the pages, row by row. A row is one rate of `src/domain/rates`, or the sum of several, `-`
 * before what comes off. Words: `rates.table.<table>`. Totals come first: people look for "how much".
 */

const assistanceOne = ['social-assistance.basicOneAdultCents', 'social-assistance.adjustmentCents']
const assistanceTwo = ['social-assistance.basicTwoAdultsCents', 'social-assistance.adjustmentCents']
const solidarityOne = ['social-solidarity.basicOneAdultCents', 'social-solidarity.adjustmentCents']
const temporaryOne = 'social-assistance.temporaryOneAdultCents'
const withParents = '-social-assistance.livingWithParentsCents'

export const rateTables = {
  /** What one adult without children receives, programme by programme. */
  programmes: {
    socialAssistance: assistanceOne,
    constraint: [...assistanceOne, temporaryOne],
    // Its participation allowance depends on each one's plan: no amount was found.
    aimForEmployment: assistanceOne,
    socialSolidarity: solidarityOne,
    basicIncome: ['basic-income.basicCents', 'basic-income.singlePersonCents'],
  },
  socialAssistance: {
    oneAdult: assistanceOne,
    twoAdults: assistanceTwo,
    oneAdultConstraint: [...assistanceOne, temporaryOne],
    twoAdultsOneConstraint: [...assistanceTwo, temporaryOne],
    twoAdultsTwoConstraints: [...assistanceTwo, 'social-assistance.temporaryTwoAdultsCents'],
    oneAdultWithParents: [...assistanceOne, withParents],
    twoAdultsWithParents: [...assistanceTwo, withParents],
    spouseOfStudent: ['social-assistance.basicSpouseOfStudentCents', 'social-assistance.adjustmentCents'],
  },
  socialAssistanceParts: {
    basicOneAdult: ['social-assistance.basicOneAdultCents'],
    basicTwoAdults: ['social-assistance.basicTwoAdultsCents'],
    basicSpouseOfStudent: ['social-assistance.basicSpouseOfStudentCents'],
    adjustment: ['social-assistance.adjustmentCents'],
    temporaryOneAdult: [temporaryOne],
    temporaryTwoAdults: ['social-assistance.temporaryTwoAdultsCents'],
    singleAdult: ['social-assistance.singleAdultCents'],
    livingWithParents: [withParents],
    sheltered: ['social-assistance.shelteredCents'],
  },
  socialSolidarity: {
    oneAdult: solidarityOne,
    twoAdults: ['social-solidarity.totalTwoAdultsCents'],
    spouseOfStudent: ['social-solidarity.basicSpouseOfStudentCents', 'social-solidarity.adjustmentCents'],
  },
  socialSolidarityParts: {
    basicOneAdult: ['social-solidarity.basicOneAdultCents'],
    basicSpouseOfStudent: ['social-solidarity.basicSpouseOfStudentCents'],
    adjustment: ['social-solidarity.adjustmentCents'],
  },
  basicIncome: {
    alone: ['basic-income.basicCents', 'basic-income.singlePersonCents'],
    couple: ['basic-income.basicCents'],
    minorChild: ['basic-income.minorChildCents'],
    adultStudentChild: ['basic-income.adultStudentChildCents'],
  },
  children: {
    familyAllowance: ['children.familyAllowanceCents'],
    singleParent: ['children.singleParentCents'],
    firstChild: ['children.firstChildCents'],
    secondChild: ['children.secondChildCents'],
    eachMoreChild: ['children.eachMoreChildCents'],
    adolescent: ['children.adolescentCents'],
  },
  refugeeClaimants: {
    oneAdult: ['refugee-claimants.oneAdultCents'],
    oneAdultSharing: ['refugee-claimants.oneAdultSharingCents'],
    twoAdults: ['refugee-claimants.twoAdultsCents'],
  },
  workIncome: {
    oneAdult: ['income.workExclusionOneAdultCents'],
    twoAdults: ['income.workExclusionTwoAdultsCents'],
    solidarityOneAdult: ['income.solidarityWorkExclusionOneAdultCents'],
    solidarityTwoAdults: ['income.solidarityWorkExclusionTwoAdultsCents'],
    supplement: ['income.supplementBasisPoints'],
  },
  otherIncome: {
    childSupport: ['income.childSupportExclusionCents'],
    gift: ['income.giftExclusionCents'],
    training: ['income.trainingExclusionCents'],
    trainingSingleParent: ['income.trainingExclusionSingleParentCents'],
    support: ['income.supportExclusionCents'],
  },
  liquidAssets: {
    assistanceAlone: ['assets.socialAssistanceAloneCents'],
    assistanceFamily: ['assets.socialAssistanceFamilyCents'],
    solidarityAlone: ['assets.socialSolidarityAloneCents'],
    solidarityFamily: ['assets.socialSolidarityFamilyCents'],
    basicIncome: ['basic-income.liquidAssetsCents'],
    basicIncomeSpouse: ['basic-income.spouseLiquidAssetsCents'],
  },
  liquidAssetsAtApplication: {
    oneAdult: ['assets-at-application.oneAdultCents'],
    oneAdultOneChild: ['assets-at-application.oneAdultOneChildCents'],
    oneAdultTwoChildren: ['assets-at-application.oneAdultTwoChildrenCents'],
    oneAdultThreeChildren: ['assets-at-application.oneAdultThreeChildrenCents'],
    twoAdults: ['assets-at-application.twoAdultsCents'],
    twoAdultsOneChild: ['assets-at-application.twoAdultsOneChildCents'],
    twoAdultsTwoChildren: ['assets-at-application.twoAdultsTwoChildrenCents'],
    twoAdultsThreeChildren: ['assets-at-application.twoAdultsThreeChildrenCents'],
    eachMoreChild: ['assets-at-application.eachMoreChildCents'],
    eachHandicappedChild: ['assets-at-application.eachHandicappedChildCents'],
    spouseOfStudent: ['assets-at-application.spouseOfStudentCents'],
    spouseOfStudentFirstChild: ['assets-at-application.spouseOfStudentFirstChildCents'],
    spouseOfStudentEachMoreChild: ['assets-at-application.spouseOfStudentEachMoreChildCents'],
  },
  property: {
    socialAssistance: ['property.socialAssistanceExclusionCents'],
    socialSolidarity: ['property.socialSolidarityExclusionCents'],
    basicIncome: ['property.basicIncomeExclusionCents'],
    vehicle: ['property.vehicleExclusionCents'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

export type RateTableName = keyof typeof rateTables

/**
 * The rows of a table of amounts.
 * @throws when no table has the name: the build stops there
 */
export function rowsNamed(
  of: string,
): readonly { readonly key: string; readonly rates: readonly string[] }[] {
  if (!Object.hasOwn(rateTables, of)) throw new Error(`No table of amounts is called “${of}”`)
  const rows: Readonly<Record<string, readonly string[]>> = rateTables[of as RateTableName]
  return Object.entries(rows).map(([key, rates]) => ({ key, rates }))
}
