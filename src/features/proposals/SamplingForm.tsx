import { randomUUID } from 'node:crypto'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Form } from '@/ui/Form'
import { TextField } from '@/ui/TextField'
import type { ProposalsProps } from './ProposalsView'
import { MOST_ONE_IN, typedOf } from './schema'

/** Asks that another share of refusals be read by two, from a day to come. What was typed is shown again. */
export function SamplingForm(
  props: ProposalsProps & { readonly error: { readonly field: string; readonly text: string } | null },
) {
  const { locale, formKey } = props
  const value = (name: string) => typedOf(props.typed, 'sampling', name)
  const t = textsOf(locale, 'proposals')
  const common = textsOf(locale, 'common')
  const error = (field: string) => (props.error?.field === field ? { error: props.error.text } : {})
  return (
    <Form
      action="/api/proposals/sampling"
      hidden={{ language: locale, formKey, key: randomUUID() }}
      label={t('samplingTitle')}
    >
      <TextField
        name="oneIn"
        label={t('oneInLabel')}
        hint={t('oneInHint', { most: MOST_ONE_IN })}
        width="short"
        inputMode="numeric"
        value={value('oneIn')}
        {...error('oneIn')}
      />
      <DateField
        name="from"
        label={t('fromLabel')}
        hint={t('fromHint')}
        partLabels={{ day: common('day'), month: common('month'), year: common('year') }}
        value={{
          day: value('from.day'),
          month: value('from.month'),
          year: value('from.year'),
        }}
        {...error('from')}
      />
      <TextField name="why" label={t('reasonLabel')} maxLength={300} value={value('why')} {...error('why')} />
      <ButtonGroup>
        <Button>{t('ask')}</Button>
      </ButtonGroup>
    </Form>
  )
}
