import { awaitedNames, benefitNames } from '../benefits'
import { own } from '../conditions'
import type { Field } from '../question'
import { choice, choices, yesNo, text, words, past, money, optional, another, frequency } from './field'

/* What comes in, what is owned, where to pay, what is needed. */

export const moneyFields = {
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
