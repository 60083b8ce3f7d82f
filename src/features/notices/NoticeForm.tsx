import { LONGEST_NOTICE, noticeKinds } from '@/domain/notices/notice'
import type { NoticeField } from '@/domain/notices/notice'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { DateField } from '@/ui/DateField'
import { Form } from '@/ui/Form'
import { TextArea } from '@/ui/TextArea'
import { TextField } from '@/ui/TextField'
import type { FieldInError } from './problems'
import type { NoticesPage } from './queries'

/** The form of a notice: what it is about, its words in both languages, from when and until when. */
export function NoticeForm(props: {
  readonly locale: Locale
  readonly page: NoticesPage
  readonly errors: readonly FieldInError[]
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const { fields } = page
  const t = textsOf(locale, 'notices')
  const common = textsOf(locale, 'common')
  const errorOf = (field: NoticeField) => {
    const found = props.errors.find((one) => one.field === field)
    return found ? { error: found.text } : {}
  }
  const text = (field: 'fr' | 'en') => (
    <TextArea
      name={field}
      label={t(`form.${field}`)}
      hint={t('form.textHint', { max: LONGEST_NOTICE })}
      value={fields[field]}
      rows={3}
      lang={`${field}-CA`}
      {...errorOf(field)}
    />
  )
  const moment = (field: 'from' | 'until') => {
    const wrong = props.errors.find((one) => one.field === field)?.parts
    return (
      <>
        <DateField
          name={field}
          label={t(`form.${field}`)}
          hint={t(`form.${field}Hint`)}
          partLabels={{ day: common('day'), month: common('month'), year: common('year') }}
          value={{
            day: fields[`${field}.day`],
            month: fields[`${field}.month`],
            year: fields[`${field}.year`],
          }}
          {...(wrong ? { wrong } : {})}
          {...errorOf(field)}
        />
        <TextField
          name={`${field}Time`}
          label={t(`form.${field}Time`)}
          hint={t('form.timeHint')}
          value={fields[`${field}Time`]}
          width="medium"
          autoComplete="off"
          spellCheck={false}
          {...errorOf(`${field}Time`)}
        />
      </>
    )
  }
  return (
    <Form action="/api/notices/draft" hidden={{ language: locale, formKey }} label={t('form.title')}>
      <Radios
        name="kind"
        label={t('form.kind')}
        hint={t('form.kindHint')}
        value={fields.kind}
        choices={noticeKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        {...errorOf('kind')}
      />
      {text('fr')}
      {text('en')}
      {moment('from')}
      {moment('until')}
      <ButtonGroup>
        <Button kind={page.ready ? 'secondary' : 'primary'} name="intent" value="preview">
          {t('form.button')}
        </Button>
        {page.hasDraft && (
          <Button kind="secondary" name="intent" value="discard">
            {t('form.discard')}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  )
}
