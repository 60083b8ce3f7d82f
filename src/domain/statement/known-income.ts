import type { Instant, Month } from '../calendar'
import { cents, type Cents } from '../money'
import type { OtherIncomeKind, StatementAnswers } from './answers'
import { type FiledAnswers, type IncomeTopic, isSameEstimate, estimatesOf } from './confirmation'

/** What was sent for a month, as far as income and assets are concerned. */
export type IncomeReport = {
  readonly month: Month
  readonly receivedAt: Instant
  readonly answers: FiledAnswers
}

/** The income of one month and the liquid assets at its end, as the household last told them. */
export type KnownIncome = Pick<StatementAnswers, IncomeTopic> & { readonly liquidCents: Cents }

export const noKnownIncome: KnownIncome = {
  work: [],
  selfEmployment: [],
  otherIncome: [],
  liquidCents: cents(0),
}

/** These come once: they are not income of the month after. */
const cameOnce: readonly OtherIncomeKind[] = ['gift', 'lumpSum']

/**
 * The income of `month`: what the reports of that month say, else what was known before. A ticked topic replaces
 * the whole topic; "nothing changed" keeps it. Reports are the ones in force (the latest version of each
 * statement, and every change report), in any order; those after `month` only confirm its estimates.
 */
export function knownIncome(reports: readonly IncomeReport[], month: Month): KnownIncome {
  const inOrder = [...reports].sort((one, other) => compare(rank(one), rank(other)))
  const months = [...new Set(inOrder.map((report) => report.month))]
  let known = noKnownIncome
  let told: Month | null = null
  for (const current of months) {
    const answers = inOrder.filter((report) => report.month === current).map((report) => report.answers)
    if (told !== null) {
      const closed = answers.reduce(confirm, known)
      if (current > month) return told < month ? carry(closed) : closed
      known = carry(closed)
    }
    if (current > month) return known
    known = answers.reduce(replaceTicked, known)
    told = current
  }
  return told !== null && told < month ? carry(known) : known
}

/** The income that goes on into the next month when nothing changes: ended jobs and one-time money stay behind. */
export function carry(known: KnownIncome): KnownIncome {
  return {
    ...known,
    work: known.work.filter((job) => job.ended === null),
    otherIncome: known.otherIncome.filter((income) => !cameOnce.includes(income.kind)),
  }
}

/** The income of a month once `answers` are counted, over what was known. */
export function replaceTicked(known: KnownIncome, answers: StatementAnswers): KnownIncome {
  const ticked = (topic: IncomeTopic) => answers.changed.includes(topic)
  return {
    work: ticked('work') ? answers.work : known.work,
    selfEmployment: ticked('selfEmployment') ? answers.selfEmployment : known.selfEmployment,
    otherIncome: ticked('otherIncome') ? answers.otherIncome : known.otherIncome,
    liquidCents: answers.assets?.liquidCents ?? known.liquidCents,
  }
}

/** The income of a month with its estimates made final by the statement of the month after. */
export function confirm(known: KnownIncome, answers: FiledAnswers): KnownIncome {
  const finalOf = (topic: IncomeTopic, index: number, items: KnownIncome[IncomeTopic]): Cents | null => {
    const item = items[index]
    if (!item) return null
    const [estimate] = estimatesOf({ work: [], selfEmployment: [], otherIncome: [], [topic]: [item] })
    return (
      answers.confirmed.find((confirmed) => estimate && isSameEstimate(confirmed, estimate))?.finalCents ??
      null
    )
  }
  return {
    ...known,
    work: known.work.map((job, index) => {
      const netCents = finalOf('work', index, known.work)
      // The gross amount stays as declared: only the net amount counts, and only it is confirmed.
      return netCents === null ? job : { ...job, netCents, certainty: 'final' }
    }),
    selfEmployment: known.selfEmployment.map((activity, index) => {
      const netCents = finalOf('selfEmployment', index, known.selfEmployment)
      return netCents === null ? activity : { ...activity, netCents, certainty: 'final' }
    }),
    otherIncome: known.otherIncome.map((income, index) => {
      const monthlyCents = finalOf('otherIncome', index, known.otherIncome)
      return monthlyCents === null ? income : { ...income, monthlyCents, certainty: 'final' }
    }),
  }
}

function rank(report: IncomeReport): string {
  return `${report.month} ${report.receivedAt}`
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
