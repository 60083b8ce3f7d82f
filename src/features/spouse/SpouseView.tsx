import type { ReactNode } from 'react'
import { showResumeCode } from '@/domain/application/resume-code'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonLink } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import type { ApplicantSide } from './queries'

/** The spouse, to whoever began: who answers, the code to hand over, what each sees, what waits for them. */
export function SpouseView(props: {
  readonly locale: Locale
  readonly page: ApplicantSide
  readonly formKey: string
  readonly phones: ReactNode
}) {
  const { locale, page, formKey } = props
  const title = textsOf(locale, 'spouse')('title')
  const t = textsOf(locale, 'spouse.applicant')
  const back = <BackLink href={paths.application(locale)}>{t('back')}</BackLink>
  if (!page.hasSpouse) {
    return (
      <>
        {back}
        <PageTitle>{title}</PageTitle>
        <p>{t('none')}.</p>
        <p>{t('noneText')}</p>
        <ButtonLink href={paths.applicationQuestion(locale, 'livesWith')}>{t('change')}</ButtonLink>
      </>
    )
  }
  return (
    <>
      {back}
      <PageTitle>{title}</PageTitle>
      {page.confirmedAt && (
        <Notice kind="success" title={t('confirmed', { instant: formatInstant(page.confirmedAt, locale) })} />
      )}
      <p>{t('lead')}</p>
      <h2>{t('whoTitle')}</h2>
      {page.came ? (
        <p>{t('cameNow')}</p>
      ) : (
        <>
          <p>{t(page.answers ?? 'unknown')}</p>
          <p>
            <a href={paths.applicationQuestion(locale, 'spouse')}>{t('change')}</a>
          </p>
        </>
      )}
      <h2>{t('privateTitle')}</h2>
      <p>{t('private')}</p>
      {!page.came && <p>{t('privateToo')}</p>}
      {!page.came && <Invitation {...{ locale, page, formKey }} />}
      <h2>{t('blockTitle')}</h2>
      <p>{t('block')}</p>
      <p>{t('blockMore')}</p>
      <p>{t('unsafe')}</p>
      {props.phones}
    </>
  )
}

/** The code to hand over: made anew as often as it is lost, until the spouse has come. */
function Invitation(props: {
  readonly locale: Locale
  readonly page: ApplicantSide
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const t = textsOf(locale, 'spouse.applicant')
  return (
    <section aria-labelledby="code">
      <h2 id="code">{t('codeTitle')}</h2>
      {page.shown && (
        <Notice kind="success" title={t('madeTitle')}>
          <p>
            <strong translate="no">{showResumeCode(page.shown.code)}</strong>
          </p>
          <p>{t('copy')}</p>
        </Notice>
      )}
      <p>{t('codeText')}</p>
      <p>{t('never')}</p>
      {page.mayInvite ? (
        <Form action="/api/application/spouse-code" hidden={{ language: locale, formKey }}>
          <Button kind="secondary">{t('button')}</Button>
        </Form>
      ) : (
        <p>
          {t('birth')} <a href={paths.applicationQuestion(locale, 'spouse')}>{t('birthLink')}</a>
        </p>
      )}
    </section>
  )
}
