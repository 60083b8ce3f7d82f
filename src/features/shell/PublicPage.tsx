import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { Trail } from '@/ui/Breadcrumb'
import { Main } from '@/ui/Main'
import { Frame } from './Frame'

/**
 * A page anyone may read. `at` makes its address in either language, for the language switch; `trail` is the way to it
 * from the home page, which is not in it: `[{ text: 'Programmes' }]`.
 */
export function PublicPage(props: {
  readonly locale: Locale
  readonly at: (locale: Locale) => string
  readonly trail?: Trail
  readonly children: ReactNode
}) {
  const t = textsOf(props.locale, 'common')
  return (
    <Frame locale={props.locale} at={props.at} t={t} trail={props.trail}>
      <Main>{props.children}</Main>
    </Frame>
  )
}
