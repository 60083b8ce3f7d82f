import { sectionsOf, statusOf } from '@/domain/application/journey'
import { isToAssign } from '@/domain/application/routing'
import type { BenefitResult } from '@/domain/benefit/line'
import { labelsOf } from '@/domain/eligibility/labels'
import { displayPhone, numberToCall } from '@/domain/offices/phone'
import { benefitLineTitle, benefitLineValues } from '@/i18n/benefit-words'
import { documentFrame } from '@/i18n/document-frame'
import { formatMoney, formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { documentTitle } from '@/i18n/papers'
import type { PdfDocument, PdfSection } from '@/server/pdf'
import type { Payment } from './estimate'
import type { ReceiptPage } from './queries'
import { nextSteps, officeReason, receiptFacts } from './receipt-words'
import { wordingVersion } from './wording'
import { answerRow, type Words, wordsOf } from './words'

/** The copy of an application to keep: all that its receipt says, for paper. Numbers that are masked stay masked. */
export function copyOf(page: ReceiptPage, locale: Locale): PdfDocument {
  const say = wordsOf(locale, 'application')
  const { sent } = page
  return {
    ...documentFrame(locale, sent.receiptNumber),
    title: say('receipt.title'),
    lead: [say(sent.version > 1 ? 'receipt.receivedCorrection' : 'receipt.received')],
    facts: receiptFacts(say, locale, page).map(({ term, value }) => ({ label: term, value })),
    sections: [
      { title: say('receipt.officeTitle'), lead: officeLines(say, locale, page), items: [] },
      { title: say('receipt.nextTitle'), lead: nextSteps(say, page), items: [] },
      {
        title: say('section.documents'),
        ...(page.documents.length === 0 ? { lead: [say('papers.none')] } : {}),
        items: page.documents.map((asked) => ({
          question: documentTitle(asked, locale),
          answer: say(`papers.is.${asked.state}`),
        })),
      },
      ...answerSections(say, locale, page),
      ...estimateSections(say, locale, page),
    ],
    closing: declared(say, page),
  }
}

function answerSections(say: Words, locale: Locale, { sent, day, adult }: ReceiptPage): PdfSection[] {
  return sectionsOf(sent.answers, adult, day).map(({ section, pages }) => ({
    title: say(`section.${section}`),
    items: pages.map((ref) => {
      const { term, lines } = answerRow(say, locale, ref, sent.answers, day)
      const isDone = statusOf(ref, sent.answers, day) === 'done'
      const empty = say(isDone ? 'review.nothing' : 'review.toAnswer')
      return { question: term, answer: lines.length > 0 ? lines.join('\n') : empty }
    }),
  }))
}

function officeLines(say: Words, locale: Locale, page: ReceiptPage): string[] {
  const { office, routed } = page
  const reason = officeReason(say, page)
  if (!office || isToAssign(routed)) return [reason]
  const where = office.address ? [`${office.address}, ${office.city}`] : []
  return [
    locale === 'fr' ? office.nameFr : office.nameEn,
    ...where,
    displayPhone(numberToCall(office).phone),
    reason,
  ]
}

function estimateSections(say: Words, locale: Locale, { estimate }: ReceiptPage): PdfSection[] {
  if (!estimate?.known) return []
  const months = [
    monthSection(say, locale, estimate.first, 'first'),
    monthSection(say, locale, estimate.whole, 'whole'),
  ].flatMap((section) => section ?? [])
  const lead = [say('estimate.notDecision'), say(`estimate.outcome.${estimate.outcome}`)]
  return [{ title: say('estimate.title'), lead, items: [] }, ...months]
}

function monthSection(
  say: Words,
  locale: Locale,
  { benefit, month }: Payment,
  which: 'first' | 'whole',
): PdfSection | null {
  if (!benefit?.computed) return null
  return {
    title: say(`estimate.${which}`, { month: formatMonth(month, locale) }),
    items: linesOf(say, locale, benefit),
  }
}

function linesOf(say: Words, locale: Locale, benefit: Extract<BenefitResult, { computed: true }>) {
  const b = wordsOf(locale, 'benefit')
  const lines = benefit.lines.map((line) => ({
    question: benefitLineTitle(line.code, labelsOf(benefit.month), locale),
    answer: [
      formatMoney(line.cents, locale),
      b(`line.${line.code}.why`, benefitLineValues(line.detail, locale)),
    ].join('\n'),
  }))
  return [...lines, { question: say('estimate.total'), answer: formatMoney(benefit.totalCents, locale) }]
}

/** What was declared; left out when the words have changed since, and we no longer have them. */
function declared(say: Words, { sent }: ReceiptPage): string[] {
  if (sent.wordingVersion !== wordingVersion) return []
  const points = ['true', 'all', 'changes', 'papers', 'checks'].map((one) => say(`declaration.point.${one}`))
  return [say('receipt.declared', { name: sent.signedName }), ...points]
}
