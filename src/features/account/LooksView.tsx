import { formatInstant, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'
import type { LooksPage } from './queries'

/** Who of the staff looked at the file, newest first. */
export function LooksView(props: { readonly locale: Locale; readonly page: LooksPage }) {
  const { locale, page } = props
  const t = textsOf(locale, 'account')
  return (
    <>
      <BackLink href={paths.account(locale)}>{t('title')}</BackLink>
      <PageTitle>{t('looksTitle')}</PageTitle>
      <p>{t('looksLead')}</p>
      {page.looks.length === 0 && <p>{t('looksEmpty')}</p>}
      {page.looks.map((look) => (
        <div key={look.id}>
          <h2>{formatInstant(look.at, locale)}</h2>
          <SummaryList
            rows={[
              {
                term: t('lookWho'),
                value: t('lookBy', { name: look.firstName, role: t(`roleOf.${look.role}`) }),
              },
              {
                term: t('lookOffice'),
                value: (locale === 'fr' ? look.officeFr : look.officeEn) ?? t('lookNoOffice'),
              },
              {
                term: t('lookWhat'),
                value:
                  look.filingKind && look.month
                    ? t(`lookAt.${look.filingKind}`, { ofMonth: formatOfMonth(look.month, locale) })
                    : t(`lookAt.${whatOf(look.subjectKind)}`),
              },
              ...(look.reason ? [{ term: t('lookWhy'), value: t(`lookReason.${look.reason}`) }] : []),
            ]}
          />
        </div>
      ))}
      {page.more && <p>{t('looksMore')}</p>}
    </>
  )
}

/** What was looked at, by the kinds that have a name of their own; the rest is the file. */
const whatOf = (kind: string): 'assisted' | 'privacyRequest' | 'file' =>
  kind === 'assisted' || kind === 'privacyRequest' ? kind : 'file'
