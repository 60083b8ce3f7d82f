import { type Day, monthOf, monthsBetween } from '../calendar'
import { type Draft, valueOf } from '../draft'
import type { CaseProperty, HouseholdCase, Known } from '../estimate/case'
import { type Cents, cents } from '../money'
import { dayIn } from './facts'
import { entriesOf, entryName, ownName } from './names'
import type { Adult } from './adult'
import type { ListName } from './question'
import { amountIn } from './reading'

/*
 * What is owned, by every adult together. One amount that is not known makes the whole not known: the estimate then
 * says what is missing.
 */

/** Retirement and education savings left out of liquid assets (RAPF 141). */
const SAVINGS_LEFT_OUT = cents(60_000_00)

const add = (amounts: readonly Known<Cents>[]): Known<Cents> =>
  amounts.reduce<Known<Cents>>(
    (sum, amount) => (sum === null || amount === null ? null : cents(sum + amount)),
    cents(0),
  )

const owns = (draft: Draft, adult: Adult, what: string): boolean =>
  valueOf(draft, ownName(adult, 'owned')).split(' ').includes(what)

/** Of what is ticked as owned, its value; nothing when it is not ticked. */
const valueOwned = (draft: Draft, adult: Adult, what: string, name: string): Known<Cents> =>
  owns(draft, adult, what) ? amountIn(draft, ownName(adult, name)) : cents(0)

/** Money at hand on the day of application, less what is on its way to pay the home (form 3003). */
export function liquidAssetsOf(draft: Draft, adults: readonly Adult[]): Known<Cents> {
  const held = adults.flatMap((adult) => {
    const savings = valueOwned(draft, adult, 'retirement', 'retirementValue')
    return [
      amountIn(draft, ownName(adult, 'accounts')),
      amountIn(draft, ownName(adult, 'cash')),
      savings === null ? null : cents(Math.max(0, savings - SAVINGS_LEFT_OUT)),
      valueOwned(draft, adult, 'investments', 'investmentsValue'),
      valueOwned(draft, adult, 'moneyOwed', 'moneyOwedValue'),
    ]
  })
  const all = add(held)
  // An outstanding payment that is not known takes nothing away.
  const leaving = adults.reduce(
    (sum, adult) => sum + (amountIn(draft, ownName(adult, 'outstanding')) ?? 0),
    0,
  )
  return all === null ? null : cents(Math.max(0, all - leaving))
}

/** Home, other property and vehicles. A leased vehicle is not theirs. */
export function propertyOf(draft: Draft, adults: readonly Adult[]): Known<CaseProperty> {
  if (adults.some((adult) => valueOf(draft, ownName(adult, 'owned')) === '')) return null
  const residence = valueOf(draft, 'dwelling') === 'ownHome' ? amountIn(draft, 'homeValue') : cents(0)
  const other = add(
    adults.flatMap((adult) => [
      ...entryValues(draft, adult, 'building', 'buildings'),
      valueOwned(draft, adult, 'valuables', 'valuablesValue'),
      valueOwned(draft, adult, 'business', 'businessValue'),
      valueOwned(draft, adult, 'lifeInsurance', 'cashValue'),
    ]),
  )
  const vehicles = vehiclesOf(draft, adults)
  return residence === null || other === null || vehicles === null
    ? null
    : { residenceCents: residence, otherCents: other, vehicles }
}

const entryValues = (draft: Draft, adult: Adult, what: string, list: ListName): Known<Cents>[] =>
  owns(draft, adult, what)
    ? entriesOf(list, draft, adult).map((index) => amountIn(draft, entryName(adult, list, index, 'value')))
    : []

function vehiclesOf(draft: Draft, adults: readonly Adult[]): CaseProperty['vehicles'] | null {
  const owned = adults.flatMap((adult) =>
    !owns(draft, adult, 'vehicle')
      ? []
      : entriesOf('vehicles', draft, adult)
          .map((index) => (of: string) => entryName(adult, 'vehicles', index, of))
          .filter((name) => valueOf(draft, name('tenure')) !== 'leased')
          .map((name) => ({
            valueCents: amountIn(draft, name('value')),
            adapted: valueOf(draft, name('adapted')) === 'yes',
          })),
  )
  return owned.every(isValued) ? owned : null
}

const isValued = (vehicle: {
  readonly valueCents: Known<Cents>
  readonly adapted: boolean
}): vehicle is CaseProperty['vehicles'][number] => vehicle.valueCents !== null

/** What was given away or sold under its worth; without a value or a day it cannot be counted yet. */
export function givenAwayOf(draft: Draft, adults: readonly Adult[], on: Day): HouseholdCase['givenAway'] {
  return adults
    .filter((adult) => valueOf(draft, ownName(adult, 'givenAway')) === 'yes')
    .flatMap((adult) =>
      entriesOf('gifts', draft, adult).flatMap((index) => {
        const valueCents = amountIn(draft, entryName(adult, 'gifts', index, 'value'))
        const day = dayIn(draft, entryName(adult, 'gifts', index, 'on'))
        if (valueCents === null || day === null || day > on) return []
        return [{ valueCents, monthsAgo: monthsBetween(monthOf(day), monthOf(on)) }]
      }),
    )
}
