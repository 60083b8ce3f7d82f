import { z } from 'zod'
import { incidentDays, incidentWords } from '@/domain/privacy/incident'

const text = z.string().catch('')

type Part = 'day' | 'month' | 'year'
/** The fields of the form, by their names. */
export type FieldName =
  (typeof incidentWords)[number] | `${(typeof incidentDays)[number]}.${Part}` | (typeof choices)[number]

const parts = ['day', 'month', 'year'] as const
const choices = ['persons', 'approximate', 'serious', 'publicNotice'] as const
export const fieldNames: readonly FieldName[] = [
  ...incidentWords,
  ...incidentDays.flatMap((field) => parts.map((part) => `${field}.${part}` as const)),
  ...choices,
]

/** An entry as typed. `version`: the one that was on the screen; `intent` drops what was typed and refused. */
export const incidentSchema = z
  .object(Object.fromEntries(fieldNames.map((name) => [name, text])) as Record<FieldName, typeof text>)
  .extend({ key: text, version: text, intent: z.enum(['save', 'discard']).catch('save') })
export type IncidentForm = z.infer<typeof incidentSchema>

/** What the page of an incident says after its form. */
export const incidentNotes = ['recorded', 'saved', 'changed'] as const
export type IncidentNote = (typeof incidentNotes)[number]
