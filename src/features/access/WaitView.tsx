import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonLink } from '@/ui/Button'
import { PageTitle } from '@/ui/PageTitle'
import { addressOfState, type Wait } from './states'

/** How long to wait before the next try, and where to go back to. It says nothing of the last one. */
export function WaitView(props: {
  readonly locale: Locale
  readonly wait: Wait
  readonly phones: ReactNode
}) {
  const { locale, wait } = props
  const { from, seconds } = wait
  const t = textsOf(locale, 'access.wait')
  const back = {
    access: paths.accessCode(locale),
    link: paths.claim(locale),
    received: paths.oneTimeCode(locale, addressOfState({ errand: 'sign-in', channel: 'any' })),
    'link-received': paths.oneTimeCode(locale, addressOfState({ errand: 'claim', channel: 'any' })),
  }
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>
        <strong>{seconds < 60 ? t('seconds', { seconds }) : t('minutes', { minutes: seconds / 60 })}</strong>
      </p>
      <p>{t('text')}</p>
      <p>
        <ButtonLink href={back[from]} kind="secondary">
          {from === 'access' || from === 'link' ? t('backCode') : t('backReceived')}
        </ButtonLink>
      </p>
      <p>{t('phone')}</p>
      {props.phones}
    </>
  )
}
