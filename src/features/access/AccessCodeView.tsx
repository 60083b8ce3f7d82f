import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Checkbox } from '@/ui/Choices'
import { DateField } from '@/ui/DateField'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'
import { type Errand, fieldsOf } from './states'

/** The proof of the letter, asked to sign in or to link an identity. `phones` are the lines to call. */
export function AccessCodeView(props: {
  readonly locale: Locale
  readonly errand: Errand
  readonly reason?: string
  readonly phones: ReactNode
}) {
  const { locale, errand, reason } = props
  const t = textsOf(locale, 'access.code')
  const claim = textsOf(locale, 'access.claim')
  const door = textsOf(locale, 'access.door')
  const common = textsOf(locale, 'common')
  const isClaim = errand === 'claim'
  const wrong = fieldsOf(reason)
  const errors = wrong.map((field) => ({ field, text: t(`missing.${field}`) }))
  const errorOf = (field: (typeof wrong)[number]) =>
    wrong.includes(field) ? { error: t(`missing.${field}`) } : {}
  return (
    <>
      <ErrorSummary title={common('errorSummary')} errors={errors} />
      {(reason === 'refused' || reason === 'over') && (
        <Notice kind="warning" title={t(reason)}>
          <p>{t(`${reason}Text`)}</p>
          {reason === 'refused' && props.phones}
        </Notice>
      )}
      <PageTitle>{isClaim ? claim('title') : t('title')}</PageTitle>
      <p>{isClaim ? claim('lead') : t('lead')}</p>
      <p>{t('never')}</p>
      <Form action="/api/sign-in/code" hidden={{ language: locale, errand }}>
        <TextField
          name="file"
          label={t('file')}
          hint={t('fileHint')}
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
          birthday
          partLabels={{ day: common('day'), month: common('month'), year: common('year') }}
          {...errorOf('birth')}
        />
        <TextField
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          maxLength={12}
          {...errorOf('code')}
        />
        <Checkbox name="shared" value="yes" label={door('shared')} hint={door('sharedHint')} />
        <Button>{isClaim ? claim('button') : t('button')}</Button>
      </Form>
      {isClaim && (
        <p>
          {claim('after')} {claim('noFile')} <a href={paths.applicationStart(locale)}>{claim('apply')}</a>
        </p>
      )}
      <h2>{t('noLetterTitle')}</h2>
      <p>{t('noLetterText')}</p>
      {reason !== 'refused' && props.phones}
    </>
  )
}
