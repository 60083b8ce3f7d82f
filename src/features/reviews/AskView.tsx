import { lateReasons } from '@/domain/decision/review'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { Details } from '@/ui/Details'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { TextArea } from '@/ui/TextArea'
import type { ReviewPage } from './queries'

/** Where one asks that a decision be looked at again: why, and when it is late, what made it impossible to ask sooner. */
export function AskView(props: {
  readonly locale: Locale
  readonly page: ReviewPage
  readonly formKey: string
  /** Where the form goes: the person's file, or the application. */
  readonly action: string
}) {
  const { locale, page, formKey, action } = props
  const { decision, own, late } = page
  const t = textsOf(locale, 'reviews.ask')
  const say = textsOf(locale, 'reviews')
  const until = formatDay(page.until, locale)
  const errorOf = (field: string) => {
    const error = page.errors.find((one) => one.field === field)
    return error ? { error: say(`error.${error.field}.${error.problem}`) } : {}
  }
  return (
    <>
      <ErrorSummary
        title={say('errorTitle')}
        errors={page.errors.map(({ field, problem }) => ({ field, text: say(`error.${field}.${problem}`) }))}
      />
      <PageTitle caption={say('decision', { number: decision.number })}>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      {late ? (
        <Notice kind="warning" title={t('late', { day: until })}>
          <p>{t('lateText')}</p>
        </Notice>
      ) : (
        <p>{t('until', { day: until })}</p>
      )}
      <Form action={action} hidden={{ language: locale, formKey }}>
        <TextArea
          name="words"
          label={t('words')}
          hint={t('wordsHint')}
          rows={8}
          value={own?.words ?? ''}
          {...errorOf('words')}
        />
        {late && (
          <>
            <Radios
              name="lateReason"
              label={t('lateReason')}
              value={own?.lateReason ?? ''}
              choices={lateReasons.map((reason) => ({ value: reason, label: say(`lateReason.${reason}`) }))}
              {...errorOf('lateReason')}
            />
            <TextArea
              name="lateWords"
              label={t('lateWords')}
              hint={t('lateWordsHint')}
              value={own?.lateWords ?? ''}
              {...errorOf('lateWords')}
            />
          </>
        )}
        <Details summary={t('whatHappens')}>
          <ul>
            <li>{t('anotherPerson')}</li>
            <li>{t('mayCall')}</li>
            <li>{t('answerIn')}</li>
            <li>{t('noHarm')}</li>
          </ul>
          <p>
            <a href={paths.content(locale, 'rights')}>{t('rights')}</a>
          </p>
        </Details>
        <ButtonGroup>
          <Button name="intent" value="send">
            {t('send')}
          </Button>
          <Button kind="secondary" name="intent" value="save">
            {t('save')}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
