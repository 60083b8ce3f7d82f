import { dayOf, monthOf } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { PageTitle } from '@/ui/PageTitle'
import { AmountsSection } from './AmountsSection'
import { ClosingsSection, HolidaysSection } from './DaysSection'
import { FilingSection } from './FilingSection'
import { NetworkSection } from './NetworkSection'
import type { AdministrationPage } from './queries'
import { RetentionSection } from './RetentionSection'

/** The one door of the administration: what two supervisors decide, and the rules in force with their dates and sources. */
export function AdministrationView({ locale, page }: { locale: Locale; page: AdministrationPage }) {
  const t = textsOf(locale, 'administration')
  const today = dayOf(page.now)
  const doors = [
    { href: paths.proposals(locale), name: t('doorProposals'), text: t('doorProposalsText') },
    { href: paths.officeNotices(locale), name: t('doorNotices'), text: t('doorNoticesText') },
    { href: paths.policyPreview(locale), name: t('doorPreview'), text: t('doorPreviewText') },
  ]
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      <h2>{t('doors')}</h2>
      <ul>
        {doors.map(({ href, name, text }) => (
          <li key={href}>
            <a href={href}>{name}</a>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <AmountsSection locale={locale} month={monthOf(today)} />
      <FilingSection locale={locale} month={monthOf(today)} />
      <HolidaysSection locale={locale} today={today} />
      <ClosingsSection locale={locale} extensions={page.extensions} />
      <NetworkSection locale={locale} network={page.network} />
      <RetentionSection locale={locale} toErase={page.toErase} erased={page.erased} />
    </>
  )
}
