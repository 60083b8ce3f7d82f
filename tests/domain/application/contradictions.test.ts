import { describe, expect, test } from 'vitest'
import { contradictionCodes, contradictionsIn } from '@/domain/application/contradictions'
import { pageId } from '@/domain/application/journey'
import type { Draft } from '@/domain/draft'
import { answers, child, couple, date, errorsOfAll, today } from './build'

const toldOf = (draft: Draft, viewer: 'applicant' | 'spouse' = 'applicant') =>
  contradictionsIn(draft, today, viewer).map(({ code, pages }) => [code, ...pages.map(pageId)])

const arrived = { status: 'permanentResident', birthCountry: 'France' }
const parent = { livesWith: 'children', childrenMoney: 'no' }
const ended = (overrides: Record<string, string> = {}): Draft => ({
  work: 'lastYear',
  'jobs.0.employer': 'Café',
  'jobs.0.jobKind': 'employee',
  ...date('jobs.0.jobStart', '2025-05-04'),
  'jobs.0.another': 'no',
  ...date('jobs.0.jobEnd', '2026-10-30'),
  'jobs.0.endReason': 'lackOfWork',
  'jobs.0.lastPay': '0',
  ...overrides,
})
const stay = (left: string, back: string): Draft => ({
  away: 'yes',
  ...date('leftOn', left),
  ...date('backOn', back),
  awayReason: 'none',
})

/** Each contradiction, an application that holds it and nothing else, and the pages that are named. */
const cases: readonly (readonly [string, Draft, readonly string[]])[] = [
  ['healthNumberName', answers({ familyName: 'Autre' }), ['identity', 'numbers']],
  ['healthNumberBirth', answers(date('birthDate', '1999-04-04')), ['identity', 'numbers']],
  [
    'childHealthNumberName',
    answers({ ...parent, ...child(0, { healthNumberNone: '', healthNumber: 'AUTZ 1902 1412' }) }),
    ['child-0'],
  ],
  [
    'childHealthNumberBirth',
    answers({ ...parent, ...child(0, { healthNumberNone: '', healthNumber: 'EXEZ 1852 1412' }) }),
    ['child-0'],
  ],
  ['sameNumber', couple({ sin: '130692544', 'spouse.sin': '130 692 544' }), ['numbers', 'spouse-numbers']],
  [
    'temporarySinOfCitizen',
    answers({ sin: '900000001', ...date('sinExpiry', '2027-01-01') }),
    ['status', 'numbers'],
  ],
  [
    'sinExpired',
    answers({
      ...arrived,
      status: 'refugeeClaimant',
      ...date('arrivalDate', '2025-01-01'),
      sin: '900000001',
      ...date('sinExpiry', '2026-11-26'),
    }),
    ['sinExpiry'],
  ],
  ['institutionUnknown', answers({ institution: '999' }), ['account']],
  [
    'arrivalBeforeBirth',
    answers({ ...arrived, ...date('arrivalDate', '1999-04-02') }),
    ['identity', 'arrival'],
  ],
  [
    'childBeforeParent',
    answers({
      ...parent,
      ...child(0, { 'birthDate.year': '1998' }),
      'children.0.inSchool': 'yes',
      'children.0.childIs': 'none',
    }),
    ['identity', 'child-0'],
  ],
  [
    'sameChildTwice',
    answers({ ...parent, ...child(0, { another: 'yes' }), ...child(1) }),
    ['child-0', 'child-1'],
  ],
  ['jobBeforeBirth', answers(ended(date('jobs.0.jobStart', '1999-04-02'))), ['identity', 'job-0']],
  ['jobEndBeforeStart', answers(ended(date('jobs.0.jobStart', '2026-10-31'))), ['job-0', 'jobEnd-0']],
  ['backBeforeLeft', answers(stay('2026-10-03', '2026-10-02')), ['stay']],
  [
    'coupleBeforeBirth',
    answers({
      livesWith: 'partner',
      couple: 'lessThanAYear',
      ...date('coupleSince', '1999-04-02'),
      'others.0.name': 'Ami',
      'others.0.tie': 'partner',
      'others.0.paysYou': '0',
      'others.0.another': 'no',
    }),
    ['identity', 'coupleSince'],
  ],
  [
    'unionEndBeforeBirth',
    answers({ pastUnion: 'divorced', ...date('pastUnionDate', '1999-04-02') }),
    ['identity', 'pastUnionDate'],
  ],
  [
    'incomeLossBeforeJobEnd',
    answers({ reason: 'lossOfIncome', ...date('reasonDate', '2026-09-28'), ...ended() }),
    ['reasonDate', 'jobEnd-0'],
  ],
  ['newSpouseWithoutSpouse', answers({ reason: 'newSpouse' }), ['reason', 'livesWith']],
  ['lostSpouseWithSpouse', couple({ reason: 'lostSpouse' }), ['reason', 'couple']],
  ['newChildWithoutChild', answers({ reason: 'newChild' }), ['reason', 'livesWith']],
  ['healthReasonWithoutHealth', answers({ reason: 'health' }), ['reason', 'health']],
  [
    'endOfStudiesWhileStudying',
    answers({
      reason: 'endOfStudies',
      ...date('reasonDate', '2026-11-01'),
      studies: 'fullTime',
      studyLevel: 'college',
    }),
    ['reason', 'studies'],
  ],
  ['noIncomeWithIncome', answers({ reason: 'noIncome', ...ended() }), ['reason', 'work', 'income']],
  ['awaitingNothing', answers({ reason: 'awaitingDecision' }), ['reason', 'awaited']],
  ['homeWithoutHome', answers({ urgentNeeds: 'noShelter' }), ['urgent', 'dwelling']],
  ['hostedByNobody', answers({ dwelling: 'hosted', rent: '0' }), ['dwelling', 'livesWith']],
]

describe('answers that cannot all be right', () => {
  test.each(cases)('%s is told, and leads to its pages', (code, draft, pages) => {
    expect(toldOf(draft)).toEqual([[code, ...pages]])
    // Told, never refused: each page by itself is right.
    expect(errorsOfAll(draft)).toEqual([])
  })

  test('every code has its case', () => {
    expect(cases.map(([code]) => code).sort()).toEqual([...contradictionCodes].sort())
  })

  test('what can all be right is not told', () => {
    for (const draft of [
      {},
      answers(),
      couple(),
      answers({ reason: 'lossOfIncome', ...date('reasonDate', '2026-10-30'), ...ended() }),
      answers({ reason: 'newChild', health: 'pregnant', ...date('dueDate', '2027-02-01') }),
      answers(stay('2026-10-03', '2026-10-03')),
    ]) {
      expect(toldOf(draft)).toEqual([])
    }
  })

  test('each adult is led to the pages they are asked, and told nothing that is the other’s alone', () => {
    const draft = couple({
      spouseAnswers: 'self',
      urgentNeeds: 'noShelter',
      'spouse.healthNumber': 'AUTL 9056 1512',
    })
    expect(toldOf(draft, 'spouse')).toEqual([['healthNumberName', 'spouse-numbers']])
    expect(toldOf(draft)).toEqual([
      ['healthNumberName', 'spouse'],
      ['homeWithoutHome', 'urgent', 'dwelling'],
    ])
  })
})
