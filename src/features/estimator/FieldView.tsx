import type { Locale } from '@/i18n/locale'
import { Checkbox, Checkboxes, Radios } from '@/ui/Choices'
import { Hidden } from '@/ui/Hidden'
import { MoneyField } from '@/ui/MoneyField'
import { TextField } from '@/ui/TextField'
import { tickedIn, valueOf } from './draft'
import { type Field, longestText } from './form'
import type { QuestionPage } from './queries'
import { choiceLabel, errorText, labelOf, titleOf, type Words } from './words'

/** One field, drawn as its kind, with what was answered and what is wrong with it. */
export function FieldView(props: {
  readonly say: Words
  readonly locale: Locale
  readonly page: QuestionPage
  readonly field: Field
  /** The field is the whole page: its legend is the title. */
  readonly title?: string
  readonly hint?: string
}) {
  const { say, locale, page, field, title, hint } = props
  const { question, draft, fields } = page
  const wrong = page.errors.find((error) => error.field === field.name)
  const error = wrong ? { error: errorText(say, question, fields, wrong) } : {}
  const label = title ?? labelOf(say, question, field)
  const value = valueOf(draft, field.name)
  if ('choices' in field) {
    const common = {
      name: field.name,
      label,
      legendIsTitle: title !== undefined,
      ...(hint ? { hint } : {}),
      choices: field.choices.map((choice) => ({ value: choice, label: choiceLabel(say, field, choice) })),
      ...error,
    }
    return field.kind === 'choice' ? (
      <Radios {...common} value={value} />
    ) : (
      <Checkboxes {...common} values={tickedIn(draft, field.name, field.choices)} />
    )
  }
  if (field.kind === 'money') {
    return (
      <>
        <MoneyField name={field.name} label={label} value={value} locale={locale} {...error} />
        {field.unknown && (
          <Checkbox
            name={field.unknown}
            value="yes"
            label={
              <>
                {say('unknown')}
                {fields.length > 1 && <Hidden> ({label})</Hidden>}
              </>
            }
            checked={valueOf(draft, field.unknown) === 'yes'}
          />
        )}
      </>
    )
  }
  return (
    <TextField
      name={field.name}
      label={fields.length === 1 && field.kind === 'age' ? titleOf(say, question, false, 'short') : label}
      value={value}
      width={field.kind === 'age' ? 'short' : 'medium'}
      autoComplete="off"
      spellCheck={false}
      maxLength={longestText}
      {...(field.kind === 'age' ? { inputMode: 'numeric' as const } : {})}
      {...error}
    />
  )
}
