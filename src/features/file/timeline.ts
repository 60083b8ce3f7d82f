import type { Cents } from '@/domain/money'
import type { Instant } from '@/domain/calendar'
import { formatInstant, formatMoney, formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import type { FileDesk } from '@/server/file-desk'
import type { FileDocument, FilePayment, OfficeFiling } from './facts'
import { paperNameFor, taskName } from './words'

/** One thing that happened, in words. */
export type TimelineEntry = {
  readonly key: string
  readonly at: Instant
  readonly title: string
  readonly href?: string
  /** Who did it, and what was said of it. */
  readonly lines: readonly string[]
}

/** What happened to a file, the latest first: what came, what the office did of it, what was decided and computed. */
export function timelineOf(
  locale: Locale,
  of: {
    readonly filings?: readonly OfficeFiling[]
    readonly payments?: readonly FilePayment[]
    readonly documents?: readonly FileDocument[]
    readonly desk: FileDesk
  },
): TimelineEntry[] {
  const t = textsOf(locale, 'casefile.event')
  const entries = [
    ...(of.filings ?? []).map((filing) => filingEntry(locale, filing)),
    ...(of.payments ?? []).map((payment) => ({
      key: `payment ${payment.filingId ?? payment.month} ${payment.computedAt}`,
      at: payment.computedAt,
      title: t('payment', {
        ofMonth: formatOfMonth(payment.month, locale),
        amount: formatMoney(payment.totalCents as Cents, locale),
      }),
      lines: [],
    })),
    ...(of.documents ?? []).map(({ id, at, requirement }) => ({
      key: id,
      at,
      title: t('document', { document: paperNameFor(locale, requirement) }),
      lines: [],
    })),
    ...eventEntries(locale, of.desk),
    ...decisionEntries(locale, of.desk),
  ]
  return entries.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
}

function filingEntry(locale: Locale, filing: OfficeFiling): TimelineEntry {
  const t = textsOf(locale, 'casefile.event')
  const month = formatMonth(filing.month, locale)
  const what = textsOf(locale, 'review')(`kind.${filing.kind}`, {
    month,
    ofMonth: formatOfMonth(filing.month, locale),
  })
  return {
    key: filing.id,
    at: filing.receivedAt,
    title: t('filed', { what, number: filing.receiptNumber }),
    href: paths.officeStatement(locale, filing.id),
    lines: [t('byPerson', { name: filing.filedByName })],
  }
}

function eventEntries(locale: Locale, { events, tasks }: FileDesk): TimelineEntry[] {
  const t = textsOf(locale, 'casefile.event')
  return events.flatMap((event) => {
    const task = tasks.find(({ id }) => id === event.taskId)
    if (!task) return []
    return {
      key: event.id,
      at: event.at,
      title: t('of', { what: taskName(locale, task), verb: t(`verb.${event.verb}`) }),
      lines: [
        event.by ? t('byStaff', { name: event.by }) : t('machine'),
        ...(event.words ? [t('told', { words: event.words })] : []),
        ...(event.privateNote ? [t('private', { words: event.privateNote })] : []),
      ],
    }
  })
}

function decisionEntries(locale: Locale, { decisions }: FileDesk): TimelineEntry[] {
  const t = textsOf(locale, 'casefile.event')
  const outcomes = textsOf(locale, 'casefile.outcome') as unknown as {
    (key: string): string
    has: (key: string) => boolean
  }
  return decisions.map(({ id, number, outcome, at, by, undone, leavesAt }) => ({
    key: id,
    at,
    href: paths.officeDecision(locale, id),
    title: t('decision', { number, outcome: outcomes.has(outcome) ? outcomes(outcome) : outcome }),
    lines: [
      ...(by ? [t('byStaff', { name: by })] : []),
      ...(undone
        ? [t('undone')]
        : leavesAt
          ? [t('leaves', { instant: formatInstant(leavesAt, locale) })]
          : []),
    ],
  }))
}
