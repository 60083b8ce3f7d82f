import { addMonths, type Day, dayOfMonth, type Month } from '../../src/domain/calendar'
import { type Cents, cents } from '../../src/domain/money'
import type { Certainty, StatementAnswers } from '../../src/domain/statement/answers'
import type { Estimate, IncomeTopic } from '../../src/domain/statement/confirmation'
import type { Course, DemoHousehold } from './household'

/** The day a job of the demo ends: before anyone files. */
const lastDayWorked = 4

type Income = Pick<StatementAnswers, IncomeTopic>
type Earning = Extract<Course, { what: 'job' | 'ownActivity' | 'income' }>
export type Happening = Exclude<Course, Earning>

const isEarning = (course: Course): course is Earning => 'from' in course
export const isHappening = (course: Course): course is Happening => !isEarning(course)

/** What comes in during a month of a life, guesses as they are told that month. */
export function incomeOf(
  life: readonly Course[],
  month: Month,
  ago: number,
  adultIds: readonly string[],
): Income {
  const now = life.filter(isEarning).filter((course) => course.from >= ago && ago >= (course.to ?? 0))
  const adult = (course: Earning) => adultIds[course.who ?? 0]!
  return {
    work: now.flatMap((course) => {
      if (course.what !== 'job') return []
      const { amount, certainty } = toldOf(course, ago)
      const ended = course.to === ago ? dayOfMonth(addMonths(month, -ago), lastDayWorked) : null
      const grossCents = cents(Math.round(amount * 1.12))
      return [
        { adultId: adult(course), employer: course.employer, grossCents, netCents: amount, certainty, ended },
      ]
    }),
    selfEmployment: now.flatMap((course) => {
      if (course.what !== 'ownActivity') return []
      const { amount, certainty } = toldOf(course, ago)
      return [{ adultId: adult(course), activity: course.activity, netCents: amount, certainty }]
    }),
    otherIncome: now.flatMap((course) => {
      if (course.what !== 'income') return []
      const { amount, certainty } = toldOf(course, ago)
      return [{ adultId: adult(course), kind: course.kind, monthlyCents: amount, certainty }]
    }),
  }
}

/** What an estimate of a month proved to be. */
export function finalOf(life: readonly Course[], ago: number, estimate: Estimate): Cents {
  const course = life
    .filter(isEarning)
    .find((one) => nameOf(one) === estimate.name && one.from >= ago && ago >= (one.to ?? 0))
  if (!course) throw new Error(`Nothing in this life is called ${estimate.name}`)
  return actualOf(course, ago)
}

/** What happened, as it is told in a statement or a change report. */
export function answersOf(
  happening: Happening,
  month: Month,
  adultIds: readonly string[],
  address: DemoHousehold['address'],
): Partial<StatementAnswers> {
  const of = addMonths(month, -happening.ago)
  const on = (day: number): Day => dayOfMonth(of, day)
  const adultId = adultIds['who' in happening ? (happening.who ?? 0) : 0]!
  switch (happening.what) {
    case 'savings':
      return { assets: { liquidCents: dollars(happening.held), details: happening.details } }
    case 'move': {
      const { street, city, postalCode } = address
      const monthlyRentCents = happening.rent === null ? null : dollars(happening.rent)
      return {
        move: { on: on(happening.day), street, city, postalCode, tenure: happening.tenure, monthlyRentCents },
      }
    }
    case 'people':
      return { people: [{ what: happening.change, name: happening.name, on: on(happening.day) }] }
    case 'studies': {
      const { change: what, level, fullTime } = happening
      return { studies: [{ adultId, what, on: on(happening.day), level, fullTime }] }
    }
    case 'absence': {
      const { leftDay, backDay, place, reason } = happening
      return { absences: [{ adultId, leftOn: on(leftDay), backOn: on(backDay), place, reason }] }
    }
    case 'health':
      return { health: [{ adultId, what: happening.change, on: on(happening.day) }] }
    case 'words':
      return { other: happening.text }
  }
}

/** The day of its month something happened; what is only a balance or words is told the same month. */
export function dayOfHappening(happening: Happening): number {
  if (happening.what === 'absence') return happening.backDay
  return 'day' in happening ? happening.day : 1
}

function nameOf(course: Earning): string {
  if (course.what === 'job') return course.employer
  return course.what === 'ownActivity' ? course.activity : course.kind
}

function actualOf(course: Earning, ago: number): Cents {
  const amounts = course.what === 'income' ? course.monthly : course.net
  return dollars(amounts[(course.from - ago) % amounts.length]!)
}

/** A guess is a round number, a little high. */
function toldOf(course: Earning, ago: number): { amount: Cents; certainty: Certainty } {
  const actual = actualOf(course, ago)
  if (!course.estimated || course.to === ago) return { amount: actual, certainty: 'final' }
  return { amount: cents(Math.ceil((actual * 1.05) / 10_00) * 10_00), certainty: 'estimated' }
}

function dollars(amount: number): Cents {
  return cents(Math.round(amount * 100))
}
