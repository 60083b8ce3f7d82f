import 'server-only'
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse'
import { dayOf } from '@/domain/calendar'
import type { CallState, Say, Turn } from '@/domain/telephone/call'
import {
  formatMonth,
  formatOfMonth,
  formatTime,
  formatWeekdayOfMonth,
  spokenMoney,
  type Locale,
} from '@/i18n/format'
import { locales } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'

/** What was answered, as it is kept: said again, word for word, to a request that comes twice. */
export type Said = Pick<Turn, 'say' | 'then'> & {
  readonly language: CallState['language']
  /** The number a transfer goes to. */
  readonly phone: string
}

const voices = { fr: 'fr-CA', en: 'en-CA' } as const
/** How long one waits for a key, and for a transfer to be answered. Seconds. */
const KEY_WAIT = 8
const RING_WAIT = 30

/** What a spoken sentence is added to: what is said at any time, or what a key may cut short. */
type Speaker = Pick<VoiceResponse, 'say' | 'pause'>

/** The answer in the provider's language. `next` is where it asks what to do then. */
export function spoken({ say, then, language, phone }: Said, next: string): string {
  const response = new VoiceResponse()
  if (then === 'hangUp' || then === 'transfer') {
    for (const one of say) speak(response, one, language)
    if (then === 'hangUp') response.hangup()
    else response.dial({ action: next, method: 'POST', timeout: RING_WAIT }, phone)
    return response.toString()
  }
  const keys = then === 'one' ? { numDigits: 1, finishOnKey: '' } : { finishOnKey: '#' }
  const gather = response.gather({
    ...{ input: ['dtmf'], action: next, method: 'POST', timeout: KEY_WAIT },
    ...keys,
  })
  for (const one of say) speak(gather, one, language)
  // Nothing was pressed: the same address is asked, without keys.
  response.redirect({ method: 'POST' }, next)
  return response.toString()
}

/** What is said when something went wrong here, in both languages. */
export function apology(): string {
  const response = new VoiceResponse()
  for (const locale of locales)
    response.say({ language: voices[locale] }, textsOf(locale, 'telephone')('sorry'))
  response.hangup()
  return response.toString()
}

function speak(speaker: Speaker, one: Say, language: CallState['language']): void {
  const chosen = one.in ?? language
  for (const locale of chosen ? [chosen] : locales) {
    speaker.say({ language: voices[locale] }, sentence(one, locale))
    if (one.code === 'waitShort') speaker.pause({ length: one.count ?? 0 })
    if (one.code === 'receipt') spell(speaker, one.number ?? '', locale)
  }
}

/** A number of ours, slowly: character by character, with time to write between its groups. */
function spell(speaker: Speaker, number: string, locale: Locale): void {
  for (const group of number.split('-')) {
    speaker.pause({ length: 1 })
    speaker.say({ language: voices[locale] }, [...group].join('. '))
  }
}

function sentence(
  { code, month, day, at, amount, gross, whose, topic, certainty, count }: Say,
  locale: Locale,
): string {
  const on = day ?? (at && dayOf(at))
  const values = {
    month: month ? formatMonth(month, locale) : '',
    ofMonth: month ? formatOfMonth(month, locale) : '',
    day: on ? formatWeekdayOfMonth(on, locale) : '',
    time: at ? formatTime(at, locale) : '',
    amount: amount === undefined ? '' : spokenMoney(amount, locale),
    gross: gross === undefined ? '' : spokenMoney(gross, locale),
    whose: whose ?? 'alone',
    topic: topic ?? 'work',
    certainty: certainty ?? 'final',
    count: count ?? 0,
  }
  // A voice needs no space that holds words together, and some say it.
  return textsOf(locale, 'telephone')(`say.${code}`, values).replaceAll('\u00A0', ' ')
}
