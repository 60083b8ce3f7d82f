import { Fragment, type ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import type { messages } from '@/i18n/messages'
import { textsOf } from '@/i18n/texts'
import { Table } from '@/ui/Table'
import styles from './api.module.css'
import type { JsonSchema } from './open-api'

/** The named schemas that have a name in words. */
export type Part = keyof (typeof messages)['fr']['estimates']['page']['part']

/** The fields of one named schema of the document, `without` some shown elsewhere. */
export function FieldTable(props: {
  readonly locale: Locale
  readonly name: Part
  /** Every named schema, for the sentence of those that are fields. */
  readonly schemas: Readonly<Record<string, JsonSchema>>
  readonly without?: readonly string[]
  /** It is sent: some of its fields must be. */
  readonly asked?: boolean
}) {
  const { locale, name, schemas, without = [], asked = false } = props
  const schema = schemas[name]!
  const meaning = (value: JsonSchema) => schemas[partOf(value) ?? '']?.description
  const t = textsOf(locale, 'estimates.page')
  const fields = Object.entries(schema.properties ?? {}).filter(([field]) => !without.includes(field))
  const required = schema.required ?? []
  const otherwise = (value: JsonSchema): ReactNode => {
    if (Array.isArray(value.default)) return t('empty')
    if (typeof value.default === 'object' && value.default !== null) return t('nothing')
    return <Code>{String(value.default)}</Code>
  }
  return (
    <Table
      id={name}
      caption={t(`part.${name}`)}
      columns={[{ label: t('field') }, { label: t('meaning') }]}
      rows={fields.map(([field, value]) => ({
        key: field,
        cells: [
          <Code key="name">{field}</Code>,
          <Fragment key="meaning">
            <div>{value.description ?? meaning(value)}</div>
            <div>{t.rich('valueIs', { value: () => kindOf(locale, value) })}</div>
            {value.default !== undefined && (
              <div>{t.rich('defaultIs', { value: () => otherwise(value) })}</div>
            )}
            {asked && required.includes(field) && <div>{t('required')}</div>}
          </Fragment>,
        ],
      }))}
    />
  )
}

/** A name that is the same in every language. It may break anywhere, where there is no room. */
export const Code = ({ children }: { readonly children: ReactNode }) => (
  <code className={styles.code} translate="no">
    {children}
  </code>
)

/** What a field takes, in words: `nombre entier de 0 à 110`, the known values, the part it is. */
function kindOf(locale: Locale, schema: JsonSchema): ReactNode {
  const t = textsOf(locale, 'estimates.page')
  const name = partOf(schema)
  if (name) return t(`part.${name}`)
  if (schema.anyOf) {
    return schema.anyOf.map((one, index) => (
      <span key={index}>
        {index > 0 && ', '}
        {kindOf(locale, one)}
      </span>
    ))
  }
  if (schema.enum) return <Code>{schema.enum.join(', ')}</Code>
  const types = [schema.type ?? 'null'].flat()
  const nothing = types.length > 1 ? <Code>, null</Code> : null
  const words = () => {
    if (types.includes('boolean')) return <Code>true, false</Code>
    if (types.includes('array')) return listOf(locale, schema)
    if (types.includes('integer')) {
      const { minimum, maximum } = schema
      // Every whole number has bounds in the schema; the widest say nothing to a person.
      const bounded = minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
      return bounded ? t('whole', { minimum, maximum }) : t('wholeAny')
    }
    if (types.includes('number')) return t('number')
    if (types.includes('object')) return t('object')
    if (types.includes('string')) {
      return t(schema.format === 'date' ? 'dayForm' : schema.pattern ? 'monthForm' : 'string')
    }
    return <Code>null</Code>
  }
  return (
    <>
      {words()}
      {nothing}
    </>
  )
}

function listOf(locale: Locale, { items, maxItems }: JsonSchema): string {
  const t = textsOf(locale, 'estimates.page')
  const name = items && partOf(items)
  if (!name) return t('list')
  const what = t(`part.${name}`)
  return maxItems === undefined ? t('listOf', { what }) : t('listUpTo', { maximum: maxItems, what })
}

const partOf = ({ $ref }: JsonSchema): Part | undefined => $ref?.split('/').at(-1) as Part | undefined
