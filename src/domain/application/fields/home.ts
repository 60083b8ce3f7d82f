import { type Condition, not, shared } from '../conditions'
import { coupleChoices, hasSpouse, livesWithChoices } from '../facts'
import type { Field } from '../question'
import {
  choice,
  choices,
  yesNo,
  named,
  text,
  words,
  past,
  money,
  tick,
  optional,
  another,
  healthNumber,
} from './field'

/* Where and with whom one lives: the home, the people of it, the children, the spouse. */

const withSpouse: Condition = ({ draft }) => hasSpouse(draft)
const isHoused = not(shared('dwelling', 'noHome'))

export const homeFields = {
  dwelling: [
    choice('dwelling', [
      'tenant',
      'subsidised',
      'ownHome',
      'room',
      'hosted',
      'shelter',
      'violenceShelter',
      'careFacility',
      'detention',
      'religiousCommunity',
      'noHome',
      'other',
    ]),
  ],
  address: [
    { ...text('street'), max: 80, group: 'address', when: isHoused },
    { ...optional(text('unit')), max: 20, group: 'address', when: isHoused },
    { ...text('city'), max: 80, group: 'address' },
    { name: 'postalCode', kind: 'postalCode', group: 'address', when: isHoused },
    { name: 'postalCode', kind: 'postalCode', group: 'address', optional: true, when: not(isHoused) },
    { ...optional(words('lettersAt')), max: 200, when: not(isHoused) },
    tick('onReserve'),
  ],
  rent: [money('rent')],
  livesWith: [{ name: 'livesWith', kind: 'choices', choices: livesWithChoices, alone: 'nobody' }],
  couple: [choice('couple', coupleChoices)],
  coupleSince: [past('coupleSince')],
  other: [
    named('name'),
    choice('tie', ['parent', 'partner', 'otherFamily', 'sharesRent', 'roomer', 'hosts', 'landlord', 'other']),
    money('paysYou'),
    another,
  ],
  otherParent: [choices('parentIs', ['onAssistance', 'guaranteedIncomeSupplement', 'constantCare'])],
  pastUnion: [choice('pastUnion', ['none', 'separated', 'legallySeparated', 'divorced', 'widowed'])],
  pastUnionDate: [past('pastUnionDate')],

  child: [
    named('givenName'),
    named('familyName'),
    past('birthDate'),
    // Never needed of a child who has none yet: a newborn, a claimant's.
    healthNumber,
    another,
  ],
  childLife: [
    { ...choice('parents', ['applicant', 'spouse', 'both', 'neither']), when: withSpouse },
    { ...choice('parents', ['applicant', 'neither']), when: not(withSpouse) },
    choice('lives', ['allTime', 'sharedCustody', 'awayReturns', 'placedForGood']),
    choice('handicap', ['yes', 'asked', 'no']),
  ],
  childGrown: [yesNo('inSchool'), choices('childIs', ['married', 'parent', 'emancipated'])],
  childCustody: [
    { name: 'custodyDays', kind: 'number', min: 0, max: 14 },
    choice('custodyPaper', ['judgment', 'mediation', 'agreement', 'none']),
  ],
  childOtherParent: [optional(named('otherParentName')), optional(text('otherParentCountry'))],
  childrenMoney: [yesNo('childrenMoney')],
  childMoney: [
    money('monthlyIncome'),
    optional(text('incomeFrom')),
    money('owns'),
    optional(text('ownsWhat')),
  ],

  spouse: [
    named('spouseGivenName'),
    named('spouseFamilyName'),
    past('spouseBirthDate'),
    choice('spouseAnswers', ['self', 'me']),
    choice('lettersTo', ['both', 'applicant', 'spouse']),
  ],
} as const satisfies Readonly<Record<string, readonly Field[]>>
