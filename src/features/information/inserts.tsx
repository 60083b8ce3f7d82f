import type { ReactNode } from 'react'
import { knownOrigin } from '@/server/env'
import { Phone } from '@/ui/Phone'
import { PhoneLines } from './PhoneLines'
import type { Drawn } from './Prose'
import { CalendarLinks } from './inserts/CalendarLinks'
import { CalendarView } from './inserts/CalendarView'
import { Rate } from './inserts/Rate'
import { NextYear, Rates } from './inserts/Rates'
import { Results } from './inserts/Results'
import { ServiceStatus } from './inserts/ServiceStatus'
import { SiteMap } from './inserts/SiteMap'
import { WorkExample, WorkLadder } from './inserts/WorkExample'
import { filingTerm } from './inserts/filing-terms'
import { phoneNumberNamed } from './phone-numbers'

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
