import type { Locale } from './locale'
import { textsOf } from './texts'

/**
 * What a paper asked for is called, by its requirement: its kind, whose it is, then which one (`wageProof.applicant.1` is
 * the second). Null when it is no kind we know.
 */
export function paperName(requirement: string, locale: Locale): string | null {
  const [kind = '', , entry = ''] = requirement.split('.')
  const t = textsOf(locale, 'application.paper') as unknown as {
    (key: string): string
    has: (key: string) => boolean
  }
  if (!/^\w+$/.test(kind) || !t.has(kind)) return null
  const number = /^\d+$/.test(entry) ? Number(entry) + 1 : 1
  return number > 1 ? `${t(kind)} (${number})` : t(kind)
}
