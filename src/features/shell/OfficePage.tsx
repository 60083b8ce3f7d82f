import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, may, type Staff } from '@/server/viewer'
import { Main } from '@/ui/Main'
import { Frame } from './Frame'
import { SessionWarning } from './SessionWarning'
import { SignOut } from './SignOut'

/**
 * A page of the office, as wide as its lists need. `at` makes its address in either language, with what it asks if it
 * asks something.
 */
export function OfficePage(props: {
  readonly locale: Locale
  readonly at: (locale: Locale) => string
  readonly viewer: Staff
  readonly children: ReactNode
}) {
  const { locale, at, viewer } = props
  const t = textsOf(locale, 'common')
  const assist = textsOf(locale, 'access.assist')
  const opening = textsOf(locale, 'opening')
  const here = at(locale)
  const item = (href: string, text: string) => ({ href, text, current: href === here.split('?')[0] })
  const menu = {
    label: t('officeMenu'),
    items: [
      ...(may(viewer, 'review:read') ? [item(paths.office(locale), t('officeTasks'))] : []),
      ...(may(viewer, 'tasks:share') ? [item(paths.officeHandOver(locale), t('officeHandOver'))] : []),
      ...(may(viewer, 'file:assist')
        ? [item(paths.assisted(locale), textsOf(locale, 'assisted')('menu'))]
        : []),
      ...(may(viewer, 'file:read') ? [item(paths.officeFiles(locale), t('officeFiles'))] : []),
      ...(may(viewer, 'sign-in:assist') ? [item(paths.assistedSignIn(locale), assist('menu'))] : []),
      ...(may(viewer, 'file:open') ? [item(paths.openFile(locale), opening('menu'))] : []),
      ...(may(viewer, 'letters:print') ? [item(paths.officeLetters(locale), t('officeLetters'))] : []),
      ...(may(viewer, 'team:lead') ? [item(paths.team(locale), textsOf(locale, 'team')('menu'))] : []),
      ...(may(viewer, 'trail:search') ? [item(paths.trail(locale), textsOf(locale, 'trail')('menu'))] : []),
      ...(may(viewer, 'administration:read')
        ? [item(paths.administration(locale), textsOf(locale, 'administration')('menu'))]
        : []),
      ...(may(viewer, 'payments:release')
        ? [item(paths.payments(locale), textsOf(locale, 'payments')('menu'))]
        : []),
      ...(may(viewer, 'proposal:make')
        ? [item(paths.proposals(locale), textsOf(locale, 'proposals')('menu'))]
        : []),
      ...(may(viewer, 'privacy:answer')
        ? [item(paths.officePrivacy(locale), textsOf(locale, 'privacy.office')('menu'))]
        : []),
      ...(may(viewer, 'incident:read')
        ? [item(paths.incidents(locale), textsOf(locale, 'incidents')('menu'))]
        : []),
      ...(may(viewer, 'export:make')
        ? [item(paths.exports(locale), textsOf(locale, 'exports')('menu'))]
        : []),
      ...(may(viewer, 'notices:publish') ? [item(paths.officeNotices(locale), t('officeNotices'))] : []),
    ],
  }
  const signOut = <SignOut locale={locale} text={t('signOut')} formKey={formKeyOf(viewer)} />
  return (
    <Frame locale={locale} at={at} t={t} header={{ menu, who: viewer.name, signOut }}>
      <Main wide>{props.children}</Main>
      <SessionWarning locale={locale} at={here} viewer={viewer} />
    </Frame>
  )
}
