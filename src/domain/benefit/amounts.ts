import type { Month } from '../calendar'
import * as assets from '../rates/assets'
import * as basic from '../rates/basic-income'
import * as children from '../rates/children'
import * as employment from '../rates/employment-assistance'
import * as income from '../rates/income'
import * as property from '../rates/property'
import * as recovery from '../rates/recovery'
import * as claimants from '../rates/refugee-claimants'
import * as assistance from '../rates/social-assistance'
import * as solidarity from '../rates/social-solidarity'
import * as special from '../rates/special-benefits'
import { entryFor, isProvisional, perMonth } from '../rates/table'
import type { RateEntry, RateTable } from '../rates/table'

/** Known for every month since the first one computed. */
const always = {
  assistanceOneAdult: assistance.basicOneAdultCents,
  assistanceTwoAdults: assistance.basicTwoAdultsCents,
  assistanceAdjustment: assistance.adjustmentCents,
  livingWithParents: assistance.livingWithParentsCents,
  singleAdult: assistance.singleAdultCents,
  singleAdultWait: assistance.singleAdultWaitMonths,
  sheltered: assistance.shelteredCents,
  temporaryOneAdult: assistance.temporaryOneAdultCents,
  temporaryTwoAdults: assistance.temporaryTwoAdultsCents,
  temporaryFromAge: assistance.temporaryFromAgeYears,
  temporaryChildUnder: assistance.temporaryChildUnderYears,
  temporaryPregnancy: assistance.temporaryPregnancyWeeks,
  adjustment6672: solidarity.adjustment6672Cents,
  adjustment6672TwoAdults: solidarity.adjustment6672TwoAdultsCents,
  claimant: claimants.oneAdultCents,
  claimantSharing: claimants.oneAdultSharingCents,
  claimants: claimants.twoAdultsCents,
  adolescent: children.adolescentCents,
  adolescentMaximum: children.adolescentMaximumChildren,
  familyAllowance: children.familyAllowanceCents,
  singleParent: children.singleParentCents,
  firstChild: children.firstChildCents,
  secondChild: children.secondChildCents,
  eachMoreChild: children.eachMoreChildCents,
  pregnancy: special.pregnancyCents,
  workOneAdult: income.workExclusionOneAdultCents,
  workTwoAdults: income.workExclusionTwoAdultsCents,
  solidarityWorkOneAdult: income.solidarityWorkExclusionOneAdultCents,
  solidarityWorkTwoAdults: income.solidarityWorkExclusionTwoAdultsCents,
  ceasedLasted: income.ceasedIncomeLastedMonths,
  supplement: income.supplementBasisPoints,
  supplementMinimum: income.supplementMinimumCents,
  childSupport: income.childSupportExclusionCents,
  gift: income.giftExclusionCents,
  training: income.trainingExclusionCents,
  trainingSingleParent: income.trainingExclusionSingleParentCents,
  support: income.supportExclusionCents,
  room: income.roomCents,
  assistanceAssetsAlone: assets.socialAssistanceAloneCents,
  assistanceAssetsFamily: assets.socialAssistanceFamilyCents,
  solidarityAssetsAlone: assets.socialSolidarityAloneCents,
  solidarityAssetsFamily: assets.socialSolidarityFamilyCents,
  givenAwayReduction: property.givenAwayReductionCents,
  givenAwayFor: property.givenAwayMonths,
  assistanceProperty: property.socialAssistanceExclusionCents,
  solidarityProperty: property.socialSolidarityExclusionCents,
  residenceCounted: property.residenceCountedBasisPoints,
  vehicle: property.vehicleExclusionCents,
  propertyCounted: property.countedBasisPoints,
  withholdingCap: recovery.withholdingCapBasisPoints,
  withholdingSheltered: recovery.shelteredCents,
} satisfies Record<string, RateTable>

/** Of a programme that began later, or found for some years only. */
const sometimes = {
  assistanceSpouseOfStudent: assistance.basicSpouseOfStudentCents,
  solidarityOneAdult: solidarity.basicOneAdultCents,
  solidarityTwoAdults: solidarity.totalTwoAdultsCents,
  solidaritySpouseOfStudent: solidarity.basicSpouseOfStudentCents,
  solidarityAdjustment: solidarity.adjustmentCents,
  participation: employment.participationMaximumCents,
  basicIncome: basic.basicCents,
  basicIncomeSingle: basic.singlePersonCents,
  basicIncomeMinor: basic.minorChildCents,
  basicIncomeStudent: basic.adultStudentChildCents,
  basicIncomeYearly: basic.yearlyWorkExclusionCents,
  basicIncomeReduction: basic.yearlyReductionBasisPoints,
  basicIncomeAssets: basic.liquidAssetsCents,
  basicIncomeProperty: property.basicIncomeExclusionCents,
} satisfies Record<string, RateTable>

/** The amounts in force in one month. Null: none is known for it. */
export type Amounts = { readonly [name in keyof typeof always]: RateEntry } & {
  readonly [name in keyof typeof sometimes]: RateEntry | null
} & { readonly provisional: boolean }

/** Every amount of a payment, by the name it has in `Amounts`. */
export type AmountName = keyof typeof always | keyof typeof sometimes
export type AmountTables = Readonly<Record<AmountName, RateTable>>

/** The tables in force, with the entries that are still to come. */
export const amountTables: AmountTables = { ...always, ...sometimes }

/** The amounts of a month; null before the first month of the tables. */
export const amountsOf = perMonth((month) => amountsIn(amountTables, month))

/** The amounts of a month by tables of one's own: a policy that is only being tried. */
export function amountsIn(tables: AmountTables, month: Month): Amounts | null {
  const amounts: Record<string, RateEntry | null | boolean> = { provisional: isProvisional(month) }
  for (const [name, table] of Object.entries(tables)) {
    const entry = entryFor(table, month)
    if (!entry && name in always) return null
    amounts[name] = entry
  }
  return amounts as Amounts
}
