import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, instant, type Instant } from '@/domain/calendar'
import {
  humaneFrom,
  isDayForLetters,
  isRemindedByMail,
  momentOn,
  remindedBy,
} from '@/domain/sending/reminder'
import { inGsmAlphabet, SEGMENT } from '@/domain/sending/segment'
import { isGivenUp, pauseAfter, wayTo } from '@/domain/sending/way'
import type { Told } from '@/domain/sending/told'
import { sendingWords } from '@/i18n/sending-words'

/*
 * How what leaves the house leaves. Numbered cases:
 *   SD-01 the way someone wished comes first; one that is refused gives place to the other; none is none
 *   SD-02 what was told to leave by one way leaves by it, unless it is refused
 *   SD-03 a try that failed is made again later and later, and its way is given up after a day
 *   SD-04 the reminder of a day, by the day of the limit: 10, 5 and 1 days before, on the day, and after
 *   SD-05 nobody is reminded before 8:00 nor from 20:00 on, in Québec, on the days clocks change too
 *   SD-06 reminded by one's own way; by the other as well when the reminder before was not read
 *   SD-07 a text message is one segment of the alphabet of GSM, in both languages, with the longest limit
 *   SD-08 what leaves names no file, no programme, no amount
 *   SD-09 a letter is written from fourteen to six days before the limit, for whoever chose it or whom nothing else reaches
 */
const both = { email: 'a@exemple.ca', mobile: '+15145550100' } as const

describe('ways', () => {
  it('SD-01 by one’s own wish, then by what is left', () => {
    const byText = { ...both, notifyBy: 'text' } as const
    expect(wayTo(byText, [])).toEqual({ channel: 'text', to: both.mobile })
    expect(wayTo(byText, ['text'])).toEqual({ channel: 'email', to: both.email })
    expect(wayTo(byText, ['text', 'email'])).toBeNull()
    expect(wayTo({ email: null, mobile: null, notifyBy: null }, [])).toBeNull()
    expect(wayTo({ email: null, mobile: both.mobile, notifyBy: 'email' }, [])?.channel).toBe('text')
  })

  it('SD-02 what names its way', () => {
    const byText = { ...both, notifyBy: 'text' } as const
    expect(wayTo(byText, [], 'email')?.channel).toBe('email')
    expect(wayTo(byText, ['email'], 'email')?.channel).toBe('text')
  })

  it('SD-03 later and later', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 100].map(pauseAfter)).toEqual([1, 2, 5, 15, 60, 240, 240, 240])
    expect(isGivenUp(24 * 3_600_000 - 1)).toBe(false)
    expect(isGivenUp(24 * 3_600_000)).toBe(true)
  })
})

