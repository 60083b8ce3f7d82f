import { contactCentrePhone, displayPhone } from '@/domain/offices/phone'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Phone } from '@/ui/Phone'
import { EraseForm } from './EraseForm'
import { OfficeView } from './OfficeView'
import type { ResultPage } from './queries'

/** How to apply today: this site takes no application yet, and says so. */
export function ApplyView(props: { readonly locale: Locale; readonly page: ResultPage }) {
  const { locale, page } = props
  const t = textsOf(locale, 'estimator')
  const number = () => <Phone number={displayPhone(contactCentrePhone)} />
  return (
    <>
      <BackLink href={paths.estimatorResult(locale)}>{t('apply.back')}</BackLink>
      <PageTitle>{t('apply.title')}</PageTitle>
      <Notice kind="info" title={t('apply.honest')}>
        <p>{t('apply.honestText')}</p>
      </Notice>
      <h2>{t('apply.soonTitle')}</h2>
      <p>{t('apply.soonText')}</p>
      <h2>{t('apply.phoneTitle')}</h2>
      <p>{t.rich('apply.phoneText', { number })}</p>
      <h2>{t('apply.officeTitle')}</h2>
      <p>{t('apply.officeText')}</p>
      <OfficeView locale={locale} office={page.office} />
      <h2>{t('apply.bringTitle')}</h2>
      <ul>
        {page.result.papers.map((code) => (
          <li key={code}>{t(`paper.${code}`)}</li>
        ))}
      </ul>
      <p>{t('result.papersText')}</p>
      <EraseForm locale={locale} />
    </>
  )
}
