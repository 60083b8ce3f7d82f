import type { Constraint, FileProgramme } from '../../src/domain/benefit/situation'
import { addMonths, type Day, firstDay, later, type Month, monthsBetween } from '../../src/domain/calendar'
import type { Frame } from './frame'
import { familyName, givenName } from './names'
import { type Random, randomOf, uuidOf, type Weights } from './random'

export type MadePerson = {
  readonly id: string
  readonly memberId: string
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: Day
  readonly language: 'fr' | 'en'
  readonly role: 'adult' | 'child'
  readonly fromDay: Day
  readonly constraint: {
    readonly id: string
    readonly kind: Exclude<Constraint, 'none'>
    readonly fromDay: Day
  } | null
}

export type MadeSituation = {
  readonly id: string
  readonly fromMonth: Month
  readonly programme: FileProgramme
  readonly livesWithParents: boolean
  readonly spouseOfStudent: boolean
  readonly subsidisedDwelling: boolean
  readonly fluctuatingIncome: boolean
  readonly onAssistanceSince: Month
  readonly recoveryCents: number
}

export type MadeHousehold = {
  readonly index: number
  readonly id: string
  readonly fileNumber: string
  readonly officeCode: string
  readonly since: Month
  readonly adults: readonly MadePerson[]
  readonly children: readonly MadePerson[]
  /** Oldest first. */
  readonly situations: readonly MadeSituation[]
}

type Kind = 'single' | 'singleParent' | 'couple' | 'coupleWithChildren'

/** About how the households of the four programmes divide. Orders of magnitude, for made-up people. */
const programmes: Weights<FileProgramme> = [
  ['socialAssistance', 60],
  ['socialSolidarity', 18],
  ['basicIncome', 22],
]
const kinds: Record<FileProgramme, Weights<Kind>> = {
  socialAssistance: [
    ['single', 66],
    ['singleParent', 19],
    ['couple', 5],
    ['coupleWithChildren', 10],
  ],
  socialSolidarity: [
    ['single', 74],
    ['singleParent', 8],
    ['couple', 11],
    ['coupleWithChildren', 7],
  ],
  basicIncome: [
    ['single', 94],
    ['singleParent', 6],
  ],
}
const ages: Weights<readonly [number, number]> = [
  [[18, 24], 14],
  [[25, 34], 20],
  [[35, 44], 22],
  [[45, 54], 21],
  [[55, 64], 23],
]
const years: Weights<readonly [number, number]> = [
  [[0, 0], 14],
  [[1, 4], 36],
  [[5, 10], 29],
  [[11, 25], 21],
]

/** The household of a number: the same for the same seed and month, however many others are made. */
export function makeHousehold(frame: Frame, index: number): MadeHousehold {
  const random = randomOf(frame.seed, index, 1)
  // A thousand people a second, from the year 2000 on: rows of neighbours lie together, as in life.
  const born = 946_684_800_000 + index * 1_000
  const id = () => uuidOf(random, born)
  const household = id()
  const programme = random.weighted(programmes)
  const kind = random.weighted(kinds[programme])
  const hasChildren = kind === 'singleParent' || kind === 'coupleWithChildren'
  const area = random.pick(random.weighted(frame.regions))
  const officeCode = random.chance(0.8) ? area.offices[0]! : random.pick(area.offices)
  const isEnglish = random.chance(area.regionCode === '06' ? 0.2 : area.regionCode === '07' ? 0.15 : 0.04)

  const ageInMonths = adultAge(random, programme, hasChildren)
  const months = monthsOnAssistance(random, programme, ageInMonths)
  const since = addMonths(frame.month, -months)
  const surname = familyName(random)
  const person = (role: 'adult' | 'child', age: number, constraint: Constraint): MadePerson => {
    const birthDate = birth(random, frame.month, age)
    const fromDay = later(firstDay(since), birthDate)
    const kept =
      constraint === 'none'
        ? null
        : { id: id(), kind: constraint, fromDay: constraintDay(random, constraint, since, months) }
    const family = role === 'adult' && random.chance(0.3) ? familyName(random) : surname
    const language = isEnglish ? 'en' : 'fr'
    return {
      id: id(),
      memberId: id(),
      givenName: givenName(random),
      familyName: family,
      birthDate,
      language,
      role,
      fromDay,
      constraint: kept,
    }
  }
  const adults = [person('adult', ageInMonths, firstConstraint(random, programme))]
  if (kind === 'couple' || kind === 'coupleWithChildren') {
    // Of age when they came, like the first.
    const least = Math.max(youngest(hasChildren), months + 18 * 12)
    const age = clamp(ageInMonths + random.whole(-96, 96), least, oldest)
    adults.push(person('adult', age, secondConstraint(random, programme)))
  }
  const children = hasChildren ? makeChildren(random, ageInMonths, (age) => person('child', age, 'none')) : []
  const situations = makeSituations(random, { frame, programme, kind, since, ageInMonths, id })
  const fileNumber = `FICT-${String(index).padStart(7, '0')}-${String((index * 37) % 97).padStart(2, '0')}`
  // When the household changed programme, the severe constraint that changed it began that month.
  const changed = situations.length === 2 && situations[0]!.programme !== situations[1]!.programme
  const told = changed ? adults.map((adult) => severeFrom(adult, firstDay(situations[1]!.fromMonth))) : adults
  return { index, id: household, fileNumber, officeCode, since, adults: told, children, situations }
}

