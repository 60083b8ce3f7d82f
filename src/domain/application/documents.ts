import type { Day } from '../calendar'
import { type Draft, tickedIn, valueOf } from '../draft'
import { benefitNames, type BenefitName, benefits, levelOf } from './benefits'
import { hasWorked, receivedBy } from './earnings'
import { answersForSpouse, adultsOf, childName, childrenOf } from './facts'
import { type DocumentKind, documentKinds } from './document-kinds'
import { prune } from './journey'
import { entriesOf, entryName, ownName } from './names'
import type { Adult } from './adult'
import type { ListName } from './question'
import { amountIn } from './reading'

/*
 * The papers these answers call for, and no other: one line for each thing to prove, so that nothing is asked twice and
 * nothing is hidden behind another. The list is the same from the first page on, and grows with the answers.
 */

/** Why a paper is asked for. Sentences: `why.<code>`. */
export const documentReasons = [
  'everyAdult',
  'bornInCanada',
  'citizenBornAbroad',
  'permanentResident',
  'protectedPerson',
  'refugeeClaimant',
  'otherStatus',
  'represented',
  'healthLimitsWork',
  'pregnant',
  'works',
  'workEnded',
  'selfEmployed',
  'receivesBenefit',
  'dependsOnParents',
  'hasAccounts',
  'hasSavings',
  'ownsProperty',
  'ownsBusiness',
  'hasLifeInsurance',
  'gaveAway',
  'directDeposit',
  'sharedCustody',
  'childHandicap',
  'funeral',
  'specialNeed',
  'awayFromQuebec',
] as const
export type DocumentReason = (typeof documentReasons)[number]

export type DocumentAsked = {
  /** `identityPhoto.applicant`, `wageProof.spouse.0`, `benefitProof.applicant.oldAgeSecurity`. */
  readonly id: string
  readonly kind: DocumentKind
  readonly whose: Adult | 'household'
  /** What it is about, as the person typed it: an employer, a child's name; or the code of a benefit or a need. */
  readonly about: string | null
  readonly why: DocumentReason
  /** Without it nothing is decided: the agency's five days begin with the last of these. */
  readonly required: boolean
  readonly accepted: readonly string[]
  readonly substitutes: readonly string[]
}

/**
 * The documents asked of one adult: their own; of the applicant the household's too, and the spouse's while they answer
 * for a spouse who has not come. Once the spouse has come, their part is theirs alone.
 */
export function documentsAskedOf(
  adult: Adult,
  draft: Draft,
  today: Day,
  spouseCame: boolean,
): readonly DocumentAsked[] {
  const forSpouse = answersForSpouse(draft) && !spouseCame
  return documentsOf(draft, today).filter(({ whose }) =>
    adult === 'spouse' ? whose === 'spouse' : whose !== 'spouse' || forSpouse,
  )
}

export function documentsOf(typed: Draft, today: Day): readonly DocumentAsked[] {
  const draft = prune(typed, today)
  return [
    ...adultsOf(draft).flatMap((adult) => [
      ...identityPapers(draft, adult),
      ...healthPapers(draft, adult),
      ...workPapers(draft, adult),
      ...incomePapers(draft, adult),
      ...assetPapers(draft, adult),
    ]),
    ...householdPapers(draft),
  ]
}

const paper = (
  kind: DocumentKind,
  whose: DocumentAsked['whose'],
  why: DocumentReason,
  entry: string | number | null = null,
  about: string | null = null,
  required = true,
): DocumentAsked => ({
  id: [kind, whose, ...(entry === null ? [] : [entry])].join('.'),
  kind,
  whose,
  about: about === '' ? null : about,
  why,
  required,
  ...documentKinds[kind],
})

const optional = (asked: DocumentAsked): DocumentAsked => ({ ...asked, required: false })
const one = (isAsked: boolean, asked: () => DocumentAsked): DocumentAsked[] => (isAsked ? [asked()] : [])

