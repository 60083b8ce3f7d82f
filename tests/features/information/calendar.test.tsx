import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, test } from 'vitest'
import { addDays, addMonths, day, instant, month, startOfDay } from '@/domain/calendar'
import type { Day, Instant, Month } from '@/domain/calendar'
import { statementDates } from '@/domain/statement/dates'
import { dueDay, opensOn } from '@/domain/statement/deadline'
import { daysOffOf } from '@/domain/statement/holidays'
import { paymentDay } from '@/domain/statement/payment'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import { CalendarLinks } from '@/features/information/inserts/CalendarLinks'
import { CalendarView } from '@/features/information/inserts/CalendarView'
import { answerCalendar, calendarFile } from '@/features/information/calendar-file'
import { contentOf } from '@/features/information/content'
import { publishedDates, reasons } from '@/features/information/dates'
import { filingTerm } from '@/features/information/inserts/filing-terms'
import { formatDayOfMonth, formatMonth, formatWeekday, formatWeekdayOfMonth } from '@/i18n/format'
import { locales, type Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { blocksOf } from '../../i18n/reading'
import { readCalendarFile } from './calendar-file'

/*
 * Numbered cases, before the code:
 *   CA-01 the page shows, for each month of this year and the next, the days the domain computes
 *   CA-02 it shows the payment days that were published
 *   CA-03 a day that was moved says why, a day that stands says nothing
 *   CA-04 the next last day and the next payment are told on top and marked once, the day itself included
 *   CA-05 the year turns at midnight in Québec
 *   CA-06 the holidays of both years are listed, with their own day when another is taken
 *   CA-07 the file is a calendar by the letter of RFC 5545, in both languages
 *   CA-08 it holds the opening, the last day and the payment of each month, on whole days, and nothing else
 *   CA-09 it is the same byte for byte within a month and in any zone; an event keeps its name from year to year
 *   CA-10 it is answered as a calendar, and leads back here only when the address is known
 *   CA-11 the page leads to the file, to follow or to keep
 *   CA-12 content files name the terms of filing, and never type them
 */
const now = instant('2026-11-26T20:00:00.000Z')
const nowIn = (year: number) => instant(`${year}-06-15T16:00:00.000Z`)
const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

const monthsOf = (...years: number[]): Month[] =>
  years.flatMap((year) => Array.from({ length: 12 }, (_, count) => addMonths(month(`${year}-01`), count)))
const policy = (of: Month) => policyFor(of, defaultPolicies)

/** The words of each cell of each row, one string per line. */
function rowsOf(element: ReactElement): string[][][] {
  const lines = (html: string) =>
    html
      .replace(/<span[^>]*aria-hidden[^>]*>.*?<\/span>/g, '')
      .replace(/<[^>]+>/g, '\n')
      .split('\n')
      .filter(Boolean)
  return [...renderToStaticMarkup(element).matchAll(/<tr[^>]*><th scope="row"[^>]*>(.*?)<\/tr>/gs)].map(
    ([, row]) =>
      row!
        .split(/<\/t[hd]>/)
        .slice(0, 3)
        .map(lines),
  )
}
const view = (locale: Locale, at: Instant) => <CalendarView locale={locale} now={at} />

describe.each(locales)('the page, %s', (locale) => {
  const t = textsOf(locale, 'calendar')

  it('CA-01 shows the twenty-four months of 2026 and 2027', () => {
    const rows = rowsOf(view(locale, nowIn(2026)))
    const months = monthsOf(2026, 2027)
    expect(rows).toHaveLength(24)
    for (const [index, of] of months.entries()) {
      const [first, due, paid] = rows[index]!
      const [paidMonth, paidOn] = [addMonths(of, 1), paymentDay(addMonths(of, 1))]
      expect(first).toEqual([
        formatMonth(of, locale),
        t('opens', { day: formatDayOfMonth(opensOn(of, policy(of)), locale) }),
      ])
      expect(due).toContain(formatWeekdayOfMonth(dueDay(of, policy(of)), locale))
      expect(paid).toContain(formatWeekdayOfMonth(paidOn, locale))
      expect(paid).toContain(t('paidFor', { month: formatMonth(paidMonth, locale) }))
      // The year is told by the title only.
      expect(paidOn.slice(0, 4)).toBe(of.slice(0, 4))
    }
  })

  // Québec.ca, lists of 2020 and 2023; argentqc.ca for four days of 2026.
  it.each([
    [2020, '01-31 02-28 04-01 05-01 06-01 06-30 07-31 09-01 10-01 10-30 12-01 12-30'],
    [2023, '02-01 03-01 03-31 05-01 06-01 06-29 08-01 09-01 09-29 11-01 12-01 12-28'],
    [2026, '01-30 02-27 04-01 - - - 07-31 - - - - -'],
  ])('CA-02 shows the payment days published in %i', (year, published) => {
    const rows = rowsOf(view(locale, nowIn(year)))
    for (const [index, text] of published.split(' ').entries()) {
      if (text === '-') continue
      expect(rows[index]![2]).toContain(formatWeekdayOfMonth(`${year}-${text}` as Day, locale))
    }
  })

  it('CA-03 says why a day was moved, and says nothing of the others', () => {
    const said = (of: string, column: 1 | 2) =>
      rowsOf(view(locale, nowIn(2027)))[Number(of.slice(5)) - 1]![column]!
    const ours =
      locale === 'fr'
        ? {
            saturday: 'Le 15\u00A0mai est un samedi.',
            newYear: 'Le 1er\u00A0janvier est un samedi.',
            eve: 'Le 31\u00A0décembre est férié\u00A0: veille du jour de l’An.',
          }
        : {
            saturday: 'May\u00A015 is a Saturday.',
            newYear: 'January\u00A01 is a Saturday.',
            eve: 'December\u00A031 is a holiday: New Year’s Eve.',
          }
    expect(said('2027-05', 1)).toContain(ours.saturday)
    expect(said('2027-12', 2)).toEqual(expect.arrayContaining([ours.newYear, ours.eve]))
    expect(said('2027-01', 1)).toHaveLength(1)
    // Good Friday, its weekend and Easter Monday; then New Year and the eve, around a weekend.
    expect(reasons(statementDates(month('2033-04'), defaultPolicies).due, locale)).toHaveLength(2)
    expect(reasons(statementDates(month('2023-12'), defaultPolicies).paid, locale)).toHaveLength(2)
    for (let year = 2016; year <= 2040; year++) {
      for (const { due, paid } of publishedDates(nowIn(year)).years[0]!.statements) {
        for (const day of [due, paid]) expect(reasons(day, locale).length > 0).toBe(day.on !== day.regular)
      }
    }
  })

  it.each([
    ['a day in November', '2026-11-26T20:00:00.000Z', '2026-12-15', '2026-12-01'],
    ['the last minute of the last day', '2026-12-16T04:59:59.999Z', '2026-12-15', '2026-12-30'],
    ['the minute after', '2026-12-16T05:00:00.000Z', '2027-01-15', '2026-12-30'],
    ['the evening of the payment', '2026-12-31T04:30:00.000Z', '2027-01-15', '2026-12-30'],
    ['the day after it', '2026-12-31T05:00:00.000Z', '2027-01-15', '2027-02-01'],
    ['New Year', '2027-01-01T05:00:00.000Z', '2027-01-15', '2027-02-01'],
  ])('CA-04 tells and marks what comes next: %s', (_when, at, due, paid) => {
    const element = view(locale, instant(at))
    const html = renderToStaticMarkup(element)
    for (const day of [due, paid]) expect(html).toContain(formatWeekday(day as Day, locale))
    const marked = (column: 1 | 2, mark: string) =>
      rowsOf(element).flatMap((row) => (row[column]!.includes(mark) ? [row[column]![1]] : []))
    expect(marked(1, t('next.due'))).toEqual([formatWeekdayOfMonth(due as Day, locale)])
    expect(marked(2, t('next.paid'))).toEqual([formatWeekdayOfMonth(paid as Day, locale)])
  })

  it('CA-05 turns the year at midnight in Québec, in the page and in the file', () => {
    const first = startOfDay('2027-01-01' as Day)
    const before = instant('2027-01-01T04:59:59.999Z')
    expect(first).toBe('2027-01-01T05:00:00.000Z')
    const seen = [before, first].map((at) => ({
      page: rowsOf(view(locale, at)).map(([name]) => name![0]),
      file: readCalendarFile(new TextEncoder().encode(calendarFile(locale, at, null))).events.map(
        (event) => event['UID']!,
      ),
    }))
    for (const [index, years] of [
      [2026, 2027],
      [2027, 2028],
    ].entries()) {
      expect(seen[index]!.page).toEqual(monthsOf(...years).map((of) => formatMonth(of, locale)))
      expect(seen[index]!.file.filter((uid) => uid.startsWith('due-'))).toEqual(
        monthsOf(...years).map((of) => `due-${of}.${locale}@quinze`),
      )
    }
  })

  it('CA-06 lists the holidays, with their own day when another is taken', () => {
    const html = renderToStaticMarkup(view(locale, now))
    for (const { on, original, code } of [...daysOffOf(2026), ...daysOffOf(2027)]) {
      const day = formatWeekdayOfMonth(on, locale)
      const holiday = t(`holiday.${code as 'christmas'}`)
      const own = formatWeekdayOfMonth(original, locale)
      expect(html).toContain(
        `<li>${on === original ? t('holidayOn', { day, holiday }) : t('holidayMoved', { day, holiday, original: own })}</li>`,
      )
    }
    expect(html.match(/<li>/g)).toHaveLength(26)
  })
})

const compact = (day: Day) => day.replaceAll('-', '')

describe.each(locales)('the calendar file, %s', (locale) => {
  const t = textsOf(locale, 'calendar.file')
  const read = (at = now, origin: string | null = 'https://quinze.example') =>
    readCalendarFile(new TextEncoder().encode(calendarFile(locale, at, origin)))

  it('CA-07 can be read by the letter, whatever the year', () => {
    for (let year = 2016; year <= 2040; year++) {
      const { calendar, events } = read(nowIn(year))
      expect(events).toHaveLength(72)
      expect(calendar).toEqual({
        VERSION: '2.0',
        PRODID: `-//Quinze//Calendar//${locale.toUpperCase()}`,
        METHOD: 'PUBLISH',
        NAME: t('name'),
        'X-WR-CALNAME': t('name'),
        'REFRESH-INTERVAL;VALUE=DURATION': 'P1D',
        'X-PUBLISHED-TTL': 'P1D',
      })
    }
  })

  it('CA-08 holds three dates a month, whole days that leave their reader free', () => {
    const dated = (id: string, day: Day) => ({
      UID: `${id}.${locale}@quinze`,
      'DTSTART;VALUE=DATE': compact(day),
      'DTEND;VALUE=DATE': compact(addDays(day, 1)),
      TRANSP: 'TRANSPARENT',
      DTSTAMP: '20261101T000000Z',
    })
    const expected = monthsOf(2026, 2027).flatMap((of) => [
      dated(`opens-${of}`, opensOn(of, policy(of))),
      dated(`due-${of}`, dueDay(of, policy(of))),
      dated(`paid-${addMonths(of, 1)}`, paymentDay(addMonths(of, 1))),
    ])
    const { events } = read()
    expect(events).toMatchObject(expected)
    expect(new Set(events.map((event) => event['UID'])).size).toBe(72)
    for (const event of events) {
      expect(event['SUMMARY']).toBeTruthy()
      expect(event['DESCRIPTION']).toMatch(/\.$/)
    }
    const november = events.find((event) => event['UID']!.startsWith('due-2026-11'))!
    expect([november['SUMMARY'], november['DESCRIPTION']]).toEqual(
      locale === 'fr'
        ? [
            'Dernier jour\u00A0: déclaration de novembre 2026',
            'Le 15\u00A0novembre est un dimanche. Vous avez jusqu’à minuit, heure du Québec. Votre dossier dit si vous avez une déclaration à faire.',
          ]
        : [
            'Last day: November 2026 statement',
            'November\u00A015 is a Sunday. You have until midnight, Québec time. Your file says whether you have a statement to file.',
          ],
    )
  })

  it('CA-09 does not change within a month, nor with the zone of the machine', () => {
    const made = calendarFile(locale, instant('2026-11-01T04:00:00.000Z'), null)
    for (const [TZ, at] of [
      ['UTC', '2026-11-15T12:00:00.000Z'],
      ['America/Vancouver', '2026-12-01T04:59:59.999Z'],
      ['Pacific/Kiritimati', '2026-11-26T20:00:00.000Z'],
    ] as const) {
      process.env['TZ'] = TZ
      expect(calendarFile(locale, instant(at), null)).toBe(made)
    }
    expect(calendarFile(locale, instant('2026-12-01T05:00:00.000Z'), null)).not.toBe(made)
  })

  it('CA-09 an event has the same name and day in the file of the year after', () => {
    const named = (year: number) =>
      new Map(read(nowIn(year)).events.map((event) => [event['UID']!, event['DTSTART;VALUE=DATE']!]))
    const [before, after] = [named(2026), named(2027)]
    const both = [...before.keys()].filter((uid) => after.has(uid))
    expect(both).toHaveLength(36)
    for (const uid of both) expect(after.get(uid)).toBe(before.get(uid))
  })

  it('CA-10 leads back to the page in its language, when the address is known', () => {
    const page = locale === 'fr' ? '/fr/calendrier' : '/en/calendar'
    for (const event of read().events) expect(event['URL;VALUE=URI']).toBe(`https://quinze.example${page}`)
    for (const event of read(now, null).events) expect(event).not.toHaveProperty('URL;VALUE=URI')
  })

  it('CA-10 is answered as a calendar', async () => {
    const answer = answerCalendar(locale, now)
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="quinze.ics"',
    })
    expect(readCalendarFile(new Uint8Array(await answer.arrayBuffer())).events).toHaveLength(72)
  })

  it('CA-11 is linked to follow, to copy and to keep; without an address, to keep only', () => {
    const path = locale === 'fr' ? '/fr/calendrier/quinze.ics' : '/en/calendar/quinze.ics'
    const hrefs = (origin: string | null) =>
      [
        ...renderToStaticMarkup(<CalendarLinks locale={locale} origin={origin} />).matchAll(
          /href="([^"]+)"/g,
        ),
      ].map(([, href]) => href)
    expect(hrefs('https://quinze.example')).toEqual([`webcal://quinze.example${path}`, path, path])
    expect(hrefs(null)).toEqual([path])
  })
})

