import type { ReactNode } from 'react'
import { formatInstant, formatMoney } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { ButtonGroup, ButtonLink } from '@/ui/Button'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import type { Instant } from '@/domain/calendar'
import type { Cents } from '@/domain/money'
import { type MyData, sectionNames, sections } from './my-data-sections'

/** Everything kept about this adult, to be read; the same, to be kept as a file. */
export function MyDataView(props: { readonly locale: Locale; readonly data: MyData }) {
  const { locale, data } = props
  const t = textsOf(locale, 'mydata')
  const say = t as unknown as (key: string) => string
  const tell = (field: string, value: unknown): ReactNode => {
    if (value === null || value === '') return t('none')
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (value instanceof Date) return formatInstant(value.toISOString() as Instant, locale)
    if (field.endsWith('Cents')) return formatMoney(value as Cents, locale)
    if (Array.isArray(value) && !value.some((one) => typeof one === 'object')) return value.join(', ')
    if (typeof value === 'object') return t('inFile')
    const text = String(value)
    return /^\d{4}-\d\d-\d\dT.*Z$/.test(text) ? formatInstant(text as Instant, locale) : text
  }
  return (
    <>
      <BackLink href={paths.account(locale)}>{t('back')}</BackLink>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      <p>{t('file.about')}</p>
      <ButtonGroup>
        <ButtonLink href={`/api/my-data?language=${locale}`}>{t('download')}</ButtonLink>
      </ButtonGroup>
      {sectionNames.map((name) => (
        <section key={name}>
          <h2>{t(`section.${name}`)}</h2>
          {data[name].length === 0 && <p>{t('empty')}</p>}
          {data[name].map((row, index) => (
            <SummaryList
              key={index}
              rows={sections[name].map((field) => ({
                term: say(`field.${name}.${field}`),
                value: tell(field, row[field]),
              }))}
            />
          ))}
        </section>
      ))}
    </>
  )
}
