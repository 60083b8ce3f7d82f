import type { ReactNode } from 'react'
import { contactCentrePhone, displayPhone } from '@/domain/offices/phone'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { PageTitle } from '@/ui/PageTitle'
import { Phone } from '@/ui/Phone'
import { EraseForm } from './EraseForm'
import { OfficeView } from './OfficeView'
import type { ResultPage } from './queries'

/** From the estimate to an application: what goes along, the form that begins (`start`), and the other ways. */
export function ApplyView(props: {
  readonly locale: Locale
  readonly page: ResultPage
  readonly start: ReactNode
}) {
  const { locale, page } = props
  const t = textsOf(locale, 'estimator')
  const number = () => <Phone number={displayPhone(contactCentrePhone)} />
  return (
    <>
      <BackLink href={paths.estimatorResult(locale)}>{t('apply.back')}</BackLink>
      <PageTitle>{t('apply.title')}</PageTitle>
      <p>{t('apply.lead')}</p>
      <p>{t('apply.carried')}</p>
      {props.start}
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
