import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { writeNotice } from './notice'
import { NoticeView } from './NoticeView'
import type { NoticeLetter } from './office-queries'
import styles from './preview.module.css'

/** A notice as it comes out of the printer, in its reader's language; around it, on the screen only, what to do. */
export function NoticeLetterView(props: {
  readonly locale: Locale
  readonly letter: NoticeLetter
  readonly formKey: string
}) {
  const { locale, letter, formKey } = props
  const t = textsOf(locale, 'decisions.letters')
  const how = letter.delivery === 'mail' ? 'howMail' : letter.isProtected ? 'howProtected' : 'howByHand'
  return (
    <>
      <div data-print="no">
        <BackLink href={paths.officeLetters(locale)}>{t('back')}</BackLink>
        <PageTitle {...(letter.data.number ? { caption: letter.data.number } : {})}>
          {t('sheetTitle')}
        </PageTitle>
        <Notice kind={letter.delivery === 'mail' ? 'info' : 'warning'} title={t('howTitle')}>
          <p>{t(how)}</p>
          <p>{t('how')}</p>
        </Notice>
      </div>
      <Sheet letter={letter} label={t('label')} />
      <section aria-labelledby="printed" data-print="no">
        <h2 id="printed">{t('doneTitle')}</h2>
        <p>{t('done')}</p>
        <Form action={`/api/notices/${letter.id}/printing`} hidden={{ language: locale, formKey }}>
          <ButtonGroup>
            <Button>{t('doneButton')}</Button>
          </ButtonGroup>
        </Form>
      </section>
    </>
  )
}

function Sheet({ letter, label }: { readonly letter: NoticeLetter; readonly label: string }) {
  const { language, address, adult, data } = letter
  const t = textsOf(language, 'decisions.letters')
  const office = data.office && (language === 'fr' ? data.office.nameFr : data.office.nameEn)
  return (
    <article className={styles.sheet} lang={language} aria-label={label}>
      <p className={styles.sender}>
        {office}
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
          t('byHandWindow')
        )}
      </p>
      <NoticeView within notice={writeNotice(data, { locale: language, adult })} />
    </article>
  )
}
