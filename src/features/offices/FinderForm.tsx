import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { TextField } from '@/ui/TextField'
import { longestText } from './search'

/** One box for whatever a person knows. It only reads, so it is a GET: the result has an address to keep. */
export function FinderForm(props: {
  readonly locale: Locale
  readonly typed?: string
  readonly error?: string
}) {
  const { locale, typed, error } = props
  const t = textsOf(locale, 'offices.form')
  return (
    <Form action={paths.officeSearch(locale)} method="get">
      <TextField
        id="office-search"
        name="q"
        label={t('label')}
        hint={t('hint')}
        {...(typed === undefined ? {} : { value: typed })}
        {...(error === undefined ? {} : { error })}
        maxLength={longestText}
        autoComplete="postal-code"
        spellCheck={false}
      />
      <Button>{t('button')}</Button>
    </Form>
  )
}
