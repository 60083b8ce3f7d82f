import { postedValue } from '@/server/application-answers'
import type { Fields } from '@/server/body'

/** What the page of the declaration asks; kept in the draft of the one who applies, under these names. */
export type Declared = {
  readonly signedName: string
  readonly attest: string
  readonly correctionReason: string
}
export type DeclarationField = keyof Declared
export type DeclarationError = { readonly field: DeclarationField; readonly problem: string }

const LONGEST_NAME = 120
const LONGEST_REASON = 1_000

/** What was typed, without what cannot be seen: a name is one line. */
export function declared(posted: Fields): Declared {
  const line = (name: string) =>
    postedValue(posted, name)
      .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
      .trim()
  return {
    signedName: line('signedName'),
    attest: postedValue(posted, 'attest') === 'yes' ? 'yes' : '',
    correctionReason: postedValue(posted, 'correctionReason').trim(),
  }
}

/** What is to put right before it is sent. The reason is asked of a correction alone. */
export function declarationErrors(
  { signedName, attest, correctionReason }: Declared,
  correcting: boolean,
): readonly DeclarationError[] {
  const errors: (DeclarationError | false)[] = [
    correcting && correctionReason === '' && { field: 'correctionReason', problem: 'required' },
    correcting &&
      [...correctionReason].length > LONGEST_REASON && { field: 'correctionReason', problem: 'tooLong' },
    signedName === '' && { field: 'signedName', problem: 'required' },
    [...signedName].length > LONGEST_NAME && { field: 'signedName', problem: 'tooLong' },
    attest !== 'yes' && { field: 'attest', problem: 'required' },
  ]
  return errors.flatMap((error) => error || [])
}
