import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { EraseForm } from './EraseForm'
import styles from './estimator.module.css'
import { FieldView } from './FieldView'
import type { QuestionPage } from './queries'
import { errorText, titleOf, type Words, wordsOf } from './words'

/** One question, or one short group of them: what is asked, an example, and the way on. */
export function QuestionView(props: { readonly locale: Locale; readonly page: QuestionPage }) {
  const { locale, page } = props
  const { question, fields, errors } = page
  const say = wordsOf(locale, 'estimator')
  const common = textsOf(locale, 'common')
  const both = fields.some((field) => field.spouse)
  const only = fields.length === 1 && fields[0] && 'choices' in fields[0] ? fields[0] : null
  const hints = [`page.${question}.hint`, `page.${question}.shared`].filter((key) => say.has(key))
  return (
    <>
      <Back say={say} locale={locale} page={page} />
      <ErrorSummary
        title={common('errorSummary')}
        errors={errors.map((error) => ({
          field: error.field,
          text: errorText(say, question, fields, error),
        }))}
      />
      {page.told && (
        <Notice kind={page.told === 'tooLong' ? 'warning' : 'info'} title={say(`told.${page.told}`)}>
          <p>{say(`told.${page.told}Text`)}</p>
        </Notice>
      )}
      <p className={styles.progress}>{say('progress', { number: page.number, total: page.total })}</p>
      {!only && (
        <>
          <PageTitle>{titleOf(say, question, both)}</PageTitle>
          {hints.map((key) => (
            <p key={key}>{say(key)}</p>
          ))}
        </>
      )}
      <Form action="/api/estimator/answers" hidden={{ language: locale, question }}>
        {fields.map((field) => (
          <FieldView
            key={field.name}
            {...{ say, locale, page, field }}
            {...(only
              ? { title: titleOf(say, question, both), hint: hints.map((key) => say(key)).join(' ') }
              : {})}
          />
        ))}
        <ButtonGroup>
          <Button>{say('continue')}</Button>
        </ButtonGroup>
      </Form>
      <EraseForm locale={locale} />
    </>
  )
}

function Back(props: { readonly say: Words; readonly locale: Locale; readonly page: QuestionPage }) {
  const { say, locale, page } = props
  const { back } = page
  if (back === 'result') return <BackLink href={paths.estimatorResult(locale)}>{say('backResult')}</BackLink>
  if (back === null) return <BackLink href={paths.estimator(locale)}>{say('backStart')}</BackLink>
  return <BackLink href={paths.estimatorQuestion(locale, back)}>{say('back')}</BackLink>
}
