import { displayPhone, numberToCall } from '@/domain/offices/phone'
import { textsOf } from '@/i18n/texts'
import styles from './paper.module.css'
import type { Letter } from './queries'
import { Sheet } from './Sheet'

/** The letter of an access code. */
export function Paper({ letter, label }: { readonly letter: Letter; readonly label: string }) {
  const { language, office } = letter
  const t = textsOf(language, 'letters.paper')
  const { phone, reaches } = numberToCall(office)
  return (
    <Sheet
      {...letter}
      label={label}
      sender={t('sender', { office: language === 'fr' ? office.nameFr : office.nameEn })}
      subject={t(`subject.${letter.reason}`)}
    >
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
    </Sheet>
  )
}
