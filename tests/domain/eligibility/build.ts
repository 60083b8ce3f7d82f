import { programmes } from '@/domain/benefit/situation'
import type { Programme } from '@/domain/benefit/situation'
import type { Day } from '@/domain/calendar'
import type { CaseAdult, HouseholdCase } from '@/domain/estimate/case'
import { estimate } from '@/domain/estimate/estimate'
import { caseAdult, householdCase } from '../estimate/build'

/** One adult of 36 who applies on the first of November 2026 and has had assistance before: changed by overrides. */
export function applicant(overrides: Partial<HouseholdCase> = {}): HouseholdCase {
  return householdCase({
    applicationDay: '2026-11-01' as Day,
    programme: null,
    monthsOnAssistance: 0,
    ...overrides,
  })
}

/** The same, with one adult so changed. */
export function alone(overrides: Partial<CaseAdult> = {}): HouseholdCase {
  return applicant({ adults: [caseAdult(overrides)] })
}

/** Two adults, each so changed. */
export function couple(one: Partial<CaseAdult> = {}, other: Partial<CaseAdult> = {}): HouseholdCase {
  return applicant({ adults: [caseAdult(one), caseAdult(other)] })
}

/** The outcome of the programme that applies, its reasons and questions, at a glance. */
export function glance(household: HouseholdCase): string {
  return written(estimate(household).eligibility)
}

/** The same for one programme. */
export function glanceOf(programme: Programme, household: HouseholdCase): string {
  const found = estimate(household).eligibility.programmes.find((one) => one.programme === programme)
  if (!found) throw new Error(`No outcome for ${programme}`)
  return written(found)
}

/** The programmes a household may receive aid from. */
export function open(household: HouseholdCase): readonly Programme[] {
  return programmes.filter((programme) => glanceOf(programme, household).startsWith('eligible'))
}

type Answer = {
  readonly outcome: string
  readonly reasons: readonly { readonly code: string }[]
  readonly questions: readonly { readonly code: string }[]
}

function written({ outcome, reasons, questions }: Answer): string {
  return [outcome, ...reasons.map((one) => one.code), ...questions.map((one) => `${one.code}?`)].join(' ')
}
