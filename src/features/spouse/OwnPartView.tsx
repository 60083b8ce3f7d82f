import type { ReactNode } from 'react'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonLink } from '@/ui/Button'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import type { SpouseSide } from './queries'
import { WordForm } from './WordForm'

/**
 * The application, to the spouse: their questions, what is said of both, their word. `code` is the code they just made,
 * `household` the answers of the common part, drawn, `phones` the lines to call.
 */
export function OwnPartView(props: {
  readonly locale: Locale
  readonly page: SpouseSide
  readonly formKey: string
  readonly code: ReactNode
  readonly household: ReactNode
  readonly phones: ReactNode
}) {
  const { locale, page } = props
  const { given } = page
  const t = textsOf(locale, 'spouse.spouse')
  const errors = page.errors.map(({ field, problem }) => ({ field, text: t(`error.${problem}`) }))
  return (
    <>
      <ErrorSummary title={textsOf(locale, 'common')('errorSummary')} errors={errors} />
      <PageTitle>{textsOf(locale, 'spouse')('spouseTitle')}</PageTitle>
      {props.code}
      {given && (
        <Notice
          kind={given.changed ? 'warning' : 'success'}
          title={t(given.answer === 'agrees' ? 'agreed' : 'disagreed', {
            instant: formatInstant(given.at, locale),
          })}
        >
          {given.answer === 'disagrees' && <p>{t('disagreedText')}</p>}
          {given.changed && <p>{t('changed')}</p>}
        </Notice>
      )}
      <p>{t('intro')}</p>
      <p>{t('privateText')}</p>
      <h2>{t('pagesTitle')}</h2>
      <p>{page.pagesLeft > 0 ? t('pagesLeft', { count: page.pagesLeft }) : t('pagesDone')}</p>
      <ButtonLink href={paths.application(locale)} kind="secondary">
        {t('pages')}
      </ButtonLink>
      <h2>{t('householdTitle')}</h2>
      <p>{t('householdText')}</p>
      {props.household}
      <h2>{t('wordTitle')}</h2>
      {given && <p>{t('again')}</p>}
      <WordForm locale={locale} page={page} formKey={props.formKey} />
      <p>{t('unsafe')}</p>
      {props.phones}
    </>
  )
}
