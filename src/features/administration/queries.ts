import 'server-only'
import { amountsIn, amountTables, type Amounts, type AmountTables } from '@/domain/benefit/amounts'
import { changesAfter, raisedAmounts } from '@/domain/benefit/dated-amounts'
import { previewPolicy, type PolicyPreview } from '@/domain/benefit/policy-preview'
import { addMonths, dayOf, instantOf, monthOf, type Instant, type Month } from '@/domain/calendar'
import { erasableUntil, keptFor, type ErasableKind } from '@/domain/retention/schedule'
import { previewDates, type DatesPreview } from '@/domain/statement/dates-preview'
import { previewFilers, ruleOf, type FilersPreview } from '@/domain/statement/filers-preview'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import { withViewer } from '@/server/db'
import { officeDirectory, type OfficeDirectory } from '@/server/offices'
import { drawPolicyCases } from '@/server/policy-cases'
import type { Staff } from '@/server/viewer'
import type { Trial } from './schema'

/** How many extensions the page shows. */
const MOST_EXTENSIONS = 20

/** A later limit for more than one household. */
export type WideExtension = {
  readonly id: string
  readonly scope: 'everyone' | 'region' | 'office'
  readonly regionCode: string | null
  readonly officeFr: string | null
  readonly officeEn: string | null
  readonly month: Month
  readonly newInstant: Instant
  readonly reasonFr: string
  readonly reasonEn: string
}
/** The offices and the postal areas they serve, as the public has them. */
export type Network = OfficeDirectory
export type AdministrationPage = {
  readonly now: Instant
  readonly extensions: readonly WideExtension[]
  readonly network: Network
  /** How many of each kind are past their time. */
  readonly toErase: Readonly<Record<ErasableKind, number>>
  /** What the machine erased of each kind in twelve months, and when it last did; null when it has not. */
  readonly erased: Readonly<Record<ErasableKind, { readonly count: number; readonly at: Instant } | null>>
}

/** What the page of the administration reads from the database; the rest of it is the domain's own tables. */
export async function getAdministration(viewer: Staff): Promise<AdministrationPage> {
  return withViewer(viewer, async ({ sql, now }) => {
    const older = Object.fromEntries(keptFor.map(({ kind, keep }) => [kind, erasableUntil(keep, now)]))
    const counts = await sql<{ kind: ErasableKind; count: string }>(
      'select kind, count from retention_counts($1)',
      [JSON.stringify(older)],
    )
    const rows = await sql<Omit<WideExtension, 'newInstant'> & { newInstant: Date }>(
      `select e.id, e.scope, e.region_code as "regionCode", o.name_fr as "officeFr", o.name_en as "officeEn", e.month,
         e.new_instant as "newInstant", e.reason_fr as "reasonFr", e.reason_en as "reasonEn"
       from filing_extension e left join office o on o.id = e.office_id
       where e.household_id is null and e.month >= $1
       order by e.decided_at desc, e.id desc limit ${MOST_EXTENSIONS}`,
      [addMonths(monthOf(dayOf(now)), -12)],
    )
    const erased = await sql<{ kind: ErasableKind; count: string; at: Date }>(
      `select kind, sum(count) as count, max(erased_at) as at from erasure
       where erased_at > $1::timestamptz - interval '12 months' group by kind`,
      [now],
    )
    const erasedOf = (kind: ErasableKind) => {
      const row = erased.find((one) => one.kind === kind)
      return row ? { count: Number(row.count), at: instantOf(row.at) } : null
    }
    return {
      now,
      erased: Object.fromEntries(
        keptFor.map(({ kind }) => [kind, erasedOf(kind)]),
      ) as AdministrationPage['erased'],
      network: officeDirectory(),
      extensions: rows.map((row) => ({ ...row, newInstant: instantOf(row.newInstant) })),
      toErase: Object.fromEntries(counts.map(({ kind, count }) => [kind, Number(count)])) as Record<
        ErasableKind,
        number
      >,
    }
  })
}

export type TrialPage = {
  /** The month whose payments are computed again. */
  readonly paid: Month
  /** The months of amounts to come. */
  readonly months: readonly Month[]
  /** Null when nothing was tried, when it could not be read, or when those amounts are no longer to come. */
  readonly result: (PolicyPreview & { readonly files: number }) | null
  /** Of another due day. */
  readonly dates: DatesPreview | null
  /** Of another rule of who files. */
  readonly filers: FilersPreview | null
}

/** What a trial would change for the households of the month: counted, and nobody shown. */
export async function getTrial(
  viewer: Staff,
  trial: Trial,
  tables: AmountTables = amountTables,
): Promise<TrialPage> {
  const now = await withViewer(viewer, async (door) => door.now)
  const paid = monthOf(dayOf(now))
  const months = changesAfter(paid, tables)
  const nothing = { paid, months, result: null, dates: null, filers: null }
  const month = addMonths(paid, -1)
  const policy = policyFor(month, defaultPolicies)
  if (trial.kind === 'filers') {
    const { duties } = await drawPolicyCases(paid)
    const other = { ...policy, whoFiles: ruleOf(trial.groups) }
    return { ...nothing, filers: previewFilers(month, duties, policy, other) }
  }
  if (trial.kind === 'day') {
    const { received } = await drawPolicyCases(paid)
    return { ...nothing, dates: previewDates(month, received, policy, { ...policy, dueDay: trial.dueDay }) }
  }
  const amounts = amountsOfTrial(trial, paid, months, tables)
  if (amounts === null) return nothing
  const { files, situations } = await drawPolicyCases(paid)
  return { ...nothing, result: { files, ...previewPolicy(situations, amounts) } }
}

function amountsOfTrial(
  trial: Trial,
  paid: Month,
  months: readonly Month[],
  tables: AmountTables,
): Amounts | null {
  if (trial.kind === 'month') return months.includes(trial.month) ? amountsIn(tables, trial.month) : null
  return trial.kind === 'rise' ? raisedAmounts(paid, trial.basisPoints, tables) : null
}
