import { z } from 'zod'
import type { Fields } from '@/server/body'

export { chosenIn, type Draft, tickedIn, valueOf } from '@/domain/draft'

/** Any form at all: what an answer must be is the matter of `reading.ts`, so that nothing typed is lost for being wrong. */
export const answersSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
export type Posted = z.infer<typeof answersSchema>

/** A button without answers. */
export const nothingSchema = z.object({})
/** A postal code, as a person types it. */
export const postalSchema = z.object({ postalCode: z.string().catch('') })
export type Postal = z.infer<typeof postalSchema>

/** A posted field as it is kept. */
export function postedValue(posted: Fields, name: string): string {
  const value = Object.hasOwn(posted, name) ? posted[name]! : ''
  return typeof value === 'string' ? value.trim() : value.join(' ')
}
