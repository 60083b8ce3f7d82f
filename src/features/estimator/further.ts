import type { HouseholdCase } from '@/domain/estimate/case'
import { type Draft, valueOf } from './draft'
import type { Result } from './result'

/*
 * What the answers suggest besides the aid itself. Words only, no amount: each is another service's to decide.
 */

/** What else one may be entitled to. Sentences: `further.<code>`. */
export const furtherCodes = [
  'employmentInsurance',
  'oldAgeSecurity',
  'studentAid',
  'familyBenefits',
  'specialBenefits',
  'pregnancy',
  'drugs',
  'taxCredits',
  'workPremium',
  'shelterAllowance',
  'employmentServices',
] as const
export type Further = (typeof furtherCodes)[number]

/** The shelter allowance is for families, and for anyone of this age or more. */
const SHELTER_ALLOWANCE_AGE = 50
const OLD_AGE = 65

/** What is worth asking elsewhere, in the order it is shown. */
export function furtherFor(
  { adults, children, subsidisedHousing }: HouseholdCase,
  outcome: Result['outcome'],
): Further[] {
  const some = (test: (adult: HouseholdCase['adults'][number]) => boolean) => adults.some(test)
  const works = some((adult) => adult.netWorkIncomeMonthlyCents + adult.netSelfEmploymentMonthlyCents > 0)
  const receives = some((adult) => adult.otherIncome.some(({ kind }) => kind === 'employmentInsurance'))
  const here = some((adult) => adult.livesInQuebec === true)
  const suits: Record<Further, boolean> = {
    employmentInsurance: here && !works && !receives,
    oldAgeSecurity: some((adult) => adult.age >= OLD_AGE),
    studentAid: some((adult) => adult.student !== false),
    familyBenefits: children.length > 0,
    specialBenefits: outcome !== 'ineligible',
    pregnancy: some((adult) => adult.pregnantWeeks > 0),
    drugs: here,
    taxCredits: here,
    workPremium: here && works,
    shelterAllowance:
      here &&
      !subsidisedHousing &&
      (children.length > 0 || some((adult) => adult.age >= SHELTER_ALLOWANCE_AGE)),
    employmentServices: here,
  }
  return furtherCodes.filter((code) => suits[code])
}

/** A paper to gather (application form 3003). Sentences: `paper.<code>`. */
export const paperCodes = [
  'photoId',
  'birthElsewhere',
  'permanentResidence',
  'protection',
  'claimant',
  'otherStatus',
  'work',
  'income',
  'accounts',
  'property',
  'vehicle',
  'medical',
  'pregnancy',
  'parents',
] as const
export type Paper = (typeof paperCodes)[number]

/** The papers these answers call for, and no other. */
export function papersFor(household: HouseholdCase, draft: Draft): Paper[] {
  const { adults, property } = household
  const some = (test: (adult: HouseholdCase['adults'][number]) => boolean) => adults.some(test)
  const has = (...statuses: readonly HouseholdCase['adults'][number]['status'][]) =>
    some((adult) => statuses.includes(adult.status))
  const suits: Record<Paper, boolean> = {
    photoId: true,
    birthElsewhere: has('citizen'),
    permanentResidence: has('permanentResident'),
    protection: has('protectedPerson'),
    claimant: has('refugeeClaimant'),
    otherStatus: has(
      'refusedClaimantAllowedToStay',
      'humanitarianWithQuebecCertificate',
      'temporaryResident',
      null,
    ),
    work: some((adult) => adult.netWorkIncomeMonthlyCents + adult.netSelfEmploymentMonthlyCents > 0),
    income: some((adult) => adult.otherIncome.length > 0),
    accounts: true,
    property: property === null || property.residenceCents + property.otherCents > 0,
    vehicle: (property?.vehicles.length ?? 0) > 0,
    medical: some((adult) => adult.constraint !== 'none'),
    pregnancy: some((adult) => adult.pregnantWeeks > 0),
    parents: ['no', 'unknown'].includes(valueOf(draft, 'independence')),
  }
  return paperCodes.filter((code) => suits[code])
}
