import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonLink } from '@/ui/Button'
import { Checkbox } from '@/ui/Choices'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'
import type { Reason } from './states'

const kinds = { over: 'info', expired: 'info', wrong: 'warning', left: 'success' } as const

/** Where one comes back with a code and a word, and why one landed here. Nothing typed is ever put back. */
export function ResumeView(props: {
  readonly locale: Locale
  readonly reason: Reason | null
  readonly phones: ReactNode
}) {
  const { locale, reason } = props
  const t = textsOf(locale, 'entering.resume')
  const start = textsOf(locale, 'entering.start')
  if (reason?.is === 'restored' || reason?.is === 'partly') {
    return (
      <>
        <PageTitle>{t(reason.is)}</PageTitle>
        <p>{t(`${reason.is}Text`)}</p>
        <ButtonLink href={paths.application(locale)}>{t('goOn')}</ButtonLink>
      </>
    )
  }
  return (
    <>
      {reason?.is === 'wait' && (
        <Notice kind="warning" title={t('wait')}>
          <p>{t('waitText', { seconds: reason.seconds })}</p>
        </Notice>
      )}
      {reason && reason.is !== 'wait' && (
        <Notice kind={kinds[reason.is]} title={t(reason.is)}>
          <p>{t(`${reason.is}Text`)}</p>
        </Notice>
      )}
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      <Form action="/api/application/resumption" hidden={{ language: locale }}>
        <TextField
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          width="medium"
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          name="word"
          label={t('word')}
          hint={t('wordHint')}
          width="medium"
          autoComplete="off"
          spellCheck={false}
        />
        <Checkbox name="shared" value="yes" label={start('shared')} hint={start('sharedHint')} />
        <Button>{t('button')}</Button>
      </Form>
      <p>{t('account')}</p>
      <Form action="/api/sign-in/citizen" hidden={{ language: locale }}>
        <Button kind="secondary">{t('signIn')}</Button>
      </Form>
      <h2>{t('lostTitle')}</h2>
      <p>{t('lostText')}</p>
      <p>
        <a href={paths.applicationStart(locale)}>{t('begin')}</a>
      </p>
      {props.phones}
    </>
  )
}