test('CA-07 the two languages share their dates and no name', () => {
  const [fr, en] = locales.map(
    (locale) => readCalendarFile(new TextEncoder().encode(calendarFile(locale, now, null))).events,
  )
  expect(en!.map((event) => event['DTSTART;VALUE=DATE'])).toEqual(
    fr!.map((event) => event['DTSTART;VALUE=DATE']),
  )
  expect(new Set([...fr!, ...en!].map((event) => event['UID'])).size).toBe(144)
  for (const [index, event] of fr!.entries()) expect(en![index]!['SUMMARY']).not.toBe(event['SUMMARY'])
})

describe('the reader of files refuses what a strict program refuses', () => {
  const file = calendarFile('fr', now, null)
  const reading = (text: string) => () => readCalendarFile(new TextEncoder().encode(text))
  it.each([
    ['a bare line feed', file.replace('\r\n', '\n')],
    ['no end of the last line', file.slice(0, -2)],
    ['a raw comma', file.replace('\\,', ',')],
    ['a line of 76 octets', file.replace('METHOD:PUBLISH', `X-A:${'a'.repeat(72)}`)],
    ['more than one value', file.replace('METHOD:PUBLISH', 'VERSION:2.0')],
  ])('%s', (_name, text) => {
    expect(text).not.toBe(file)
    expect(reading(text)).toThrow()
  })
  it('and accepts ours', () => expect(reading(file)).not.toThrow())
})

