import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Details } from '@/ui/Details'
import { Footer } from '@/ui/Footer'
import { contentOf } from './content'
import { PhoneLines } from './PhoneLines'
import styles from './site-footer.module.css'

/** The end of every page, signed in or not: whom to call, how to print, and the pages one looks for there. */
export function SiteFooter({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'common.footer')
  const page = (of: 'status' | 'privacy' | 'accessibility' | 'siteMap') => ({
    href: paths.content(locale, of),
    text: contentOf(of, locale).short,
  })
  return (
    <Footer
      label={t('links')}
      links={[
        { href: paths.urgentNeed(locale), text: t('urgent') },
        { href: paths.offices(locale), text: t('offices') },
        { href: paths.checkReceipt(locale), text: t('receipt') },
        { href: paths.textSize(locale), text: t('textSize') },
        page('status'),
        page('privacy'),
        page('accessibility'),
        page('siteMap'),
      ]}
      note={t('note')}
    >
      <section className={styles.call} aria-labelledby="contact">
        <h2 id="contact" className={styles.title}>
          {t('contact')}
        </h2>
        <p className={styles.hours}>{t('hours')}</p>
        <PhoneLines locale={locale} />
      </section>
      <Details summary={t('print')}>
        <p>{t('printText')}</p>
      </Details>
    </Footer>
  )
}
