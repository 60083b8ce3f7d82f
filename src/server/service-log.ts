import 'server-only'
import { cache } from 'react'
import { instantOf } from '@/domain/calendar'
import type { Instant, Month } from '@/domain/calendar'
import type { Interruption } from '@/domain/statement/interruption'
import { isBuilding } from './env'
import { logError } from './log'
import { anonymousPool } from './viewer'

/** An outage as staff told it. `until` is null while it lasts. */
export type Outage = {
  readonly id: string
  readonly text: { readonly fr: string; readonly en: string }
  readonly from: Instant
  readonly until: Instant | null
}

/** A later limit given to everyone, to a region or to an office. */
export type PublicExtension = {
  readonly id: string
  readonly month: Month
  readonly scope:
    | { readonly kind: 'everyone' }
    | { readonly kind: 'region'; readonly regionCode: string }
    | { readonly kind: 'office'; readonly name: { readonly fr: string; readonly en: string } }
  readonly newInstant: Instant
  readonly reason: { readonly fr: string; readonly en: string }
}

/** What happened to the service in twelve months, as it was known at an instant; newest first. */
export type ServiceLog = {
  readonly knownAt: Instant
  readonly outages: readonly Outage[]
  /** What the portal saw by itself. */
  readonly interruptions: readonly Interruption[]
  readonly extensions: readonly PublicExtension[]
}

/** One for the whole process: the framework gives a page and an endpoint each its own copy of this module. */
const shared = globalThis as { quinzeServiceLog?: ServiceLog }

/**
 * The log of the service, and whether the database answers: `answers` is null at build, which has none to ask. One that
 * does not answer leaves the last log known, or none. Asked
 * once for each page.
 */
export const serviceLog = cache(
  async (): Promise<{ readonly answers: boolean | null; readonly log: ServiceLog | null }> => {
    if (isBuilding()) return { answers: null, log: null }
    try {
      shared.quinzeServiceLog = await read()
      return { answers: true, log: shared.quinzeServiceLog }
    } catch (error) {
      logError('service log', error)
      return { answers: false, log: shared.quinzeServiceLog ?? null }
    }
  },
)

/** No page is longer than this, whatever happened. */
const MOST_LINES = 100

type OutageRow = {
  id: string
  now: Date
  text_fr: string
  text_en: string
  shown_from: Date
  ended_at: Date | null
}
type InterruptionRow = { kind: Interruption['kind']; from_at: Date; until_at: Date }
type ExtensionRow = {
  id: string
  month: Month
  scope: 'everyone' | 'region' | 'office'
  region_code: string
  name_fr: string
  name_en: string
  new_instant: Date
  reason_fr: string
  reason_en: string
}

async function read(): Promise<ServiceLog> {
  const { rows: outages } = await anonymousPool().query<OutageRow | { id: null; now: Date }>({
    name: 'outage_log',
    text: `select a.now, n.id, n.text_fr, n.text_en, n.shown_from,
        case when least(n.shown_until, n.withdrawn_at) <= a.now then least(n.shown_until, n.withdrawn_at) end as ended_at
      from (select app_now() as now) a
        left join service_notice n on n.kind = 'outage' and n.shown_from > a.now - interval '12 months'
      order by n.shown_from desc limit ${MOST_LINES}`,
  })
  const { rows: extensions } = await anonymousPool().query<ExtensionRow>({
    name: 'extension_log',
    text: `select e.id, e.month, e.scope, e.region_code, o.name_fr, o.name_en, e.new_instant, e.reason_fr, e.reason_en
      from filing_extension e left join office o on o.id = e.office_id
      where e.scope <> 'household' and e.decided_at > (select app_now()) - interval '12 months'
      order by e.decided_at desc limit ${MOST_LINES}`,
  })
  const { rows: interruptions } = await anonymousPool().query<InterruptionRow>({
    name: 'interruption_log',
    text: `select kind, from_at, until_at from service_interruption
      where from_at > (select app_now()) - interval '12 months' and from_at <= (select app_now())
      order by from_at desc limit ${MOST_LINES}`,
  })
  return {
    knownAt: instantOf(outages[0]!.now),
    outages: outages.flatMap((row) => (row.id === null ? [] : outageOf(row))),
    extensions: extensions.map(extensionOf),
    interruptions: interruptions.map((row) => ({
      ...{ kind: row.kind, from: instantOf(row.from_at), until: instantOf(row.until_at) },
    })),
  }
}

const outageOf = (row: OutageRow): Outage => ({
  id: row.id,
  text: { fr: row.text_fr, en: row.text_en },
  from: instantOf(row.shown_from),
  until: row.ended_at && instantOf(row.ended_at),
})

const extensionOf = (row: ExtensionRow): PublicExtension => ({
  id: row.id,
  month: row.month,
  scope:
    row.scope === 'office'
      ? { kind: 'office', name: { fr: row.name_fr, en: row.name_en } }
      : row.scope === 'region'
        ? { kind: 'region', regionCode: row.region_code }
        : { kind: 'everyone' },
  newInstant: instantOf(row.new_instant),
  reason: { fr: row.reason_fr, en: row.reason_en },
})
