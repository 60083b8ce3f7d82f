import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { DeskNote } from '@/server/file-desk'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { TextArea } from '@/ui/TextArea'
import { LONGEST_NOTE, type NoteTold } from './schema'
import styles from './file.module.css'

/** What the staff wrote for each other, the latest first, and where to write. The person's pages never show it. */
export function NotesPanel(props: {
  readonly locale: Locale
  /** `/api/households/…/notes` or `/api/applications/…/notes`. */
  readonly action: string
  /** The statement the note is written beside: its page is where one comes back. */
  readonly from?: string
  readonly notes: readonly DeskNote[]
  readonly formKey: string
  /** Drawn with the form: pressed twice, the note is there once. */
  readonly noteKey: string
  readonly told?: NoteTold | null
}) {
  const { locale, told } = props
  const t = textsOf(locale, 'casefile.note')
  return (
    <>
      {told === 'noted' && <p role="status">{t('added')}</p>}
      <Form
        action={props.action}
        label={t('label')}
        hidden={{ language: locale, formKey: props.formKey, key: props.noteKey, from: props.from }}
      >
        <TextArea
          name="text"
          id="note"
          label={t('label')}
          hint={t('hint')}
          rows={3}
          maxLength={LONGEST_NOTE}
          {...(told === 'note-empty' ? { error: t('empty') } : {})}
          {...(told === 'note-too-long' ? { error: t('tooLong') } : {})}
        />
        <ButtonGroup>
          <Button kind="secondary">{t('button')}</Button>
        </ButtonGroup>
      </Form>
      {props.notes.length === 0 && <p>{t('none')}</p>}
      <ul className={styles.plain}>
        {props.notes.map(({ id, by, at, text }) => (
          <li key={id} className={styles.entry}>
            <div className={styles.small}>
              {t('by', { name: by ?? t('someone'), instant: formatInstant(at, locale) })}
            </div>
            <p dir="auto" className={styles.words}>
              {text}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
