import 'server-only'
import { createHash } from 'node:crypto'
import type { Instant, Month } from '@/domain/calendar'
import type { Cents } from '@/domain/money'
import { contactCentrePhone, displayPhone, isPhone } from '@/domain/offices/phone'
import {
  advance,
  type CallEvent,
  type CallState,
  type Errand,
  type Facts,
  type FileFacts,
  firstState,
  type Outcome,
  type Say,
  type Told,
} from '@/domain/telephone/call'
import { answersFrom, isAnswered } from '@/domain/telephone/hours'
import { replyBy } from '@/domain/messages/promise'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { type Door, withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { env } from '@/server/env'
import { mailboxOfPerson } from '@/server/mailbox'
import { writeToOffice } from '@/server/messages'
import { type Citizen, may, type Viewer } from '@/server/viewer'
import { prove, sendCode } from './proof'
import type { CallFields } from './schema'
import { apology, type Said, spoken } from './voice'

type Words = { readonly employer: string; readonly other: string }

/** What the line does with other features: the same commands as every other way. */
export type Commands = {
  readonly hear: (
    door: Door,
    viewer: Citizen,
    telling: Month | null,
  ) => Promise<{ readonly facts: FileFacts; readonly phone: string } | null>
  readonly preview: (door: Door, viewer: Citizen, told: Told, words: Words) => Promise<Cents | null>
  readonly fileTold: (
    door: Door,
    viewer: Citizen,
    told: Told,
    sending: {
      readonly key: string
      readonly words: Words
      readonly arrival: Instant
      readonly locale: Locale
      readonly request: Request
    },
  ) => Promise<'filed' | 'before' | 'notFiled'>
  readonly renewOwn: (door: Door, viewer: Citizen) => Promise<unknown>
}

type Incoming = Call<Viewer, CallFields>

/** A call as it is kept. */
type Row = {
  readonly id: string
  readonly turn: number
  readonly state: CallState | null
  readonly said: Said | null
}

/**
 * Answers the provider of a call: what came → what is said, and what is done. All in one transaction, which holds the
 * call: what comes twice, at once or later, is answered the same and does nothing more.
 */
export function answering(commands: Commands): (call: Incoming) => Promise<Answer> {
  return async (call) => {
    const { CallSid: sid } = call.input
    const { turn, said } = await withViewer({ role: 'caller', call: { sid } }, async (door) => {
      const [row] = await door.sql<Row>('select id, turn, state, said from phone_call')
      const at = row!
      if (at.said !== null && turnIn(call.request) !== at.turn) return { turn: at.turn, said: at.said }
      const line: Line = { door, call, commands, callId: at.id, from: call.input.From ?? '' }
      const answer = await goOn(
        line,
        at.state ?? firstState,
        at.state ? eventIn(call.input) : { kind: 'began' },
      )
      await door.sql('update phone_call set turn = turn + 1, state = $1, said = $2, changed_at = app_now()', [
        JSON.stringify(answer.state),
        JSON.stringify(answer.said),
      ])
      return { turn: at.turn + 1, said: answer.said }
    })
    return { to: '', voice: spoken(said, `${env().origin}/api/telephone?turn=${turn}`) }
  }
}

/** What is answered when something went wrong here. */
export const sorry = (): Answer => ({ to: '', voice: apology() })

/** Which answer a request follows. */
function turnIn(request: Request): number | null {
  const turn = new URL(request.url).searchParams.get('turn') ?? ''
  return /^\d{1,6}$/.test(turn) ? Number(turn) : null
}

function eventIn({ Digits: keys = '', DialCallStatus: status }: CallFields): CallEvent {
  if (status !== undefined)
    return { kind: 'transferred', answered: status === 'completed' || status === 'answered' }
  return keys === '' ? { kind: 'silence' } : { kind: 'keys', keys }
}

/** Everything the line holds while it answers once. */
type Line = {
  readonly door: Door
  readonly call: Incoming
  readonly commands: Commands
  readonly callId: string
  readonly from: string
}

async function goOn(
  line: Line,
  from: CallState,
  event: CallEvent,
): Promise<{ state: CallState; said: Said }> {
  const earlier: Say[] = []
  let [state, next] = [from, event]
  for (;;) {
    const viewer = await findCaller(line)
    const heard = viewer && (await line.commands.hear(line.door, viewer, state.told?.month ?? null))
    const result = advance(state, next, factsOf(line, heard?.facts ?? null))
    earlier.push(...result.say)
    if (!('errand' in result)) {
      const { then } = result
      const { language } = result.state
      const phone = heard?.phone ?? contactCentrePhone
      return { state: result.state, said: { say: earlier, then, language, phone } }
    }
    state = result.state
    next = await run(line, viewer, state, result.errand)
  }
}

function factsOf({ door: { now }, from }: Line, file: FileFacts | null): Facts {
  return { isAnswered: isAnswered(now), answersFrom: answersFrom(now), knowsNumber: isPhone(from), file }
}

/** The person of the call, as the commands of their file know them; null until they proved who they are. */
async function findCaller({ door: { sql }, call, callId }: Line): Promise<Citizen | null> {
  const [person] = await sql<{ id: string; name: string; memberships: Citizen['memberships'] }>(
    `select p.id, p.given_name || ' ' || p.family_name as name, jsonb_build_array(jsonb_build_object(
       'householdId', m.household_id, 'fromDay', m.from_day, 'untilDay', null)) as memberships
     from person p join household_member m on m.person_id = p.id and m.household_id = viewer_household()
       and m.role = 'adult' and m.until_day is null
     where p.id = viewer_person()`,
  )
  if (!person) return null
  const { id, name, memberships } = person
  return {
    ...{ role: 'caller', sessionId: callId, assurance: 'code', shared: false, memberships },
    ...{ personId: id, name, actorId: id, actorName: name, mandate: null, holdsMandate: false },
    call: { sid: call.input.CallSid },
  }
}

async function run(line: Line, viewer: Citizen | null, state: CallState, errand: Errand): Promise<Outcome> {
  const { door, call, commands, callId, from } = line
  if (errand.kind === 'prove') {
    const outcome = await prove(door, state, from, errand.code)
    // Their code is lost: known by what was sent to them, they are given another by letter.
    if (outcome.kind === 'known' && outcome.newCode) {
      await commands.renewOwn(door, allowed(await findCaller(line), 'access-code:replace'))
    }
    return outcome
  }
  if (errand.kind === 'sendCode') return sendCode(door, state, from)
  const locale = state.language ?? 'fr'
  const texts = textsOf(locale, 'telephone')
  const words = { employer: texts('told.employer'), other: texts('told.other') }
  if (errand.kind === 'preview') {
    const caller = allowed(viewer, 'statement:hear')
    return { kind: 'previewed', cents: await commands.preview(door, caller, errand.told, words) }
  }
  if (errand.kind === 'askCallBack') {
    const caller = allowed(viewer, 'call-back:ask')
    return askCallBack(line, caller, locale, 'call-back', errand.number ?? from)
  }
  const { told } = errand
  const caller = allowed(viewer, 'statement:file')
  const filed = await commands.fileTold(door, caller, told, {
    ...{
      key: keyOf(callId, `file ${told.month}`),
      words,
      arrival: call.arrival,
      locale,
      request: call.request,
    },
  })
  if (filed === 'notFiled') return { kind: 'notFiled' }
  if (told.other) await askCallBack(line, caller, locale, `other ${told.month}`, from)
  return { kind: 'filed', before: filed === 'before' }
}

/** Asks the office to call back, by a message of one's own mailbox: it opens the task, and promises a day. */
async function askCallBack(
  { door, callId }: Line,
  viewer: Citizen,
  locale: Locale,
  about: string,
  number: string,
): Promise<Outcome> {
  const texts = textsOf(locale, 'telephone')
  const text = isPhone(number)
    ? texts('callBack.at', { number: displayPhone(number) })
    : texts('callBack.anyWay')
  const mailbox = mailboxOfPerson(viewer.memberships[0]!.householdId, viewer.personId)
  await writeToOffice(door, viewer, mailbox, { key: keyOf(callId, `${about} ${number}`), text })
  return { kind: 'callBackAsked', by: replyBy(door.now) }
}

/** @throws when nobody is known, or may not: the machine asks for nothing of the kind then */
function allowed(viewer: Citizen | null, right: Parameters<typeof may>[1]): Citizen {
  if (!viewer || !may(viewer, right)) throw new Error(`No caller may ${right}`)
  return viewer
}

/** A key that is the call's: what it sends counts once. */
function keyOf(callId: string, about: string): string {
  const hex = createHash('sha256').update(`${callId} ${about}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}
