import { dayOf, monthOf } from '@/domain/calendar'
import type { Instant } from '@/domain/calendar'
import { defaultPolicies, policyFor } from '@/domain/statement/policy'
import type { FilingPolicy } from '@/domain/statement/policy'
import { formatDayNumber } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'

/** The terms a content file may name, and how each is said. */
const terms: Readonly<Record<string, (policy: FilingPolicy, locale: Locale) => string>> = {
  openingDay: ({ openingDay }, locale) => formatDayNumber(openingDay, locale),
  dueDay: ({ dueDay }, locale) => formatDayNumber(dueDay, locale),
  closesAfterMonths: ({ closesAfterMonths }) => String(closesAfterMonths),
  paymentCutOffBusinessDays: ({ paymentCutOffBusinessDays }) => String(paymentCutOffBusinessDays),
  noticeDays: ({ noticeDays }) => String(noticeDays),
}

/**
 * A term of the filing policy in force now: `15` or `15th`, a number of days or of months.
 * @throws when no term has this name: the build stops there
 */
export function filingTerm(name: string, locale: Locale, now: Instant): string {
  const term = Object.hasOwn(terms, name) ? terms[name] : undefined
  if (!term) throw new Error(`A content file names the filing term “${name}”, which there is not`)
  return term(policyFor(monthOf(dayOf(now)), defaultPolicies), locale)
}
