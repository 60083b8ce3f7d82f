import type { ReactNode } from 'react'
import { Rate } from './inserts/Rate'
import { NextYear, Rates } from './inserts/Rates'
import { WorkExample, WorkLadder } from './inserts/WorkExample'
import { PhoneLines } from './PhoneLines'
import type { Drawn } from './Prose'

/** `of` is what the line names: `::rates{of=socialAssistance}`. */
type Insert = (props: Drawn & { readonly of: string }) => ReactNode | Promise<ReactNode>

/** What a content file may ask for by name, `::phones`: the parts of a page that are computed, never typed. */
export const inserts: Readonly<Record<string, Insert | undefined>> = {
  phones: ({ locale }) => <PhoneLines locale={locale} />,
  rate: Rate,
  rates: Rates,
  nextYear: NextYear,
  workExample: WorkExample,
  workLadder: WorkLadder,
}
