import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Main } from '@/ui/Main'
import { Frame } from './Frame'

/** A page anyone may read. `at` makes its address in either language, for the language switch. */
export function PublicPage(props: {
  readonly locale: Locale
  readonly at: (locale: Locale) => string
  readonly children: ReactNode
}) {
  const t = textsOf(props.locale, 'common')
  return (
    <Frame locale={props.locale} at={props.at} t={t}>
      <Main>{props.children}</Main>
    </Frame>
  )
}
