import type { Locale } from '@/i18n/locale'
import type { messages } from '@/i18n/messages'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonLink } from '@/ui/Button'
import { PageTitle } from '@/ui/PageTitle'

/** The codes that have a title and a text of their own. */
export type ProblemCode = Exclude<keyof (typeof messages)['fr']['public']['problem'], 'next' | 'home'>

/** Why something that was sent could not be taken, and what to do about it. */
export function ProblemView(props: { readonly locale: Locale; readonly code: ProblemCode }) {
  const { locale, code } = props
  const t = textsOf(locale, 'public.problem')
  return (
    <>
      <PageTitle>{t(`${code}.title`)}</PageTitle>
      <p>{t(`${code}.text`)}</p>
      <p>{t('next')}</p>
      <p>
        <ButtonLink href={paths.home(locale)} kind="secondary">
          {t('home')}
        </ButtonLink>
      </p>
    </>
  )
}
