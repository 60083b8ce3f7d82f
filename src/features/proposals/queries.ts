import 'server-only'
import { addDays, dayOf, instantOf, startOfDay, type Day, type Instant, type Month } from '@/domain/calendar'
import { drawOf, needsSecond, policyOn, withSamplings } from '@/domain/decision/four-eyes'
import type { FourEyesPolicy } from '@/domain/decision/four-eyes'
import { extendableMonths } from '@/domain/statement/extending'
import { withViewer } from '@/server/db'
import { fourEyesPolicies } from '@/server/four-eyes'
import type { Staff } from '@/server/viewer'
import type { ProposedRole, Scope } from './schema'

export type ProposalLine = {
  readonly id: string
  readonly askedAt: Instant
  readonly askedBy: string
  readonly isMine: boolean
  readonly isAboutMe: boolean
  readonly reasonFr: string
  readonly reasonEn: string | null
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  readonly outcome: 'granted' | 'refused' | 'withdrawn' | null
  readonly officeFr: string | null
  readonly officeEn: string | null
} & (
  | {
      readonly kind: 'role'
      readonly name: string
      readonly role: ProposedRole
      readonly roleNow: ProposedRole
    }
  | {
      readonly kind: 'extension'
      readonly scope: Scope
      readonly regionCode: string | null
      readonly month: Month
      readonly newInstant: Instant
    }
  | { readonly kind: 'sampling'; readonly oneIn: number; readonly from: Day; readonly effect: Effect }
  | {
      readonly kind: 'payments'
      readonly run: string
      readonly runNumber: number
      readonly month: Month
      readonly households: number
      readonly payCents: number
    }
)
/** What a share would have done with the refusals of the office in the last thirty days. */
export type Effect = { readonly refusals: number; readonly now: number; readonly then: number }
export type Person = { readonly id: string; readonly name: string; readonly role: ProposedRole }
export type Office = { readonly id: string; readonly nameFr: string; readonly nameEn: string }
export type ProposalsPage = {
  readonly waiting: readonly ProposalLine[]
  readonly decided: readonly ProposalLine[]
  readonly people: readonly Person[]
  readonly offices: readonly Office[]
  readonly months: readonly Month[]
  /** What takes two today, and since when. */
  readonly policy: FourEyesPolicy
  /** What will take two, and from when; the soonest first. */
  readonly ahead: readonly FourEyesPolicy[]
}

/** The most refusals an effect is computed on. */
const MOST_REFUSALS = 5_000
/** How many decided proposals the page shows. */
const MOST_DECIDED = 50

/** What waits for a second word, what was decided, and what a new proposal may name. */
export async function getProposals(viewer: Staff): Promise<ProposalsPage> {
  return withViewer(viewer, async ({ sql, tx, now }) => {
    const people = await sql<Person>('select id, name, role from staff_names()')
    const offices = await tx.office.findMany({
      where: { kind: 'office' },
      select: { id: true, nameFr: true, nameEn: true },
      orderBy: { nameFr: 'asc' },
    })
    const rows = await sql<Row>(
      `(${question} where p.decided_at is null order by p.asked_at desc limit 200)
       union all (${question} where p.decided_at is not null order by p.decided_at desc limit ${MOST_DECIDED})`,
    )
    const policies = await fourEyesPolicies({ sql })
    const today = dayOf(now)
    const refused = await sql<{ id: string }>(
      `select task_id as id from decision where outcome in ('refused', 'ended') and undone_at is null and decided_at >= $1
       order by decided_at desc limit ${MOST_REFUSALS}`,
      [startOfDay(addDays(today, -30))],
    )
    const nameOf = (id: string | null) => people.find((one) => one.id === id)
    const lines = rows.map((row): ProposalLine => {
      const common = {
        ...{ id: row.id, reasonFr: row.reason_fr, reasonEn: row.reason_en, outcome: row.outcome },
        askedAt: instantOf(row.asked_at),
        askedBy: nameOf(row.asked_by)?.name ?? '',
        isMine: row.asked_by === viewer.staffId,
        isAboutMe: row.staff_id === viewer.staffId,
        decidedAt: row.decided_at && instantOf(row.decided_at),
        decidedBy: nameOf(row.decided_by)?.name ?? null,
        ...{ officeFr: row.name_fr, officeEn: row.name_en },
      }
      if (row.kind === 'role') {
        const person = nameOf(row.staff_id)
        return {
          ...common,
          kind: 'role',
          name: person?.name ?? '',
          role: row.role!,
          roleNow: row.role_before ?? person?.role ?? 'none',
        }
      }
      if (row.kind === 'sampling') {
        const [oneIn, from] = [row.one_in!, row.from_day!]
        const drawn = (of: readonly FourEyesPolicy[], on: Day) =>
          refused.filter(({ id }) => needsSecond('refusal', on, drawOf(id), of)).length
        const then = drawn(withSamplings([{ from, oneIn }]), from)
        const effect = { refusals: refused.length, now: drawn(policies, today), then }
        return { ...common, kind: 'sampling', oneIn, from, effect }
      }
      if (row.kind === 'payments')
        return {
          ...{ ...common, kind: 'payments', run: row.run_id!, runNumber: row.run_number! },
          ...{ month: row.run_month!, households: row.households!, payCents: Number(row.pay_cents) },
        }
      const newInstant = instantOf(row.new_instant!)
      return {
        ...common,
        kind: 'extension',
        scope: row.scope!,
        regionCode: row.region_code,
        month: row.month!,
        newInstant,
      }
    })
    return {
      waiting: lines.filter(({ outcome }) => outcome === null),
      decided: lines.filter(({ outcome }) => outcome !== null),
      people,
      offices,
      months: extendableMonths(now),
      policy: policyOn(today, policies),
      ahead: policies.filter(({ from }) => from > today).toReversed(),
    }
  })
}

type Row = {
  id: string
  kind: 'role' | 'extension' | 'sampling' | 'payments'
  run_id: string | null
  run_month: Month | null
  run_number: number | null
  households: number | null
  pay_cents: string | null
  one_in: number | null
  from_day: Day | null
  staff_id: string | null
  role: ProposedRole | null
  role_before: ProposedRole | null
  scope: Scope | null
  region_code: string | null
  month: Month | null
  new_instant: Date | null
  reason_fr: string
  reason_en: string | null
  asked_by: string
  asked_at: Date
  decided_by: string | null
  decided_at: Date | null
  outcome: ProposalLine['outcome']
  name_fr: string | null
  name_en: string | null
}
const question = `select p.id, p.kind, p.staff_id, p.role, p.role_before, p.scope, p.region_code, p.month, p.new_instant, p.one_in, p.from_day,
  p.reason_fr, p.reason_en, p.asked_by, p.asked_at, p.decided_by, p.decided_at, p.outcome, o.name_fr, o.name_en,
  p.run_id, r.month as run_month, r.number as run_number, r.households, r.pay_cents
  from proposal p left join office o on o.id = p.office_id left join payment_run r on r.id = p.run_id`
