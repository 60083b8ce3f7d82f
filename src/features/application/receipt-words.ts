import { isToAssign } from '@/domain/application/routing'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import type { DocumentState } from './documents'
import type { ReceiptPage } from './queries'
import type { Words } from './words'

type Fact = { readonly term: string; readonly value: string }

/** The facts of a receipt, for its page and for its copy. */
export function receiptFacts(say: Words, locale: Locale, { sent }: ReceiptPage): Fact[] {
  const fact = (term: string, value: string): Fact => ({ term: say(`receipt.${term}`), value })
  return [
    fact('number', sent.receiptNumber),
    fact('receivedAt', formatInstant(sent.receivedAt, locale)),
    fact('version', String(sent.version)),
    fact('signedName', sent.signedName),
    ...(sent.correctionReason ? [fact('reason', sent.correctionReason)] : []),
  ]
}

/**
 * Why this office. When a person assigns it, only who applies is told why: the other adult must not learn from it that
 * an address is protected.
 */
export function officeReason(say: Words, { routed, adult }: ReceiptPage): string {
  return say(isToAssign(routed) && adult === 'spouse' ? 'route.toAssign' : `route.reason.${routed.reason}`)
}

/** With these the person has done their part: the next step is the office's. */
const settled: readonly DocumentState[] = ['file', 'given', 'cannot']

/** What happens next, and when. */
export function nextSteps(say: Words, { documents, spouse }: ReceiptPage): string[] {
  const waiting = documents.filter(({ required, state }) => required && !settled.includes(state)).length
  return [
    waiting > 0 ? say('receipt.next.papers', { count: waiting }) : say('receipt.next.complete'),
    say('receipt.next.days'),
    ...(spouse === 'awaited' ? [say('receipt.next.spouse')] : []),
    say('receipt.next.letter'),
    say('receipt.next.changes'),
  ]
}