/** In months. At 65 another programme begins. */
const oldest = 64 * 12 + 10
const youngest = (withChildren: boolean) => (withChildren ? 20 : 18) * 12
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

function adultAge(random: Random, programme: FileProgramme, withChildren: boolean): number {
  const [low, high] = random.weighted(ages)
  const age = Math.min(oldest, random.whole(low, high) * 12 + random.whole(0, 11))
  // Basic Income follows years of Social Solidarity; parents of children at home are rarely about to retire.
  if (programme === 'basicIncome') return Math.max(age, 26 * 12)
  return withChildren ? clamp(age, youngest(true), 52 * 12) : age
}

/** Nobody was on assistance before 18. */
function monthsOnAssistance(random: Random, programme: FileProgramme, ageInMonths: number): number {
  const [low, high] = programme === 'basicIncome' ? [6, 25] : random.weighted(years)
  const months = random.whole(low, high) * 12 + random.whole(0, 11)
  return Math.min(months, ageInMonths - 18 * 12)
}

function birth(random: Random, month: Month, ageInMonths: number): Day {
  return `${addMonths(month, -ageInMonths - 1)}-${String(random.whole(1, 28)).padStart(2, '0')}` as Day
}

function firstConstraint(random: Random, programme: FileProgramme): Constraint {
  if (programme !== 'socialAssistance') return 'severe'
  return random.chance(0.3) ? 'temporary' : 'none'
}

function secondConstraint(random: Random, programme: FileProgramme): Constraint {
  if (programme === 'socialAssistance') return random.chance(0.2) ? 'temporary' : 'none'
  return random.weighted([
    ['none', 60],
    ['temporary', 20],
    ['severe', 20],
  ] as const)
}

/** A severe constraint is why the household came; a temporary one comes when it comes. */
function constraintDay(random: Random, kind: Constraint, since: Month, months: number): Day {
  const fromStart = random.chance(0.6) || kind === 'severe'
  return firstDay(addMonths(since, fromStart ? 0 : random.whole(0, months)))
}

/** The youngest is one at least: nobody is born within the year of history. */
function makeChildren(random: Random, parentAge: number, make: (age: number) => MadePerson): MadePerson[] {
  const count = random.weighted([
    [1, 46],
    [2, 33],
    [3, 15],
    [4, 6],
  ] as const)
  const limit = Math.min(17 * 12, parentAge - 17 * 12)
  return Array.from({ length: count }, () => make(random.whole(13, Math.max(13, limit))))
}

const severeFrom = (adult: MadePerson, day: Day): MadePerson =>
  adult.constraint?.kind === 'severe'
    ? { ...adult, constraint: { ...adult.constraint, fromDay: day } }
    : adult

/** One situation, or two when something changed within the year: a recovery began, or a severe constraint did. */
function makeSituations(
  random: Random,
  options: {
    readonly frame: Frame
    readonly programme: FileProgramme
    readonly kind: Kind
    readonly since: Month
    readonly ageInMonths: number
    readonly id: () => string
  },
): MadeSituation[] {
  const { frame, programme, kind, since, ageInMonths, id } = options
  const isSolitary = kind === 'single' && programme === 'socialAssistance'
  const first: MadeSituation = {
    id: id(),
    fromMonth: since,
    programme,
    livesWithParents: isSolitary && ageInMonths < 35 * 12 && random.chance(0.3),
    spouseOfStudent: kind === 'couple' && random.chance(0.03),
    subsidisedDwelling: random.chance(0.15),
    fluctuatingIncome: programme === 'socialAssistance' && random.chance(0.08),
    onAssistanceSince: since,
    recoveryCents: random.chance(0.12)
      ? random.weighted([
          [56_00, 80],
          [112_00, 15],
          [224_00, 5],
        ] as const)
      : 0,
  }
  const changedMonth = addMonths(frame.month, -random.whole(1, 10))
  const changes = random.chance(0.05) && monthsBetween(since, changedMonth) > 0
  if (!changes) return [first]
  const second = { ...first, id: id(), fromMonth: changedMonth }
  if (programme === 'socialSolidarity') return [{ ...first, programme: 'socialAssistance' }, second]
  return [
    { ...first, recoveryCents: 0 },
    { ...second, recoveryCents: 56_00 },
  ]
}

/** The situation in force in a month; before the first one, the first. */
export function situationIn({ situations }: MadeHousehold, month: Month): MadeSituation {
  return situations.findLast(({ fromMonth }) => fromMonth <= month) ?? situations[0]!
}

/** The constraint of an adult on the first day of a month. */
export function constraintIn({ constraint }: MadePerson, month: Month): Constraint {
  return constraint && constraint.fromDay <= firstDay(month) ? constraint.kind : 'none'
}
