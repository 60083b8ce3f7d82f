import { z } from 'zod'
import { verificationOutcomes, type VerificationOutcome } from '@/domain/decision/items'

/** The longest note, in characters: the table holds no more. */
export const LONGEST_NOTE = 4_000
/** The longest word on one item. */
export const LONGEST_WORD = 1_000

const text = z.string().catch('')

/**
 * A note for the staff. `key` is drawn with the form: pressed twice, it is written once. `from` is the statement beside
 * which it was written.
 */
export const noteSchema = z.object({ key: text, text, from: text })
export type NoteForm = z.infer<typeof noteSchema>

/** What the page is told after a form. */
export const noteTolds = ['noted', 'note-empty', 'note-too-long'] as const
export type NoteTold = (typeof noteTolds)[number]
export const verifyTolds = ['verified', 'verified-elsewhere', 'task-over'] as const
export type VerifyTold = (typeof verifyTolds)[number]

export const noteToldIn = (asked: string): NoteTold | null => noteTolds.find((one) => one === asked) ?? null
export const verifyToldIn = (asked: string): VerifyTold | null =>
  verifyTolds.find((one) => one === asked) ?? null

/** Nothing is asked but the address. */
export const emptySchema = z.object({})

/** A number sought, as typed: the command says when there is no such file. */
export const searchSchema = z.object({ number: text })
export type Search = z.infer<typeof searchSchema>

/** One item as it was answered, beside what the page showed of it. */
export type Ticked = {
  readonly item: string
  readonly outcome: VerificationOutcome
  readonly note: string
  /** The outcome that was on the screen: an answer that is still the same is not written again. */
  readonly was: VerificationOutcome
}

/**
 * The answers of a verification: `outcome.<item>`, `note.<item>` and `was.<item>` for each. What is no outcome of ours
 * is left out.
 */
export const verificationSchema = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((fields): Ticked[] => {
    const one = (name: string) => {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined
      return (Array.isArray(value) ? value[0] : value) ?? ''
    }
    const outcome = (name: string) => verificationOutcomes.find((known) => known === one(name))
    return Object.keys(fields).flatMap((name) => {
      const item = /^outcome\.([\w.-]{1,80})$/.exec(name)?.[1]
      const said = item && outcome(name)
      if (!item || !said) return []
      return [{ item, outcome: said, note: one(`note.${item}`), was: outcome(`was.${item}`) ?? 'cleared' }]
    })
  })
