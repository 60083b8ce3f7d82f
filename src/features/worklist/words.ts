import type { TaskUrgency } from '@/domain/decision/task'
import { dayOf, monthOf, type Instant } from '@/domain/calendar'
import { formatCount, formatDay, formatList, formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { TagKind } from '@/ui/Tag'
import type { Line } from './line'
import type { Count } from './queries'

export const colours: Readonly<Record<TaskUrgency, TagKind>> = {
  danger: 'error',
  disagreement: 'error',
  promise: 'info',
  situation: 'warning',
  review: 'warning',
  income: 'info',
  arrived: 'neutral',
  late: 'neutral',
  missing: 'warning',
  flag: 'warning',
}

/** What a task is about. */
export function whatOf(locale: Locale, line: Line): string {
  const month = line.month ?? monthOf(dayOf(line.opened))
  const months = { month: formatMonth(month, locale), ofMonth: formatOfMonth(month, locale) }
  const what = line.filing?.kind === 'privateChange' ? 'privateChange' : line.kind
  return textsOf(locale, 'worklist.what')(what, months)
}

/** A task in a few words, for its checkbox and its button. */
export const nameOf = (locale: Locale, line: Line): string => `${line.names}, ${whatOf(locale, line)}`

const needs = ['noFood', 'noShelter', 'evictedSoon', 'energyCutOff', 'medication', 'violence'] as const

/** Why a task is in the list, and where it is. */
export function whyOf(locale: Locale, line: Line): string {
  const t = textsOf(locale, 'worklist.why')
  const topic = textsOf(locale, 'review.topic')
  const need = textsOf(locale, 'review.applications.need')
  const awaited = line.awaited > 0 ? ` ${t('awaited', { count: line.awaited })}` : ''
  const list = (items: readonly string[]) => formatList([...new Set(items)], locale)
  switch (line.urgency) {
    case 'danger':
      return line.urgentNeeds.length === 0
        ? t('dangerOnly')
        : t('danger', {
            needs: list(line.urgentNeeds.map((one) => need(needs.find((known) => known === one) ?? 'other'))),
          }) + awaited
    case 'promise':
      return awaited === '' ? t('promise') : awaited.trimStart()
    case 'situation':
    case 'income':
      return line.changed.length === 0
        ? t('corrected')
        : t(line.urgency, { topics: list(line.changed.map((one) => topic(one))) })
    default:
      return t(line.urgency)
  }
}

/** Where a task stands, and until when it waits. */
export function stateOf(locale: Locale, line: Line): string {
  const t = textsOf(locale, 'worklist')
  const state = t(`state.${line.state}`)
  return line.until === null ? state : t('until', { state, day: formatDay(line.until, locale) })
}

/** By when a task is to be done. */
export function dueOf(
  locale: Locale,
  line: Line,
  now: Instant,
): { readonly text: string; readonly past: boolean } {
  const t = textsOf(locale, 'worklist')
  if (line.due === null) return { text: t('noDue'), past: false }
  const past = line.due <= now
  return { text: t(past ? 'dueLate' : 'dueOn', { day: formatDay(dayOf(line.due), locale) }), past }
}

/** A count, or that there are more. */
export const countWords = (locale: Locale, { count, more }: Count): string =>
  textsOf(locale, 'worklist')('count', { count: formatCount(count, locale), more: String(more) })
