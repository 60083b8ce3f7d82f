import { monthOf, monthsBetween } from '../calendar'
import { benefitNames } from './benefits'
import { all, always, any, type Condition, entry, not, own, shared } from './conditions'
import { ageOf, ageOn, childName, dayIn, hasChildren, hasSpouse, isAlone, sharesHome } from './facts'
import { fields } from './fields'
import { entryName, ownValue } from './names'
import { isTemporarySin } from './numbers'
import type { ListName, Page, Scope, SectionName } from './question'

/*
 * The whole branching of the application, in the order it is asked: the section, the page, whom it is asked of, and
 * when. What each page asks is in `fields.ts`. Rows of one list that follow each other are asked entry by entry. The
 * spouse's own pages follow the same rows; on the applicant's list they are all in the section `spouse`.
 */

const MAJORITY = 18
/** From this age on, someone alone is taken to be free of their parents and is not asked. */
const INDEPENDENT_FROM = 30
/** Below this age, a child is at school as a matter of course, and neither married nor a parent. */
const GROWN = 16

const withSpouse: Condition = ({ draft }) => hasSpouse(draft)
const withChildren: Condition = ({ draft }) => hasChildren(draft)
const withOthers: Condition = ({ draft }) => sharesHome(draft)
const alone: Condition = ({ draft }) => isAlone(draft)

const isMinor: Condition = ({ draft, adult, today }) => (ageOf(draft, adult, today) ?? MAJORITY) < MAJORITY
const mayDepend: Condition = ({ draft, adult, today }) => {
  const age = ageOf(draft, adult, today)
  return age !== null && age >= MAJORITY && age < INDEPENDENT_FROM
}
const bornAbroad = own(
  'status',
  'citizenBornAbroad',
  'permanentResident',
  'protectedPerson',
  'refugeeClaimant',
  'other',
)
const hadUnion = own('pastUnion', 'separated', 'legallySeparated', 'divorced', 'widowed')
/** A number that begins with 9 is of someone whose stay has an end. */
const hasTemporarySin: Condition = (about) => isTemporarySin(ownValue(about, 'sin'))
/** Where nobody pays rent, or the State keeps the person. */
const paysForHome = not(shared('dwelling', 'noHome', 'shelter', 'violenceShelter', 'detention'))

const isGrown: Condition = ({ draft, index, today }) =>
  (ageOn(dayIn(draft, childName(index ?? 0, 'birthDate')), today) ?? 0) >= GROWN
const hasParentElsewhere = entry('children', 'parents', 'applicant', 'spouse', 'neither')

const hasWorked = own('work', 'now', 'lastYear')
const isOver = any(own('work', 'lastYear'), entry('jobs', 'goesOn', 'no'))
/** What a job that ended still paid counts in the month of application only (ADEL 42623, 43176). */
const endedLately: Condition = (about) => {
  const end = dayIn(about.draft, entryName(about.adult, 'jobs', about.index ?? 0, 'jobEnd'))
  return end !== null && monthsBetween(monthOf(end), monthOf(about.today)) <= 1
}
/** Support that is not paid has no amount. */
const isPaid: Condition = (about) => {
  const name = benefitNames[about.index ?? 0]
  if (name !== 'childSupport' && name !== 'spousalSupport') return true
  return own(`${name}Status`, 'received')(about)
}

export type PageName = keyof typeof fields
type Row = Page<PageName>

const row = (
  section: SectionName,
  name: PageName,
  scope: Scope,
  asked: Condition,
  list: ListName | null = null,
): Row => ({ section, name, scope, asked, list, private: false, fields: fields[name] })

/** A row asked of each adult alone: never shown to the other, nor answered by them. */
const kept = (section: SectionName, name: PageName, asked: Condition): Row => ({
  ...row(section, name, 'each', asked),
  private: true,
})

