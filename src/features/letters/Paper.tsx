import { displayPhone, numberToCall } from '@/domain/offices/phone'
import { formatDay } from '@/i18n/format'
import { textsOf } from '@/i18n/texts'
import styles from './paper.module.css'
import type { Letter } from './queries'

/**
 * The sheet itself, in the language of its person. The address stands where the window of an envelope shows it: on a
 * letter given by hand, the name alone.
 */
export function Paper({ letter, label }: { readonly letter: Letter; readonly label: string }) {
  const { language, address, office } = letter
  const t = textsOf(language, 'letters.paper')
  const { phone, reaches } = numberToCall(office)
  return (
    <article className={styles.paper} lang={language} aria-label={label}>
      <p className={styles.sender}>
        {t('sender', { office: language === 'fr' ? office.nameFr : office.nameEn })}
        <br />
        {formatDay(letter.printedOn, language)}
      </p>
      <p className={styles.window}>
        {letter.name}
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
      <h2 className={styles.subject}>{t(`subject.${letter.reason}`)}</h2>
      <p>{t('intro')}</p>
      {letter.reason === 'renewal' && <p>{t('replaces')}</p>}
      <dl className={styles.codes}>
        <div>
          <dt>{t('file')}</dt>
          <dd>{letter.fileNumber}</dd>
        </div>
        <div>
          <dt>{t('code')}</dt>
          <dd>{letter.code}</dd>
        </div>
      </dl>
      <h3>{t('how')}</h3>
      <ol>
        <li>{t('steps.go', { site: letter.site })}</li>
        <li>{t('steps.choose')}</li>
        <li>{t('steps.type')}</li>
      </ol>
      <h3>{t('keep')}</h3>
      <p>
        {t('keepText')} {t('never')}
      </p>
      <p>
        {t('lost')} {t('call', { reaches, phone: displayPhone(phone).replaceAll(' ', '\u00A0') })}
      </p>
    </article>
  )
}
