import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, may, type Staff } from '@/server/viewer'
import { Main } from '@/ui/Main'
import { Frame } from './Frame'
import { SessionWarning } from './SessionWarning'
import { SignOut } from './SignOut'

/** A page of the office, as wide as its lists need. `at` makes its address in either language. */
export function OfficePage(props: {
  readonly locale: Locale
  readonly at: (locale: Locale) => string
  readonly viewer: Staff
  readonly children: ReactNode
}) {
  const { locale, at, viewer } = props
  const t = textsOf(locale, 'common')
  const assist = textsOf(locale, 'access.assist')
  const here = at(locale)
  const item = (href: string, text: string) => ({ href, text, current: href === here })
  const menu = {
    label: t('officeMenu'),
    items: [
      ...(may(viewer, 'review:read') ? [item(paths.office(locale), t('officeStatements'))] : []),
      ...(may(viewer, 'sign-in:assist') ? [item(paths.assistedSignIn(locale), assist('menu'))] : []),
      ...(may(viewer, 'letters:print') ? [item(paths.officeLetters(locale), t('officeLetters'))] : []),
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
