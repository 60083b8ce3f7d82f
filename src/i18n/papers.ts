import type { DocumentAsked } from '../domain/application/documents'
import type { Locale } from './locale'
import { textsOf } from './texts'

type Say = { (key: string, values?: Record<string, string>): string; has: (key: string) => boolean }
const words = (locale: Locale) => textsOf(locale, 'documents') as unknown as Say

/** Kinds whose `about` is a code of ours, and not what someone typed. */
const aboutCode = new Set([
  'benefitProof',
  'pensionProof',
  'supportProof',
  'rentalProof',
  'investmentIncomeProof',
  'otherIncomeProof',
  'needProof',
])

/** What a document that is asked for is called: its kind, and what it is about where several are asked. */
export function documentTitle({ kind, about, id }: DocumentAsked, locale: Locale): string {
  const say = words(locale)
  const name = say(`kind.${kind}`)
  if (kind === 'savingsProof' && id.endsWith('.retirement')) {
    return say('titleAbout', { kind: name, about: say('about.retirement') })
  }
  if (about === null) return name
  return say('titleAbout', { kind: name, about: aboutCode.has(kind) ? say(`about.${about}`) : about })
}

/**
 * What a document is called by its requirement alone, where its answers are not at hand: its kind, whose it is, then
 * which one (`wageProof.applicant.1` is the second). Null when it is no kind we know.
 */
export function paperName(requirement: string, locale: Locale): string | null {
  const [kind = '', , entry = ''] = requirement.split('.')
  const say = words(locale)
  if (!/^\w+$/.test(kind) || !say.has(`kind.${kind}`)) return null
  const number = /^\d+$/.test(entry) ? Number(entry) + 1 : 1
  return number > 1 ? `${say(`kind.${kind}`)} (${number})` : say(`kind.${kind}`)
}
