import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonLink } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import type { StartPage } from './queries'
import { StartForm } from './StartForm'

/** The way in: what it takes, the first question, and the other ways. `phones` are the lines to call. */
export function StartView(props: {
  readonly locale: Locale
  readonly page: StartPage
  readonly phones: ReactNode
}) {
  const { locale, page } = props
  const t = textsOf(locale, 'entering.start')
  const link = (words: ReactNode) => <a href={paths.content(locale, 'changes')}>{words}</a>
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      <p>{t('noPapers')}</p>
      {page.isOpen && (
        <Notice kind="info" title={t('hereTitle')}>
          <p>{t('hereText')}</p>
          <ButtonLink href={paths.application(locale)}>{t('here')}</ButtonLink>
        </Notice>
      )}
      <StartForm locale={locale} action="/api/applications" {...page.start} />
      <p>{t('day')}</p>
      <h2>{t('otherTitle')}</h2>
      <p>
        <a href={paths.applicationResume(locale)}>{t('resume')}</a>
      </p>
      <p>{t.rich('receiving', { link })}</p>
      {!page.start.mayAttach && (
        <>
          <h2>{t('accountTitle')}</h2>
          <p>{t('accountText')}</p>
          <Form
            action="/api/sign-in/citizen"
            hidden={{ language: locale, returnTo: paths.applicationStart(locale) }}
          >
            <Button kind="secondary">{t('accountButton')}</Button>
          </Form>
        </>
      )}
      <h2>{t('phoneTitle')}</h2>
      <p>{t('phoneText')}</p>
      {props.phones}
      <p>
        <a href={paths.offices(locale)}>{t('offices')}</a>
      </p>
    </>
  )
}
