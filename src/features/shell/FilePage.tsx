import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, may, type Citizen } from '@/server/viewer'
import { Main } from '@/ui/Main'
import { Notice } from '@/ui/Notice'
import { Frame } from './Frame'
import { SessionWarning } from './SessionWarning'
import { SignOut } from './SignOut'

/**
 * A page of someone's file: their name, their menu, the urgent need link and the way out. Someone who acts for the
 * person reads on every page for whom. `at` makes its address in either language.
 */
export function FilePage(props: {
  readonly locale: Locale
  readonly at: (locale: Locale) => string
  readonly viewer: Citizen
  readonly children: ReactNode
}) {
  const { locale, at, viewer } = props
  const t = textsOf(locale, 'common')
  const here = at(locale)
  const item = (href: string, text: string) => ({ href, text, current: href === here })
  const menu = {
    label: t('menu'),
    items: [
      item(paths.file(locale), t('menuFile')),
      item(paths.history(locale), t('menuHistory')),
      ...(may(viewer, 'decision:read') ? [item(paths.decisions(locale), t('menuDecisions'))] : []),
      ...(may(viewer, 'change:report') ? [item(paths.change(locale), t('menuChange'))] : []),
      ...(may(viewer, 'message:write')
        ? [item(paths.messages(locale), textsOf(locale, 'messages.home')('menu'))]
        : []),
      ...(viewer.holdsMandate ? [item(paths.mandates(locale), t('menuMandates'))] : []),
      ...(may(viewer, 'account:read') ? [item(paths.account(locale), t('menuAccount'))] : []),
      item(paths.urgentNeed(locale), t('menuUrgent')),
    ],
  }
  const signOut = <SignOut locale={locale} text={t('signOut')} formKey={formKeyOf(viewer)} />
  return (
    <Frame locale={locale} at={at} t={t} header={{ menu, who: viewer.actorName, signOut }}>
      <Main>
        {/* One that ended lets nobody act: the page says so itself. */}
        {viewer.mandate && viewer.mandate.rights.length > 0 && (
          <Notice kind="info" title={t('actingFor', { name: viewer.name })}>
            <p>{t(`mandateKind.${viewer.mandate.kind}`)}</p>
          </Notice>
        )}
        {props.children}
      </Main>
      <SessionWarning locale={locale} at={here} viewer={viewer} />
    </Frame>
  )
}