/** The paper of each status. Birth in Québec is verified with the registrar: no paper. */
const ofStatus: Readonly<Record<string, readonly [DocumentKind, DocumentReason]>> = {
  bornInCanada: ['birthCertificate', 'bornInCanada'],
  citizenBornAbroad: ['citizenshipProof', 'citizenBornAbroad'],
  permanentResident: ['permanentResidenceProof', 'permanentResident'],
  protectedPerson: ['refugeeStatusDecision', 'protectedPerson'],
  refugeeClaimant: ['refugeeClaimProof', 'refugeeClaimant'],
  other: ['otherStatusProof', 'otherStatus'],
}

function identityPapers(draft: Draft, adult: Adult): DocumentAsked[] {
  const status = valueOf(draft, ownName(adult, 'status'))
  const ofTheirs = Object.hasOwn(ofStatus, status) ? ofStatus[status] : undefined
  return [
    paper('identityPhoto', adult, 'everyAdult'),
    ...(ofTheirs ? [paper(ofTheirs[0], adult, ofTheirs[1])] : []),
    ...one(valueOf(draft, ownName(adult, 'helper')) === 'represented', () =>
      paper('mandateProof', adult, 'represented'),
    ),
  ]
}

function healthPapers(draft: Draft, adult: Adult): DocumentAsked[] {
  const health = tickedIn(draft, ownName(adult, 'health'), ['temporary', 'severe', 'pregnant'])
  // Under a month no rule looks at it, and no physician need be seen for us.
  const limits =
    health.some((one) => one !== 'pregnant') &&
    valueOf(draft, ownName(adult, 'healthLasts')) !== 'underAMonth'
  return [
    ...one(limits, () => paper('medicalReport', adult, 'healthLimitsWork')),
    ...one(health.includes('pregnant'), () => paper('pregnancyProof', adult, 'pregnant')),
    ...one(valueOf(draft, ownName(adult, 'away')) === 'yes', () =>
      optional(paper('absenceProof', adult, 'awayFromQuebec')),
    ),
  ]
}

function workPapers(draft: Draft, adult: Adult): DocumentAsked[] {
  if (!hasWorked(draft, adult)) return []
  return entriesOf('jobs', draft, adult).flatMap((index) => {
    const value = (name: string): string => valueOf(draft, entryName(adult, 'jobs', index, name))
    const employer = value('employer').trim()
    const isOver = valueOf(draft, ownName(adult, 'work')) === 'lastYear' || value('goesOn') === 'no'
    if (isOver) {
      // Of a job that ended before the month of application and the one before, nothing is to be proven.
      const paidLately = value('lastPay') !== '' || value('lastPayUnknown') !== ''
      return one(paidLately, () => paper('endedWorkProof', adult, 'workEnded', index, employer))
    }
    if (value('jobKind') === 'selfEmployed') {
      return [paper('selfEmploymentProof', adult, 'selfEmployed', index, employer)]
    }
    return [paper('wageProof', adult, 'works', index, employer)]
  })
}

const incomeKindOf: Readonly<Partial<Record<BenefitName, DocumentKind>>> = {
  privatePension: 'pensionProof',
  childSupport: 'supportProof',
  spousalSupport: 'supportProof',
  rentReceived: 'rentalProof',
  investmentIncome: 'investmentIncomeProof',
}

function incomePapers(draft: Draft, adult: Adult): DocumentAsked[] {
  const ticked = tickedIn(draft, ownName(adult, 'income'), benefitNames)
  const received = receivedBy(draft, adult)
  const benefitPapers = ticked
    // Support not received has nothing to prove but the judgment, when there is one.
    .filter((name) => received.includes(name) || incomeKindOf[name] === 'supportProof')
    .map((name) => {
      const kind = incomeKindOf[name] ?? (levelOf(name) === 'private' ? 'otherIncomeProof' : 'benefitProof')
      const asked = paper(kind, adult, 'receivesBenefit', name, name)
      return received.includes(name) && benefits[name].kind !== null ? asked : optional(asked)
    })
  const depends = adult === 'applicant' && tickedIn(draft, 'independence', ['none']).length > 0
  return [...benefitPapers, ...one(depends, () => paper('parentalContribution', adult, 'dependsOnParents'))]
}

