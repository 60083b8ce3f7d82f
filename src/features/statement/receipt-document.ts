import { labelsOf } from '@/domain/eligibility/labels'
import type { Benefit } from '@/domain/benefit/line'
import { benefitLineTitle } from '@/i18n/benefit-words'
import { documentFrame } from '@/i18n/document-frame'
import { formatMoney, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { PdfDocument, PdfSection } from '@/server/pdf'
import { confirmedRows, topicRows } from './answer-rows'
import type { ReceiptPage } from './queries'
import { nextSteps, receiptFacts, receiptTitle, timeliness, whatCame, whatOthersSaid } from './receipt-words'
import { wordingVersion } from './wording'
import { type Words, whyOf, wordsOf } from './words'

/**
 * The copy of a receipt to keep: all that its page says, for paper. `origin` is where the number is checked; null
 * where nobody knows it.
 */
export function receiptDocument(receipt: ReceiptPage, locale: Locale, origin: string | null): PdfDocument {
  const say = wordsOf(locale, 'receipt')
  const { filing } = receipt
  const inTime = timeliness(say, receipt)
  return {
    ...documentFrame(locale, filing.receiptNumber),
    title: receiptTitle(say, locale, receipt),
    lead: [
      whatCame(say, receipt),
      ...(inTime ? [inTime] : []),
      ...(receipt.newer ? [say('copy.newer')] : []),
      ...(receipt.own === 'agrees' || receipt.own === 'disagrees'
        ? [say(`confirm.done.${receipt.own}`)]
        : []),
      ...whatOthersSaid(say, receipt),
    ],
    facts: receiptFacts(say, locale, receipt).map(({ term, value }) => ({ label: term, value })),
    sections: [
      ...answerSections(say, locale, receipt),
      ...(receipt.payment ? [paymentSection(say, locale, receipt.payment)] : []),
      { title: say('nextTitle'), lead: nextSteps(say, locale, receipt), items: [] },
    ].filter(({ lead, items }) => items.length > 0 || (lead ?? []).length > 0),
    closing: [
      ...attested(say, locale, receipt),
      say('verify'),
      ...(origin ? [say('copy.verifyAt', { address: origin + paths.checkReceipt(locale) })] : []),
      say('wording', { wording: filing.wordingVersion, schema: String(filing.schemaVersion) }),
    ],
  }
}

function answerSections(say: Words, locale: Locale, { filing, adults }: ReceiptPage): PdfSection[] {
  const { answers } = filing
  const words = wordsOf(locale, 'statement')
  const confirmed = confirmedRows(words, locale, answers)
  const topics = topicRows(words, locale, answers, adults).flatMap(({ topic, title, parts }) =>
    parts.map((rows, index) => ({
      title:
        parts.length > 1
          ? words('answers.about', {
              topic: title,
              field: words(`question.${topic}.entry`, { number: index + 1 }),
            })
          : title,
      items: rows.map(({ term, value }) => ({ question: term, answer: value })),
    })),
  )
  return [
    {
      title: say('answersTitle'),
      lead: answers.changed.length === 0 ? [words('answers.nothing')] : [],
      items: confirmed.map(({ term, value }) => ({ question: term, answer: value })),
    },
    ...topics,
  ]
}

/** The payment announced, line by line, each with its reason and its rule. */
function paymentSection(say: Words, locale: Locale, benefit: Benefit): PdfSection {
  const words = wordsOf(locale, 'statement')
  const b = wordsOf(locale, 'benefit')
  const lines = benefit.lines.map((line) => ({
    question: benefitLineTitle(line.code, labelsOf(benefit.month), locale),
    answer: [
      formatMoney(line.cents, locale),
      whyOf(b, line, locale),
      words('preview.rule', { rule: line.rule, source: b(`source.${line.source}`) }),
    ].join('\n'),
  }))
  return {
    title: say('paymentTitle'),
    lead: [
      words('preview.caption', { ofMonth: formatOfMonth(benefit.month, locale) }),
      ...(benefit.provisional ? [b('confidence.provisional')] : []),
    ],
    items: [...lines, { question: words('preview.total'), answer: formatMoney(benefit.totalCents, locale) }],
  }
}

/** The words attested when it was sent; left out when they have changed since, and we no longer have them. */
function attested(say: Words, locale: Locale, { filing, adults }: ReceiptPage): string[] {
  if (filing.wordingVersion !== wordingVersion) return []
  const words = wordsOf(locale, 'statement')('attest.statement')
  // Whoever of the staff wrote it down, the word is the person's.
  const person = adults.find(({ id }) => id === filing.filedByPerson)?.name ?? filing.filedFor
  return [say('copy.attested', { name: filing.filedByStaff ? person : filing.filedByName, words })]
}
