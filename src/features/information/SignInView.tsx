import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonLink } from '@/ui/Button'
import { Checkbox } from '@/ui/Choices'
import { Form } from '@/ui/Form'
import { Icon } from '@/ui/Icon'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { PhoneLines } from './PhoneLines'
import styles from './sign-in.module.css'

/** Why someone lands on the sign-in page without having asked for it. Each has an address of its own. */
export type SignInReason = 'expired' | 'refused' | 'unavailable' | 'signedOut'

const kinds = { expired: 'info', refused: 'warning', unavailable: 'warning', signedOut: 'success' } as const

/** The doors: the identity provider, the code of the letter, and the office's own. */
export function SignInView(props: { readonly locale: Locale; readonly reason?: SignInReason }) {
  const { locale, reason } = props
  const t = textsOf(locale, 'public.signIn')
  const door = textsOf(locale, 'access.door')
  return (
    <>
      {reason && (
        <Notice kind={kinds[reason]} title={t(reason)}>
          <p>{t(`${reason}Text`)}</p>
        </Notice>
      )}
      <PageTitle>{t('title')}</PageTitle>
      <section className={styles.door}>
        <h2 className={styles.title}>{t('citizenTitle')}</h2>
        <p>{t('citizenText')}</p>
        <Form action="/api/sign-in/citizen" hidden={{ language: locale }}>
          <Checkbox name="shared" value="yes" label={door('shared')} hint={door('sharedHint')} />
          <Button>
            <Icon name="lock" />
            {t('citizenButton')}
          </Button>
        </Form>
      </section>
      <section className={styles.door}>
        <h2 className={styles.title}>{door('title')}</h2>
        <p>{door('text')}</p>
        <ButtonLink href={paths.accessCode(locale)} kind="secondary">
          {door('button')}
        </ButtonLink>
      </section>
      <h2>{t('howTitle')}</h2>
      <p>{t('howText')}</p>
      <h2>{t('sharedTitle')}</h2>
      <p>{t('sharedText')}</p>
      {reason === 'refused' && <PhoneLines locale={locale} />}
      <section className={styles.staff}>
        <h2 className={styles.title}>{t('staffTitle')}</h2>
        <p>{t('staffText')}</p>
        <Form action="/api/sign-in/staff" hidden={{ language: locale }}>
          <Button kind="secondary">{t('staffButton')}</Button>
        </Form>
      </section>
    </>
  )
}
