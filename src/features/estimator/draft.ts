import { z } from 'zod'
import type { Fields } from '@/server/body'

/** What was answered, exactly as typed: names of fields and their values; several choices are parted by a space. */
export type Draft = Readonly<Record<string, string>>

/** Any form at all: what an answer must be is the matter of `reading.ts`, so that nothing typed is lost for being wrong. */
export const answersSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
export type Posted = z.infer<typeof answersSchema>

/** A button without answers. */
export const nothingSchema = z.object({})
/** A postal code, as a person types it. */
export const postalSchema = z.object({ postalCode: z.string().catch('') })
export type Postal = z.infer<typeof postalSchema>

/** The value of a field, or '' when it was never answered. */
export function valueOf(draft: Draft, name: string): string {
  return Object.hasOwn(draft, name) ? draft[name]! : ''
}

/** A posted field as it is kept. */
export function postedValue(posted: Fields, name: string): string {
  const value = Object.hasOwn(posted, name) ? posted[name]! : ''
  return typeof value === 'string' ? value.trim() : value.join(' ')
}

/** The choices of a field that we know, in the order they are asked. */
export function tickedIn<Choice extends string>(
  draft: Draft,
  name: string,
  choices: readonly Choice[],
): Choice[] {
  const ticked = valueOf(draft, name).split(' ')
  return choices.filter((choice) => ticked.includes(choice))
}

/** The choice of a field, or null when none of ours was made. */
export function chosenIn<Choice extends string>(
  draft: Draft,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  return choices.find((choice) => choice === valueOf(draft, name)) ?? null
}
