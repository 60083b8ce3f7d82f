import type { Line } from '@/domain/benefit/line'
import type { Day } from '@/domain/calendar'
import { receivedAfterDays, reviewDays, reviewUntil, tribunalUntil } from '@/domain/decision/rights'
import { labelsOf } from '@/domain/eligibility/labels'
import { displayPhone, numberToCall } from '@/domain/offices/phone'
import { benefitLineTitle, benefitLineWhy } from '@/i18n/benefit-words'
import { formatDay, formatMoney, formatOfMonth } from '@/i18n/format'
import type { NoticeData } from './notice'
import type { Block } from './templates'
import { articleText, itemName, reasonText, todoText, wordsOf, type Reader } from './words'

/** One part of a notice: paragraphs, then what goes two by two, then a list. */
export type Section = {
  readonly title: string
  readonly lead: readonly string[]
  readonly items: readonly { readonly question: string; readonly answer: string }[]
  readonly list: readonly string[]
}

/** A block of a notice made of its decision; null when the decision has nothing of it. */
export function blockSection(block: Block, data: NoticeData, reader: Reader): Section | null {
  const section = writers[block](data, reader)
  if (!section) return null
  const { lead = [], items = [], list = [] } = section
  return { title: wordsOf(reader.locale, 'decisions')(`block.${block}`), lead, items, list }
}

type Writer = (data: NoticeData, reader: Reader) => Partial<Section> | null
const writers: Readonly<Record<Block, Writer>> = {
  reasons: writeReasons,
  items: writeItems,
  amounts: writeAmounts,
  words: ({ words }) => (words ? { lead: words.split(/\n{2,}/) } : null),
  todo: writeTodo,
  call: writeCall,
  review: writeReview,
}

function writeReasons({ reasons }: NoticeData, reader: Reader): Partial<Section> {
  const say = wordsOf(reader.locale, 'decisions')
  return {
    list: reasons.map((reason, index) =>
      [
        ...(reason.item ? [say('item.aboutReason', { item: itemName(reason.item, index, reader) })] : []),
        reasonText(reason, reader),
        say('rule', { article: articleText(reason.code, reader.locale) }),
      ].join('\n'),
    ),
  }
}

function writeItems({ items }: NoticeData, reader: Reader): Partial<Section> | null {
  if (items.length === 0) return null
  const say = wordsOf(reader.locale, 'decisions')
  return {
    items: items.map(({ item, outcome }, index) => ({
      question: itemName(item, index, reader),
      answer: say(`item.${outcome}`),
    })),
  }
}

/** The payment, line by line, each with its reason and its rule. */
function writeAmounts({ benefit }: NoticeData, { locale }: Reader): Partial<Section> | null {
  if (!benefit?.computed) return null
  const say = wordsOf(locale, 'decisions')
  const b = wordsOf(locale, 'benefit')
  const labels = labelsOf(benefit.month)
  const answer = (line: Line) =>
    [
      formatMoney(line.cents, locale),
      benefitLineWhy(b, line, locale),
      say('amount.rule', { rule: line.rule, source: b(`source.${line.source}`) }),
    ].join('\n')
  return {
    lead: [
      say(benefit.setMonthlyCents === undefined ? 'amount.lead' : 'amount.set', {
        ofMonth: formatOfMonth(benefit.month, locale),
      }),
      ...(benefit.provisional ? [say('amount.provisional')] : []),
    ],
    items: [
      ...benefit.lines.map((line) => ({
        question: benefitLineTitle(line.code, labels, locale),
        answer: answer(line),
      })),
      { question: say('amount.total'), answer: formatMoney(benefit.totalCents, locale) },
    ],
  }
}

const nothingToDo: readonly NoticeData['outcome'][] = ['accepted', 'released', 'changed']

function writeTodo({ reasons, outcome }: NoticeData, reader: Reader): Partial<Section> {
  const say = wordsOf(reader.locale, 'decisions')
  const steps = [...new Set(reasons.flatMap((reason) => todoText(reason, reader) ?? []))]
  if (steps.length > 0) return { lead: [say('todo.lead')], list: steps }
  return { lead: [say(nothingToDo.includes(outcome) ? 'todo.none' : 'todo.tell')] }
}

function writeCall({ office }: NoticeData, { locale }: Reader): Partial<Section> {
  const say = wordsOf(locale, 'decisions')
  const { phone, reaches } = numberToCall(office ?? { phone: null, tollFree: null })
  return {
    lead: [
      say('call.text', { reaches, phone: displayPhone(phone).replaceAll(' ', '\u00A0') }),
      ...(office ? [say('call.office', { office: locale === 'fr' ? office.nameFr : office.nameEn })] : []),
      say('call.help'),
      say('call.person'),
    ],
  }
}

/** To ask for a review; or, after one, to go to the Tribunal. */
function writeReview({ kind, leftAt, reasons }: NoticeData, { locale }: Reader): Partial<Section> {
  const say = wordsOf(locale, 'decisions')
  if (kind === 'review') {
    const isLate = reasons.some(({ code }) => code === 'reviewTooLate')
    return {
      lead: [
        say('review.tribunal'),
        say('review.tribunalUntil', { day: formatDay(tribunalUntil(leftAt, isLate), locale) }),
        say('rule', { article: say('review.tribunalRule', { number: isLate ? '118' : '112' }) }),
      ],
    }
  }
  return {
    lead: [
      say('review.text'),
      say('review.until', { day: formatDay(reviewUntil(leftAt), locale) }),
      say('review.count', { days: String(reviewDays), received: String(receivedAfterDays) }),
      say('review.how'),
      say('review.late'),
      say('rule', { article: say('review.rule') }),
    ],
  }
}

/** The last day to contest a decision, for lists. */
export function contestUntil({
  kind,
  leftAt,
  reasons,
}: Pick<NoticeData, 'kind' | 'leftAt' | 'reasons'>): Day {
  if (kind !== 'review') return reviewUntil(leftAt)
  return tribunalUntil(
    leftAt,
    reasons.some(({ code }) => code === 'reviewTooLate'),
  )
}
