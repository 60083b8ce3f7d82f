import type { ReactNode } from 'react'
import { newProgrammes } from '@/domain/application/admission'
import { formatDay, formatMoney, formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import type { KnownPerson, PreparedAdmission } from '@/server/prepared-admission'
import { BackLink } from '@/ui/BackLink'
import { Button } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import { Table } from '@/ui/Table'
import { constraintField, personField } from './schema'

/** The household an application would make, and what only the agent can settle of it before accepting. */
export function AdmissionView(props: {
  readonly locale: Locale
  readonly applicationId: string
  readonly admission: PreparedAdmission
  readonly formKey: string
}) {
  const { locale, applicationId, admission } = props
  const t = textsOf(locale, 'admission')
  const left = admission.questions.length
  return (
    <>
      <BackLink href={paths.officeApplication(locale, applicationId)}>{t('back')}</BackLink>
      <PageTitle>{t('title')}</PageTitle>
      {admission.made && (
        <Notice kind="success" title={t('made', { number: admission.made.fileNumber })}>
          <p>{t('madeText')}</p>
        </Notice>
      )}
      {admission.problem && !admission.made && (
        <Notice kind="error" title={t('problem')}>
          <p>{t('problemText')}</p>
        </Notice>
      )}
      {admission.hindrance && (
        <Notice kind="warning" title={t('impossible')}>
          <p>{t(`hindrance.${admission.hindrance}`)}</p>
        </Notice>
      )}
      {!admission.made && !admission.hindrance && (
        <>
          <Notice
            kind={left > 0 ? 'warning' : 'info'}
            title={left > 0 ? t('left', { count: left }) : t('ready')}
          >
            <p>{t(left > 0 ? 'leftText' : 'readyText')}</p>
          </Notice>
          <SettleForm {...props} />
        </>
      )}
      {admission.household && <HouseholdView locale={locale} admission={admission} />}
    </>
  )
}

function SettleForm(props: {
  readonly locale: Locale
  readonly applicationId: string
  readonly admission: PreparedAdmission
  readonly formKey: string
}) {
  const { locale, applicationId, admission, formKey } = props
  const t = textsOf(locale, 'admission')
  const { people, choices, questions, proposed } = admission
  const isOpen = (key: string) => questions.some((one) => one.kind === 'person' && one.key === key)
  const needsProgramme = questions.some(({ kind }) => kind === 'programme')
  return (
    <Form
      action={`/api/applications/${applicationId}/admission`}
      hidden={{ language: locale, formKey }}
      label={t('settle')}
    >
      {people.map(({ person, known }) => {
        const name = `${person.givenName} ${person.familyName}`
        return (
          <div key={person.key}>
            {known.length > 0 && (
              <Radios
                name={personField(person.key)}
                label={t('who', { name })}
                hint={t('whoHint', { day: formatDay(person.birthDate, locale) })}
                value={choices.people?.[person.key] ?? accountOf(known, isOpen(person.key))}
                choices={[
                  ...known.map((one) => ({
                    value: one.personId,
                    label: t('same', { name: one.name, day: formatDay(one.birthDate, locale) }),
                    hint: knownWords(locale, one),
                  })),
                  { value: 'new', label: t('new') },
                ]}
                {...(isOpen(person.key) ? { error: t('whoNeeded') } : {})}
              />
            )}
            {person.role === 'adult' && (
              <Radios
                name={constraintField(person.key)}
                label={t('constraint', { name })}
                hint={t('constraintHint')}
                value={person.constraint}
                choices={(['none', 'temporary', 'severe'] as const).map((value) => ({
                  value,
                  label: t(`constraints.${value}`),
                }))}
              />
            )}
          </div>
        )
      })}
      {(needsProgramme || choices.programme) && (
        <Radios
          name="programme"
          label={t('programme')}
          hint={proposed === 'aimForEmployment' ? t('aimHint') : t('programmeHint')}
          value={choices.programme ?? ''}
          choices={newProgrammes.map((value) => ({ value, label: t(`programmes.${value}`) }))}
          {...(needsProgramme ? { error: t('programmeNeeded') } : {})}
        />
      )}
      <Button>{t('save')}</Button>
    </Form>
  )
}

/** Settled by the account itself: it is shown chosen. */
const accountOf = (known: readonly KnownPerson[], isOpen: boolean): string =>
  isOpen ? '' : (known.find(({ how }) => how === 'account')?.personId ?? '')

/** How someone is known, and where they live now. */
function knownWords(locale: Locale, { how, fileNumber, livesThere }: KnownPerson): ReactNode {
  const t = textsOf(locale, 'admission')
  if (fileNumber === null) return t(`how.${how}`)
  return `${t(`how.${how}`)} ${t(livesThere ? 'livesThere' : 'livedThere', { number: fileNumber })}`
}

function HouseholdView(props: { readonly locale: Locale; readonly admission: PreparedAdmission }) {
  const { locale } = props
  const { household } = props.admission
  const t = textsOf(locale, 'admission')
  if (!household) return null
  const { address } = household
  return (
    <>
      <h2>{t('household')}</h2>
      <SummaryList
        rows={[
          { term: t('programme'), value: t(`programmes.${household.programme}`) },
          { term: t('since'), value: formatDay(household.fromDay, locale) },
          {
            term: t('address'),
            value: address
              ? address.protected
                ? t('protected', { city: address.city })
                : [address.street, address.unit, address.city, address.postalCode].filter(Boolean).join(', ')
              : t('noAddress'),
          },
        ]}
      />
      <Table
        id="admitted"
        caption={t('people')}
        columns={[
          { label: t('name') },
          { label: t('role') },
          { label: t('birthDate') },
          { label: t('language') },
        ]}
        rows={household.people.map((person) => ({
          key: person.key,
          cells: [
            `${person.givenName} ${person.familyName}`,
            t(`roles.${person.role}`),
            formatDay(person.birthDate, locale),
            t(`languages.${person.language}`),
          ],
        }))}
        stacks
      />
      <h2>{t('payments')}</h2>
      <p>{t('paymentsText')}</p>
      <SummaryList
        rows={household.payments.map(({ month, totalCents }) => ({
          term: formatMonth(month, locale),
          value: formatMoney(totalCents, locale),
        }))}
      />
    </>
  )
}
