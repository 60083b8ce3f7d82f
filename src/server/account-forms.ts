import 'server-only'
import { storableText } from '@/domain/typed'
import type { Fields } from './body'
import type { Door } from './db'
import type { Citizen } from './viewer'

/** The forms of the account, and those by which one writes to the office. */
export type AccountForm =
  'contact' | 'address' | 'deposit' | 'code' | 'message' | 'privacyRequest' | 'closing'
/** What was typed in a form, field by field. */
export type Typed = Readonly<Record<string, string>>

/** Keeps a refused form as it was typed, so that the page shows it again with what to put right. */
export async function keepRefused(
  { sql }: Door,
  { personId }: Citizen,
  form: AccountForm,
  fields: Typed,
): Promise<void> {
  await sql(
    `insert into account_form (person_id, form, fields) values ($1, $2, $3)
     on conflict (person_id, form) do update set fields = excluded.fields, updated_at = app_now()`,
    [personId, form, JSON.stringify(storable(fields))],
  )
}

/** What was typed last in a form and refused; null when nothing waits. */
export async function findRefused({ tx }: Door, viewer: Citizen, form: AccountForm): Promise<Typed | null> {
  const kept = await tx.accountForm.findFirst({ where: { personId: viewer.personId, form } })
  return (kept?.fields ?? null) as Typed | null
}

/** The form was accepted, or its person wants none of it. */
export async function forgetRefused({ tx }: Door, viewer: Citizen, form: AccountForm): Promise<void> {
  await tx.accountForm.deleteMany({ where: { personId: viewer.personId, form } })
}

/** What was typed, without the few characters the database cannot hold. */
export const storable = (fields: Typed): Typed =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, storableText(value)]))

/** What is typed in the forms that are kept when a session ends: all but bank numbers and codes. */
const typedIn = {
  contact: ['email', 'mobile', 'notifyBy', 'reminders', 'safeNote'],
  address: ['street', 'unit', 'city', 'postalCode'],
  message: ['text'],
  privacyRequest: ['kind', 'words'],
  closing: ['month', 'words'],
} as const

/** Where each of them is sent. */
const formAt: Readonly<Record<string, keyof typeof typedIn | undefined>> = {
  '/api/account/contact': 'contact',
  '/api/account/address': 'address',
  '/api/account/closing': 'closing',
  '/api/messages': 'message',
  '/api/privacy-requests': 'privacyRequest',
}

/** Puts a form that came after its session back on its page, to be read again and sent. Null when it is not one. */
export async function restoreAccountForm(
  door: Door,
  viewer: Citizen,
  path: string,
  posted: Fields,
): Promise<keyof typeof typedIn | null> {
  const form = formAt[path]
  if (!form || viewer.role !== 'citizen') return null
  const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')
  const typed = Object.fromEntries(typedIn[form].map((field) => [field, text(posted[field])]))
  await keepRefused(door, viewer, form, typed)
  return form
}
