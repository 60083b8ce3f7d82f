import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Notice } from '@/ui/Notice'
import type { Reason } from './states'

/** Why help did not begin, or ended, and what to do. */
export function ReasonNotice({ locale, reason }: { readonly locale: Locale; readonly reason: Reason }) {
  const t = textsOf(locale, 'assisted.reason')
  return (
    <Notice kind={reason === 'over' ? 'info' : 'warning'} title={t(reason)}>
      <p>{t(`${reason}Text`)}</p>
    </Notice>
  )
}
