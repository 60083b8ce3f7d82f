import { ownerOf } from '@/domain/application/events'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'

/** Names a paper by its requirement. */
export function documentNameIn(locale: Locale): (requirement: string) => string {
  const t = textsOf(locale, 'following')
  return (requirement) => t(ownerOf(requirement) === 'spouse' ? 'documentOfOther' : 'document')
}
