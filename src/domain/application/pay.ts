import { type Cents, cents } from '../money'

/** How often an amount comes, and how many times a year, in twelfths. `once` counts for the month it comes in. */
const timesAYear = { weekly: 52, biweekly: 26, twiceMonthly: 24, monthly: 12, once: 12 } as const

/** An amount by the month, rounded half up to the cent. What comes at no known pace is taken for a month's. */
export function monthlyOf(amount: Cents, frequency: string): Cents {
  const times = Object.hasOwn(timesAYear, frequency) ? timesAYear[frequency as keyof typeof timesAYear] : 12
  return cents(Math.floor((amount * times + 6) / 12))
}
