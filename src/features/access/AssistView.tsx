import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'
import styles from './assist.module.css'
import { fieldsOf } from './states'

/** Where an agent finds the code that waits for a caller. Nothing else of the caller's file is here. */
export function AssistView(props: {
  readonly locale: Locale
  readonly formKey: string
  /** What the last search told, and the code it gave while it may still be read. */
  readonly told?: string
  readonly code?: string | null
}) {
  const { locale, told, code } = props
  const t = textsOf(locale, 'access.assist')
  const common = textsOf(locale, 'common')
  const wrong = fieldsOf(told).filter((field) => field !== 'code')
  const errors = wrong.map((field) => ({ field, text: t(`missing.${field}`) }))
  const errorOf = (field: 'file' | 'birth') => (wrong.includes(field) ? { error: t(`missing.${field}`) } : {})
  return (
    <>
      <ErrorSummary title={common('errorSummary')} errors={errors} />
      {told === 'nothing' && (
        <Notice kind="info" title={t('nothing')}>
          <p>{t('nothingText')}</p>
        </Notice>
      )}
      {told === 'code' && (
        <Notice kind={code ? 'success' : 'info'} title={code ? t('code') : t('gone')}>
          {code && <p className={styles.code}>{`${code.slice(0, 3)}\u00A0${code.slice(3)}`}</p>}
          <p>{code ? t('codeText') : t('goneText')}</p>
        </Notice>
      )}
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      <p>{t('check')}</p>
      <Form action="/api/sign-in/assistance" hidden={{ language: locale, formKey: props.formKey }}>
        <TextField
          name="file"
          label={t('file')}
          width="medium"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          {...errorOf('file')}
        />
        <DateField
          name="birth"
          label={t('birth')}
          hint={t('birthHint')}
          partLabels={{ day: common('day'), month: common('month'), year: common('year') }}
          {...errorOf('birth')}
        />
        <Button>{t('button')}</Button>
      </Form>
    </>
  )
}
