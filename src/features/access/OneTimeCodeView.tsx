import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'
import type { CodeState } from './states'

/** Where the one-time code is typed, and how it comes. `phones` are the lines to call. */
export function OneTimeCodeView(props: {
  readonly locale: Locale
  readonly state: CodeState
  readonly phones: ReactNode
}) {
  const { locale, state } = props
  const { errand, channel, fault } = state
  const t = textsOf(locale, 'access.received')
  const common = textsOf(locale, 'common')
  const errors = fault ? [{ field: 'code', text: t(fault) }] : []
  return (
    <>
      <ErrorSummary title={common('errorSummary')} errors={errors} />
      <PageTitle>{t('title')}</PageTitle>
      <p>{t(channel)}</p>
      {channel === 'desk' && (
        <Notice kind="info" title={t('deskTitle')}>
          <p>{t('deskText')}</p>
          {props.phones}
        </Notice>
      )}
      <Form action="/api/sign-in/one-time-code" hidden={{ language: locale, errand, channel }}>
        <TextField
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={12}
          {...(fault ? { error: t(fault) } : {})}
        />
        <Button>{t('button')}</Button>
      </Form>
      {channel !== 'desk' && (
        <>
          <h2>{t('neverTitle')}</h2>
          <p>{t('neverText')}</p>
        </>
      )}
      <h2>{t('another')}</h2>
      <p>
        <a href={errand === 'claim' ? paths.claim(locale) : paths.accessCode(locale)}>{t('anotherLink')}</a>
      </p>
    </>
  )
}
