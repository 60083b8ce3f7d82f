import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'
import type { CodeReason } from './states'

/** The word one chooses, and where to send the code. Nothing typed is ever put back: the word is a secret. */
export function CodeForm(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly title: string
  /** Why a code is made, when it is not the usual reason. */
  readonly lead?: string
  readonly reason?: CodeReason | undefined
}) {
  const { locale, reason } = props
  const t = textsOf(locale, 'entering.code')
  const common = textsOf(locale, 'common')
  const wrong = reason && { field: reason === 'email' ? 'email' : 'word', text: t(`error.${reason}`) }
  const errorOf = (field: string) => (wrong?.field === field ? { error: wrong.text } : {})
  return (
    <>
      <ErrorSummary title={common('errorSummary')} errors={wrong ? [wrong] : []} />
      <PageTitle>{props.title}</PageTitle>
      <p>{props.lead ?? t('lead')}</p>
      <Form action="/api/application/code" hidden={{ language: locale, formKey: props.formKey }}>
        <TextField
          name="word"
          label={t('word')}
          hint={t('wordHint')}
          width="medium"
          autoComplete="off"
          spellCheck={false}
          {...errorOf('word')}
        />
        <TextField
          name="email"
          label={
            <>
              {t('email')} {common('optional')}
            </>
          }
          hint={t('emailHint')}
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          {...errorOf('email')}
        />
        {wrong && <p>{t('never')}</p>}
        <p>{t('again')}</p>
        <Button>{t('button')}</Button>
      </Form>
    </>
  )
}
