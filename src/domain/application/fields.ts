import { absenceExcuses } from '../eligibility/excuse'
import { awaitedNames, benefitNames } from './benefits'
import { all, type Condition, entry, not, own, shared } from './conditions'
import { coupleChoices, hasSpouse, livesWithChoices } from './facts'
import type { Field } from './question'

/*
 * What each page asks. The pages themselves, and when each is asked, are in `questions.ts`. Where a field has no
 * condition it is asked whenever its page is.
 */

const choice = (name: string, choices: readonly string[]): Field => ({ name, kind: 'choice', choices })
const choices = (name: string, list: readonly string[], alone = 'none'): Field => ({
  name,
  kind: 'choices',
  choices: [...list, alone],
  alone,
})
const yesNo = (name: string): Field => ({ name, kind: 'yesNo', choices: ['yes', 'no'], set: 'yesNo' })
const named = (name: string): Field => ({ name, kind: 'name', max: 80 })
const text = (name: string): Field => ({ name, kind: 'text', max: 120 })
const words = (name: string): Field => ({ name, kind: 'words', max: 2000 })
const past = (name: string): Field => ({ name, kind: 'date', range: 'past' })
const money = (name: string): Field => ({ name, kind: 'money', unknown: `${name}Unknown` })
const tick = (name: string): Field => ({ name, kind: 'choices', choices: ['yes'], optional: true })
const optional = (field: Field): Field => ({ ...field, optional: true })
const another = yesNo('another')
const frequency: Field = {
  ...choice('frequency', ['weekly', 'biweekly', 'twiceMonthly', 'monthly', 'once']),
  set: 'frequency',
}
const healthNumber: Field = {
  name: 'healthNumber',
  kind: 'healthNumber',
  unknown: 'healthNumberNone',
  secret: true,
}
const withSpouse: Condition = ({ draft }) => hasSpouse(draft)
const isHoused = not(shared('dwelling', 'noHome'))
const isSelfEmployed = entry('jobs', 'jobKind', 'selfEmployed')

export const fields = {
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

  studies: [choice('studies', ['no', 'planned', 'partTime', 'fullTime'])],
  studiesNow: [
    { ...choice('studyLevel', ['secondary', 'vocational', 'college', 'university']), set: 'studyLevel' },
  ],
  studiesPlanned: [
    { ...choice('plannedLevel', ['secondary', 'vocational', 'college', 'university']), set: 'studyLevel' },
    choice('plannedLoad', ['partTime', 'fullTime']),
    { name: 'studiesStart', kind: 'date', range: 'future', unknown: 'studiesStartUnknown' },
  ],
  health: [choices('health', ['temporary', 'severe', 'pregnant'])],
  healthMore: [
    choice('healthLasts', ['underAMonth', 'underAYear', 'aYearOrMore', 'forGood', 'unknown']),
    optional(words('healthWords')),
    {
      ...choice('severeMonths', ['under66', 'atLeast66', 'unknown']),
      when: all(own('health', 'severe'), own('assistanceBefore', 'before')),
    },
  ],
  pregnancy: [{ name: 'dueDate', kind: 'date', range: 'birth' }],
  work: [choice('work', ['now', 'lastYear', 'before', 'never'])],
  job: [
    text('employer'),
    choice('jobKind', ['employee', 'onCall', 'selfEmployed']),
    past('jobStart'),
    { ...yesNo('goesOn'), when: own('work', 'now') },
    another,
  ],
  jobEnd: [
    past('jobEnd'),
    choice('endReason', [
      'lackOfWork',
      'businessClosed',
      'health',
      'childBirthOrCare',
      'changedJobs',
      'dismissed',
      'quit',
      'other',
    ]),
  ],
  jobPay: [{ ...money('gross'), when: not(isSelfEmployed) }, money('net'), frequency],
  lastPay: [money('lastPay')],
  independence: [
    choices('independence', [
      'selfSupporting',
      'wasCouple',
      'wasParent',
      'degree',
      'judgment',
      'parentsDead',
    ]),
  ],
  parents: [choice('parentsReach', ['canAsk', 'refuse', 'cannotReach', 'unsafe'])],
  away: [yesNo('away')],
  stay: [
    past('leftOn'),
    { name: 'backOn', kind: 'date', range: 'either', unknown: 'backOnUnknown' },
    choice('awayReason', [...absenceExcuses, 'none']),
  ],

  income: [{ ...choices('income', benefitNames), set: 'benefit' }],
  support: [
    {
      ...choice('childSupportStatus', ['received', 'awaitingJudgment', 'notReceived']),
      set: 'supportStatus',
      when: own('income', 'childSupport'),
    },
    {
      ...choice('spousalSupportStatus', ['received', 'awaitingJudgment', 'notReceived']),
      set: 'supportStatus',
      when: own('income', 'spousalSupport'),
    },
  ],
  incomeItem: [money('amount'), frequency, yesNo('goesOn'), optional(text('from'))],
  awaited: [{ ...choices('awaited', awaitedNames), set: 'benefit' }],
  awaitedItem: [past('askedOn'), { name: 'amount', kind: 'money', optional: true }],

  money: [money('accounts'), money('cash'), money('outstanding')],
  owned: [
    choices('owned', [
      'retirement',
      'investments',
      'moneyOwed',
      'building',
      'vehicle',
      'valuables',
      'business',
      'lifeInsurance',
    ]),
  ],
  retirement: [money('retirementValue')],
  investments: [text('investmentsWhat'), money('investmentsValue')],
  moneyOwed: [text('moneyOwedWhat'), money('moneyOwedValue')],
  home: [money('homeValue'), money('homeDebt')],
  building: [text('what'), money('value'), money('debt'), another],
  vehicle: [text('what'), choice('tenure', ['owned', 'leased']), yesNo('adapted'), money('value'), another],
  valuables: [text('valuablesWhat'), money('valuablesValue')],
  business: [
    text('businessName'),
    choice('businessForm', ['soleProprietorship', 'partnership', 'corporation']),
    { name: 'businessShare', kind: 'number', min: 1, max: 100 },
    money('businessValue'),
  ],
  lifeInsurance: [text('insurer'), money('cashValue')],
  givenAway: [yesNo('givenAway')],
  gift: [text('what'), money('value'), past('on'), another],

  deposit: [yesNo('deposit')],
  account: [
    { name: 'transit', kind: 'transit', secret: true },
    { name: 'institution', kind: 'institution', secret: true },
    { name: 'account', kind: 'account', secret: true },
  ],

  needs: [
    choices('needs', [
      'medication',
      'glasses',
      'dental',
      'diet',
      'medicalTransport',
      'equipment',
      'baby',
      'moving',
      'disaster',
      'funeral',
      'school',
      'constantCare',
      'fosterHome',
    ]),
  ],
  more: [optional(words('more'))],
} as const satisfies Readonly<Record<string, readonly Field[]>>
