import type { Adult } from '@/domain/application/adult'
import { reasons } from '@/domain/decision/reasons'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { writeNotice, type NoticeData } from './notice'
import { NoticeView } from './NoticeView'
import styles from './preview.module.css'

/**
 * A notice before it leaves, for who decides: exactly what its reader will read, in their language. `isSettled`: it has
 * left, and nothing of it is to be checked any more.
 */
export function NoticePreview(props: {
  readonly locale: Locale
  readonly language: Locale
  readonly adult: Adult | null
  readonly data: NoticeData
  readonly isSettled?: boolean
}) {
  const { locale, language, adult, data } = props
  const t = textsOf(locale, 'decisions')
  const unsure = data.reasons.some(({ code }) => reasons[code].article.confidence === 'uncertain')
  return (
    <>
      {!props.isSettled && (
        <p data-print="no">
          {t('preview.show')} {t('preview.language', { language })}
          {unsure && ` ${t('toConfirm')}`}
        </p>
      )}
      <article className={styles.sheet} lang={language} aria-label={t('preview.sheet')}>
        <NoticeView within notice={writeNotice(data, { locale: language, adult })} />
      </article>
    </>
  )
}
