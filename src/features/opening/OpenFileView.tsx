import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { TextArea } from '@/ui/TextArea'
import { TextField } from '@/ui/TextField'
import { glassReasons, MOST_LETTERS, type OpeningNote } from './schema'

/**
 * Where a file of any office is opened by its number. Someone of an office says why; the contact centre answers a call.
 * `note` is what the last try told.
 */
export function OpenFileView(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly breaksGlass: boolean
  readonly note: OpeningNote | undefined
  /** The file of one's own office that the last try asked for. */
  readonly own?: string | null
}) {
  const { locale, breaksGlass, note, own } = props
  const t = textsOf(locale, 'opening')
  const common = textsOf(locale, 'common')
  const fields = { 'not-found': 'fileNumber', reason: 'reason', words: 'words' } as const
  const wrong = note && note in fields ? fields[note as keyof typeof fields] : null
  const errorOf = (field: string) => (wrong === field && note ? { error: t(`note.${note}`) } : {})
  return (
    <>
      {wrong && note && (
        <ErrorSummary title={common('errorSummary')} errors={[{ field: wrong, text: t(`note.${note}`) }]} />
      )}
      <PageTitle>{t(breaksGlass ? 'glassTitle' : 'title')}</PageTitle>
      {note && !wrong && (
        <Notice kind="warning" title={t(`note.${note}`)}>
          {note === 'own-office' && own && (
            <p>
              <a href={paths.officeFile(locale, own)}>{t('toFile')}</a>
            </p>
          )}
        </Notice>
      )}
      <p>{t(breaksGlass ? 'glassLead' : 'lead')}</p>
      <p>{t('seen')}</p>
      <Form action="/api/files/opening" hidden={{ language: locale, formKey: props.formKey }}>
        <TextField
          name="fileNumber"
          label={t(breaksGlass ? 'number' : 'callNumber')}
          hint={t(breaksGlass ? 'numberHint' : 'callNumberHint')}
          width="medium"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          {...errorOf('fileNumber')}
        />
        {breaksGlass && (
          <>
            <Radios
              name="reason"
              label={t('reasonLabel')}
              hint={t('reasonHint')}
              choices={glassReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
              {...errorOf('reason')}
            />
            <TextArea
              name="words"
              label={t('words')}
              hint={t('wordsHint')}
              maxLength={MOST_LETTERS}
              rows={3}
              {...errorOf('words')}
            />
          </>
        )}
        <ButtonGroup>
          <Button>{t(breaksGlass ? 'glassButton' : 'button')}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
