import { textsOf } from '@/i18n/texts'
import type { Locale } from '@/i18n/locale'
import { Checkbox } from '@/ui/Choices'
import { Notice } from '@/ui/Notice'

/** The words read to the person before anything else, and the box that says they said yes. */
export function ConsentBox(props: {
  readonly locale: Locale
  readonly words: string
  readonly error?: { readonly error?: string }
}) {
  const t = textsOf(props.locale, 'assisted.consent')
  return (
    <Notice kind="info" title={t('title')}>
      <blockquote>
        <p>{props.words}</p>
      </blockquote>
      <Checkbox name="consent" value="yes" label={t('label')} {...props.error} />
    </Notice>
  )
}
