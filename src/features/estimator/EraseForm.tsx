import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Form } from '@/ui/Form'
import styles from './estimator.module.css'

/** Forgets the answers, from every page that rests on them. */
export function EraseForm({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'estimator')
  return (
    <div className={styles.erase} data-print="no">
      <Form action="/api/estimator/erasure" hidden={{ language: locale }}>
        <Button kind="plain">{t('erase')}</Button>
      </Form>
    </div>
  )
}
