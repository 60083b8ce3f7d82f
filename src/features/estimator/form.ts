import type { OtherIncomeKind } from '@/domain/statement/answers'

/*
 * The questions of the estimator, as data: what is drawn, kept and read follows this one table. A page is one
 * question, or the same question about each adult: the spouse's field has the name of the first adult's and a 2.
 * Texts are in estimator.json, under `page.<page>`, `field.<name>` and `choice.<name>.<choice>`.
 */

/** The pages in their order. Few people meet them all (`journey.ts`). */
export const questionNames = [
  'household',
  'couple',
  'children',
  'age',
  'minor',
  'status',
  'otherStatus',
  'independence',
  'studies',
  'health',
  'income',
  'amounts',
  'money',
  'property',
  'values',
  'aid',
  'severity',
  'housing',
] as const
export type QuestionName = (typeof questionNames)[number]

/** Whether a text from outside names a page. */
export function isQuestion(text: unknown): text is QuestionName {
  return (questionNames as readonly unknown[]).includes(text)
}

type Common = {
  readonly name: string
  /** The second of two adults. */
  readonly spouse?: boolean
}
export type ChoiceField = Common & {
  /** One answer, or any number of them. */
  readonly kind: 'choice' | 'choices'
  readonly choices: readonly string[]
  /** Of several answers, the one that stands alone: "none of these". */
  readonly alone?: readonly string[]
}
export type TypedField = Common & {
  readonly kind: 'age' | 'ages' | 'money'
  /** "I do not know" may be ticked instead, under this name. */
  readonly unknown?: string
}
export type Field = ChoiceField | TypedField

/** Who lives with the person. */
export const homeChoices = ['nobody', 'partner', 'children', 'parent', 'others'] as const
/** What makes two people spouses (Form 3003): any one of the first three. */
export const coupleChoices = ['married', 'childTogether', 'aYear', 'lessThanAYear', 'unknown'] as const

export const statusChoices = [
  'citizen',
  'permanentResident',
  'protectedPerson',
  'refugeeClaimant',
  'other',
  'outside',
  'unknown',
] as const
export const otherStatusChoices = [
  'temporaryResident',
  'refusedClaimantAllowedToStay',
  'humanitarianWithQuebecCertificate',
  'claimNotHeard',
  'none',
  'unknown',
] as const

export const yesNo = ['yes', 'no', 'unknown'] as const
export const healthChoices = ['none', 'temporary', 'severe', 'pregnant', 'unknown'] as const
export const aidChoices = ['never', 'before', 'short', 'long'] as const
export const propertyChoices = ['nothing', 'home', 'vehicle', 'other', 'unknown'] as const

/** Kinds of income asked about, most common first. The rest is "other". */
export const incomeKinds = [
  'employmentInsurance',
  'parentalInsurance',
  'pension',
  'workAccident',
  'roadAccident',
  'childSupport',
  'spousalSupport',
  'rent',
  'investment',
  'trainingAllowance',
  'gift',
  'other',
] as const satisfies readonly OtherIncomeKind[]
export const incomeChoices = ['nothing', 'work', 'selfEmployment', ...incomeKinds] as const

/** The kinds of the domain that are not asked about, each with its reason; a test holds that none is forgotten. */
export const unaskedKinds: Readonly<Partial<Record<OtherIncomeKind, string>>> = {
  roomAndBoard: 'its rule counts rooms, not the rent received',
  lumpSum: 'it is money at hand, asked on its own page',
}

/** The longest text kept of one field. */
export const longestText = 60
/** The most children whose ages are read. */
export const mostChildren = 12
