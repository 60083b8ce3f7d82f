import type { AskedField } from '@/domain/application/question'
import { valueOf } from '@/domain/draft'
import type { Locale } from '@/i18n/locale'
import { Checkbox, Checkboxes, Radios } from '@/ui/Choices'
import { DateField } from '@/ui/DateField'
import { Hidden } from '@/ui/Hidden'
import { MoneyField } from '@/ui/MoneyField'
import { Select } from '@/ui/Select'
import { TextArea } from '@/ui/TextArea'
import { TextField } from '@/ui/TextField'
import type { QuestionPage } from './queries'
import { choiceLabel, errorText, labelOf, maskText, unknownLabel, type Words } from './words'

/** More choices than this are a list to open. */
const MOST_RADIOS = 7

/** One field, drawn as its kind, with what was typed and what is wrong with it; and the tick that may be given instead. */
export function FieldView(props: {
  readonly say: Words
  readonly locale: Locale
  readonly page: QuestionPage
  readonly field: AskedField
  /** The field is the whole page: its legend is the title. */
  readonly title?: string
  readonly hint?: string | undefined
}) {
  const { say, page, field } = props
  const { unknown } = field
  return (
    <>
      <Control {...props} />
      {unknown && (
        <Checkbox
          name={unknown}
          value="yes"
          label={
            <>
              {unknownLabel(say, field)}
              {page.fields.length > 1 && <Hidden> ({labelOf(say, field)})</Hidden>}
            </>
          }
          checked={valueOf(page.draft, unknown) === 'yes'}
        />
      )}
      {field.secret && field.optional && valueOf(page.draft, field.name) !== '' && (
        <Checkbox name="forget" id={`forget.${field.name}`} value={field.name} label={say('mask.forget')} />
      )}
    </>
  )
}

function Control(props: Parameters<typeof FieldView>[0]) {
  const { say, locale, page, field, title } = props
  const { name, kind } = field
  const wrong = page.errors.find((error) => error.field === name)
  const value = field.secret ? '' : valueOf(page.draft, name)
  const hint = props.hint ?? hintOf(say, page, field)
  const common = {
    name,
    label: title ?? labelOf(say, field),
    ...(hint ? { hint } : {}),
    ...(field.optional ? { optional: say('optional') } : {}),
    ...(wrong ? { error: errorText(say, page.fields, wrong) } : {}),
  }
  if (field.choices) return <Choice {...props} common={common} value={value} />
  switch (kind) {
    case 'date':
      return (
        <DateField
          {...common}
          legendIsTitle={title !== undefined}
          partLabels={{ day: say('day'), month: say('month'), year: say('year') }}
          value={{
            day: valueOf(page.draft, `${name}.day`),
            month: valueOf(page.draft, `${name}.month`),
            year: valueOf(page.draft, `${name}.year`),
          }}
          birthday={name === 'birthDate'}
          {...(wrong?.part ? { wrong: [wrong.part] } : {})}
        />
      )
    case 'money':
      return <MoneyField {...common} value={value} locale={locale} />
    case 'words':
      return <TextArea {...common} value={value} {...(field.max ? { maxLength: field.max } : {})} />
    default:
      return <TextField {...common} value={value} {...typing(field)} />
  }
}

function Choice(
  props: Parameters<typeof FieldView>[0] & {
    readonly common: Parameters<typeof Radios>[0] extends infer Props
      ? Omit<Props, 'choices' | 'value'>
      : never
    readonly value: string
  },
) {
  const { say, field, title, common, value } = props
  const names = field.choices ?? []
  if (field.kind === 'choices' && names.length === 1 && title === undefined) {
    // One box alone: its label is the whole sentence.
    return (
      <Checkbox
        {...{ ...common, optional: undefined }}
        label={choiceLabel(say, field, names[0]!)}
        value={names[0]!}
        checked={value === names[0]}
      />
    )
  }
  const choices = names.map((choice) => {
    const hint = `choiceHint.${field.set ?? field.words}.${choice}`
    return {
      value: choice,
      label: choiceLabel(say, field, choice),
      ...(say.has(hint) ? { hint: say(hint) } : {}),
    }
  })
  const legendIsTitle = title !== undefined
  if (field.kind === 'choices') {
    return (
      <Checkboxes {...common} legendIsTitle={legendIsTitle} choices={choices} values={value.split(' ')} />
    )
  }
  if (choices.length > MOST_RADIOS && !legendIsTitle) {
    return <Select {...common} value={value} choices={choices} empty={say('choose')} />
  }
  return <Radios {...common} legendIsTitle={legendIsTitle} choices={choices} value={value} />
}

/** The words under a label; of a number that is kept and not shown, how to know it and how to replace it. */
function hintOf(say: Words, page: QuestionPage, field: AskedField): string | undefined {
  const key = `hint.${field.words}`
  const hint = say.has(key) ? say(key) : ''
  const kept = field.secret ? valueOf(page.draft, field.name) : ''
  if (kept === '') return hint || undefined
  return `${say('mask.kept', { number: maskText(say, kept) })} ${hint}`.trim()
}

/** What a telephone's keyboard and a browser's memory may do for a field. */
function typing(field: AskedField) {
  const { kind, max, name } = field
  const own: Readonly<Record<string, string>> = {
    givenName: 'given-name',
    familyName: 'family-name',
    street: 'address-line1',
    unit: 'address-line2',
    city: 'address-level2',
    postalCode: 'postal-code',
    phone: 'tel',
    email: 'email',
  }
  const autoComplete = own[name] ?? 'off'
  const isName = kind === 'name' || kind === 'text'
  switch (kind) {
    case 'phone':
      return { autoComplete, inputMode: 'tel' as const, width: 'medium' as const, spellCheck: false }
    case 'email':
      return { autoComplete, inputMode: 'email' as const, spellCheck: false }
    case 'postalCode':
      return { autoComplete, width: 'short' as const, spellCheck: false }
    case 'healthNumber':
      return { autoComplete, width: 'medium' as const, spellCheck: false }
    case 'sin':
    case 'account':
      return { autoComplete, width: 'medium' as const, inputMode: 'numeric' as const, spellCheck: false }
    case 'transit':
    case 'institution':
    case 'number':
      return { autoComplete, width: 'short' as const, inputMode: 'numeric' as const, spellCheck: false }
    default:
      return {
        autoComplete,
        ...(isName && max ? { maxLength: max } : {}),
        ...(kind === 'name' ? { spellCheck: false } : {}),
      }
  }
}
