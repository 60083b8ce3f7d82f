import { z } from 'zod'

const text = z.string().catch('')

/** One's own request, as typed. */
export const ownClosingSchema = z.object({ month: text, words: text })
export type OwnClosingForm = z.infer<typeof ownClosingSchema>

/** A closing as the office types it. */
export const officeClosingSchema = z.object({
  cause: text,
  toldBy: text,
  'day.day': text,
  'day.month': text,
  'day.year': text,
  month: text,
  words: text,
})
export type OfficeClosingForm = z.infer<typeof officeClosingSchema>

/** What the person's page says after a button. */
export const closingTolds = ['asked', 'withdrawn', 'left', 'nothing'] as const
export type ClosingTold = (typeof closingTolds)[number]
