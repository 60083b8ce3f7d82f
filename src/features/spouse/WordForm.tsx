import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { Form } from '@/ui/Form'
import { TextArea } from '@/ui/TextArea'
import { TextField } from '@/ui/TextField'
import type { SpouseSide } from './queries'

/** The spouse agrees, or does not, and signs. What was typed wrong is shown again as it was. */
export function WordForm(props: {
  readonly locale: Locale
  readonly page: SpouseSide
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const t = textsOf(locale, 'spouse.spouse')
  const errorOf = (field: string) => {
    const error = page.errors.find((one) => one.field === field)
    return error ? { error: t(`error.${error.problem}`) } : {}
  }
  return (
    <Form action="/api/application/confirmation" hidden={{ language: locale, formKey, key: page.key }}>
      <Radios
        name="answer"
        label={t('answer')}
        value={page.word.answer}
        choices={[
          { value: 'agrees', label: t('agrees') },
          { value: 'disagrees', label: t('disagrees'), hint: t('disagreesHint') },
        ]}
        {...errorOf('answer')}
      />
      <TextArea
        name="note"
        label={t('note')}
        hint={t('noteHint')}
        value={page.word.note}
        {...errorOf('note')}
      />
      <TextField
        name="signedName"
        label={t('signedName')}
        value={page.word.signedName}
        autoComplete="name"
        spellCheck={false}
        {...errorOf('signedName')}
      />
      <p>{t('declare')}</p>
      <Button>{t('button')}</Button>
    </Form>
  )
}
