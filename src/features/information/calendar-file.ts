import 'server-only'
import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator'
import { addDays, dayOf, firstDay, monthOf } from '@/domain/calendar'
import type { Day, Instant } from '@/domain/calendar'
import { formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { knownOrigin } from '@/server/env'
import { publishedDates, reasons } from './dates'

/** How often a calendar that follows the file is asked to read it again. */
const secondsBetweenReadings = 86_400

/** The answer to whoever follows the calendar or downloads it. */
export function answerCalendar(locale: Locale, now: Instant): Response {
  return new Response(calendarFile(locale, now, knownOrigin()), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="quinze.ics"',
    },
  })
}

/**
 * The published dates as a calendar file (RFC 5545): for each statement its opening, its last day and its payment,
 * each lasting one day and leaving its reader free. `origin` leads each date back to our page, when it is known.
 */
export function calendarFile(locale: Locale, now: Instant, origin: string | null): string {
  const t = textsOf(locale, 'calendar.file')
  const today = dayOf(now)
  // The month's first day, so that two readings a day apart are the same, byte for byte; and a corrected date has a
  // newer stamp than the wrong one a month later at most, for the few programs that look.
  const stamp = midnight(firstDay(monthOf(today)))
  const calendar = ical({
    name: t('name'),
    prodId: { company: 'Quinze', product: 'Calendar', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: secondsBetweenReadings,
  })
  const page = origin && origin + paths.content(locale, 'calendar')
  const add = (id: string, day: Day, summary: string, sentences: readonly string[]) => {
    const event = calendar.createEvent({
      // Never another for the same date: a program that follows the file moves what it already shows.
      id: `${id}.${locale}@quinze`,
      start: midnight(day),
      end: midnight(addDays(day, 1)),
      allDay: true,
      stamp,
      summary,
      description: sentences.join(' '),
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    })
    if (page) event.url(page)
  }
  for (const { month, opensOn, due, paidMonth, paid } of publishedDates(now).years.flatMap(
    ({ statements }) => statements,
  )) {
    const ofMonth = formatOfMonth(month, locale)
    const ofPaid = formatOfMonth(paidMonth, locale)
    add(`opens-${month}`, opensOn, t('opens', { ofMonth }), [t('opensText', { ofMonth })])
    add(`due-${month}`, due.on, t('due', { ofMonth }), [...reasons(due, locale), t('dueText')])
    add(`paid-${paidMonth}`, paid.on, t('paid', { ofMonth: ofPaid }), [
      ...reasons(paid, locale),
      t('paidText', { ofMonth: ofPaid }),
    ])
  }
  // The library leaves the last line open; every line ends with its own end (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`
}

/** A day as the library reads it: its midnight in UTC, whatever the zone of the machine. */
function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`)
}
