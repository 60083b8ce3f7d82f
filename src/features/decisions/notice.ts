import 'server-only'
import type { BenefitResult } from '@/domain/benefit/line'
import { addMonths, dayOf, type Instant, type Month } from '@/domain/calendar'
import type { Outcome } from '@/domain/decision/outcomes'
import type { GivenReason } from '@/domain/decision/reasons'
import type { TaskKind } from '@/domain/decision/task'
import { paymentDay } from '@/domain/statement/payment'
import { formatDay, formatMoney, formatOfMonth } from '@/i18n/format'
import type { DecidedItem } from '@/server/decisions'
import { blockSection, type Section } from './blocks'
import { templateFor, templateOf, type Placeholder, type TemplateLine } from './templates'
import { wordsOf, type Reader } from './words'

/** A decision as its notice needs it. */
export type NoticeData = {
  /** Null in a preview, before it is decided. */
  readonly number: string | null
  readonly kind: TaskKind
  readonly outcome: Outcome
  /** The month of the statement it is about. */
  readonly month: Month | null
  readonly fromMonth: Month | null
  readonly reasons: readonly GivenReason[]
  readonly items: readonly DecidedItem[]
  readonly benefit: BenefitResult | null
  readonly words: string | null
  /** When it left, or is to leave: the terms are counted from there. */
  readonly leftAt: Instant
  /** Null where others may look over a shoulder: the pages of an application name nobody. */
  readonly forName: string | null
  readonly fileNumber: string | null
  /** The number of the application, when it is about one. */
  readonly receiptNumber: string | null
  /** Null when the person has left that household, and its office is no longer theirs. */
  readonly office: NoticeOffice | null
  /** The number of the decision it replaces. */
  readonly replaces: string | null
  readonly wording: string
}

export type NoticeOffice = {
  readonly nameFr: string
  readonly nameEn: string
  readonly phone: string | null
  readonly tollFree: string | null
}

/** A notice in words: the same on the page, in the preview, on paper and in the copy that is kept. */
export type Notice = {
  readonly title: string
  readonly lead: readonly string[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly sections: readonly Section[]
  readonly closing: readonly string[]
}

/** Writes the notice of a decision for someone who reads it. */
export function writeNotice(data: NoticeData, reader: Reader): Notice {
  const say = wordsOf(reader.locale, 'decisions')
  const { title, lines } = templateOf(templateFor(data.kind, data.outcome, data.reasons), reader.locale)
  const said = linesSaid(lines, valuesOf(data, reader))
  const start = said.findIndex(({ kind }) => kind === 'block' || kind === 'heading')
  return {
    title,
    lead: said.slice(0, start).flatMap((line) => ('text' in line ? [line.text] : [])),
    facts: factsOf(data, reader),
    sections: sectionsOf(said.slice(start), data, reader),
    closing: [say('wording', { wording: data.wording })],
  }
}

/** What it is about, in a few words. */
export function aboutText(
  { kind, month }: Pick<NoticeData, 'kind' | 'month'>,
  { locale }: Pick<Reader, 'locale'>,
): string {
  const values: Record<string, string> = month === null ? {} : { ofMonth: formatOfMonth(month, locale) }
  // Only a statement has a month; a task of another kind is named without.
  return wordsOf(locale, 'decisions')(`about.${kind}`, values)
}

function factsOf(data: NoticeData, { locale }: Reader): Notice['facts'] {
  const say = wordsOf(locale, 'decisions')
  const fact = (name: string, value: string | null) =>
    value === null ? [] : [{ label: say(`fact.${name}`), value }]
  return [
    ...fact('number', data.number),
    ...fact('date', formatDay(dayOf(data.leftAt), locale)),
    ...fact('for', data.forName),
    ...fact('file', data.fileNumber),
    ...fact('receipt', data.receiptNumber),
    ...fact('about', aboutText(data, { locale })),
    ...fact('replaces', data.replaces),
  ]
}

function valuesOf(
  { fromMonth, benefit, replaces }: NoticeData,
  { locale }: Reader,
): Readonly<Record<Placeholder, string | null>> {
  const paid = benefit?.computed ? benefit : null
  return {
    fromMonth: fromMonth && formatOfMonth(fromMonth, locale),
    lastMonth: fromMonth && formatOfMonth(addMonths(fromMonth, -1), locale),
    paymentMonth: paid && formatOfMonth(paid.month, locale),
    paymentDay: paid && formatDay(paymentDay(paid.month), locale),
    amount: paid && formatMoney(paid.totalCents, locale),
    replaced: replaces,
  }
}

/** The lines with their values; those that would name what is not known are left out. */
function linesSaid(
  lines: readonly TemplateLine[],
  values: Readonly<Record<Placeholder, string | null>>,
): TemplateLine[] {
  return lines.flatMap((line): TemplateLine[] => {
    if (line.kind === 'block') return [line]
    let isKnown = true
    const text = line.text.replaceAll(/\{(\w+)\}/g, (_, name: Placeholder) => {
      isKnown &&= values[name] !== null
      return values[name] ?? ''
    })
    return isKnown ? [{ kind: line.kind, text }] : []
  })
}

function sectionsOf(lines: readonly TemplateLine[], data: NoticeData, reader: Reader): Section[] {
  const sections: Section[] = []
  for (const line of lines) {
    if (line.kind === 'block') {
      const section = blockSection(line.block, data, reader)
      if (section) sections.push(section)
    } else if (line.kind === 'heading') sections.push({ title: line.text, lead: [], items: [], list: [] })
    else {
      const last = sections.pop()
      if (!last) continue
      sections.push(
        line.kind === 'item'
          ? { ...last, list: [...last.list, line.text] }
          : { ...last, lead: [...last.lead, line.text] },
      )
    }
  }
  return sections
}
