import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { Main } from '@/ui/Main'
import { Frame } from './Frame'
import { SignOut } from './SignOut'

/**
 * A page of someone's own file: their name, their menu, the urgent need link and the way out. `at` makes its
 * address in either language; `formKey` proves the sign-out form is ours where the browser says nothing.
 */
export async function FilePage(props: {
  readonly locale: Locale
  readonly at: (locale: Locale) => string
  readonly who: string
  readonly formKey?: string
  readonly children: ReactNode
}) {
  const { locale, at } = props
  const t = await getTranslations({ locale, namespace: 'common' })
  const here = at(locale)
  const item = (href: string, text: string) => ({ href, text, current: href === here })
  const menu = {
    label: t('menu'),
    items: [
      item(paths.file(locale), t('menuFile')),
      item(paths.history(locale), t('menuHistory')),
      item(paths.change(locale), t('menuChange')),
      item(paths.urgentNeed(locale), t('menuUrgent')),
    ],
  }
  const signOut = <SignOut locale={locale} text={t('signOut')} formKey={props.formKey} />
  return (
    <Frame locale={locale} at={at} t={t} header={{ menu, who: props.who, signOut }}>
      <Main>{props.children}</Main>
    </Frame>
  )
}
