import type { ReactNode } from 'react'
import type { Day } from '@/domain/calendar'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import styles from './paper.module.css'
import type { Address } from './queries'

/**
 * A letter on its sheet, in the language of its person. The address stands where the window of an envelope shows it: on a
 * letter given by hand, the name alone.
 */
export function Sheet(props: {
  readonly label: string
  readonly language: Locale
  readonly sender: string
  readonly printedOn: Day
  readonly name: string
  readonly address: Address | null
  readonly subject: string
  readonly children: ReactNode
}) {
  const { label, language, sender, printedOn, name, address, subject } = props
  const t = textsOf(language, 'letters.paper')
  return (
    <article className={styles.paper} lang={language} aria-label={label}>
      <p className={styles.sender}>
        {sender}
        <br />
        {formatDay(printedOn, language)}
      </p>
      <p className={styles.window}>
        {name}
        <br />
        {address ? (
          <>
            {address.unit ? `${address.street}, ${address.unit}` : address.street}
            <br />
            {t('province', { city: address.city })} {address.postalCode}
          </>
        ) : (
          t('byHand')
        )}
      </p>
      <h2 className={styles.subject}>{subject}</h2>
      {props.children}
    </article>
  )
}
