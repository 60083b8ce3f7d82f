import { changeTopics, type ChangeTopic, type StatementAnswers } from './answers'

/** One part of a statement: a job, a person, the move, the words about something else. */
export type AnswerPart = Readonly<Record<string, string | number | boolean | null>>

/** One thing that differs between two statements, for the agent and for the history. */
export type AnswerDifference = {
  readonly topic: ChangeTopic
  readonly what: 'added' | 'removed' | 'changed'
  readonly before: AnswerPart | null
  readonly after: AnswerPart | null
  /** The names of the fields that differ; empty when the part was added or removed. */
  readonly fields: readonly string[]
}

/**
 * What tells two parts of a topic apart: a job keeps its identity when its amount changes.
 * A move, the assets and the free words exist once.
 */
const identity: Record<ChangeTopic, readonly string[]> = {
  work: ['adultId', 'employer'],
  selfEmployment: ['adultId', 'activity'],
  otherIncome: ['adultId', 'kind'],
  people: ['what', 'name'],
  move: [],
  studies: ['adultId', 'what'],
  absence: ['adultId', 'leftOn'],
  assets: [],
  health: ['adultId', 'what'],
  other: [],
}

/** The parts of one topic, as plain values. */
export function partsOf(answers: StatementAnswers, topic: ChangeTopic): AnswerPart[] {
  switch (topic) {
    case 'absence':
      return [...answers.absences]
    case 'move':
      return answers.move ? [answers.move] : []
    case 'assets':
      return answers.assets ? [answers.assets] : []
    case 'other':
      return answers.other === null ? [] : [{ words: answers.other }]
    default:
      return [...answers[topic]]
  }
}

/** What changed from one statement to another, topic by topic: removed and changed parts first, then new ones. */
export function differences(before: StatementAnswers, after: StatementAnswers): AnswerDifference[] {
  return changeTopics.flatMap((topic) => differencesOf(topic, partsOf(before, topic), partsOf(after, topic)))
}

function differencesOf(
  topic: ChangeTopic,
  before: readonly AnswerPart[],
  after: readonly AnswerPart[],
): AnswerDifference[] {
  const left = [...after]
  const found: AnswerDifference[] = []
  for (const part of before) {
    const index = left.findIndex((other) => keyOf(topic, other) === keyOf(topic, part))
    const other = index < 0 ? undefined : left.splice(index, 1)[0]
    if (!other) found.push({ topic, what: 'removed', before: part, after: null, fields: [] })
    else {
      const fields = fieldsThatDiffer(part, other)
      if (fields.length > 0) found.push({ topic, what: 'changed', before: part, after: other, fields })
    }
  }
  for (const part of left) found.push({ topic, what: 'added', before: null, after: part, fields: [] })
  return found
}

function fieldsThatDiffer(one: AnswerPart, other: AnswerPart): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => one[name] !== other[name])
}

function keyOf(topic: ChangeTopic, part: AnswerPart): string {
  return JSON.stringify(identity[topic].map((name) => String(part[name]).toLocaleLowerCase('fr-CA')))
}
