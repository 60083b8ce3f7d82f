import { type Draft, valueOf } from '@/domain/draft'

/*
 * The spouse's word: whether they agree with what is said of both, what they add, their signature. While it is not
 * right it is kept with their own answers, as it was typed.
 */

/** The names it is kept under. */
export const wordNames = {
  answer: 'spouse.confirmation',
  note: 'spouse.confirmationNote',
  signedName: 'spouse.confirmationName',
} as const
/** What the draft says of a word that was sent with something to put right. */
export const attemptedWord = 'confirmation'

/** The longest note and name, in characters. */
const LONGEST_NOTE = 2_000
const LONGEST_NAME = 120

export type Word = { readonly answer: string; readonly note: string; readonly signedName: string }
export type WordError = {
  readonly field: 'answer' | 'note' | 'signedName'
  readonly problem: 'answer' | 'noteLong' | 'noteNeeded' | 'name' | 'nameLong' | 'pagesLeft'
}

export const wordIn = (draft: Draft): Word => ({
  answer: valueOf(draft, wordNames.answer),
  note: valueOf(draft, wordNames.note),
  signedName: valueOf(draft, wordNames.signedName),
})

/**
 * What is to put right. Who agrees has answered all their own pages (`pagesLeft` are not); who does not may say so at
 * any time, and says what.
 */
export function errorsInWord({ answer, note, signedName }: Word, pagesLeft: number): WordError[] {
  const errors: WordError[] = []
  if (answer !== 'agrees' && answer !== 'disagrees') errors.push({ field: 'answer', problem: 'answer' })
  else if (answer === 'agrees' && pagesLeft > 0) errors.push({ field: 'answer', problem: 'pagesLeft' })
  if (note.length > LONGEST_NOTE) errors.push({ field: 'note', problem: 'noteLong' })
  else if (answer === 'disagrees' && note.trim() === '') errors.push({ field: 'note', problem: 'noteNeeded' })
  if (signedName.trim() === '') errors.push({ field: 'signedName', problem: 'name' })
  else if (signedName.trim().length > LONGEST_NAME) errors.push({ field: 'signedName', problem: 'nameLong' })
  return errors
}

/** The draft without the word: it is given, or it is no answer to a question. */
export function withoutWord(draft: Draft): Draft {
  const names: readonly string[] = Object.values(wordNames)
  return Object.fromEntries(Object.entries(draft).filter(([name]) => !names.includes(name)))
}
