import type { z } from 'zod'
import type { messages } from '@/i18n/messages'

/** The fields that have a sentence, `estimates.field.<name>`. */
export type FieldName = keyof (typeof messages)['fr']['estimates']['field']

type Note = { readonly field?: FieldName; readonly id?: string; readonly json?: Record<string, unknown> }

/** What the document of the API says of a schema beside its shape. */
export const notes = new Map<z.core.$ZodType, Note>()

/** Gives a field its sentence; `json` is what its shape alone does not say to programs. */
export function described<Schema extends z.core.$ZodType>(
  field: FieldName,
  schema: Schema,
  json?: Record<string, unknown>,
): Schema {
  if (notes.get(schema)?.id) throw new Error(`${field} is said of a schema that has a name: say it there`)
  notes.set(schema, { field, ...(json ? { json } : {}) })
  return schema
}

/** Gives a schema a name of its own in the document, and perhaps its sentence: wherever it stands, it is the same. */
export function component<Schema extends z.core.$ZodType>(
  id: string,
  schema: Schema,
  field?: FieldName,
): Schema {
  notes.set(schema, { id, ...(field ? { field } : {}) })
  return schema
}
