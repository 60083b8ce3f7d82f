import { valueOf } from '../draft'
import { entryValue, ownValue } from './names'
import type { About, ListName } from './question'

/*
 * The words of the table of questions: when a page is asked. `own` looks at what the adult told of themselves, `shared`
 * at what was told of the household, `entry` at the entry of a list.
 */
export type Condition = (about: About) => boolean

const holds = (value: string, choices: readonly string[]): boolean =>
  value.split(' ').some((choice) => choices.includes(choice))

export const own =
  (name: string, ...choices: readonly string[]): Condition =>
  (about) =>
    holds(ownValue(about, name), choices)

export const shared =
  (name: string, ...choices: readonly string[]): Condition =>
  ({ draft }) =>
    holds(valueOf(draft, name), choices)

export const entry =
  (list: ListName, name: string, ...choices: readonly string[]): Condition =>
  (about) =>
    holds(entryValue(about, list, name), choices)

export const always: Condition = () => true

export const not =
  (condition: Condition): Condition =>
  (about) =>
    !condition(about)

export const all =
  (...conditions: readonly Condition[]): Condition =>
  (about) =>
    conditions.every((condition) => condition(about))

export const any =
  (...conditions: readonly Condition[]): Condition =>
  (about) =>
    conditions.some((condition) => condition(about))
