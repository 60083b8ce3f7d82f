import type { ReactNode } from 'react'
import type { Office } from '@/domain/offices/office'
import { contactCentrePhone, displayPhone, numberToCall } from '@/domain/offices/phone'
import type { Locale } from '@/i18n/locale'
import { withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Hidden } from '@/ui/Hidden'
import { Phone } from '@/ui/Phone'
import { Tag } from '@/ui/Tag'
import styles from './offices.module.css'
import type { NearOffice } from './search'

/** The number of the contact centre, where a sentence gives it. */
export const centreNumber = () => <Phone number={displayPhone(contactCentrePhone)} />

export const nameOf = (office: Office, locale: Locale): string =>
  locale === 'fr' ? office.nameFr : office.nameEn

/**
 * Offices one under the other, each with what is known of it and whom to call for the rest. With `anchors`, each can be
 * led to: `#office-009`.
 */
export function OfficeList(props: {
  readonly locale: Locale
  readonly offices: readonly NearOffice[]
  readonly anchors?: boolean
}) {
  return (
    <ul className={styles.list}>
      {props.offices.map((one) => (
        <li
          key={one.office.code}
          id={props.anchors ? `office-${one.office.code}` : undefined}
          className={styles.office}
        >
          <OfficeCard locale={props.locale} {...one} />
        </li>
      ))}
    </ul>
  )
}

function OfficeCard({ locale, office, kilometres }: NearOffice & { readonly locale: Locale }) {
  const t = textsOf(locale, 'offices.office')
  const { phone, reaches } = numberToCall(office)
  const number = () => <Phone number={displayPhone(phone)} />
  const place = [office.address, office.city, office.postalCode].filter((part) => part !== null).join(', ')
  return (
    <>
      <div className={styles.name}>
        {nameOf(office, locale)}{' '}
        {office.kind === 'servicePoint' && <Tag kind="neutral">{t('servicePoint')}</Tag>}
      </div>
      {office.address ? (
        <div>{place}</div>
      ) : (
        <>
          <div>{t('town', { town: office.city })}</div>
          <div>{t('noAddress')}</div>
        </>
      )}
      <div>{t.rich(reaches === 'office' ? 'call' : 'callCentre', { number })}</div>
      {kilometres !== null && <div>{t('kilometres', { kilometres })}</div>}
      <div data-print="no">
        <a href={mapOf(office)} rel="noreferrer">
          {t.rich(office.address ? 'directions' : 'map', {
            town: townOf(office),
            office: nameOf(office, locale),
            hidden: (words: ReactNode) => <Hidden>{words}</Hidden>,
          })}
        </a>
      </div>
    </>
  )
}

const townOf = ({ city }: Office): string => city.replace(/ \(.*/, '')

/** A search of a public map for the address; for the town, when the address is not known. */
function mapOf(office: Office): string {
  const town = office.city.replace(/ \((.*)\)$/, ', $1')
  const query = [office.address, town, office.postalCode, 'Québec'].filter((part) => part !== null).join(', ')
  return withQuery('https://www.openstreetmap.org/search', { query })
}
