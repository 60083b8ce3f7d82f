import { changeTopics, type StatementAnswers } from './answers'
import type { FiledAnswers } from './confirmation'

/**
 * The answers as they are kept: topics in their order and once, answers of topics that are not ticked removed
 * (a branch the person left says nothing), texts without stray spaces.
 */
export function prune(answers: FiledAnswers): FiledAnswers {
  const changed = changeTopics.filter((topic) => answers.changed.includes(topic))
  const has = (topic: StatementAnswers['changed'][number]) => changed.includes(topic)
  return tidy({
    changed,
    work: has('work') ? answers.work : [],
    selfEmployment: has('selfEmployment') ? answers.selfEmployment : [],
    otherIncome: has('otherIncome') ? answers.otherIncome : [],
    people: has('people') ? answers.people : [],
    move: has('move') ? answers.move : null,
    studies: has('studies') ? answers.studies : [],
    absences: has('absence') ? answers.absences : [],
    assets: has('assets') ? answers.assets : null,
    health: has('health') ? answers.health : [],
    other: has('other') ? answers.other : null,
    confirmed: answers.confirmed,
  })
}

/**
 * One text for equal answers, whatever the order of jobs, people or keys: what a digest is made of,
 * so that the same answers sent twice are one filing.
 */
export function digestInput(answers: FiledAnswers): string {
  return canonical(prune(answers))
}

/** Trims, joins runs of spaces (not of lines) and settles the form of accents (NFC) in every text. */
function tidy<T>(value: T): T {
  if (typeof value === 'string')
    return value
      .normalize('NFC')
      .replace(/[^\S\n]+/g, ' ')
      .trim() as T
  if (Array.isArray(value)) return value.map(tidy) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, tidy(part)])) as T
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
  return `{${parts.sort().join(',')}}`
}