function assetPapers(draft: Draft, adult: Adult): DocumentAsked[] {
  const own = (name: string): string => ownName(adult, name)
  const owns = (what: string): boolean => valueOf(draft, own('owned')).split(' ').includes(what)
  const accounts = valueOf(draft, own('accounts')) !== '' || valueOf(draft, own('accountsUnknown')) === 'yes'
  // No account holds nothing: whoever has 0 $ in all has nothing to print.
  const hasAccounts = accounts && amountIn(draft, own('accounts')) !== 0
  const gifts = valueOf(draft, own('givenAway')) === 'yes'
  return [
    ...one(hasAccounts, () => paper('accountStatement', adult, 'hasAccounts')),
    ...one(owns('retirement'), () => paper('savingsProof', adult, 'hasSavings', 'retirement')),
    ...one(owns('investments'), () =>
      paper(
        'savingsProof',
        adult,
        'hasSavings',
        'investments',
        valueOf(draft, own('investmentsWhat')).trim(),
      ),
    ),
    ...(owns('building') ? entryPapers(draft, adult, 'buildings', 'realEstateProof', 'ownsProperty') : []),
    ...one(owns('business'), () =>
      paper('businessProof', adult, 'ownsBusiness', null, valueOf(draft, own('businessName')).trim()),
    ),
    ...one(owns('lifeInsurance') && amountIn(draft, own('cashValue')) !== 0, () =>
      paper('insuranceProof', adult, 'hasLifeInsurance', null, valueOf(draft, own('insurer')).trim()),
    ),
    ...(gifts ? entryPapers(draft, adult, 'gifts', 'disposalProof', 'gaveAway').map(optional) : []),
  ]
}

const entryPapers = (
  draft: Draft,
  adult: Adult,
  list: ListName,
  kind: DocumentKind,
  why: DocumentReason,
): DocumentAsked[] =>
  entriesOf(list, draft, adult).map((index) =>
    paper(kind, adult, why, index, valueOf(draft, entryName(adult, list, index, 'what')).trim()),
  )

/** Needs whose claim must be supported: a prescription, a letter, an estimate (special benefits). */
const provenNeeds = [
  'glasses',
  'dental',
  'diet',
  'medicalTransport',
  'equipment',
  'constantCare',
  'disaster',
  'moving',
]

function householdPapers(draft: Draft): DocumentAsked[] {
  const home = 'household'
  const needs = tickedIn(draft, 'needs', [...provenNeeds, 'funeral'])
  const funeral = valueOf(draft, 'reason') === 'funeral' || needs.includes('funeral')
  return [
    ...childrenOf(draft).flatMap((index) => childPapers(draft, index)),
    ...one(valueOf(draft, 'dwelling') === 'ownHome', () => paper('realEstateProof', home, 'ownsProperty')),
    ...one(valueOf(draft, 'deposit') === 'yes', () => optional(paper('depositProof', home, 'directDeposit'))),
    ...(funeral
      ? [paper('deathCertificate', home, 'funeral'), paper('deceasedBalances', home, 'funeral')].map(optional)
      : []),
    ...needs
      .filter((need) => need !== 'funeral')
      .map((need) => optional(paper('needProof', home, 'specialNeed', need, need))),
  ]
}

function childPapers(draft: Draft, index: number): DocumentAsked[] {
  const value = (name: string): string => valueOf(draft, childName(index, name))
  const given = value('givenName').trim()
  return [
    ...one(value('lives') === 'sharedCustody', () =>
      // Parents who agreed without a paper say so in writing, together.
      paper('custodyDocument', 'household', 'sharedCustody', index, given),
    ),
    ...one(value('handicap') === 'yes', () =>
      paper('childHandicapProof', 'household', 'childHandicap', index, given),
    ),
  ]
}
