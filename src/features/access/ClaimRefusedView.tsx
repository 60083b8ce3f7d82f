import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonLink } from '@/ui/Button'
import { PageTitle } from '@/ui/PageTitle'

/** Why an identity could not be linked, and where to go on. */
export function ClaimRefusedView(props: {
  readonly locale: Locale
  readonly reason: 'identity-used' | 'person-has-identity' | 'identity-over'
  readonly phones: ReactNode
}) {
  const { locale, reason } = props
  const t = textsOf(locale, 'access.claim')
  return (
    <>
      <PageTitle>{t(reason)}</PageTitle>
      <p>{t(`${reason}Text`)}</p>
      <p>
        <ButtonLink href={paths.signIn(locale)}>{t('back')}</ButtonLink>
      </p>
      {props.phones}
    </>
  )
}
