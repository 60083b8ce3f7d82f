import 'server-only'
import { inForce, isWaiting, nextPaymentMonth } from '@/domain/account/change'
import { maskEmail, maskPhone } from '@/domain/account/contact'
import { dayOf, firstDay, instantOf, type Day, type Instant, type Month } from '@/domain/calendar'
import { type Door, withViewer } from '@/server/db'
import type { Citizen } from '@/server/viewer'
import {
  readAddress,
  type AddressProblem,
  type DepositProblem,
  type TypedAddress,
  type TypedDeposit,
} from './money-fields'
import { findRefused } from '@/server/account-forms'

/** A change that waits until after the next payment. */
export type WaitingChange = {
  readonly id: string
  readonly kind: 'address' | 'deposit'
  readonly masked: string
  readonly askedAt: Instant
  readonly month: Month
  /** The given name of the adult who asked. */
  readonly by: string
}

/** Changes of a household, and whether they are stopped. */
export type Movements = {
  readonly waiting: readonly WaitingChange[]
  readonly frozen: boolean
  /** Without a household there is nothing to change. */
  readonly atHome: boolean
}

type Row = {
  id: string
  kind: 'address' | 'deposit'
  masked: string
  address: TypedAddress | null
  asked_at: Date
  takes_effect_month: Month
  cancelled_at: Date | null
  given_name: string | null
}

async function readChanges({ sql }: Door) {
  const rows = await sql<Row>(
    `select c.id, c.kind, c.masked, c.address, c.asked_at, c.takes_effect_month, c.cancelled_at, p.given_name
     from account_change c left join person p on p.id = c.person_id
     where c.household_id = viewer_household() order by c.asked_at desc, c.id desc`,
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    masked: row.masked,
    address: row.address,
    askedAt: instantOf(row.asked_at),
    takesEffectMonth: row.takes_effect_month,
    cancelledAt: row.cancelled_at && instantOf(row.cancelled_at),
    by: row.given_name ?? '',
  }))
}
type Changes = Awaited<ReturnType<typeof readChanges>>

async function movementsOf(door: Door, viewer: Citizen, changes: Changes): Promise<Movements> {
  const household = viewer.memberships.find(({ untilDay }) => untilDay === null)?.householdId
  const freeze =
    household &&
    (await door.tx.accountFreeze.findFirst({ where: { householdId: household, liftedAt: null } }))
  const waiting = changes
    .filter((change) => isWaiting(change, dayOf(door.now)))
    .map(({ id, kind, masked, askedAt, takesEffectMonth: month, by }) => ({
      id,
      kind,
      masked,
      askedAt,
      month,
      by,
    }))
  return { waiting, frozen: Boolean(freeze), atHome: household !== undefined }
}

/** The changes that wait, for both adults to see. */
export async function findMovements(viewer: Citizen): Promise<Movements> {
  return withViewer(viewer, async (door) => movementsOf(door, viewer, await readChanges(door)))
}

export type AddressPage = Movements & {
  /** Where letters go today. */
  readonly current: (TypedAddress & { readonly since: Day }) | null
  readonly typed: TypedAddress
  readonly problems: readonly AddressProblem[]
}

/** Where letters go, and what is being changed of it. */
export async function findAddress(viewer: Citizen): Promise<AddressPage> {
  return withViewer(viewer, async (door) => {
    const changes = await readChanges(door)
    const today = dayOf(door.now)
    const [kept] = await door.sql<{
      street: string
      unit: string | null
      city: string
      code: string
      since: Day
    }>(
      `select street, unit, city, postal_code as code, from_day as since from household_address
       where household_id = viewer_household() and from_day <= $1 order by from_day desc limit 1`,
      [today],
    )
    const addresses = changes.filter(({ kind }) => kind === 'address')
    const moved = inForce(addresses, nextPaymentMonth(today))
    const since = moved && firstDay(moved.takesEffectMonth)
    // What the office took down after the change took effect is newer.
    const current =
      moved?.address && since && (!kept || kept.since <= since)
        ? { ...moved.address, since }
        : kept
          ? {
              street: kept.street,
              unit: kept.unit ?? '',
              city: kept.city,
              postalCode: kept.code,
              since: kept.since,
            }
          : null
    const refused = (await findRefused(door, viewer, 'address')) as TypedAddress | null
    const read = refused && readAddress(refused)
    return {
      ...(await movementsOf(door, viewer, changes)),
      current,
      typed: refused ?? { street: '', unit: '', city: '', postalCode: '' },
      problems: read && 'problems' in read ? read.problems : [],
    }
  })
}

export type DepositPage = Movements & {
  /** The account paid today, masked; null when the office knows none. */
  readonly current: string | null
  readonly problems: readonly DepositProblem[]
}

/** Where money goes, never shown whole, and what is being changed of it. */
export async function findDeposit(viewer: Citizen): Promise<DepositPage> {
  return withViewer(viewer, async (door) => {
    const changes = await readChanges(door)
    const [kept] = await door.sql<{ masked: string; since: Month }>(
      'select masked, since_month as since from direct_deposit where household_id = viewer_household()',
    )
    const deposits = changes.filter(({ kind }) => kind === 'deposit')
    const moved = inForce(deposits, nextPaymentMonth(dayOf(door.now)))
    const current =
      moved && (!kept || kept.since <= moved.takesEffectMonth) ? moved.masked : (kept?.masked ?? null)
    const wrong = ((await findRefused(door, viewer, 'deposit')) ?? {}) as Partial<
      Record<keyof TypedDeposit, DepositProblem['problem']>
    >
    const problems = (['institution', 'transit', 'account'] as const).flatMap((field) => {
      const problem = wrong[field]
      return problem ? [{ field, problem }] : []
    })
    return { ...(await movementsOf(door, viewer, changes)), current, problems }
  })
}

export type ProvePage = {
  /** How the last step went; null at first. */
  readonly state: 'sent' | 'format' | 'wrong' | 'wait' | 'over' | null
  /** Where the code goes, in part; null when an agent reads it out. */
  readonly sendsTo: string | null
  readonly left: number
  readonly minutes: number
}

/** What the page shows on which one proves oneself again. */
export async function findProof(viewer: Citizen): Promise<ProvePage> {
  return withViewer(viewer, async (door) => {
    const last = await findRefused(door, viewer, 'code')
    const [to] = await door.sql<{ email: string | null; mobile: string | null; notify_by: string | null }>(
      'select email, mobile, notify_by from own_trusted_contact()',
    )
    const byText = to?.mobile && (to.notify_by === 'text' || !to.email)
    return {
      state: (last?.['state'] ?? null) as ProvePage['state'],
      sendsTo: byText && to.mobile ? maskPhone(to.mobile) : to?.email ? maskEmail(to.email) : null,
      left: Number(last?.['left'] ?? 0),
      minutes: Math.ceil(Number(last?.['seconds'] ?? 0) / 60),
    }
  })
}
