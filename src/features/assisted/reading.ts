import {
  assistedChannels,
  type AssistedChannel,
  type IdentificationWay,
  identificationWays,
  type IdentityQuestion,
  questionRule,
  waysOf,
} from '@/domain/access/identification'
import { addDays, type Day, day } from '@/domain/calendar'
import { oldestPaperDays } from '@/domain/statement/paper'
import { parseReceiptNumber } from '@/domain/statement/receipt-number'
import { readDate, readMoney } from '@/domain/typed'
import { parseAccessCode, parseFileNumber } from '@/server/access-codes'
import type { CallerProof } from '@/server/assisted'
import type { ArrivalFields, BeginFields } from './schema'
import { type BeginField, beginFields } from './states'

/** What begins help with a file, or the fields nobody could read, in the order of the page. */
export type Read =
  | {
      readonly proof: CallerProof
      readonly channel: AssistedChannel
      readonly handedInOn: Day | null
    }
  | { readonly unreadable: readonly BeginField[] }

type Fields = Readonly<Record<string, unknown>>

function dateIn(fields: Fields, name: string, earliest: Day, latest: Day): Day | null {
  const part = (of: 'day' | 'month' | 'year') => {
    const typed = fields[`${name}.${of}`]
    return typeof typed === 'string' ? typed : ''
  }
  const typed = { day: part('day'), month: part('month'), year: part('year') }
  return readDate(typed, earliest, latest).value ?? null
}

const oldest = day('1900-01-01')

/** Reads the form that begins help with a file. */
export function readBegin(fields: BeginFields, today: Day): Read {
  const { channel, handedInOn, unreadable } = readArrival(fields, today)
  const wrong = new Set<BeginField>(unreadable)
  const fileNumber = parseFileNumber(fields.file)
  if (!fileNumber) wrong.add('file')
  const birthDate = dateIn(fields, 'birth', oldest, today)
  if (!birthDate) wrong.add('birth')
  const way = channel === 'paper' ? 'signature' : wayIn(fields)
  if (!way || (channel && !waysOf[channel].includes(way))) wrong.add('way')
  const code = way === 'accessCode' ? parseAccessCode(fields.code) : null
  if (way === 'accessCode' && !code) wrong.add('code')
  const answers = way === 'questions' ? answersIn(fields, today) : {}
  if (!answers || (way === 'questions' && Object.keys(answers).length < questionRule.right))
    wrong.add('answers')
  if (wrong.size > 0 || !channel || !fileNumber || !birthDate || !way || !answers) {
    return { unreadable: beginFields.filter((field) => wrong.has(field)) }
  }
  return { proof: { who: { fileNumber, birthDate }, way, code, answers }, channel, handedInOn }
}

/** Reads how someone came, the day of a paper, and their consent: the same for a file and for an application. */
export function readArrival(
  fields: ArrivalFields,
  today: Day,
): {
  readonly channel: AssistedChannel | null
  readonly handedInOn: Day | null
  readonly unreadable: readonly BeginField[]
} {
  const channel = assistedChannels.find((one) => one === fields.channel) ?? null
  const handedInOn =
    channel === 'paper' ? dateIn(fields, 'handed', addDays(today, -oldestPaperDays), today) : null
  const unreadable: BeginField[] = []
  if (!channel) unreadable.push('channel')
  if (channel === 'paper' && !handedInOn) unreadable.push('handed')
  if (fields.consent !== 'yes') unreadable.push('consent')
  return { channel, handedInOn, unreadable }
}

const wayIn = (fields: BeginFields): IdentificationWay | null =>
  identificationWays.find((one) => one !== 'signature' && one === fields.way) ?? null

/** The answers a caller gave, as the file would have them. Null when one cannot be read. */
function answersIn(
  fields: BeginFields,
  today: Day,
): Readonly<Partial<Record<IdentityQuestion, string>>> | null {
  const answers: Partial<Record<IdentityQuestion, string>> = {}
  const keep = (question: IdentityQuestion, typed: string, read: string | null): boolean => {
    if (typed.trim() === '') return true
    if (read === null) return false
    answers[question] = read
    return true
  }
  const { postalCode: postal, payment, receipt } = fields
  const otherBirth = dateIn(fields, 'other', oldest, today)
  const otherTyped = fields['other.day'] + fields['other.month'] + fields['other.year']
  const cents = readMoney(payment).value
  const isRead =
    keep('postalCode', postal, postalCodeOf(postal)) &&
    keep('paymentCents', payment, cents === undefined ? null : String(cents)) &&
    keep('otherBirth', otherTyped, otherBirth) &&
    keep('receipt', receipt, parseReceiptNumber(receipt))
  return isRead ? answers : null
}

function postalCodeOf(typed: string): string | null {
  const bare = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
  return /^[GHJ]\d[A-Z]\d[A-Z]\d$/.test(bare) ? `${bare.slice(0, 3)} ${bare.slice(3)}` : null
}
