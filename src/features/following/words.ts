import type { Adult } from '@/domain/application/adult'
import { ownerOf } from '@/domain/application/events'
import type { Locale } from '@/i18n/locale'
import { paperName } from '@/i18n/papers'
import { textsOf } from '@/i18n/texts'

/** Names papers for an adult; one that concerns the other says so. */
export function documentNameIn(locale: Locale, reader: Adult): (requirement: string) => string {
  const t = textsOf(locale, 'following')
  return (requirement) => {
    const name = paperName(requirement, locale) ?? t('document')
    const owner = ownerOf(requirement)
    return owner === 'household' || owner === reader ? name : t('documentOfOther', { document: name })
  }
}
