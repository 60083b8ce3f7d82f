import { factField, factsAskedBy, kindOf } from '@/domain/decision/given-facts'
import type { FactName, ReasonCode } from '@/domain/decision/reasons'
import type { Locale } from '@/i18n/locale'
import { paperName } from '@/i18n/papers'
import { textsOf } from '@/i18n/texts'
import { Checkboxes } from '@/ui/Choices'
import { Hidden } from '@/ui/Hidden'
import { Select } from '@/ui/Select'
import { TextField } from '@/ui/TextField'
import type { Around } from './around'
import styles from './deciding.module.css'
import type { FieldInError } from './errors'
import type { TypedFields } from './typed'

/**
 * The reasons that serve a decision, then what those that name a fact need. Without script all their fields are there;
 * what stands beside a reason that is not checked is not read.
 */
export function ReasonsField(props: {
  readonly locale: Locale
  readonly around: Around
  readonly typed: TypedFields
  readonly errors: readonly FieldInError[]
}) {
  const { locale, around, typed } = props
  const t = textsOf(locale, 'deciding')
  const error = props.errors.find(({ field }) => field === 'reasons')?.text
  const chosen = (typed['reasons'] ?? '').split(' ')
  const withFacts = around.reasons.filter((code) => factsAskedBy(code).length > 0)
  return (
    <>
      <Checkboxes
        name="reasons"
        label={t('form.reasons')}
        hint={t('form.reasonsHint')}
        choices={around.reasons.map((code) => ({ value: code, label: t(`reason.${code}`) }))}
        values={chosen}
        {...(error ? { error } : {})}
      />
      {withFacts.map((code) => (
        <fieldset key={code} className={styles.facts} data-facts-of={code}>
          <legend>{t(`reason.${code}`)}</legend>
          {factsAskedBy(code).map(({ name, needed }) => (
            <FactField key={name} {...props} code={code} name={name} needed={needed} />
          ))}
        </fieldset>
      ))}
    </>
  )
}

function FactField(props: {
  readonly locale: Locale
  readonly around: Around
  readonly typed: TypedFields
  readonly errors: readonly FieldInError[]
  readonly code: ReasonCode
  readonly name: FactName
  readonly needed: boolean
}) {
  const { locale, around, code, name, needed } = props
  const t = textsOf(locale, 'deciding')
  const field = factField(code, name)
  const error = props.errors.find((one) => one.field === field)?.text
  const shared = {
    name: field,
    label: (
      <>
        {t(`form.fact.${name}`)}
        <Hidden> {t('form.factOf', { reason: t(`reason.${code}`) })}</Hidden>
      </>
    ),
    value: props.typed[field] ?? '',
    ...(needed ? {} : { optional: t('form.optional') }),
    ...(error ? { error } : {}),
  }
  if (kindOf[name] !== 'document') {
    return <TextField {...shared} width="medium" autoComplete="off" spellCheck={false} />
  }
  const choices = around.asked.map((one) => ({ value: one, label: paperName(one, locale) ?? one }))
  return <Select {...shared} empty={t('form.choose')} choices={choices} />
}
