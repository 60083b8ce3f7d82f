import type { AssistedChannel } from '@/domain/access/identification'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Notice } from '@/ui/Notice'

/** What to do with the number of the receipt: say it, or hand the page over. */
export function NumberNotice(props: {
  readonly locale: Locale
  readonly number: string
  readonly channel: AssistedChannel
}) {
  const { locale, number, channel } = props
  const t = textsOf(locale, 'assisted.receipt')
  return (
    <Notice kind="success" title={t('title')} asideOfHeadings>
      <p>
        <strong>{number}</strong>
      </p>
      <p>{t('text')}</p>
      {channel === 'counter' && <p>{t('print')}</p>}
    </Notice>
  )
}
