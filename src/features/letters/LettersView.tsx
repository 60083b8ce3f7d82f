import type { ReactNode } from 'react'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Table } from '@/ui/Table'
import { Tag } from '@/ui/Tag'
import { TextField } from '@/ui/TextField'
import type { WaitingLetter } from './queries'

/** The letters that wait at the office, and the way to give someone a new code. `note` is what just happened. */
export function LettersView(props: {
  readonly locale: Locale
  readonly letters: readonly WaitingLetter[]
  readonly more: boolean
  readonly note: string | undefined
  readonly formKey: string
  /** What else waits for the printer. */
  readonly children?: ReactNode
}) {
  const { locale, letters, note, formKey } = props
  const t = textsOf(locale, 'letters')
  const commonWords = textsOf(locale, 'common')
  const notFound = note === 'no-file' ? t('note.no-file') : undefined
  const row = (letter: WaitingLetter) => ({
    key: letter.personId,
    cells: [
      <a key="open" href={paths.officeLetter(locale, letter.personId)}>
        {letter.name}
      </a>,
      letter.fileNumber,
      t(`reason.${letter.reason}`),
      <Tag key="delivery" kind={letter.delivery === 'mail' ? 'neutral' : 'warning'}>
        {t(`delivery.${letter.delivery}`)}
      </Tag>,
      formatInstant(letter.issuedAt, locale),
    ],
  })
  return (
    <>
      {notFound && (
        <ErrorSummary
          title={commonWords('errorSummary')}
          errors={[{ field: 'fileNumber', text: notFound }]}
        />
      )}
      <PageTitle>{t('title')}</PageTitle>
      {note === 'printed' && <Notice kind="success" title={t('note.printed')} />}
      {note === 'gone' && <Notice kind="warning" title={t('note.gone')} />}
      <p>{t('lead', { count: letters.length })}</p>
      {letters.length === 0 ? (
        <Notice kind="info" title={t('empty')} />
      ) : (
        <Table
          id="letters"
          caption={t('caption')}
          captionHidden
          columns={[
            { label: t('column.person') },
            { label: t('column.file'), short: true },
            { label: t('column.reason') },
            { label: t('column.delivery') },
            { label: t('column.issued') },
          ]}
          rows={letters.map(row)}
        />
      )}
      {props.more && <p>{t('more', { count: letters.length })}</p>}
      {props.children}
      <section aria-labelledby="new-code">
        <h2 id="new-code">{t('search.title')}</h2>
        <p>{t('search.text')}</p>
        <Form action="/api/letters/search" hidden={{ language: locale, formKey }}>
          <TextField
            name="fileNumber"
            label={t('search.label')}
            hint={t('search.hint')}
            {...(notFound ? { error: notFound } : {})}
            width="medium"
            autoComplete="off"
            spellCheck={false}
          />
          <ButtonGroup>
            <Button kind="secondary">{t('search.button')}</Button>
          </ButtonGroup>
        </Form>
      </section>
    </>
  )
}
