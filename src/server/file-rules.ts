/** Why a file was not taken. Each has a sentence that says what to do, in both languages. */
export const fileProblems = [
  'too-large',
  'empty',
  'too-many',
  'broken',
  'heic',
  'archive',
  'office',
  'picture',
  'video',
  'unknown',
  'too-many-pixels',
  'damaged-picture',
  'locked-pdf',
  'active-pdf',
  'damaged-pdf',
  'complex-pdf',
  'infected',
  'none-chosen',
  'no-answer',
  'waiting',
  'full',
] as const
export type FileProblem = (typeof fileProblems)[number]

export const isFileProblem = (text: string): text is FileProblem =>
  (fileProblems as readonly string[]).includes(text)

/** Twenty megabytes, as people count them. */
export const MOST_BYTES = 20_000_000
/** Pages of one document, each a photo, or files. */
export const MOST_FILES = 20
/** Files one message may bring. */
export const MOST_MESSAGE_FILES = 5

/** The name a file had, to know it by: one line, nothing that turns it around, no folder. */
export function cleanName(typed: string): string {
  const last = typed.split(/[/\\]/).at(-1)!
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return [...clean].slice(0, 80).join('').slice(0, 120) || 'document'
}