export const pages: readonly Row[] = [
  kept('urgent', 'urgent', always),

  row('you', 'identity', 'applicant', always),
  row('you', 'minor', 'each', isMinor),
  row('you', 'reason', 'household', always),
  row('you', 'reasonDate', 'household', shared('reason', 'lossOfIncome', 'endOfStudies')),
  row('you', 'released', 'household', shared('reason', 'released')),
  row('you', 'reasonWords', 'household', shared('reason', 'other')),
  row('you', 'status', 'each', always),
  row('you', 'otherStatus', 'each', own('status', 'other')),
  row('you', 'arrival', 'each', bornAbroad),
  row('you', 'before', 'each', always),
  row('you', 'numbers', 'each', always),
  row('you', 'sinExpiry', 'each', hasTemporarySin),
  row('you', 'birthParent', 'each', all(own('status', 'bornInQuebec'), own('healthNumberNone', 'yes'))),

  kept('reaching', 'reaching', always),
  kept('reaching', 'reachWords', own('safeReach', 'onlyAsISay')),
  kept('reaching', 'helper', always),
  kept('reaching', 'helperWho', own('helper', 'someoneHelps', 'represented')),

  row('home', 'dwelling', 'household', always),
  row('home', 'address', 'household', always),
  row('home', 'rent', 'household', paysForHome),
  row('home', 'livesWith', 'household', always),
  row('home', 'couple', 'household', shared('livesWith', 'partner')),
  row('home', 'coupleSince', 'household', all(not(withSpouse), shared('couple', 'lessThanAYear'))),
  row('home', 'other', 'household', withOthers, 'others'),
  row('home', 'otherParent', 'household', all(withOthers, entry('others', 'tie', 'parent')), 'others'),
  row('home', 'pastUnion', 'applicant', not(withSpouse)),
  row('home', 'pastUnionDate', 'applicant', all(not(withSpouse), hadUnion)),

  row('children', 'child', 'household', withChildren, 'children'),
  row('children', 'childLife', 'household', withChildren, 'children'),
  row('children', 'childGrown', 'household', all(withChildren, isGrown), 'children'),
  row(
    'children',
    'childCustody',
    'household',
    all(withChildren, entry('children', 'lives', 'sharedCustody')),
    'children',
  ),
  row('children', 'childOtherParent', 'household', all(withChildren, hasParentElsewhere), 'children'),
  row('children', 'childrenMoney', 'household', withChildren),
  row('children', 'childMoney', 'household', all(withChildren, shared('childrenMoney', 'yes')), 'children'),

  row('spouse', 'spouse', 'household', withSpouse),

  row('situation', 'studies', 'each', always),
  row('situation', 'studiesNow', 'each', own('studies', 'partTime', 'fullTime')),
  row('situation', 'studiesPlanned', 'each', own('studies', 'planned')),
  row('situation', 'health', 'each', always),
  row('situation', 'healthMore', 'each', own('health', 'temporary', 'severe')),
  row('situation', 'pregnancy', 'each', own('health', 'pregnant')),
  row('situation', 'work', 'each', always),
  row('situation', 'job', 'each', hasWorked, 'jobs'),
  row('situation', 'jobEnd', 'each', all(hasWorked, isOver), 'jobs'),
  row('situation', 'jobPay', 'each', all(hasWorked, not(isOver)), 'jobs'),
  row('situation', 'lastPay', 'each', all(hasWorked, isOver, endedLately), 'jobs'),
  row('situation', 'independence', 'applicant', all(alone, mayDepend, not(own('health', 'severe')))),
  row(
    'situation',
    'parents',
    'applicant',
    all(alone, mayDepend, not(own('health', 'severe')), own('independence', 'none')),
  ),
  row('situation', 'away', 'each', always),
  row('situation', 'stay', 'each', own('away', 'yes')),

  row('income', 'income', 'each', always),
  row('income', 'support', 'each', own('income', 'childSupport', 'spousalSupport')),
  row('income', 'incomeItem', 'each', isPaid, 'incomes'),
  row('income', 'awaited', 'each', always),
  row('income', 'awaitedItem', 'each', always, 'expected'),

  row('assets', 'money', 'each', always),
  row('assets', 'owned', 'each', always),
  row('assets', 'retirement', 'each', own('owned', 'retirement')),
  row('assets', 'investments', 'each', own('owned', 'investments')),
  row('assets', 'moneyOwed', 'each', own('owned', 'moneyOwed')),
  row('assets', 'home', 'household', shared('dwelling', 'ownHome')),
  row('assets', 'building', 'each', own('owned', 'building'), 'buildings'),
  row('assets', 'vehicle', 'each', own('owned', 'vehicle'), 'vehicles'),
  row('assets', 'valuables', 'each', own('owned', 'valuables')),
  row('assets', 'business', 'each', own('owned', 'business')),
  row('assets', 'lifeInsurance', 'each', own('owned', 'lifeInsurance')),
  row('assets', 'givenAway', 'each', always),
  row('assets', 'gift', 'each', own('givenAway', 'yes'), 'gifts'),

  row('deposit', 'deposit', 'household', always),
  row('deposit', 'account', 'household', shared('deposit', 'yes')),

  row('needs', 'needs', 'household', always),
  kept('needs', 'more', always),
]
