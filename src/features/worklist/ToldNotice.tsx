import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Notice } from '@/ui/Notice'
import type { Outcome } from './outcome'

/** What came of what was just done with several tasks. */
export function ToldNotice({ locale, outcome }: { readonly locale: Locale; readonly outcome: Outcome }) {
  const t = textsOf(locale, 'worklist.told')
  const { verb, moved, left } = outcome
  return (
    <Notice kind={left > 0 ? 'warning' : 'success'} title={t(verb, { count: moved })}>
      {left > 0 && <p>{t('left', { count: left })}</p>}
    </Notice>
  )
}
