import type { Office } from '@/domain/offices/office'
import { displayPhone } from '@/domain/offices/phone'
import { regions } from '@/domain/offices/regions'
import { formatList } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Details } from '@/ui/Details'
import { Table } from '@/ui/Table'
import type { Network } from './queries'

/** The offices of each region and the postal areas they serve, as the public's finder has them. */
export function NetworkSection({ locale, network }: { readonly locale: Locale; readonly network: Network }) {
  const t = textsOf(locale, 'administration.network')
  const nameOf = (office: Office | undefined) => (locale === 'fr' ? office?.nameFr : office?.nameEn) ?? ''
  const areasOf = (code: string) =>
    network.areas.filter(({ offices }) => offices.includes(code)).map(({ fsa }) => fsa)
  const state = ({ kind, replacedBy, delegatedTo }: Office) => [
    t(`kind.${kind}`),
    ...(replacedBy
      ? [t('replacedBy', { name: nameOf(network.offices.find(({ code }) => code === replacedBy)) })]
      : []),
    ...(delegatedTo ? [t('delegatedTo', { name: delegatedTo })] : []),
  ]
  const row = (office: Office) => ({
    key: office.code,
    cells: [
      nameOf(office),
      state(office).join(' '),
      [office.address, office.city, office.postalCode].filter(Boolean).join(', '),
      [office.phone, office.tollFree].flatMap((phone) => (phone ? [displayPhone(phone)] : [])).join(', ') ||
        t('unknown'),
      formatList(areasOf(office.code), locale) || t('noArea'),
    ],
  })
  return (
    <>
      <h2>{t('title')}</h2>
      <p>{t('lead')}</p>
      {regions.map(({ code, name }) => {
        const own = network.offices.filter(({ regionCode }) => regionCode === code)
        if (own.length === 0) return null
        return (
          <Details key={code} summary={t('region', { name, count: own.length })}>
            <Table
              id={`network.${code}`}
              caption={t('region', { name, count: own.length })}
              captionHidden
              stacks
              columns={(['name', 'state', 'address', 'phone', 'areas'] as const).map((column) => ({
                label: t(column),
              }))}
              rows={own.map(row)}
            />
          </Details>
        )
      })}
    </>
  )
}
