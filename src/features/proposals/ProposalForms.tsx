import { randomUUID } from 'node:crypto'
import { regions } from '@/domain/offices/regions'
import { formatMonth } from '@/i18n/format'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { DateField } from '@/ui/DateField'
import { Form } from '@/ui/Form'
import { Select } from '@/ui/Select'
import { TextField } from '@/ui/TextField'
import type { ProposalsProps } from './ProposalsView'
import { roles, scopes, typedOf } from './schema'

type Props = ProposalsProps & { readonly error: { readonly field: string; readonly text: string } | null }

const errorIn = ({ error }: Props, field: string) => (error?.field === field ? { error: error.text } : {})

/** Asks that someone's role change. */
export function RoleForm(props: Props) {
  const { locale, formKey, page } = props
  const t = textsOf(locale, 'proposals')
  const value = (name: string) => typedOf(props.typed, 'role', name)
  return (
    <Form
      action="/api/proposals/role"
      hidden={{ language: locale, formKey, key: randomUUID() }}
      label={t('roleTitle')}
    >
      <Select
        name="staff"
        value={value('staff')}
        label={t('person')}
        empty={t('choose')}
        choices={page.people.map(({ id, name, role }) => ({
          value: id,
          label: t('personIs', { name, role: t(`role.${role}`) }),
        }))}
        {...errorIn(props, 'staff')}
      />
      <Radios
        name="role"
        value={value('role')}
        label={t('roleAsked')}
        choices={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        {...errorIn(props, 'role')}
      />
      <Select
        name="office"
        value={value('office')}
        label={t('office')}
        hint={t('officeHint')}
        empty={t('choose')}
        choices={officesOf(props)}
        {...errorIn(props, 'office')}
      />
      <TextField name="reason" label={t('reasonLabel')} maxLength={300} {...errorIn(props, 'reason')} />
      <ButtonGroup>
        <Button>{t('ask')}</Button>
      </ButtonGroup>
    </Form>
  )
}

/** Asks for a later limit for many households. */
export function ExtensionForm(props: Props) {
  const { locale, formKey, page } = props
  const t = textsOf(locale, 'proposals')
  const common = textsOf(locale, 'common')
  const value = (name: string) => typedOf(props.typed, 'extension', name)
  return (
    <Form
      action="/api/proposals/extension"
      hidden={{ language: locale, formKey, key: randomUUID() }}
      label={t('extensionTitle')}
    >
      <Radios
        name="month"
        value={value('month')}
        label={t('month')}
        choices={page.months.map((month) => ({ value: month, label: formatMonth(month, locale) }))}
        {...errorIn(props, 'month')}
      />
      <Radios
        name="scope"
        value={value('scope')}
        label={t('forWhom')}
        choices={scopes.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
        {...errorIn(props, 'scope')}
      />
      <Select
        name="region"
        value={value('region')}
        label={t('region')}
        hint={t('regionHint')}
        empty={t('choose')}
        choices={regions.map(({ code, name }) => ({ value: code, label: name }))}
        {...errorIn(props, 'region')}
      />
      <Select
        name="office"
        value={value('office')}
        id="extension-office"
        label={t('office')}
        hint={t('regionHint')}
        empty={t('choose')}
        choices={officesOf(props)}
      />
      <DateField
        name="until"
        value={{ day: value('until.day'), month: value('until.month'), year: value('until.year') }}
        label={t('newDay')}
        hint={t('newDayHint')}
        partLabels={{ day: common('day'), month: common('month'), year: common('year') }}
        {...errorIn(props, 'until')}
      />
      <TextField
        name="reasonFr"
        value={value('reasonFr')}
        label={t('reasonFr')}
        maxLength={300}
        {...errorIn(props, 'reasonFr')}
      />
      <TextField name="reasonEn" value={value('reasonEn')} label={t('reasonEn')} maxLength={300} />
      <ButtonGroup>
        <Button>{t('ask')}</Button>
      </ButtonGroup>
    </Form>
  )
}

const officesOf = ({ locale, page }: Props) =>
  page.offices.map(({ id, nameFr, nameEn }) => ({ value: id, label: locale === 'fr' ? nameFr : nameEn }))
