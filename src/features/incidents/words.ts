import type { Day } from '@/domain/calendar'
import { keptUntil, missingOf, type Incident } from '@/domain/privacy/incident'
import { formatCount, formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'

/** A line of an entry: what it is, and what is known of it; empty when nothing is. */
export type Line = { readonly name: LineName; readonly value: string }
/** The lines of an entry, in the order of the register. */
export const lineNames = [
  'information',
  'whyNotDescribed',
  'circumstances',
  'occurred',
  'aware',
  'persons',
  'sensitivity',
  'fearedUse',
  'likelihood',
  'serious',
  'commissionTold',
  'personsTold',
  'whyNotTold',
  'publicNotice',
  'publicNoticeWhy',
  'measures',
] as const
export type LineName = (typeof lineNames)[number]

/** An entry line by line, in the order of the register. */
export function linesOf(incident: Incident, locale: Locale): readonly Line[] {
  const t = textsOf(locale, 'incidents')
  const whether = (value: boolean | null) => (value === null ? '' : value ? t('yes') : t('no'))
  const on = (day: Day | null) => (day ? formatDay(day, locale) : '')
  const period = (from: Day | null, until: Day | null) =>
    from && until ? t('period', { from: on(from), until: on(until) }) : on(from)
  const { persons, approximate } = incident
  const count = persons === null ? '' : formatCount(persons, locale)
  const values: Readonly<Record<LineName, string>> = {
    ...incident,
    occurred: [period(incident.occurredFrom, incident.occurredUntil), incident.occurredWords]
      .filter((one) => one !== '')
      .join('\n'),
    aware: period(incident.awareFrom, incident.awareUntil),
    persons: approximate && count !== '' ? t('about', { count }) : count,
    serious: whether(incident.serious),
    commissionTold: on(incident.commissionTold),
    personsTold: on(incident.personsTold),
    publicNotice: whether(incident.publicNotice),
  }
  return lineNames.map((name) => ({ name, value: values[name] }))
}

/** What is still missing of an entry, in words. */
export function missingWords(incident: Incident, locale: Locale): string[] {
  const t = textsOf(locale, 'incidents')
  return missingOf(incident).map((thing) => t(`missing.${thing}`))
}

/** Until when it must be kept, in words. */
export const keptWords = (incident: Incident, locale: Locale): string =>
  formatDay(keptUntil(incident), locale)
