import type { Field } from '../question'

/*
 * How fields are written: each word makes a field of one kind, with the limits it has everywhere.
 */

export const choice = (name: string, choices: readonly string[]): Field => ({ name, kind: 'choice', choices })
export const choices = (name: string, list: readonly string[], alone = 'none'): Field => ({
  name,
  kind: 'choices',
  choices: [...list, alone],
  alone,
})
export const yesNo = (name: string): Field => ({ name, kind: 'yesNo', choices: ['yes', 'no'], set: 'yesNo' })
export const named = (name: string): Field => ({ name, kind: 'name', max: 80 })
export const text = (name: string): Field => ({ name, kind: 'text', max: 120 })
export const words = (name: string): Field => ({ name, kind: 'words', max: 2000 })
export const past = (name: string): Field => ({ name, kind: 'date', range: 'past' })
export const money = (name: string): Field => ({ name, kind: 'money', unknown: `${name}Unknown` })
export const tick = (name: string): Field => ({ name, kind: 'choices', choices: ['yes'], optional: true })
export const optional = (field: Field): Field => ({ ...field, optional: true })
export const another = yesNo('another')
export const frequency: Field = {
  ...choice('frequency', ['weekly', 'biweekly', 'twiceMonthly', 'monthly', 'once']),
  set: 'frequency',
}
export const healthNumber: Field = {
  name: 'healthNumber',
  kind: 'healthNumber',
  unknown: 'healthNumberNone',
  secret: true,
}
