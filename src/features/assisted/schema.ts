import { z } from 'zod'
import { urgentNeeds } from '@/domain/application/urgent'

/*
 * What the forms of the staff's help accept. Lenient: what is missing is told in words, by the name of its field.
 */
const text = z.string().trim().max(100).catch('')
const tick = z.literal('yes').optional().catch(undefined)
const date = <Name extends string>(name: Name) =>
  ({ [`${name}.day`]: text, [`${name}.month`]: text, [`${name}.year`]: text }) as Record<
    `${Name}.${'day' | 'month' | 'year'}`,
    typeof text
  >

/** Who calls, how they are known, and to what they said yes. */
export const beginSchema = z.object({
  channel: text,
  file: text,
  ...date('birth'),
  way: text,
  code: text,
  postalCode: text,
  payment: text,
  ...date('other'),
  receipt: text,
  ...date('handed'),
  consent: tick,
})
export type BeginFields = z.infer<typeof beginSchema>
/** What both first forms ask: how someone comes, the day of their paper, their consent. */
export type ArrivalFields = Pick<
  BeginFields,
  'channel' | 'handed.day' | 'handed.month' | 'handed.year' | 'consent'
>

/** An application that begins with the staff. */
export const beginApplicationSchema = z.object({
  key: z.uuid().optional().catch(undefined),
  channel: text,
  ...date('handed'),
  urgentNeeds: z
    .union([z.string(), z.array(z.string())])
    .transform((value) => [value].flat().filter((one) => [...urgentNeeds, 'none'].includes(one)))
    .catch([]),
  consent: tick,
})
export type BeginApplicationFields = z.infer<typeof beginApplicationSchema>

/** A button without answers. */
export const nothingSchema = z.object({})
