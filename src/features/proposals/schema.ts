import { z } from 'zod'

const typed = z.string().max(2_000).optional().catch(undefined)

/** A role to be given to someone, or taken from them (`none`). */
export const roleSchema = z.object({ key: typed, staff: typed, role: typed, office: typed, reason: typed })
export type RoleForm = z.infer<typeof roleSchema>

/** A later limit for everyone, a region or an office. */
export const extensionSchema = z.object({
  key: typed,
  month: typed,
  scope: typed,
  region: typed,
  office: typed,
  'until.day': typed,
  'until.month': typed,
  'until.year': typed,
  reasonFr: typed,
  reasonEn: typed,
})
export type ExtensionForm = z.infer<typeof extensionSchema>

/** The share of refusals that a second person reads: one in so many, from a day on. */
export const samplingSchema = z.object({
  key: typed,
  oneIn: typed,
  'from.day': typed,
  'from.month': typed,
  'from.year': typed,
  why: typed,
})
export type SamplingForm = z.infer<typeof samplingSchema>
/** The most refusals of which one is read by two: it is never turned off. */
export const MOST_ONE_IN = 50

/** What was typed in a form that was wrong, as its address carries it. */
export type TypedProposal = {
  readonly form: string
  readonly fields: Readonly<Record<string, string | undefined>>
}

/** Reads what was typed from the address of the page: the fields of every form, by the name of the one sent. */
export function typedIn(query: Readonly<Record<string, unknown>>): TypedProposal {
  const fields = {
    ...roleSchema.parse(query),
    ...extensionSchema.parse(query),
    ...samplingSchema.parse(query),
  }
  return { form: typeof query['form'] === 'string' ? query['form'] : '', fields }
}

/** What was typed in a field of a form; nothing when another form was sent. */
export const typedOf = ({ form, fields }: TypedProposal, own: string, name: string): string =>
  form === own ? (fields[name] ?? '') : ''

export const wordSchema = z.object({
  word: z.enum(['granted', 'refused', 'withdrawn']).optional().catch(undefined),
})
export type WordForm = z.infer<typeof wordSchema>

export const roles = ['agent', 'contact', 'supervisor', 'auditor', 'none'] as const
export type ProposedRole = (typeof roles)[number]
export const scopes = ['everyone', 'region', 'office'] as const
export type Scope = (typeof scopes)[number]

/** What the page says after a form. Those of `fieldOfNote` are errors of a field. */
export const proposalNotes = [
  ...['asked', 'granted', 'refused', 'withdrawn', 'decided', 'gone', 'same-person', 'about-you', 'waiting'],
  ...['staff', 'role', 'office', 'reason', 'month', 'scope', 'where', 'day', 'reasons'],
  ...['one-in', 'from', 'why', 'not-rehearsed', 'not-computed', 'totals-differ'],
] as const
export type ProposalNote =
  | 'asked'
  | 'granted'
  | 'refused'
  | 'withdrawn'
  | 'decided'
  | 'gone'
  | 'same-person'
  | 'about-you'
  | 'waiting'
  // What keeps payments from being released, as the database says it.
  | 'not-rehearsed'
  | 'not-computed'
  | 'totals-differ'
  | ProposalError
export type ProposalError =
  | 'staff'
  | 'role'
  | 'office'
  | 'reason'
  | 'month'
  | 'scope'
  | 'where'
  | 'day'
  | 'reasons'
  | 'one-in'
  | 'from'
  | 'why'

/** The field an error is at. */
export const fieldOfNote: Readonly<Record<ProposalError, string>> = {
  staff: 'staff',
  role: 'role',
  office: 'office',
  reason: 'reason',
  month: 'month',
  scope: 'scope',
  where: 'region',
  day: 'until',
  reasons: 'reasonFr',
  'one-in': 'oneIn',
  from: 'from',
  why: 'why',
}

/** A reason in words: one line or more, neither too short to be one nor too long to be read. */
export function reasonIn(text: string | undefined): string | null {
  const words = (text ?? '').replace(/\0|\p{Surrogate}/gu, '').trim()
  return words.length >= 5 && words.length <= 300 ? words : null
}
