import { ownerOf } from '@/domain/application/events'
import type { AgencyClock } from '@/domain/application/agency-clock'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paperName } from '@/i18n/papers'
import { textsOf } from '@/i18n/texts'
import type { TagKind } from '@/ui/Tag'

export const clockColours: Readonly<Record<AgencyClock['state'], TagKind>> = {
  notSent: 'neutral',
  notStarted: 'neutral',
  running: 'info',
  stopped: 'warning',
  overdue: 'error',
  kept: 'success',
  broken: 'error',
  withdrawn: 'neutral',
}

/** The office's time in a few words. */
export function clockWords(locale: Locale, clock: AgencyClock): string {
  const t = textsOf(locale, 'review.applications.clock')
  switch (clock.state) {
    case 'running':
    case 'overdue':
      return t(clock.state, { day: formatDay(clock.promisedDay, locale) })
    case 'stopped':
      return t('stopped', { left: clock.left })
    case 'notSent':
    case 'notStarted':
    case 'kept':
    case 'broken':
    case 'withdrawn':
      return t(clock.state)
  }
}

const needs = ['noFood', 'noShelter', 'evictedSoon', 'energyCutOff', 'medication', 'violence'] as const

/** An urgent need in words; one that this page does not know yet is told as another. */
export function needWords(locale: Locale, need: string): string {
  const known = needs.find((one) => one === need)
  return textsOf(locale, 'review.applications.need')(known ?? 'other')
}

/** Names papers for the office: those of the spouse say so. */
export function documentNameIn(locale: Locale): (requirement: string) => string {
  const t = textsOf(locale, 'review.application')
  return (requirement) => {
    const document = paperName(requirement, locale) ?? t('document')
    return ownerOf(requirement) === 'spouse' ? t('documentOfSpouse', { document }) : document
  }
}
