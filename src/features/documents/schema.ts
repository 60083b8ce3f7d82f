import { z } from 'zod'

/** Whatever was sent under a name, once: lists are not ours. */
const word = (most: number) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (typeof value === 'string' ? value.slice(0, most) : ''))
/** A count of bytes; -1 when it is none. */
const bytes = word(12).transform((text) => (/^\d{1,10}$/.test(text) ? Number(text) : -1))

/** A file that will come in pieces. */
export const startSchema = z.object({
  requirement: word(80),
  name: word(400),
  size: bytes,
})
export type Start = z.infer<typeof startSchema>

/** A piece of it, from this byte on. */
export const pieceSchema = z.object({ offset: bytes })
export type Piece = z.infer<typeof pieceSchema>

/** The fields that come before the files of a form. */
export const filesSchema = z.object({ requirement: word(80) })
export type FilesFor = z.infer<typeof filesSchema>

/** Other answers than a file. `given` is the ministry having it already. */
export const otherAnswers = ['given', 'later', 'mail', 'office', 'cannot'] as const
export type OtherAnswer = (typeof otherAnswers)[number]

export const answerSchema = z.object({
  requirement: word(80),
  answer: word(20).transform((text) => otherAnswers.find((answer) => answer === text) ?? ''),
  substitute: word(80),
  note: word(1_000),
})
export type DocumentAnswered = z.infer<typeof answerSchema>

/** Fields that a press on a button carries besides its key: none. */
export const pressSchema = z.object({})