describe('reminders', () => {
  it('SD-04 the moment of a day', () => {
    const due = day('2026-11-16')
    const found = (text: string) => momentOn(day(text), due)
    expect(found('2026-11-05')).toBeNull()
    expect(['2026-11-06', '2026-11-10'].map(found)).toEqual(['tenDays', 'tenDays'])
    expect(['2026-11-11', '2026-11-14'].map(found)).toEqual(['fiveDays', 'fiveDays'])
    expect(found('2026-11-15')).toBe('oneDay')
    expect(found('2026-11-16')).toBe('today')
    expect(['2026-11-17', '2026-11-21'].map(found)).toEqual(['after', 'after'])
    expect(found('2026-11-22')).toBeNull()
  })

  it('SD-05 at humane hours', () => {
    // 7:59, 8:00, 19:59:59.999 and 20:00 in Québec, in winter; then on the day clocks go back.
    expect(humaneFrom(instant('2026-11-10T12:59:00.000Z'))).toBe('2026-11-10T13:00:00.000Z')
    expect(humaneFrom(instant('2026-11-10T13:00:00.000Z'))).toBe('2026-11-10T13:00:00.000Z')
    expect(humaneFrom(instant('2026-11-11T00:59:59.999Z'))).toBe('2026-11-11T00:59:59.999Z')
    expect(humaneFrom(instant('2026-11-11T01:00:00.000Z'))).toBe('2026-11-11T13:00:00.000Z')
    expect(humaneFrom(instant('2026-11-01T05:30:00.000Z'))).toBe('2026-11-01T13:00:00.000Z')
    const times = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(times, (time) => {
        const from = humaneFrom(time.toISOString() as Instant)
        const hour = Number(
          new Intl.DateTimeFormat('en-CA', {
            timeZone: 'America/Toronto',
            hour: '2-digit',
            hourCycle: 'h23',
          }).format(new Date(from)),
        )
        expect(hour >= 8 && hour < 20).toBe(true)
        expect(Date.parse(from) - time.getTime()).toBeLessThan(13 * 3_600_000)
      }),
    )
  })

  it('SD-06 by the other way as well, unread', () => {
    const all = ['email', 'text'] as const
    const [early, late] = [instant('2026-11-06T13:00:00.000Z'), instant('2026-11-07T13:00:00.000Z')]
    const now = instant('2026-11-10T13:00:00.000Z')
    expect(remindedBy(all, 'text', null, null, now)).toEqual(['text'])
    expect(remindedBy(all, 'text', early, late, now)).toEqual(['text'])
    expect(remindedBy(all, 'text', late, early, now)).toEqual(['email', 'text'])
    expect(remindedBy(all, 'text', late, null, now)).toEqual(['email', 'text'])
    expect(remindedBy(all, 'text', late, null, instant('2026-11-08T00:59:59.999Z'))).toEqual(['text'])
    expect(remindedBy(['text'], 'text', late, null, now)).toEqual(['text'])
  })

  it('SD-09 by mail', () => {
    const due = day('2026-11-16')
    const asked = ['2026-11-01', '2026-11-02', '2026-11-10', '2026-11-11', '2026-11-17'].map((text) =>
      isDayForLetters(day(text), due),
    )
    expect(asked).toEqual([false, true, true, false, false])
    expect(isRemindedByMail('letter', false)).toBe(true)
    expect(isRemindedByMail('email', true)).toBe(true)
    expect(isRemindedByMail('email', false)).toBe(false)
    expect(isRemindedByMail('none', true)).toBe(false)
    expect(remindedBy(['email', 'text'], 'letter', null, null, instant('2026-11-10T13:00:00.000Z'))).toEqual(
      [],
    )
  })
})

describe('words', () => {
  const until = instant('2026-09-17T03:59:59.999Z')
  const short: readonly Told[] = [
    { about: 'code', code: '123456' },
    { about: 'applicationCode', code: 'ABCD-EFGH-JKLM' },
    { about: 'waiting' },
    { about: 'receipt' },
    { about: 'reminder', until },
    { about: 'reminder', until: null },
    ...(['contact', 'address', 'deposit', 'frozen', 'lifted'] as const).map(
      (what) => ({ about: 'account', what, freeze: null }) as const,
    ),
  ]

  it.each(['fr', 'en'] as const)('SD-07 one segment (%s)', (locale) => {
    for (const told of short) {
      const text = sendingWords(locale, told, 'https://exemple.ca').text
      const sent = inGsmAlphabet(text)
      expect(sent.length, sent).toBeLessThanOrEqual(SEGMENT)
      // Nothing is lost but accents and typographic signs.
      const plain = (one: string) => one.normalize('NFD').replace(/[^a-z0-9 .:,]/gi, '')
      expect(plain(sent)).toBe(plain(text.replace(/[\u00a0\u202f]/g, ' ')))
    }
    expect(inGsmAlphabet('À l’été, un reçu : « ça » 😀')).toBe(`A l'été, un recu : " ca " `)
  })

  it.each(['fr', 'en'] as const)('SD-08 nothing is told of the person (%s)', (locale) => {
    for (const told of short) {
      const { subject, text, closing } = sendingWords(locale, told, 'https://exemple.ca')
      expect(`${subject} ${text} ${closing}`).not.toMatch(
        /aide|assist|relev|déclaration|statement|prestation|benefit|welfare|bureau|office|\$|quinze/i,
      )
    }
    const reminder = sendingWords(locale, { about: 'reminder', until }, '').text
    expect(reminder).toMatch(
      locale === 'fr' ? /16\sseptembre\s2026 à 23\sh\s59/ : /September\s16, 2026, at 11:59\sp\.m\./,
    )
  })
})
