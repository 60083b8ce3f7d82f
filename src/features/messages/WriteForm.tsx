import { LONGEST_MESSAGE } from '@/domain/messages/text'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { FileField } from '@/ui/FileField'
import { Form } from '@/ui/Form'
import { TextArea } from '@/ui/TextArea'

/** What the kinds of files we take are called, for the choice of a browser. */
const ACCEPTED = 'image/jpeg,image/png,application/pdf'

/** Where one writes: words, then files, which a browser sends in this order. */
export function WriteForm(props: {
  readonly locale: Locale
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly label: string
  readonly hint: string
  readonly button: string
  readonly text?: string
  readonly error?: string
  /** Of the words, when they are not in the language of the page. */
  readonly lang?: string
  /** Several forms of one page have names of their own. */
  readonly id?: string
  readonly mostFiles: number
}) {
  const { locale, id = '' } = props
  const t = textsOf(locale, 'messages.files')
  return (
    <Form files action={props.action} hidden={props.hidden}>
      <TextArea
        id={`text${id}`}
        name="text"
        label={props.label}
        hint={props.hint}
        rows={6}
        maxLength={LONGEST_MESSAGE}
        {...(props.text && { value: props.text })}
        {...(props.error && { error: props.error })}
        {...(props.lang && { lang: props.lang })}
      />
      <FileField
        id={`files${id}`}
        name="files"
        label={t('add')}
        optional={t('optional')}
        hint={t('addHint', { count: props.mostFiles })}
        accept={ACCEPTED}
        multiple
      />
      <ButtonGroup>
        <Button>{props.button}</Button>
      </ButtonGroup>
    </Form>
  )
}
