import { randomUUID } from 'node:crypto'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'
import { addAccessCode, type HouseholdInput, type Owner } from '../../../prisma/builders'
import type { CallState, Say } from '@/domain/telephone/call'
import { household } from '../statement/office'

/** What the provider and the line know, in these tests. */
export const token = 'a-token-of-the-tests'
export const address = 'http://localhost:3015/api/telephone'

/** Sends a request as the provider does. */
export async function post(
  url: string,
  fields: Readonly<Record<string, string>>,
  signature = getExpectedTwilioSignature(token, url, fields),
): Promise<Response> {
  const { POST } = await import('@/app/api/telephone/route')
  const request = new Request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature,
      // A provider behind a proxy of its own, or someone who lies about where they called.
      'x-forwarded-host': 'elsewhere.example',
    },
    body: new URLSearchParams(fields),
  })
  return POST(request, { params: Promise.resolve({}) })
}

const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** What one answer does. */
export type Answered = {
  readonly xml: string
  readonly says: readonly { readonly language: string; readonly text: string }[]
  readonly text: string
  readonly then: 'keys' | 'dial' | 'hangUp'
  /** Where the next keys go. */
  readonly next: string
  readonly dials: string | null
}

function read(xml: string): Answered {
  const says = [...xml.matchAll(/<Say language="([\w-]+)">([^<]*)<\/Say>/g)].map(([, language, text]) => ({
    language: language!,
    text: unescape(text!),
  }))
  const action = /<(?:Gather|Dial)[^>]* action="([^"]*)"/.exec(xml)?.[1]
  const then = xml.includes('<Dial') ? 'dial' : xml.includes('<Hangup/>') ? 'hangUp' : 'keys'
  return {
    ...{ xml, says, text: says.map(({ text }) => text).join(' '), then },
    next: unescape(action ?? address),
    dials: /<Dial[^>]*>([^<]*)<\/Dial>/.exec(xml)?.[1] ?? null,
  }
}

/** Someone who calls, presses keys, says nothing, and hangs up. */
export class Caller {
  readonly sid = `CA${randomUUID().replaceAll('-', '')}`
  answer!: Answered
  /** The last request, to be sent again. */
  last!: { readonly url: string; readonly fields: Readonly<Record<string, string>> }

  constructor(
    readonly from = `+1514${String(5_550_000 + Math.floor(Math.random() * 9_999)).padStart(7, '0')}`,
  ) {}

  async send(url: string, more: Readonly<Record<string, string>> = {}): Promise<Answered> {
    const fields = {
      CallSid: this.sid,
      From: this.from,
      To: '+15145550000',
      CallStatus: 'in-progress',
      ...more,
    }
    this.last = { url, fields }
    const response = await post(url, fields)
    if (response.status !== 200) throw new Error(`The line answered ${response.status}`)
    this.answer = read(await response.text())
    return this.answer
  }

  /** The provider sends the last request once more. */
  async again(): Promise<Answered> {
    const response = await post(this.last.url, this.last.fields)
    return read(await response.text())
  }

  dial = (): Promise<Answered> => this.send(address)
  /** Presses these keys, one answer after the other. */
  async press(...keys: readonly string[]): Promise<Answered> {
    for (const one of keys) await this.send(this.answer.next, { Digits: one })
    return this.answer
  }
  silence = (): Promise<Answered> => this.send(this.answer.next)
  transferEnds = (status: string): Promise<Answered> =>
    this.send(this.answer.next, { DialCallStatus: status, DialCallSid: 'CAother' })
}

export type Home = Awaited<ReturnType<typeof home>>
let made = 0

/** A household whose adults have each an access code, and what the first of them types. */
export async function home(
  owner: Owner,
  officeId: string,
  adults: readonly string[] = ['Ana'],
  more: Partial<HouseholdInput> = {},
) {
  made += 1
  const of = await household(owner, officeId, adults, { since: '2026-11', ...more })
  const codes: string[] = []
  for (const [index, viewer] of of.viewers.entries()) {
    await owner.person.update({
      where: { id: viewer.personId },
      data: { birthDate: `19${80 + index}-04-12` },
    })
    codes.push(String(20_000 + made * 10 + index))
    await addAccessCode(owner, { personId: viewer.personId, code: codes[index]! })
  }
  const { fileNumber } = await owner.household.findUniqueOrThrow({ where: { id: of.id } })
  return { ...of, fileNumber, file: onKeypad(fileNumber), birth: '12041980', codes, code: codes[0]! }
}

/** A file number by the keys that carry it, written here anew. */
export function onKeypad(fileNumber: string): string {
  const keys = ['', '', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ']
  return [...fileNumber]
    .filter((letter) => /[A-Z\d]/.test(letter))
    .map((letter) => (/\d/.test(letter) ? letter : String(keys.findIndex((key) => key.includes(letter)))))
    .join('')
}

/** Calls and is known: stands in the menu. */
export async function known(of: Home, language: '1' | '2' = '1', caller = new Caller()): Promise<Caller> {
  await caller.dial()
  await caller.press(language, of.file, of.birth, of.code)
  return caller
}

/** Where a call stands, by its row. */
export async function standing(
  owner: Owner,
  { sid }: { readonly sid: string },
): Promise<{ turn: number; state: CallState; say: readonly Say[]; personId: string | null }> {
  const { turn, state, said, personId } = await owner.phoneCall.findUniqueOrThrow({ where: { sid } })
  return {
    turn,
    state: state as unknown as CallState,
    say: (said as unknown as { say: Say[] }).say,
    personId,
  }
}
