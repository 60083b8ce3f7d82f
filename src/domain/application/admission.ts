import type { Benefit } from '../benefit/line'
import { computeBenefit } from '../benefit/compute'
import type { Constraint, FileProgramme, Programme } from '../benefit/situation'
import { addDays, addMonths, type Day, dayOf, type Month, monthOf } from '../calendar'
import { type Draft, valueOf } from '../draft'
import { programmeOf } from '../eligibility/programmes'
import type { CaseAdult, HouseholdCase } from '../estimate/case'
import { isDependentChild } from '../estimate/dependent-child'
import { unknownAsNothing } from '../estimate/settled'
import { benefitSituationOf } from '../estimate/situation'
import { dueInstant } from '../statement/deadline'
import { type FilingPolicy, policyFor } from '../statement/policy'
import type { Adult } from './adult'
import { hasWorked } from './earnings'
import { adultsOf, answersForSpouse, birthName, childName, childrenOf, dayIn, hasSpouse } from './facts'
import { caseOf, caseOfNextMonth, childOf } from './household-case'
import { prune } from './journey'
import { ownName } from './names'
import { contactOf, homeOf, type NewAddress, type NewContact } from './new-home'

/*
 * The household that an accepted application makes: who, where, in which programme, and what is paid for the month of
 * application, from its day on, and for the whole one that follows. Later months are told in monthly statements.
 */

/** Someone of the household to be; `child.0` is the first of the list of children. */
export type PersonKey = Adult | `child.${number}`

export type NewPerson = {
  readonly key: PersonKey
  readonly role: 'adult' | 'child'
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: Day
  readonly language: 'fr' | 'en'
  /** The number of the file they say they had; '' without one. */
  readonly toldFileNumber: string
  readonly constraint: Constraint
  /** Of an adult. */
  readonly contact: NewContact | null
}

export type NewHousehold = {
  readonly fromDay: Day
  readonly people: readonly NewPerson[]
  readonly address: NewAddress | null
  readonly programme: FileProgramme
  readonly livesWithParents: boolean
  readonly spouseOfStudent: boolean
  readonly subsidisedDwelling: boolean
  readonly fluctuatingIncome: boolean
  readonly onAssistanceSince: Month
  /** What is paid of the month of application, then of the next, which is whole. */
  readonly payments: readonly Benefit[]
}

/** Why no household can be made of these answers. */
export type Hindrance = 'spouseNotHeard' | 'nameMissing' | 'birthDateMissing'

/** What the office settled where the answers do not decide. */
export type Settled = {
  readonly programme?: FileProgramme
  readonly constraints?: Partial<Readonly<Record<Adult, Constraint>>>
}

/** The programmes a new file may be in. */
export const newProgrammes = [
  'socialAssistance',
  'socialSolidarity',
] as const satisfies readonly FileProgramme[]

/**
 * The answers as a whole: those of the applicant, and in place of what they said of their spouse, the spouse's own.
 * @returns what hinders instead, when the spouse was to answer and did not
 */
export function wholeAnswers(applicant: Draft, spouse: Draft | null): Draft | 'spouseNotHeard' {
  if (!hasSpouse(applicant) || answersForSpouse(applicant)) return applicant
  return spouse ?? 'spouseNotHeard'
}

/** The programme the answers lead to, which may be one that a file here does not hold. */
export function proposedProgramme(answers: Draft, day: Day): Programme {
  return programmeOf(caseOf(answers, day))
}

/**
 * The household of an application received on a day. `settled` is what the office decided of its programme and of the
 * constraints; without it the answers are taken as they are. Null as long as the programme is one a file does not hold
 * and nobody chose.
 */
