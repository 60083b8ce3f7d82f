/**
 * Money is whole cents. The brand keeps dollars, percentages and cents from being added by accident;
 * the period of an amount stands in its name (`monthlyCents`).
 */
export type Cents = number & { readonly __unit: 'cents' }

/** The largest amount a person can declare or receive in one entry: 999 999,99 $. Mirrored by CHECK constraints. */
export const MAX_CENTS = 99_999_999 as Cents

/** Brands a whole number of cents. Throws when it is not a safe whole number: a defect of ours, never bad input. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of cents: ${amount}`)
  return (amount === 0 ? 0 : amount) as Cents
}

/** A share of an amount given in basis points (2 500 = 25 %), rounded half up to the cent. */
export function share(amount: Cents, basisPoints: number): Cents {
  return cents(Math.floor((amount * basisPoints + 5_000) / 10_000))
}
