import 'server-only'
import { addMonths, dayOf, type Instant, type Month, monthOf } from '@/domain/calendar'
import type { Cents } from '@/domain/money'
import { nothingChanged, type WorkIncome } from '@/domain/statement/answers'
import type { Estimate } from '@/domain/statement/confirmation'
import { isEnded } from '@/domain/payment/ended'
import { paymentDay } from '@/domain/statement/payment'
import { numberToCall } from '@/domain/offices/phone'
import type { FileFacts, Told } from '@/domain/telephone/call'
import type { Locale } from '@/i18n/locale'
import type { Door } from '@/server/db'
import type { Citizen } from '@/server/viewer'
import { draftOf } from './answers-of'
import { submitStatementIn } from './commands'
import { decidedPayments } from './decided-payments'
import { formContext, incomeBefore, paymentOf, previewOf } from './derive'
import type { Draft } from './draft'
import { findHousehold, type Household } from './household'
import { estimateMark, readDraft } from './schema'
import { statesOf } from './state-of'

/** What a caller's file is on the telephone line, and the number of its office. */
export type HeardFile = { readonly facts: FileFacts; readonly phone: string }

/** What the keys of a telephone cannot say, in words. */
export type ToldWords = { readonly employer: string; readonly other: string }

/** How what was told is sent: once under this key, whenever it is sent again. */
export type Sending = {
  readonly key: string
  readonly words: ToldWords
  readonly arrival: Instant
  readonly locale: Locale
  readonly request: Request
}

/**
 * Reads what the line may say of the caller's file. `telling`: the month that is told; the first that is due when none
 * is. Null when the caller has no household today.
 */
export async function hear(door: Door, viewer: Citizen, telling: Month | null): Promise<HeardFile | null> {
  const household = await findHousehold(door, viewer, [])
  if (!household) return null
  const current = monthOf(dayOf(door.now))
  const due = statesOf(household, viewer, door.now)
    .filter(({ mayFile }) => mayFile)
    .map(({ month, name, due: limit, hasOwnDraft }) => ({
      ...{ month, dueOn: dayOf(limit.at), late: name === 'late', begun: hasOwnDraft },
    }))
  const adults = adultsOf(household, viewer)
  const month = telling ?? due[0]?.month ?? current
  const { work } = incomeBefore(household, 'statement', month)
  const monthPaid = addMonths(current, 1)
  const benefit =
    (await decidedPayments(door, household.id, monthPaid)).get(monthPaid) ?? paymentOf(household, monthPaid)
  const receipt = household.filings.filter(({ kind }) => kind === 'statement').at(-1)
  const facts: FileFacts = {
    jobs: adults.map((id) => work.filter(({ adultId }) => adultId === id).length),
    due,
    payment: isEnded(household.closing, monthPaid)
      ? null
      : {
          month: monthPaid,
          paidOn: paymentDay(monthPaid),
          cents: benefit.computed ? benefit.totalCents : null,
        },
    closedFrom: household.closing?.fromMonth ?? null,
    receipt: receipt ? { month: receipt.month, number: receipt.receiptNumber } : null,
    estimates: formContext(household, 'statement', month, {}).estimates.map((estimate) => ({
      adult: adults.indexOf(estimate.adultId),
      topic: estimate.topic,
      cents: estimate.estimatedCents,
    })),
  }
  return { facts, phone: numberToCall(household.office).phone }
}

/** The payment that what was told leads to; null when none is computed. */
export async function preview(
  door: Door,
  viewer: Citizen,
  told: Told,
  words: ToldWords,
): Promise<Cents | null> {
  const household = await findHousehold(door, viewer, [])
  if (!household) return null
  const fields = fieldsOf(household, viewer, told, words)
  const { answers } = readDraft(fields, formContext(household, 'statement', told.month, fields))
  const payment = answers && previewOf(household, 'statement', told.month, answers, door.now).after
  return payment?.computed ? payment.totalCents : null
}

/** Sends what was told and attested, by the command of every other way. Says whether it was sent, or had been. */
export async function fileTold(
  door: Door,
  viewer: Citizen,
  told: Told,
  { key, words, arrival, locale, request }: Sending,
): Promise<'filed' | 'before' | 'notFiled'> {
  const household = await findHousehold(door, viewer, [])
  if (!household) return 'notFiled'
  const input = { ...fieldsOf(household, viewer, told, words), attest: 'yes', key }
  const params = { month: told.month }
  const { data } = await submitStatementIn(door, { viewer, input, params, arrival, locale, request })
  if (data?.['code'] === 'filed') return 'filed'
  return data?.['code'] === 'already-filed-same' ? 'before' : 'notFiled'
}

/** The caller first: the line asks them of themselves, then of the other. */
function adultsOf({ people }: Household, { personId }: Citizen): string[] {
  const adults = people.filter(({ role }) => role === 'adult').map(({ id }) => id)
  return [personId, ...adults.filter((id) => id !== personId)]
}

/**
 * What was told, as the fields of the form. Telling the work of one adult replaces that of all: what is known of the
 * others goes on, with its estimates made final, as they said that nothing changed.
 */
function fieldsOf(household: Household, viewer: Citizen, told: Told, words: ToldWords): Draft {
  const { estimates } = formContext(household, 'statement', told.month, {})
  const known = incomeBefore(household, 'statement', told.month).work
  const jobs = adultsOf(household, viewer).flatMap((adultId, adult): WorkIncome[] => {
    const before = known.filter((job) => job.adultId === adultId)
    const work = told.work.find((one) => one.adult === adult)
    if (!work) return before.map((job) => madeFinal(job, estimates, told))
    const { grossCents, netCents, certainty } = work
    const employer = before[0]?.employer ?? words.employer
    return [{ adultId, employer, grossCents, netCents, certainty, ended: null }]
  })
  const changed = [
    ...(told.work.length > 0 ? ['work' as const] : []),
    ...(told.other ? ['other' as const] : []),
  ]
  const confirmed = estimates.flatMap((estimate, index) => {
    const final = told.finals[index]
    if (final === undefined) return []
    return [
      [`confirm.${index}.of`, estimateMark(estimate)],
      [`confirm.${index}.same`, final === estimate.estimatedCents ? 'yes' : 'no'],
      [`confirm.${index}.final`, (final / 100).toFixed(2).replace('.', ',')],
    ]
  })
  return {
    ...draftOf({ ...nothingChanged, changed, work: jobs, other: told.other ? words.other : null }),
    ...Object.fromEntries(confirmed),
  }
}

/** A job that goes on, at the amount that its estimate turned out to be. */
function madeFinal(job: WorkIncome, estimates: readonly Estimate[], { finals }: Told): WorkIncome {
  const index = estimates.findIndex(
    ({ topic, adultId, name, estimatedCents }) =>
      topic === 'work' && adultId === job.adultId && name === job.employer && estimatedCents === job.netCents,
  )
  const final = finals[index]
  return final === undefined ? job : { ...job, netCents: final, certainty: 'final' }
}
