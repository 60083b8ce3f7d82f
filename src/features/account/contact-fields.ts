import { LONGEST_NOTE, readEmail, readMobile } from '@/domain/account/contact'
import type { NotifyBy } from '@/domain/sending/way'

/** What is typed on how to reach someone. */
export type TypedContact = {
  readonly email: string
  readonly mobile: string
  readonly notifyBy: string
  /** `yes` or `no` to reminders of the statement; anything else leaves them as they are. */
  readonly reminders: string
  readonly safeNote: string
}
/** How to reach someone, as it is kept. */
export type Contact = {
  readonly email: string | null
  readonly mobile: string | null
  readonly notifyBy: NotifyBy
  readonly reminders: boolean | null
  readonly safeNote: string | null
}
/** What is wrong in a field: the key of a sentence under `error` in account.json. */
export type ContactProblem = {
  readonly field: keyof TypedContact
  readonly problem:
    | 'emailFormat'
    | 'emailTooLong'
    | 'emailNeeded'
    | 'mobileFormat'
    | 'mobileNeeded'
    | 'notifyByNeeded'
    | 'noteTooLong'
}

/** Reads the whole form: how to reach the person, or everything to put right. */
export function readContact(typed: TypedContact): Contact | { readonly problems: readonly ContactProblem[] } {
  const problems: ContactProblem[] = []
  const [email, mobile] = [readEmail(typed.email), readMobile(typed.mobile)]
  const { notifyBy } = typed
  if (email.problem)
    problems.push({ field: 'email', problem: email.problem === 'tooLong' ? 'emailTooLong' : 'emailFormat' })
  else if (notifyBy === 'email' && email.value === null)
    problems.push({ field: 'email', problem: 'emailNeeded' })
  if (mobile.problem) problems.push({ field: 'mobile', problem: 'mobileFormat' })
  else if (notifyBy === 'text' && mobile.value === null)
    problems.push({ field: 'mobile', problem: 'mobileNeeded' })
  if (!isNotifyBy(notifyBy)) problems.push({ field: 'notifyBy', problem: 'notifyByNeeded' })
  const safeNote = typed.safeNote.trim()
  if (safeNote.length > LONGEST_NOTE) problems.push({ field: 'safeNote', problem: 'noteTooLong' })
  if (problems.length > 0 || email.problem || mobile.problem || !isNotifyBy(notifyBy)) return { problems }
  return {
    email: email.value,
    mobile: mobile.value,
    notifyBy,
    reminders: typed.reminders === 'yes' ? true : typed.reminders === 'no' ? false : null,
    safeNote: safeNote || null,
  }
}

const isNotifyBy = (text: string): text is NotifyBy => ['email', 'text', 'letter', 'none'].includes(text)
