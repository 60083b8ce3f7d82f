import type { Answers } from './applicant'

/*
 * Answers that several applicants give alike, a few pages at a time, in the order they are asked.
 */

export const reachedBy = (phone: string, email = '', lettersLanguage = 'fr') => ({
  reaching: { phone, email, lettersLanguage, safeReach: 'anyTime', protectAddress: '' },
})

export const helpedByNobody: Answers = { helper: { helper: 'nobody' } }

export const addressed = (street: string, city: string, postalCode: string, unit = '') => ({
  address: { street, unit, city, postalCode, onReserve: '' },
})

export const wellAndNotStudying: Answers = { studies: { studies: 'no' }, health: { health: 'none' } }

export const notAway: Answers = { away: { away: 'no' } }

export const nothingComesIn: Answers = { income: { income: 'none' }, awaited: { awaited: 'none' } }

export const holds = (accounts: string, cash = '0') => ({
  money: { accounts, cash, outstanding: '0' },
})

export const ownsNothing: Answers = { owned: { owned: 'none' }, givenAway: { givenAway: 'no' } }

export const byCheque: Answers = { deposit: { deposit: 'no' } }

export const intoAnAccount: Answers = {
  deposit: { deposit: 'yes' },
  account: { transit: '12345', institution: '815', account: '1234567' },
}

export const needsNothingMore: Answers = { needs: { needs: 'none' }, more: { more: '' } }

/** Of a child whose other parent lives elsewhere and is not named. */
export const otherParentUnnamed = { otherParentName: '', otherParentCountry: '' }

/** Of a spouse: the same pages, about them. */
export const ofSpouse = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([page, said]) => [`spouse-${page}`, said]))
