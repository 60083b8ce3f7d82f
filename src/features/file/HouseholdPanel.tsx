import type { ReactNode } from 'react'
import { ageOn } from '@/domain/benefit/age'
import { constraintOn, situationAt } from '@/domain/benefit/of-household'
import { addMonths, dayOf, firstDay, monthOf } from '@/domain/calendar'
import type { Cents } from '@/domain/money'
import { labelsOf } from '@/domain/eligibility/labels'
import { formatDay, formatInstant, formatMoney, formatMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { SummaryList } from '@/ui/SummaryList'
import { Table } from '@/ui/Table'
import { Tag } from '@/ui/Tag'
import type { Member } from './facts'
import type { OfficeFile } from './queries'

/** Who lives there, where, and what the office decided of them. */
export function HouseholdPanel(props: { readonly locale: Locale; readonly file: OfficeFile }) {
  const { locale, file } = props
  const { household, now } = file
  const t = textsOf(locale, 'casefile.member')
  const today = dayOf(now)
  const constraints = textsOf(locale, 'eligibility.label.constraint')
  const wording = labelsOf(monthOf(today)).constraints
  // Of this month or the one before, but for those the file began with.
  const lately = firstDay(addMonths(monthOf(today), -1))
  const began = situationAt(household, monthOf(today)).onAssistanceSince
  const isNew = ({ fromDay }: Member) => fromDay >= lately && fromDay > firstDay(began)
  const row = (person: Member) => ({
    key: person.id,
    cells: [
      isNew(person) ? (
        <>
          {person.name} <Tag kind="info">{textsOf(locale, 'casefile')('new')}</Tag>
        </>
      ) : (
        person.name
      ),
      t(person.role),
      t('age', { day: formatDay(person.birthDate, locale), age: ageOn(person.birthDate, today) }),
      person.role === 'adult'
        ? constraints(`${wording}.${constraintOn(person.constraints, today)}`)
        : t('notForChildren'),
      formatDay(person.fromDay, locale),
      spoken(person, locale),
    ],
  })
  return (
    <>
      <Table
        id="members"
        caption={t('caption')}
        captionHidden
        stacks
        columns={[
          { label: t('name') },
          { label: t('role') },
          { label: t('born') },
          { label: t('constraint') },
          { label: t('since') },
          { label: t('language') },
        ]}
        rows={household.people.map(row)}
      />
      <SummaryList rows={factsOf(locale, file)} />
    </>
  )
}

/** The language of a person's letters, and that of the interpreter they need. */
function spoken({ language, interpreter }: Member, locale: Locale): string {
  const written = textsOf(locale, 'review')(`languages.${language}`)
  return interpreter === null
    ? written
    : textsOf(locale, 'casefile.member')('interpreter', { language: written, interpreter })
}

function factsOf(locale: Locale, { household, address, now }: OfficeFile) {
  const t = textsOf(locale, 'casefile.fact')
  const m = textsOf(locale, 'casefile.member')
  const month = monthOf(dayOf(now))
  const situation = situationAt(household, month)
  const programmes = textsOf(locale, 'eligibility.label.programme')
  const row = (term: string, value: ReactNode) => ({ term, value })
  const written =
    address && [address.street, address.unit, address.city, address.postalCode].filter(Boolean).join(', ')
  const particulars = [
    ...(situation.livesWithParents ? [t('withParents')] : []),
    ...(situation.spouseOfStudent ? [t('spouseOfStudent')] : []),
    ...(situation.subsidisedDwelling ? [t('subsidised')] : []),
    ...(situation.fluctuatingIncome ? [t('fluctuating')] : []),
    ...(situation.recoveryCents > 0
      ? [t('recovery', { amount: formatMoney(situation.recoveryCents as Cents, locale) })]
      : []),
  ]
  return [
    row(t('programme'), programmes(`${labelsOf(month).programmes}.${situation.programme}`)),
    row(t('since'), formatMonth(situation.onAssistanceSince, locale)),
    row(t('office'), locale === 'fr' ? household.office.nameFr : household.office.nameEn),
    row(
      t('address'),
      written
        ? household.addressProtected
          ? t('addressProtected', { address: written })
          : written
        : t(household.addressProtected ? 'addressHidden' : 'addressNone'),
    ),
    row(t('situation'), particulars.length > 0 ? particulars.join(' · ') : t('none')),
    ...(household.former.length > 0
      ? [
          row(
            m('former'),
            household.former
              .map(({ name, untilDay }) => m('formerLine', { name, day: formatDay(untilDay, locale) }))
              .join(' · '),
          ),
        ]
      : []),
    ...(household.applications.length > 0
      ? [
          row(
            t('applications'),
            household.applications.map(({ id, receiptNumber, sentAt }) => (
              <div key={id}>
                <a href={paths.officeApplication(locale, id)}>
                  {t('application', { receipt: receiptNumber, instant: formatInstant(sentAt, locale) })}
                </a>
              </div>
            )),
          ),
        ]
      : []),
  ]
}