describe('the terms of filing', () => {
  it.each([
    ['openingDay', '1er', '1st'],
    ['dueDay', '15', '15th'],
    ['closesAfterMonths', '12', '12'],
    ['paymentCutOffBusinessDays', '6', '6'],
    ['noticeDays', '10', '10'],
  ])('CA-12 %s is %s, %s', (name, fr, en) => {
    expect([filingTerm(name, 'fr', now), filingTerm(name, 'en', now)]).toEqual([fr, en])
  })

  it.each(['', 'due', 'toString', '__proto__'])('CA-12 %j is none, and stops the build', (name) => {
    expect(() => filingTerm(name, 'fr', now)).toThrow('which there is not')
  })

  it('CA-12 no page about filing types one', () => {
    for (const page of ['monthlyStatement', 'changes', 'calendar'] as const) {
      for (const locale of locales) {
        const words = blocksOf(contentOf(page, locale).tree)
          .map(({ text }) => text)
          .join('\n')
        expect(words).not.toMatch(/\b(15|15th|1er|1st|dix|ten|douze|twelve|six)\b/)
      }
    }
  })
})

describe('ND the next dates', () => {
  const next = (today: Day) => {
    const { nextDue, nextPaid } = publishedDates(startOfDay(today))
    return [nextDue.month, nextDue.due.on, nextPaid.paidMonth, nextPaid.paid.on]
  }

  // November 2026: the 15th is a Sunday, so the 16th. The payment of May 2027, whose 1st is a Saturday, is made in April.
  test.each([
    ['ND-01', '2026-11-01', '2026-11', '2026-11-16', '2026-12', '2026-12-01'],
    ['ND-02', '2026-11-16', '2026-11', '2026-11-16', '2026-12', '2026-12-01'],
    ['ND-03', '2026-11-17', '2026-12', '2026-12-15', '2026-12', '2026-12-01'],
    ['ND-04', '2026-12-01', '2026-12', '2026-12-15', '2026-12', '2026-12-01'],
    ['ND-05', '2026-12-02', '2026-12', '2026-12-15', '2027-01', '2026-12-30'],
    ['ND-06', '2026-12-31', '2027-01', '2027-01-15', '2027-02', '2027-02-01'],
    ['ND-07', '2027-04-30', '2027-05', '2027-05-17', '2027-05', '2027-04-30'],
    ['ND-08', '2027-05-01', '2027-05', '2027-05-17', '2027-06', '2027-06-01'],
  ])('%s on %s', (_, today, ...dates) => expect(next(day(today))).toEqual(dates))

  test('ND-09 never name a day that is past, nor pass one over, on any day of three years', () => {
    for (let today = day('2025-01-01'); today < '2028-01-01'; today = addDays(today, 1)) {
      const [month, due, paidMonth, paidOn] = next(today) as [Month, Day, Month, Day]
      const before = statementDates(addMonths(month, -1), defaultPolicies).due.on
      expect([due >= today, before < today]).toEqual([true, true])
      expect([paidOn >= today, paymentDay(addMonths(paidMonth, -1)) < today]).toEqual([true, true])
    }
  })
})
