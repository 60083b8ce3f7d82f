import 'server-only'
import { randomBytes } from 'node:crypto'
import { type Hindrance, type NewHousehold, sparedMonths } from '@/domain/application/admission'
import { fileNumberBytes, makeFileNumber } from '@/domain/application/file-number'
import { depositOf } from '@/domain/application/new-home'
import type { Benefit } from '@/domain/benefit/line'
import { withAmount } from '@/domain/benefit/set-amount'
import { type Day, dayOf, yearOf } from '@/domain/calendar'
import type { Cents } from '@/domain/money'
import { defaultPolicies } from '@/domain/statement/policy'
import { accessCodeDigest, newAccessCode, sealAccessCode } from './access-codes'
import type { Door } from './db'
import { env } from './env'
import { type AdmissionChoices, type AdmissionQuestion, chosenFor, prepared } from './prepared-admission'
import { seal } from './secrets'
import { readSentApplication, type SentApplication } from './sent-answers'
import type { Staff } from './viewer'

/*
 * An accepted application becomes a household. `admit` writes what is to be made; the database makes it once the decision
 * has left (`follow_decisions`), and never when it was undone.
 */

/** What came of admitting. `planned`: it is made once the decision has left. */
export type Admission =
  | { readonly outcome: 'planned'; readonly fileNumber: string; readonly payments: readonly Benefit[] }
  | { readonly outcome: 'admitted'; readonly fileNumber: string; readonly householdId: string }
  | { readonly outcome: 'ask'; readonly questions: readonly AdmissionQuestion[] }
  | { readonly outcome: 'impossible'; readonly why: Hindrance | 'notFound' }

/**
 * Keeps what the agent settled. Of an application that is accepted already, what is to be made is written anew with it.
 * False when the application is not theirs, or the household is made already.
 */
export async function keepChoices(
  door: Door,
  viewer: Staff,
  applicationId: string,
  choices: AdmissionChoices,
): Promise<boolean> {
  const sent = await readSentApplication(door, applicationId)
  if (!sent) return false
  await numberFor(door, viewer, applicationId, sent.day)
  const kept = await door.sql(
    `update admission set choices = $2, plan = null, problem = null, prepared_by = $3, prepared_at = app_now()
     where application_id = $1 and admitted_at is null returning 1`,
    [applicationId, JSON.stringify(choices), viewer.staffId],
  )
  const [accepted] = await door.sql<{ set: Cents | null }>(standing, [applicationId])
  if (kept.length > 0 && accepted) await admit(door, viewer, applicationId, accepted.set)
  return kept.length > 0
}

/** The decision by which an application is accepted, and the amount a person set in it. */
const standing = `
  select (d.benefit ->> 'setMonthlyCents')::integer as set from decision d
  where d.application_id = $1 and d.undone_at is null and d.outcome in ('accepted', 'partlyAccepted', 'changed')
    and not exists (select from decision n where n.replaces = d.id and n.undone_at is null)
  order by d.decided_at desc limit 1`

/** The number of the file to be, drawn once. */
async function numberFor({ sql }: Door, viewer: Staff, id: string, day: Day): Promise<string> {
  await sql(
    `insert into admission (application_id, file_number, prepared_by) values ($1, $2, $3) on conflict do nothing`,
    [id, makeFileNumber(yearOf(day), randomBytes(fileNumberBytes)), viewer.staffId],
  )
  const [row] = await sql<{ number: string }>(
    'select file_number as number from admission where application_id = $1',
    [id],
  )
  return row!.number
}

/**
 * Admits the household of an application that is being accepted, in the caller's transaction. Called twice, it is once.
 * `setMonthlyCents`: what a person set for a whole month in place of what the answers lead to.
 */
export async function admit(
  door: Door,
  viewer: Staff,
  applicationId: string,
  setMonthlyCents: Cents | null = null,
): Promise<Admission> {
  const sent = await readSentApplication(door, applicationId)
  if (!sent) return { outcome: 'impossible', why: 'notFound' }
  const { household, hindrance, made, people, questions, choices } = await prepared(door, applicationId, sent)
  if (made) return { outcome: 'admitted', ...made }
  if (hindrance) return { outcome: 'impossible', why: hindrance }
  if (questions.length > 0 || !household) return { outcome: 'ask', questions }
  const fileNumber = await numberFor(door, viewer, applicationId, household.fromDay)
  const payments =
    setMonthlyCents === null
      ? household.payments
      : household.payments.map((one) => withAmount(one, setMonthlyCents))
  const draw = drawer(fileNumber)
  const deposit = depositOf(sent.answers as Exclude<SentApplication['answers'], string>)
  const plan = {
    fromDay: household.fromDay,
    people: people.map((one) => {
      const { key: _, toldFileNumber: __, ...person } = one.person
      const who = chosenFor(one, choices)
      return {
        ...person,
        personId: who === 'new' ? null : who,
        code: person.role === 'adult' ? draw(person.birthDate) : null,
      }
    }),
    situation: situationOf(household),
    address: household.address,
    deposit: deposit && { sealed: seal(deposit.numbers, 'bank').toString('hex'), masked: deposit.masked },
    payments,
    spared: sparedMonths(household.fromDay, dayOf(door.now), defaultPolicies).map((month) => ({
      month,
      reason: spared[people[0]!.person.language],
    })),
  }
  await door.sql(
    `update admission set plan = $2, version_id = $3, prepared_by = $4, prepared_at = app_now(), problem = null
     where application_id = $1 and admitted_at is null`,
    [applicationId, JSON.stringify(plan), sent.versionId, viewer.staffId],
  )
  return { outcome: 'planned', fileNumber, payments }
}

/** Why a new household files nothing of a month: the office's own words, in the language of the file. */
const spared = {
  fr: 'votre demande a déjà tout dit de ce mois, ou son délai était passé à l’ouverture du dossier',
  en: 'your application already told of that month, or its limit had passed when the file was opened',
} as const

const situationOf = (household: NewHousehold) => ({
  programme: household.programme,
  livesWithParents: household.livesWithParents,
  spouseOfStudent: household.spouseOfStudent,
  subsidisedDwelling: household.subsidisedDwelling,
  fluctuatingIncome: household.fluctuatingIncome,
  onAssistanceSince: household.onAssistanceSince,
})

/** Draws an access code for each adult of a file; two born on the same day never draw the same. */
function drawer(fileNumber: string) {
  const taken = new Set<string>()
  const { secret } = env()
  return (birthDate: Day) => {
    let code = newAccessCode()
    while (taken.has(code)) code = newAccessCode()
    taken.add(code)
    return {
      digest: accessCodeDigest(secret, { fileNumber, birthDate, code }).toString('hex'),
      sealed: sealAccessCode(secret, code).toString('hex'),
    }
  }
}
