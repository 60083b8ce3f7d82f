import type { Day } from '../../src/domain/calendar'
import { cents } from '../../src/domain/money'
import {
  type ChangeTopic,
  nothingChanged,
  type OtherIncome,
  type OtherIncomeKind,
  type SelfEmploymentIncome,
  type StatementAnswers,
  type WorkIncome,
} from '../../src/domain/statement/answers'
import { carry, type KnownIncome, noKnownIncome } from '../../src/domain/statement/known-income'
import type { MadeHousehold } from './households'
import { activities, employers } from './names'
import type { Random } from './random'

/** How a household earns: as a rule not at all. */
type Work = 'none' | 'steady' | 'fluctuating' | 'occasional' | 'self'

/** What comes in for a household, and how it answers the questions of a month. It remembers what it told. */
export type Earner = (occasion: Occasion) => StatementAnswers

/** A statement about to be filed. `on` is a day of its month that has come when it is received. */
export type Occasion = { readonly on: Day; readonly random: Random; readonly firstTime: boolean }

/** Draws how the household earns, for the whole of its history. */
export function earnerOf(household: MadeHousehold, fluctuates: boolean, random: Random): Earner {
  const adult = random.pick(household.adults)
  const work = fluctuates
    ? 'fluctuating'
    : random.weighted<Work>([
        ['none', 78],
        ['steady', 9],
        ['fluctuating', 3],
        ['occasional', 7],
        ['self', 3],
      ])
  const employer = random.pick(employers)
  const activity = random.pick(activities)
  const usualCents = random.whole(120, 900) * 100
  const otherKind = otherIncomeOf(household, random)
  const otherCents = random.whole(90, 480) * 100
  let known: KnownIncome = noKnownIncome

  return ({ on, random, firstTime }) => {
    known = carry(known)
    const changed = new Set<ChangeTopic>()
    const tell = (topic: ChangeTopic, now: Partial<KnownIncome>) => {
      changed.add(topic)
      known = { ...known, ...now }
    }
    const near = () => Math.round(usualCents * (0.7 + 0.6 * random.next()))
    const job = (netCents: number, more: Partial<WorkIncome> = {}): WorkIncome => ({
      adultId: adult.id,
      employer,
      grossCents: cents(Math.round(netCents * 1.12)),
      netCents: cents(netCents),
      certainty: 'final',
      ended: null,
      ...more,
    })
    const begins = firstTime && random.chance(0.7)
    if (work === 'steady' && (begins || random.chance(0.06))) {
      const ends = !firstTime && random.chance(0.3)
      tell('work', { work: [job(near(), ends ? { ended: on } : {})] })
    } else if (work === 'fluctuating') {
      tell('work', { work: [job(near(), { certainty: random.chance(0.25) ? 'estimated' : 'final' })] })
    } else if (work === 'occasional' && random.chance(0.3)) {
      tell('work', { work: [job(random.whole(60, 420) * 100, { ended: on })] })
    } else if (work === 'self') {
      const profit: SelfEmploymentIncome = {
        adultId: adult.id,
        activity,
        netCents: cents(Math.max(0, near() - 200_00)),
        certainty: random.chance(0.2) ? 'estimated' : 'final',
      }
      tell('selfEmployment', { selfEmployment: [profit] })
    }
    const income = (kind: OtherIncomeKind, monthly: number): OtherIncome => ({
      adultId: adult.id,
      kind,
      monthlyCents: cents(monthly),
      certainty: 'final',
    })
    const goesOn = known.otherIncome
    if (otherKind && (begins || (goesOn.length > 0 && random.chance(0.03)))) {
      tell('otherIncome', { otherIncome: [income(otherKind, otherCents + random.whole(0, 40) * 100)] })
    } else if (random.chance(0.004)) {
      const once = income(random.chance(0.5) ? 'gift' : 'lumpSum', random.whole(50, 900) * 100)
      tell('otherIncome', { otherIncome: [...goesOn, once] })
    }
    const told = (topic: ChangeTopic) => changed.has(topic)
    const answers: StatementAnswers = {
      ...nothingChanged,
      work: told('work') ? known.work : [],
      selfEmployment: told('selfEmployment') ? known.selfEmployment : [],
      otherIncome: told('otherIncome') ? known.otherIncome : [],
      ...rarely(household, on, random, (topic) => changed.add(topic)),
    }
    if (answers.assets) known = { ...known, liquidCents: answers.assets.liquidCents }
    return { ...answers, changed: [...changed] }
  }
}

/** What is due to some: support for a child, a pension after 60, benefits of other programmes. */
function otherIncomeOf({ adults, children }: MadeHousehold, random: Random): OtherIncomeKind | null {
  if (children.length > 0 && adults.length === 1 && random.chance(0.25)) return 'childSupport'
  return random.weighted<OtherIncomeKind | null>([
    ...([
      [null, 88],
      ['employmentInsurance', 4],
      ['pension', 4],
      ['workAccident', 1],
      ['roadAccident', 1],
    ] as const),
    ...([
      ['roomAndBoard', 1],
      ['spousalSupport', 1],
    ] as const),
  ])
}

/** Changes that come once in years. */
function rarely(
  { adults }: MadeHousehold,
  on: Day,
  random: Random,
  tick: (topic: ChangeTopic) => void,
): Partial<StatementAnswers> {
  const adultId = adults[0]!.id
  const draw = random.next()
  if (draw < 0.008) {
    tick('move')
    const street = `${random.whole(1, 999)}, rue de l’Exemple`
    const home = { on, street, city: 'Ville-Modèle', postalCode: 'G0A 0A0' } as const
    return { move: { ...home, tenure: 'tenant', monthlyRentCents: cents(random.whole(450, 1_100) * 100) } }
  }
  if (draw < 0.013) {
    tick('assets')
    return { assets: { liquidCents: cents(random.whole(50, 1_600) * 100), details: null } }
  }
  if (draw < 0.016) {
    tick('health')
    return {
      health: [{ adultId, what: random.pick(['newConstraint', 'admitted', 'released'] as const), on }],
    }
  }
  if (draw < 0.018) {
    tick('absence')
    const absence = { adultId, leftOn: on, backOn: null, place: 'Ailleurs' }
    return { absences: [{ ...absence, reason: 'Une visite à ma famille.' }] }
  }
  if (draw < 0.02) {
    tick('other')
    return { other: 'J’ai changé de numéro de téléphone.' }
  }
  return {}
}
