import type { ReactNode } from 'react'
import { Rate } from './inserts/Rate'
import { NextYear, Rates } from './inserts/Rates'
import { WorkExample, WorkLadder } from './inserts/WorkExample'
import { knownOrigin } from '@/server/env'
import { CalendarLinks } from './CalendarLinks'
import { CalendarView } from './CalendarView'
import { filingTerm } from './filing-terms'
import { Phone } from '@/ui/Phone'
import { phoneNumberNamed } from './phone-numbers'
import { PhoneLines } from './PhoneLines'
import type { Drawn } from './Prose'
import { SiteMap } from './SiteMap'
import { Results } from './Results'
import { ServiceStatus } from './ServiceStatus'

/** `of` is what the line names: `::rates{of=socialAssistance}`. */
type Insert = (props: Drawn & { readonly of: string }) => ReactNode | Promise<ReactNode>

/** What a content file may ask for by name, `::phones`: the parts of a page that are computed, never typed. */
export const inserts: Readonly<Record<string, Insert | undefined>> = {
  calendar: ({ locale, now }) => <CalendarView locale={locale} now={now} />,
  calendarLinks: ({ locale }) => <CalendarLinks locale={locale} origin={knownOrigin()} />,
  /** A term of filing, within a line: `:filing{of=dueDay}`. */
  filing: ({ of, locale, now }) => filingTerm(of, locale, now),
  rate: Rate,
  rates: Rates,
  nextYear: NextYear,
  workExample: WorkExample,
  workLadder: WorkLadder,
  phone: ({ of }) => <Phone number={phoneNumberNamed(of)} />,
  phones: ({ locale }) => <PhoneLines locale={locale} />,
  siteMap: ({ locale }) => <SiteMap locale={locale} />,
  status: ({ locale, of }) => <ServiceStatus locale={locale} of={of} />,
  results: ({ locale, of }) => <Results locale={locale} of={of} />,
}
