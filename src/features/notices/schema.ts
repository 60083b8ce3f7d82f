import { z } from 'zod'

const text = z.string().catch('')

/** A notice as typed. `intent` drops it. */
export const draftSchema = z.object({
  kind: text,
  fr: text,
  en: text,
  'from.day': text,
  'from.month': text,
  'from.year': text,
  fromTime: text,
  'until.day': text,
  'until.month': text,
  'until.year': text,
  untilTime: text,
  intent: z.enum(['preview', 'discard']).catch('preview'),
})
export type DraftForm = z.infer<typeof draftSchema>

/** The draft that was seen, to be published as it was seen. */
export const publicationSchema = z.object({ version: text })
export type Publication = z.infer<typeof publicationSchema>
