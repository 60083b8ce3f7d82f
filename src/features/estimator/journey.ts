import { isSpouse } from '@/domain/eligibility/spouse'
import { chosenIn, type Draft, postedValue, tickedIn, valueOf } from './draft'
import type { Fields } from '@/server/body'
import {
  aidChoices,
  coupleChoices,
  type Field,
  healthChoices,
  homeChoices,
  incomeChoices,
  otherStatusChoices,
  propertyChoices,
  questionNames,
  type QuestionName,
  statusChoices,
  yesNo,
} from './form'
import { errorsIn, readAge, readAges } from './reading'

/*
 * What is asked next is a pure function of what was answered. A page stands in the journey when its facts can change
 * the answer: a single adult who applies is never asked about their spouse, nor about subsidised housing.
 */

/** Under this age, someone alone may be deemed to depend on their parents; above it, nobody is asked. */
const INDEPENDENT_FROM_AGE = 30

/** Whether the law takes the two for spouses; not knowing, they are taken for spouses until it is said. */
export function hasSpouse(draft: Draft): boolean {
  const couple = chosenIn(draft, 'couple', coupleChoices)
  const said = (choice: typeof couple) => (couple === 'unknown' || couple === null ? null : couple === choice)
  const answer = isSpouse({
    livesWithOtherAdult: tickedIn(draft, 'home', homeChoices).includes('partner'),
    marriedOrCivilUnion: said('married'),
    parentsOfSameChild: said('childTogether'),
    coupleForOneYear: said('aYear'),
    coupleAgainAfterOneYear: said('aYear'),
  })
  return answer.decided ? answer.spouse : true
}

/** The ages of the children said to live here. */
export function childAges(draft: Draft): readonly number[] {
  const has = tickedIn(draft, 'home', homeChoices).includes('children')
  return has ? (readAges(valueOf(draft, 'childAges')).value ?? []) : []
}

/** The names of a fact about each adult: `age`, and `age2` for the spouse. */
export function namesOf(draft: Draft, name: string): string[] {
  return hasSpouse(draft) ? [name, `${name}2`] : [name]
}

const isMinor = (draft: Draft, name: string) => (readAge(valueOf(draft, name)).value ?? 18) < 18
const isAlone = (draft: Draft) =>
  !hasSpouse(draft) && !tickedIn(draft, 'home', homeChoices).includes('children')
const isOnAid = (draft: Draft) => ['short', 'long'].includes(valueOf(draft, 'aid'))
const isSevere = (draft: Draft) => namesOf(draft, 'health').some((name) => valueOf(draft, name) === 'severe')

const asked: Readonly<Record<QuestionName, (draft: Draft) => boolean>> = {
  household: () => true,
  couple: (draft) => tickedIn(draft, 'home', homeChoices).includes('partner'),
  children: (draft) => tickedIn(draft, 'home', homeChoices).includes('children'),
  age: () => true,
  // The parent of a child is emancipated by that alone.
  minor: (draft) =>
    childAges(draft).length === 0 && namesOf(draft, 'age').some((name) => isMinor(draft, name)),
  status: () => true,
  otherStatus: (draft) => namesOf(draft, 'status').some((name) => valueOf(draft, name) === 'other'),
  independence: (draft) => isAlone(draft) && mayDepend(draft),
  studies: () => true,
  health: () => true,
  income: () => true,
  amounts: (draft) => incomeIn(draft).length > 0,
  money: () => true,
  property: () => true,
  values: (draft) => propertyIn(draft).length > 0,
  aid: () => true,
  severity: (draft) => isSevere(draft) && isOnAid(draft),
  housing: (draft) => isAlone(draft) && valueOf(draft, 'aid') === 'long',
}

function mayDepend(draft: Draft): boolean {
  const age = readAge(valueOf(draft, 'age')).value
  return age !== undefined && age >= 18 && age < INDEPENDENT_FROM_AGE
}

/** The kinds of income ticked; none when "nothing" is. */
export function incomeIn(draft: Draft): Exclude<(typeof incomeChoices)[number], 'nothing'>[] {
  const ticked = tickedIn(draft, 'income', incomeChoices)
  return ticked.filter((kind) => kind !== 'nothing')
}

/** What is owned and needs a value. */
export function propertyIn(draft: Draft): ('home' | 'vehicle' | 'other')[] {
  const ticked = tickedIn(draft, 'property', propertyChoices)
  return ticked.filter((what) => what !== 'nothing' && what !== 'unknown')
}

