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
