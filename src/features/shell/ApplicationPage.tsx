import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, type Applicant } from '@/server/viewer'
import { Button } from '@/ui/Button'
import { ExpiryWarning } from '@/ui/ExpiryWarning'
import { Form } from '@/ui/Form'
import { Main } from '@/ui/Main'
import { Frame } from './Frame'

/**
 * A page of an application for aid: its menu, the urgent need link, the way out and, while a visit lasts, the warning
 * before it ends. It names nobody, since others may look over a shoulder. `viewer` is null where one begins or comes
 * back. `at` makes its address in either language.
 */
export function ApplicationPage(props: {
  readonly locale: Locale
  readonly at: (locale: Locale) => string
  readonly viewer: Applicant | null
  readonly children: ReactNode
}) {
  const { locale, at, viewer } = props
  const t = textsOf(locale, 'entering.shell')
  const here = at(locale)
  const item = (href: string, text: string) => ({ href, text, current: href === here })
  const menu = {
    label: t('menu'),
    items: [
      ...(viewer
        ? [item(paths.application(locale), t('steps')), item(paths.applicationCode(locale), t('code'))]
        : [
            item(paths.applicationStart(locale), t('start')),
            item(paths.applicationResume(locale), t('resume')),
          ]),
      item(paths.urgentNeed(locale), t('urgent')),
    ],
  }
  const own = viewer ? { language: locale, formKey: formKeyOf(viewer) } : null
  const quit = own && (
    <Form action="/api/application/leaving" hidden={own}>
      <Button kind="plain">{t('quit')}</Button>
    </Form>
  )
  return (
    <Frame locale={locale} at={at} t={textsOf(locale, 'common')} header={{ menu, signOut: quit }}>
      <Main>{props.children}</Main>
      {viewer && (
        <ExpiryWarning
          soon={viewer.shared}
          title={t('expiryTitle')}
          button={t('expiryButton')}
          action="/api/application/extension"
          hidden={{ ...own, returnTo: here }}
        >
          <p>{t('expiryText')}</p>
          <p>{t('expiryLate')}</p>
        </ExpiryWarning>
      )}
    </Frame>
  )
}
