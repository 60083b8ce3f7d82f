import { showResumeCode } from '@/domain/application/resume-code'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { ShownCode } from '@/server/application-keys'
import { Notice } from '@/ui/Notice'

/** One's own code just made, to copy or print, and the page to bring it back to. */
export function ShownCodeNotice(props: {
  readonly locale: Locale
  readonly shown: ShownCode
  /** The whole address of the page one comes back to, as it is copied from paper. */
  readonly address: string
}) {
  const { shown } = props
  const t = textsOf(props.locale, 'entering.code')
  return (
    <>
      <Notice kind="success" title={t('madeTitle')}>
        <p>
          <strong translate="no">{showResumeCode(shown.code)}</strong>
        </p>
        <p>{t('copy')}</p>
        <p>{t('with')}</p>
        {shown.emailed && <p>{t('emailed')}</p>}
      </Notice>
      <p>{t('where')}</p>
      <p>
        {t('address')} {props.address}
      </p>
    </>
  )
}
