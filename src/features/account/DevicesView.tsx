import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import type { OwnSession } from '@/server/own-sessions'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Hidden } from '@/ui/Hidden'
import { PageTitle } from '@/ui/PageTitle'
import { SummaryList } from '@/ui/SummaryList'

/** Where one is signed in, each with its button to end it. */
export function DevicesView(props: {
  readonly locale: Locale
  readonly sessions: readonly OwnSession[]
  readonly formKey: string
}) {
  const { locale, sessions, formKey } = props
  const t = textsOf(locale, 'account')
  const others = sessions.filter(({ isThis }) => !isThis)
  const nameOf = (session: OwnSession) => session.device || t('deviceUnknown')
  return (
    <>
      <BackLink href={paths.account(locale)}>{t('title')}</BackLink>
      <PageTitle>{t('devicesTitle')}</PageTitle>
      <p>{t('devicesLead')}</p>
      {sessions.map((session) => (
        <div key={session.id}>
          <h2>
            {nameOf(session)}
            {session.isThis && ` – ${t('thisDevice')}`}
          </h2>
          <SummaryList
            rows={[
              { term: t('startedAt'), value: formatInstant(session.startedAt, locale) },
              { term: t('seenAt'), value: formatInstant(session.seenAt, locale) },
              { term: t('sharedComputer'), value: session.shared ? t('yes') : t('no') },
            ]}
          />
          {!session.isThis && (
            <Form action={`/api/account/sessions/${session.id}/end`} hidden={{ language: locale, formKey }}>
              <ButtonGroup>
                <Button kind="danger">
                  {t('endDevice')}
                  <Hidden> {nameOf(session)}</Hidden>
                </Button>
              </ButtonGroup>
            </Form>
          )}
        </div>
      ))}
      {others.length === 0 ? (
        <p>{t('noOtherDevice')}</p>
      ) : (
        <>
          <h2>{t('endOthersTitle')}</h2>
          <p>{t('endOthersText')}</p>
          <Form action="/api/account/sessions/end" hidden={{ language: locale, formKey }}>
            <ButtonGroup>
              <Button kind="danger">{t('endOthers')}</Button>
            </ButtonGroup>
          </Form>
        </>
      )}
    </>
  )
}
