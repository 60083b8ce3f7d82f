import { own } from '../conditions'
import type { Field } from '../question'
import { choice, choices, yesNo, named, text, words, past, tick, healthNumber, optional } from './field'

/* Who one is, what is urgent, and how to be reached. */

export const youFields = {
  urgent: [
    choices('urgentNeeds', ['noFood', 'noShelter', 'evictedSoon', 'energyCutOff', 'medication', 'violence']),
  ],

  reason: [
    choice('reason', [
      'lossOfIncome',
      'endOfStudies',
      'awaitingDecision',
      'insufficientIncome',
      'noIncome',
      'newChild',
      'newSpouse',
      'lostSpouse',
      'health',
      'released',
      'funeral',
      'other',
    ]),
  ],
  reasonDate: [past('reasonDate')],
  released: [choice('releasedFrom', ['healthFacility', 'correctionalFacility'])],
  reasonWords: [words('reasonWords')],
  identity: [named('givenName'), named('familyName'), past('birthDate')],
  minor: [choice('emancipation', ['married', 'parent', 'fullyEmancipated', 'none'])],
  status: [
    choice('status', [
      'bornInQuebec',
      'bornInCanada',
      'citizenBornAbroad',
      'permanentResident',
      'protectedPerson',
      'refugeeClaimant',
      'other',
    ]),
  ],
  otherStatus: [
    choice('otherStatus', [
      'temporaryResident',
      'refusedClaimantAllowedToStay',
      'humanitarianWithQuebecCertificate',
      'claimNotHeard',
      'none',
      'unknown',
    ]),
  ],
  arrival: [text('birthCountry'), past('arrivalDate')],
  before: [choice('assistanceBefore', ['never', 'before', 'unknown'])],
  numbers: [
    healthNumber,
    { name: 'sin', kind: 'sin', optional: true, secret: true },
    { ...optional(text('fileNumber')), max: 20, when: own('assistanceBefore', 'before') },
  ],
  sinExpiry: [{ name: 'sinExpiry', kind: 'date', range: 'either', unknown: 'sinExpiryUnknown' }],
  birthParent: [named('parentGivenName'), named('parentFamilyName')],

  reaching: [
    // Nobody must have a telephone: without one, letters and the office remain.
    { name: 'phone', kind: 'phone', optional: true },
    { name: 'email', kind: 'email', optional: true },
    choice('lettersLanguage', ['fr', 'en']),
    choice('safeReach', ['anyTime', 'onlyAsISay']),
    tick('protectAddress'),
  ],
  reachWords: [{ ...words('reachWords'), max: 500 }],
  helper: [choice('helper', ['nobody', 'someoneHelps', 'represented'])],
  helperWho: [
    named('helperName'),
    choice('helperIs', ['family', 'friend', 'organisation', 'publicCurator', 'mandatary', 'other']),
    { name: 'helperPhone', kind: 'phone', optional: true },
    yesNo('lettersToHelper'),
    { ...optional(text('curatorFile')), max: 30, when: own('helper', 'represented') },
  ],
} as const satisfies Readonly<Record<string, readonly Field[]>>
