import type { ReactNode } from 'react'
import { formatInstant } from '@/i18n/format'
import { locales, type Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Details } from '@/ui/Details'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { NoticePreview } from './NoticePreview'
import type { OfficeDecision } from './office-queries'

/** A decision in the office: who took it, when it leaves, and what each person will read or has read. */
export function OfficeDecisionView(props: {
  readonly locale: Locale
  readonly decision: OfficeDecision
  readonly backHref: string
  /** What can be done with it from here: to second it, to undo it. */
  readonly beside?: ReactNode
}) {
  const { locale, decision } = props
  const t = textsOf(locale, 'decisions.preview')
  const { seconded, leavesAt } = decision
  return (
    <>
      <BackLink href={props.backHref}>{t('back')}</BackLink>
      <PageTitle>{t('title', { number: decision.notices[0]?.data.number ?? '' })}</PageTitle>
      <StateNotice locale={locale} decision={decision} />
      <p>{t('decided', { name: decision.decidedBy, instant: formatInstant(decision.decidedAt, locale) })}</p>
      {seconded && <p>{t('seconded', { name: seconded.by, instant: formatInstant(seconded.at, locale) })}</p>}
      {decision.isPrivate && <p>{t('private')}</p>}
      {props.beside}
      {decision.copies.length > 0 && (
        <section aria-labelledby="copies" data-print="no">
          <h2 id="copies">{t('copies')}</h2>
          <ul>
            {decision.copies.map((copy) => (
              <li key={copy.id}>
                {t('copy', { name: copy.name, delivery: copy.delivery })}{' '}
                <a href={`/api/notices/${copy.id}/pdf?language=${locale}`}>{t('download')}</a>
                <br />
                <small>{t('digest', { digest: copy.digest.slice(0, 16) })}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {decision.notices.map(({ language, adult, data }, index) => (
        <NoticePreview
          key={index}
          locale={locale}
          language={language}
          adult={adult}
          data={data}
          isSettled={leavesAt !== null && decision.state === 'left'}
        />
      ))}
      <OtherLanguage locale={locale} decision={decision} />
    </>
  )
}

/** The same notice in the language nobody receives it in, which its reader may turn to in the portal. */
function OtherLanguage(props: { readonly locale: Locale; readonly decision: OfficeDecision }) {
  const { locale, decision } = props
  const [first] = decision.notices
  const other = locales.find((one) => decision.notices.every(({ language }) => language !== one))
  if (!first || !other) return null
  const t = textsOf(locale, 'decisions.preview')
  return (
    <div data-print="no">
      <Details summary={t('other', { language: other })}>
        <NoticePreview isSettled locale={locale} language={other} adult={first.adult} data={first.data} />
      </Details>
    </div>
  )
}

function StateNotice(props: { readonly locale: Locale; readonly decision: OfficeDecision }) {
  const { locale, decision } = props
  const t = textsOf(locale, 'decisions.preview')
  const instant = decision.leavesAt ? formatInstant(decision.leavesAt, locale) : ''
  switch (decision.state) {
    case 'undone':
      return (
        <Notice kind="warning" title={t('undone')}>
          <p>{t('undoneText')}</p>
        </Notice>
      )
    case 'needsSecond':
      return (
        <Notice kind="warning" title={t('notLeft')}>
          <p>{t('needsSecond')}</p>
        </Notice>
      )
    case 'waiting':
      return (
        <Notice kind="info" title={t('notLeft')}>
          <p>{t('leaves', { instant })}</p>
        </Notice>
      )
    case 'left':
      return <Notice kind="success" title={t('left', { instant })} />
  }
}
