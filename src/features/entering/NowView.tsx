import type { ReactNode } from 'react'
import type { UrgentNeed } from '@/domain/application/urgent'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonLink } from '@/ui/Button'
import { PageTitle } from '@/ui/PageTitle'
import { Phone } from '@/ui/Phone'
import type { NowPage } from './queries'

/** The needs this page has words of its own for, and whom to call. */
const own = { evictedSoon: '211', energyCutOff: null, medication: '811' } as const

/** The lines of the page on urgent needs that answer these needs, most pressing first. */
export function linesFor(needs: readonly UrgentNeed[]): ('danger' | 'violence' | 'food')[] {
  const hungry = needs.includes('noFood') || needs.includes('noShelter')
  return [
    ...(needs.includes('violence') ? (['danger', 'violence'] as const) : []),
    ...(hungry ? (['food'] as const) : []),
  ]
}

/** What to do now, before the application goes on. `lines` are those of `linesFor`; `phones` call the office. */
export function NowView(props: {
  readonly locale: Locale
  readonly page: NowPage
  readonly lines: ReactNode
  readonly phones: ReactNode
}) {
  const { locale, page } = props
  const t = textsOf(locale, 'entering.now')
  const pressing = (['evictedSoon', 'energyCutOff', 'medication'] as const).filter((need) =>
    page.needs.includes(need),
  )
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      {props.lines}
      {page.needs.includes('violence') && (
        <section>
          <h2>{t('safeTitle')}</h2>
          <p>{t('safeText')}</p>
          <p>
            <a href={paths.content(locale, 'safeContact')}>{t('safeLink')}</a>
          </p>
          <p>{t('exitText')}</p>
        </section>
      )}
      {pressing.map((need) => (
        <section key={need}>
          <h2>{t(need)}</h2>
          <p>{t.rich(`${need}Text`, { number: () => <Phone number={own[need] ?? ''} /> })}</p>
        </section>
      ))}
      <h2>{t('officeTitle')}</h2>
      <p>{t('officeText')}</p>
      {props.phones}
      <ButtonLink href={page.hasAccount ? paths.application(locale) : paths.applicationCode(locale)}>
        {t('button')}
      </ButtonLink>
    </>
  )
}
