import type { DocumentAsked } from '@/domain/application/documents'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'

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

type Say = (key: string, values?: Record<string, string>) => string

/** What a document is called: its kind, and what it is about where several are asked. */
export function documentTitle({ kind, about, id }: DocumentAsked, locale: Locale): string {
  const say = textsOf(locale, 'documents') as unknown as Say
  const name = say(`kind.${kind}`)
  if (kind === 'savingsProof' && id.endsWith('.retirement')) {
    return say('titleAbout', { kind: name, about: say('about.retirement') })
  }
  if (about === null) return name
  return say('titleAbout', { kind: name, about: aboutCode.has(kind) ? say(`about.${about}`) : about })
}
