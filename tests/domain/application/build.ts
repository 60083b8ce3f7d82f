import {
  errorsIn,
  fieldsOf,
  inputNames,
  journeyOf,
  pageId,
  type PageRef,
  prune,
} from '@/domain/application/journey'
import type { Adult } from '@/domain/application/adult'
import type { Day } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'

export const today = '2026-11-27' as Day

/** A day in the three fields it is typed in. */
export function date(name: string, on: string): Draft {
  const [year = '', month = '', day = ''] = on.split('-')
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year }
}

/** A single adult of 27 in a rented home, with nothing to declare: changed by overrides. */
export function answers(overrides: Draft = {}): Draft {
  return {
    urgentNeeds: 'none',
    reason: 'insufficientIncome',
    givenName: 'Noé',
    familyName: 'Exemple',
    ...date('birthDate', '1999-04-03'),
    status: 'bornInQuebec',
    assistanceBefore: 'never',
    healthNumber: 'EXEN 9904 0312',
    sin: '',
    phone: '',
    email: '',
    lettersLanguage: 'fr',
    safeReach: 'anyTime',
    protectAddress: '',
    helper: 'nobody',
    dwelling: 'tenant',
    street: '15, rue de l’Exemple',
    unit: '',
    city: 'Québec',
    postalCode: 'G1R 4S9',
    onReserve: '',
    rent: '700',
    livesWith: 'nobody',
    pastUnion: 'none',
    studies: 'no',
    health: 'none',
    work: 'never',
    independence: 'selfSupporting',
    away: 'no',
    income: 'none',
    awaited: 'none',
    accounts: '12,50',
    cash: '0',
    outstanding: '0',
    owned: 'none',
    givenAway: 'no',
    deposit: 'yes',
    transit: '12345',
    institution: '815',
    account: '1234567',
    needs: 'none',
    more: '',
    ...overrides,
  }
}

/** What the spouse of such a couple answers of themself, and what is said of them. */
export function couple(overrides: Draft = {}): Draft {
  return answers({
    livesWith: 'partner',
    couple: 'married',
    spouseGivenName: 'Léa',
    spouseFamilyName: 'Modèle',
    ...date('spouseBirthDate', '1990-06-15'),
    spouseAnswers: 'me',
    lettersTo: 'both',
    'spouse.status': 'bornInQuebec',
    'spouse.assistanceBefore': 'never',
    'spouse.healthNumber': 'MODL 9056 1512',
    'spouse.studies': 'no',
    'spouse.health': 'none',
    'spouse.work': 'never',
    'spouse.away': 'no',
    'spouse.income': 'none',
    'spouse.awaited': 'none',
    'spouse.accounts': '0',
    'spouse.cash': '0',
    'spouse.outstanding': '0',
    'spouse.owned': 'none',
    'spouse.givenAway': 'no',
    ...overrides,
  })
}

/** One child, and what is asked of them. */
export function child(index: number, overrides: Record<string, string> = {}): Draft {
  const all: Record<string, string> = {
    givenName: 'Zoé',
    familyName: 'Exemple',
    'birthDate.day': '14',
    'birthDate.month': '2',
    'birthDate.year': '2019',
    healthNumberNone: 'yes',
    another: 'no',
    parents: 'applicant',
    lives: 'allTime',
    handicap: 'no',
    otherParentName: '',
    ...overrides,
  }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`children.${index}.${name}`, value]))
}

export const pagesOf = (draft: Draft, viewer: Adult = 'applicant'): string[] =>
  journeyOf(draft, viewer, today).map(pageId)

/** The names of the fields asked, without the ticks given instead. */
export const fieldNamesOf = (draft: Draft, viewer: Adult = 'applicant'): string[] =>
  journeyOf(draft, viewer, today).flatMap((ref) => fieldsOf(ref, draft, today).map(({ name }) => name))

/** What is still to put right, page by page. */
export const errorsOfAll = (draft: Draft, viewer: Adult = 'applicant'): string[] =>
  journeyOf(draft, viewer, today).flatMap((ref) =>
    errorsIn(ref, draft, today).map(({ field, problem }) => `${field}: ${problem}`),
  )

/** A page as its form sends it: every field of it, and nothing else. */
export function send(draft: Draft, ref: PageRef, said: Draft): Draft {
  const sent = fieldsOf(ref, draft, today)
    .flatMap(inputNames)
    .map((name) => [name, said[name] ?? ''])
  return prune({ ...draft, ...Object.fromEntries(sent) }, today)
}
