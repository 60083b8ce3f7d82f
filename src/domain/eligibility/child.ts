import type { Known } from '../estimate/case'
import type { Month } from '../calendar'
import { custodyBasisPoints } from '../rates/residence'
import { rateFor } from '../rates/table'

/** What is asked about a child, in the order of form 3003. A fact is null until it is said. */
export type ChildFacts = {
  readonly age: Known<number>
  /** Of an adult child: attends school, full- or part-time. */
  readonly attendsSchool: Known<boolean>
  /** Married, in a civil union, or a parent of a child in their charge; a minor also when fully emancipated. */
  readonly emancipated: Known<boolean>
  /** In a rehabilitation centre, a foster family or the like, and no return is planned. */
  readonly placedForGood: Known<boolean>
  /** Share of the time the child lives here, in percent. */
  readonly custodyPercent: Known<number>
}

export const childQuestions = [
  'age',
  'attendsSchool',
  'emancipated',
  'placedForGood',
  'custodyPercent',
] as const satisfies readonly (keyof ChildFacts)[]
export type ChildQuestion = (typeof childQuestions)[number]

/** Why a child is not dependent. */
export const childRefusals = ['adultNotInSchool', 'emancipated', 'placedForGood', 'custodyTooShort'] as const
export type ChildRefusal = (typeof childRefusals)[number]

/** Dependent, not and why, or what to ask next. */
export type ChildAnswer =
  | { readonly decided: true; readonly dependent: true }
  | { readonly decided: true; readonly dependent: false; readonly because: readonly ChildRefusal[] }
  | { readonly decided: false; readonly next: ChildQuestion }

const majority = 18

/**
 * Who is a dependent child (definitions of form 3003; ADEL 42284): a minor, or an adult who attends school; not
 * emancipated, not placed for good, and here at least 40 % of the time. The test of a household's case is
 * `isDependentChild`, which takes these as known.
 */
export function dependentChildOf(facts: ChildFacts, month: Month): ChildAnswer {
  const isAdult = facts.age !== null && facts.age >= majority
  const custody = rateFor(custodyBasisPoints, month).value
  const because: ChildRefusal[] = []
  if (isAdult && facts.attendsSchool === false) because.push('adultNotInSchool')
  if (facts.emancipated === true) because.push('emancipated')
  if (facts.placedForGood === true) because.push('placedForGood')
  if (facts.custodyPercent !== null && facts.custodyPercent * 100 < custody) because.push('custodyTooShort')
  if (because.length > 0) return { decided: true, dependent: false, because }

  const next = childQuestions.find(
    (question) => facts[question] === null && (question !== 'attendsSchool' || isAdult),
  )
  return next ? { decided: false, next } : { decided: true, dependent: true }
}
