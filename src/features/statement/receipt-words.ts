import { isLate } from '@/domain/statement/deadline'
import { formatDay, formatInstant, formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import type { ReceiptPage } from './queries'
import { receivedText, type Words } from './words'

/*
 * What a receipt says, in words: the same on its page and in the copy to keep.
 */

/** The title of the receipt. */
export function receiptTitle(say: Words, locale: Locale, { filing }: ReceiptPage): string {
  return say(`title.${filing.kind}`, { ofMonth: formatOfMonth(filing.month, locale) })
}

/** What was received: a statement, a correction, a change. */
export function whatCame(say: Words, { filing }: ReceiptPage): string {
  if (filing.kind !== 'statement') return say('receivedChange')
  return say(filing.version > 1 ? 'receivedCorrection' : 'received')
}

/** Whether a statement came in time; null for a change, which has no limit. */
export function timeliness(say: Words, { filing, state }: ReceiptPage): string | null {
  if (filing.kind !== 'statement') return null
  if (state?.filed) return say(state.filed.late ? 'late' : state.filed.healed ? 'healed' : 'onTime')
  return say(filing.dueAt && isLate(filing.receivedAt, filing.dueAt) ? 'late' : 'onTime')
}

/** Number, instants, who, for whom, how. */
export function receiptFacts(say: Words, locale: Locale, { filing, fileNumber }: ReceiptPage) {
  const row = (term: string, value: string) => ({ term: say(term), value })
  return [
    row('number', filing.receiptNumber),
    row('receivedAt', receivedText(filing.receivedAt, locale)),
    ...(filing.dueAt ? [row('dueAt', formatInstant(filing.dueAt, locale))] : []),
    row('about', formatMonth(filing.month, locale)),
    ...(filing.kind === 'statement' ? [row('version', String(filing.version))] : []),
    row(
      'filedBy',
      filing.filedByStaff ? say('filedByStaff', { name: filing.filedByName }) : filing.filedByName,
    ),
    ...(filing.mandateKind ? [row('mandate', say(`mandateKind.${filing.mandateKind}`))] : []),
    row('filedFor', filing.filedFor),
    ...(fileNumber ? [row('file', fileNumber)] : []),
    row('channel.label', say(`channel.${filing.channel}`)),
    ...(filing.correctionReason ? [row('correctionReason', filing.correctionReason)] : []),
    ...(filing.lateReason ? [row('lateReason', filing.lateReason)] : []),
  ]
}

/** What happens now, a sentence each. */
export function nextSteps(say: Words, locale: Locale, { filing, state, others }: ReceiptPage): string[] {
  const steps: string[] = []
  if (state) {
    const ofMonth = formatOfMonth(state.payment.month, locale)
    steps.push(say('nextPaid', { ofMonth, day: formatDay(state.payment.paidOn, locale) }))
    if (state.payment.run === 'supplementary') steps.push(say('nextSupplementary'))
  } else if (filing.kind !== 'statement') steps.push(say('nextOffice'))
  const { work, selfEmployment, otherIncome } = filing.answers
  if ([...work, ...selfEmployment, ...otherIncome].some((one) => one.certainty === 'estimated')) {
    steps.push(say('nextEstimate'))
  }
  for (const other of others) {
    if (other.answer === 'waiting') steps.push(say('nextSpouse', { name: other.name }))
  }
  return steps
}

/** What the other adults said of it. */
export function whatOthersSaid(say: Words, { others }: ReceiptPage): string[] {
  return others.map(({ name, answer }) => say(`confirm.other.${answer}`, { name }))
}
