/** The household of the examples: one adult of 48 on assistance for a year, whose child is 5. */
export const exampleCase = {
  month: '2025-03',
  adults: [
    {
      age: 48,
      constraint: 'none',
      netWorkIncomeMonthlyCents: 0,
      otherIncome: [{ kind: 'pension', monthlyCents: 0 }],
      student: false,
      livesWithParent: false,
    },
  ],
  children: [{ age: 5 }],
  liquidAssetsCents: 0,
  monthsOnAssistance: 12,
  subsidisedHousing: false,
} as const

/** The same, alone and working, for the curve. */
export const exampleCurve = {
  month: '2025-03',
  adults: [{ age: 48 }],
  monthsOnAssistance: 12,
  toCents: 150_000,
  stepCents: 25_000,
} as const

/** A postal code whose office has an address and a number of its own. */
export const examplePostalCode = 'J2B 1G3'