/** The fields a page asks, after what was answered. */
export function fieldsOf(question: QuestionName, draft: Draft): Field[] {
  const each = (field: Field, only: (suffix: '' | '2') => boolean = () => true): Field[] => {
    const all = hasSpouse(draft) ? (['', '2'] as const) : ([''] as const)
    return all
      .filter(only)
      .map((suffix) => ({ ...field, name: field.name + suffix, ...(suffix ? { spouse: true } : {}) }))
  }
  switch (question) {
    case 'household':
      return [{ name: 'home', kind: 'choices', choices: homeChoices, alone: ['nobody'] }]
    case 'couple':
      return [{ name: 'couple', kind: 'choice', choices: coupleChoices }]
    case 'children':
      return [{ name: 'childAges', kind: 'ages' }]
    case 'age':
      return each({ name: 'age', kind: 'age' })
    case 'minor':
      return each({ name: 'minor', kind: 'choice', choices: yesNo }, (of) => isMinor(draft, `age${of}`))
    case 'status':
      return each({ name: 'status', kind: 'choice', choices: statusChoices })
    case 'otherStatus':
      return each(
        { name: 'otherStatus', kind: 'choice', choices: otherStatusChoices },
        (of) => valueOf(draft, `status${of}`) === 'other',
      )
    case 'independence':
      return [{ name: 'independence', kind: 'choice', choices: yesNo }]
    case 'studies':
      return each({ name: 'studies', kind: 'choice', choices: yesNo })
    case 'health':
      return each({ name: 'health', kind: 'choice', choices: healthChoices })
    case 'income':
      return [{ name: 'income', kind: 'choices', choices: incomeChoices, alone: ['nothing'] }]
    case 'amounts':
      return incomeIn(draft).flatMap((kind): Field[] =>
        kind === 'work' ? each({ name: 'work', kind: 'money' }) : [{ name: kind, kind: 'money' }],
      )
    case 'money':
      return [{ name: 'liquid', kind: 'money', unknown: 'liquidUnknown' }]
    case 'property':
      return [{ name: 'property', kind: 'choices', choices: propertyChoices, alone: ['nothing', 'unknown'] }]
    case 'values':
      return propertyIn(draft).map((what) => ({
        name: `${what}Value`,
        kind: 'money',
        unknown: `${what}ValueUnknown`,
      }))
    case 'aid':
      return [{ name: 'aid', kind: 'choice', choices: aidChoices }]
    case 'severity':
      return each(
        { name: 'severity', kind: 'choice', choices: yesNo },
        (of) => valueOf(draft, `health${of}`) === 'severe',
      )
    case 'housing':
      return [{ name: 'housing', kind: 'choice', choices: yesNo }]
  }
}

/** The pages this person goes through, as far as their answers tell. */
export function journeyOf(draft: Draft): QuestionName[] {
  return questionNames.filter((question) => asked[question](draft))
}

/** The first page still without an answer we can read, or null when the result can be shown. */
export function nextQuestion(draft: Draft): QuestionName | null {
  return journeyOf(draft).find((question) => errorsIn(draft, fieldsOf(question, draft)).length > 0) ?? null
}

const namesIn = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) =>
    'unknown' in field && field.unknown ? [field.name, field.unknown] : [field.name],
  )

/** The postal code is kept with the answers; no page of the journey asks it. */
const besides = ['postalCode']

/**
 * The answers once a page was sent: what it asked is replaced, the rest stays. Answers of pages the person no longer
 * goes through are left out.
 */
export function mergeAnswers(kept: Draft, question: QuestionName, posted: Fields): Draft {
  const merged: Record<string, string> = { ...kept }
  for (const name of namesIn(fieldsOf(question, kept))) {
    const value = postedValue(posted, name)
    if (value === '') delete merged[name]
    else merged[name] = value
  }
  return pruneAnswers(merged)
}

function pruneAnswers(draft: Draft): Draft {
  const names = new Set(journeyOf(draft).flatMap((question) => namesIn(fieldsOf(question, draft))))
  const left = Object.entries(draft).filter(([name]) => names.has(name) || besides.includes(name))
  const pruned: Draft = Object.fromEntries(left)
  // A page that left may have been the reason of another.
  return left.length === Object.keys(draft).length ? pruned : pruneAnswers(pruned)
}
