import type { ReactNode } from 'react'
import type { Adult } from '@/domain/application/adult'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { writeNotice } from './notice'
import { NoticeView } from './NoticeView'
import type { DecisionPage } from './queries'

/**
 * A decision as its person reads it: the notice, whole, in the language of the page. `back` is where the list is;
 * `beside` is what can be done from here, a review to ask for.
 */
export function DecisionView(props: {
  readonly locale: Locale
  readonly decision: DecisionPage
  readonly reader: Adult | null
  readonly back: { readonly href: string; readonly text: string }
  readonly newerHref: (id: string) => string
  readonly copyHref: string
  readonly beside?: ReactNode
}) {
  const { locale, decision } = props
  const t = textsOf(locale, 'decisions')
  const notice = writeNotice(decision.data, { locale, adult: props.reader })
  return (
    <>
      <BackLink href={props.back.href}>{props.back.text}</BackLink>
      <PageTitle {...(decision.data.number ? { caption: decision.data.number } : {})}>
        {notice.title}
      </PageTitle>
      {decision.newer && (
        <Notice kind="warning" title={t('newer')}>
          <p>
            <a href={props.newerHref(decision.newer)}>{t('newerLink')}</a>
          </p>
        </Notice>
      )}
      <NoticeView notice={notice} />
      {props.beside}
      <p data-print="no">
        <a href={props.copyHref}>{t('copy.link')}</a>
      </p>
      <p data-print="no">
        {t('copy.print')} {t('copy.kept')}
      </p>
    </>
  )
}
