import type { Locale } from '@/i18n/locale'
import { Radios } from '@/ui/Choices'
import { DateField } from '@/ui/DateField'
import { MoneyField } from '@/ui/MoneyField'
import { Select } from '@/ui/Select'
import { TextArea } from '@/ui/TextArea'
import { TextField } from '@/ui/TextField'
import { type Draft, valueOf } from './draft'
import { entryName, type FormField, type FormSection } from './form'
import type { StatementPage } from './queries'
import { errorText, type Words } from './words'

/** One question, drawn as its kind, with what was typed and what is wrong with it. */
export function FieldView(props: {
  readonly say: Words
  readonly locale: Locale
  readonly page: StatementPage
  readonly fields: Draft
  readonly section: FormSection
  readonly field: FormField
  readonly index: number
}) {
  const { say, locale, page, fields, section, field, index } = props
  const key = `field.${section.topic}.${field.name}`
  const name = `${entryName(section, index)}.${field.name}`
  const value = valueOf(fields, name)
  const wrong = page.errors.find((error) => error.page === 'questions' && error.field === name)
  const common = {
    name,
    label: say(`${key}.label`),
    ...(say.has(`${key}.hint`) ? { hint: say(`${key}.hint`) } : {}),
    ...(field.optional ? { optional: say('optional') } : {}),
    ...(wrong ? { error: errorText(say, wrong, locale, page.desk.fields) } : {}),
  }
  const choices = (field.choices ?? []).map((choice) => ({
    value: choice,
    label: say(`${key}.option.${choice}`),
  }))
  switch (field.kind) {
    case 'adult': {
      const adults = page.desk.household.people.filter((person) => person.role === 'adult')
      if (adults.length < 2) return null
      return (
        <Radios
          {...common}
          value={value}
          choices={adults.map(({ id, givenName }) => ({ value: id, label: givenName }))}
        />
      )
    }
    case 'choice':
    case 'yesNo':
      return choices.length > 7 ? (
        <Select {...common} value={value} choices={choices} empty={say('choose')} />
      ) : (
        <Radios {...common} value={value} choices={choices} />
      )
    case 'date':
      return (
        <DateField
          {...common}
          partLabels={{
            day: say('dateParts.day'),
            month: say('dateParts.month'),
            year: say('dateParts.year'),
          }}
          value={{
            day: valueOf(fields, `${name}.day`),
            month: valueOf(fields, `${name}.month`),
            year: valueOf(fields, `${name}.year`),
          }}
          {...(wrong?.part && wrong.key.endsWith('Missing') ? { wrong: [wrong.part] } : {})}
        />
      )
    case 'money':
      return <MoneyField {...common} value={value} locale={locale} />
    case 'words':
      return <TextArea {...common} value={value} {...(field.max ? { maxLength: field.max } : {})} />
    case 'postalCode':
      return <TextField {...common} value={value} width="short" {...autoComplete(field)} />
    default:
      return <TextField {...common} value={value} {...autoComplete(field)} />
  }
}

function autoComplete(field: FormField) {
  return {
    autoComplete: field.autoComplete ?? 'off',
    ...(field.max ? { maxLength: field.max } : {}),
  }
}
