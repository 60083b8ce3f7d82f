import { absenceExcuses } from '../../eligibility/excuse'
import { all, entry, not, own } from '../conditions'
import type { Field } from '../question'
import { choice, choices, yesNo, text, words, past, money, optional, another, frequency } from './field'

/* Studies, health, work, the parents of a young adult, absences. */

const isSelfEmployed = entry('jobs', 'jobKind', 'selfEmployed')

export const situationFields = {
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
} as const satisfies Readonly<Record<string, readonly Field[]>>