export function newHousehold(
  typed: Draft,
  day: Day,
  settled: Settled = {},
): NewHousehold | { readonly hindrance: Hindrance } | null {
  const answers = prune(typed, day)
  const people = [...adultsIn(answers, day, settled), ...childrenIn(answers, day)]
  if (people.some(({ givenName, familyName }) => givenName === '' || familyName === '')) {
    return { hindrance: 'nameMissing' }
  }
  if (people.some(({ birthDate }) => birthDate === null)) return { hindrance: 'birthDateMissing' }
  const programme = settled.programme ?? fileProgramme(proposedProgramme(answers, day))
  if (programme === null) return null
  const now = settledCase(caseOf(typed, day), programme, settled)
  const next = settledCase(caseOfNextMonth(typed, day), programme, settled)
  const { livesWithParents, spouseOfStudent } = benefitSituationOf(now, programme)
  return {
    fromDay: day,
    people: people as NewPerson[],
    address: homeOf(answers, day),
    programme,
    livesWithParents,
    spouseOfStudent,
    subsidisedDwelling: now.subsidisedHousing,
    fluctuatingIncome: adultsOf(answers).some((adult) => isAtWork(answers, adult)),
    onAssistanceSince: monthOf(day),
    payments: [now, next].flatMap((one) => {
      const benefit = computeBenefit(benefitSituationOf(one, programme))
      return benefit.computed ? [benefit] : []
    }),
  }
}

/** So many days are left to file a first statement, at the least. */
const daysToFile = 10

/**
 * The months whose statement a new household need not file: that of the application, which told of it, and those whose
 * limit came before it was admitted, or comes within ten days.
 */
export function sparedMonths(applied: Day, admitted: Day, policies: readonly FilingPolicy[]): Month[] {
  const spared = [monthOf(applied)]
  for (let month = addMonths(spared[0]!, 1); ; month = addMonths(month, 1)) {
    if (dayOf(dueInstant(month, policyFor(month, policies))) >= addDays(admitted, daysToFile)) return spared
    spared.push(month)
  }
}

const fileProgramme = (programme: Programme): FileProgramme | null =>
  programme === 'aimForEmployment' ? null : programme

/** Work that goes on changes from month to month: those households file each month (ADEL 42606). */
const isAtWork = (answers: Draft, adult: Adult): boolean =>
  hasWorked(answers, adult) && valueOf(answers, ownName(adult, 'work')) === 'now'

/** What is not known, and was accepted all the same, counts for nothing. */
function settledCase(of: HouseholdCase, programme: FileProgramme, { constraints }: Settled): HouseholdCase {
  const adults: readonly Adult[] = ['applicant', 'spouse']
  const withConstraint = (adult: CaseAdult, index: number): CaseAdult => {
    return { ...adult, constraint: constraints?.[adults[index]!] ?? adult.constraint }
  }
  return unknownAsNothing({ ...of, programme, adults: of.adults.map(withConstraint) })
}

type Unsure = Omit<NewPerson, 'birthDate'> & { readonly birthDate: Day | null }

function adultsIn(answers: Draft, day: Day, { constraints }: Settled): Unsure[] {
  const told = caseOf(answers, day).adults
  return adultsOf(answers).map((adult, index) => {
    const value = (name: string): string => valueOf(answers, ownName(adult, name))
    const spouse = adult === 'spouse'
    const name = (own: string, ofSpouse: string) => valueOf(answers, spouse ? ofSpouse : own).trim()
    const asked = value('lettersLanguage') || valueOf(answers, 'lettersLanguage')
    return {
      key: adult,
      role: 'adult',
      givenName: name('givenName', 'spouseGivenName'),
      familyName: name('familyName', 'spouseFamilyName'),
      birthDate: dayIn(answers, birthName(adult)),
      language: asked === 'en' ? 'en' : 'fr',
      toldFileNumber: value('fileNumber').trim(),
      constraint: constraints?.[adult] ?? told[index]?.constraint ?? 'none',
      contact: contactOf(answers, adult),
    }
  })
}

/** The children who count in the household; one to be born, or who lives elsewhere for good, is not of it. */
function childrenIn(answers: Draft, day: Day): Unsure[] {
  const language = valueOf(answers, 'lettersLanguage') === 'en' ? 'en' : 'fr'
  return childrenOf(answers).flatMap((index) => {
    const child = childOf(answers, index, day)
    if (child === null || !isDependentChild(child, monthOf(day))) return []
    return [
      {
        key: `child.${index}` as const,
        role: 'child',
        givenName: valueOf(answers, childName(index, 'givenName')).trim(),
        familyName: valueOf(answers, childName(index, 'familyName')).trim(),
        birthDate: dayIn(answers, childName(index, 'birthDate')),
        language,
        toldFileNumber: '',
        constraint: 'none',
        contact: null,
      },
    ]
  })
}
