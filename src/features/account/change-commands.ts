import 'server-only'
import { takesEffect } from '@/domain/account/change'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { type Door, withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { seal } from '@/server/secrets'
import { may, type Citizen } from '@/server/viewer'
import type { AddressForm, DepositForm } from './account-schema'
import { readAddress, readDeposit } from './money-fields'
import { addressesOf, notify } from './notices'
import { forgetRefused, keepRefused, storable } from '@/server/account-forms'

type NewChange =
  | { readonly kind: 'address'; readonly address: object; readonly masked: string }
  | { readonly kind: 'deposit'; readonly sealed: Buffer; readonly masked: string }

/** Asks for another address, in force after the next payment. */
export async function changeAddress({ viewer, input, locale }: Call<Citizen, AddressForm>): Promise<Answer> {
  const to = paths.address(locale)
  const { intent, ...raw } = input
  const typed = storable(raw) as typeof raw
  return withViewer(viewer, async (door) => {
    if (intent === 'discard') {
      await forgetRefused(door, viewer, 'address')
      return { to, data: { code: 'discarded' } }
    }
    // The proof ran out while the person was typing: what they typed waits for them.
    if (!may(viewer, 'account:move-money')) {
      await keepRefused(door, viewer, 'address', typed)
      return proveAgain(paths.proveAgain(locale, 'address'))
    }
    const read = readAddress(typed)
    if ('problems' in read) {
      await keepRefused(door, viewer, 'address', typed)
      return { to, status: 422, data: { code: 'refused', problems: read.problems } }
    }
    const { address } = read
    const masked = `${address.city}, ${address.postalCode.slice(0, 3)}`
    const asked = await ask(door, viewer, { kind: 'address', address, masked })
    if (asked) await forgetRefused(door, viewer, 'address')
    else await keepRefused(door, viewer, 'address', typed)
    return asked ? { to, data: { code: 'waiting' } } : stopped(to)
  })
}

/**
 * Asks that money go to another account, in force after the next payment. Of the numbers typed, only which were wrong
 * is kept when they are refused (decisions/account-forms.md).
 */
export async function changeDeposit({ viewer, input, locale }: Call<Citizen, DepositForm>): Promise<Answer> {
  const to = paths.deposit(locale)
  if (!may(viewer, 'account:move-money')) return proveAgain(paths.proveAgain(locale, 'deposit'))
  return withViewer(viewer, async (door) => {
    const read = readDeposit(input)
    if ('problems' in read) {
      const wrong = Object.fromEntries(read.problems.map(({ field, problem }) => [field, problem]))
      await keepRefused(door, viewer, 'deposit', wrong)
      return { to, status: 422, data: { code: 'refused', problems: read.problems } }
    }
    const sealed = seal(read.numbers, 'bank')
    const asked = await ask(door, viewer, { kind: 'deposit', sealed, masked: read.masked })
    await forgetRefused(door, viewer, 'deposit')
    return asked ? { to, data: { code: 'waiting' } } : stopped(to)
  })
}

const proveAgain = (to: string): Answer => ({ to, status: 401, data: { code: 'prove-again' } })
const stopped = (to: string): Answer => ({ to, status: 409, data: { code: 'stopped' } })

/**
 * Writes the change, its trace and its notices, to the old contact and the new. False when changes of the household
 * are frozen, or there is no household.
 */
async function ask(door: Door, viewer: Citizen, change: NewChange): Promise<boolean> {
  const household = viewer.memberships.find(({ untilDay }) => untilDay === null)?.householdId
  if (!household) return false
  const { personId } = viewer
  // Frozen meanwhile: whoever freezes goes first, or sees this change and cancels it.
  await door.sql('select lock_account($1)', [household])
  const [freeze] = await door.sql<{ frozen: boolean }>('select is_frozen($1) as frozen', [household])
  if (freeze?.frozen) return false
  await door.sql(
    `insert into account_change (household_id, person_id, kind, address, sealed, masked, takes_effect_month)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      household,
      personId,
      change.kind,
      change.kind === 'address' ? JSON.stringify(change.address) : null,
      change.kind === 'deposit' ? change.sealed : null,
      change.masked,
      takesEffect(door.now),
    ],
  )
  const now = await door.tx.contact.findFirst({ where: { personId } })
  const [before] = await door.sql<{ email: string | null; mobile: string | null }>(
    'select email, mobile from own_trusted_contact()',
  )
  await notify(door, viewer, addressesOf(before, now), { about: change.kind, freezes: household })
  await record(door, viewer, {
    act: 'changed',
    subjectKind: 'household',
    subjectId: household,
    householdId: household,
    details: { what: change.kind },
  })
  return true
}
