import { randomUUID } from 'node:crypto'
import type { incidentDays } from '@/domain/privacy/incident'
import { longestEntry, type IncidentField } from '@/domain/privacy/incident'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Checkbox, Radios } from '@/ui/Choices'
import { DateField } from '@/ui/DateField'
import { Form } from '@/ui/Form'
import { TextArea } from '@/ui/TextArea'
import { TextField } from '@/ui/TextField'
import { errorsOf } from './problems'
import type { IncidentFormState } from './queries'

type Props = {
  readonly locale: Locale
  readonly form: IncidentFormState
  readonly formKey: string
  /** The incident to complete, and the version on the screen; null for a new one. */
  readonly of: { readonly id: string; readonly version: number } | null
}
type WordsField = 'information' | 'whyNotDescribed' | 'circumstances' | 'occurredWords' | 'sensitivity'
type MoreWords = 'fearedUse' | 'likelihood' | 'whyNotTold' | 'publicNoticeWhy' | 'measures'

/** The form of an entry. What happened and since when it is known are asked for; the rest may come later. */
export function IncidentForm({ locale, form, formKey, of }: Props) {
  const t = textsOf(locale, 'incidents')
  const common = textsOf(locale, 'common')
  const errors = errorsOf(form.problems, locale)
  const errorOf = (field: IncidentField) => {
    const found = errors.find((one) => one.field === field)
    return found ? { error: found.text } : {}
  }
  const optional = common('optional')
  const words = (field: WordsField | MoreWords, rows = 3) => (
    <TextArea
      name={field}
      label={t(`field.${field}`)}
      hint={t(`hint.${field}`, { max: longestEntry })}
      {...(field === 'circumstances' ? {} : { optional })}
      value={form.fields[field]}
      rows={rows}
      {...errorOf(field)}
    />
  )
  const day = (field: (typeof incidentDays)[number]) => {
    const wrong = errors.find((one) => one.field === field)?.parts
    const { fields } = form
    return (
      <DateField
        name={field}
        label={t(`field.${field}`)}
        {...(field === 'awareFrom' ? {} : { optional })}
        partLabels={{ day: common('day'), month: common('month'), year: common('year') }}
        value={{
          day: fields[`${field}.day`],
          month: fields[`${field}.month`],
          year: fields[`${field}.year`],
        }}
        {...(wrong ? { wrong } : {})}
        {...errorOf(field)}
      />
    )
  }
  const whether = (field: 'serious' | 'publicNotice') => (
    <Radios
      name={field}
      label={t(`field.${field}`)}
      hint={t(`hint.${field}`)}
      optional={optional}
      value={form.fields[field]}
      choices={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
        { value: '', label: t('unknown') },
      ]}
    />
  )
  const action = of ? `/api/incidents/${of.id}/versions` : '/api/incidents'
  const hidden = of ? { version: String(of.version) } : { key: randomUUID() }
  return (
    <Form
      action={action}
      hidden={{ language: locale, formKey, ...hidden }}
      label={t(of ? 'completeTitle' : 'newTitle')}
    >
      <h3>{t('group.what')}</h3>
      {words('circumstances', 4)}
      {words('information')}
      {words('whyNotDescribed', 2)}
      <h3>{t('group.when')}</h3>
      {day('occurredFrom')}
      {day('occurredUntil')}
      {words('occurredWords', 2)}
      {day('awareFrom')}
      {day('awareUntil')}
      <h3>{t('group.who')}</h3>
      <TextField
        name="persons"
        label={t('field.persons')}
        hint={t('hint.persons')}
        optional={optional}
        value={form.fields.persons}
        width="short"
        inputMode="numeric"
        autoComplete="off"
        {...errorOf('persons')}
      />
      <Checkbox
        name="approximate"
        label={t('field.approximate')}
        value="yes"
        checked={form.fields.approximate === 'yes'}
      />
      <h3>{t('group.risk')}</h3>
      {words('sensitivity')}
      {words('fearedUse')}
      {words('likelihood')}
      {whether('serious')}
      <h3>{t('group.notices')}</h3>
      <p>{t('noticesLead')}</p>
      {day('commissionTold')}
      {day('personsTold')}
      {words('whyNotTold', 2)}
      {whether('publicNotice')}
      {words('publicNoticeWhy', 2)}
      <h3>{t('group.after')}</h3>
      {words('measures', 4)}
      <ButtonGroup>
        <Button name="intent" value="save">
          {t(of ? 'save' : 'record')}
        </Button>
        {form.isDraft && (
          <Button kind="secondary" name="intent" value="discard">
            {t('discard')}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  )
}
