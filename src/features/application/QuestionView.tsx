import { pageId } from '@/domain/application/journey'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Autosave } from '@/ui/Autosave'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Details } from '@/ui/Details'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import styles from './application.module.css'
import { FieldView } from './FieldView'
import type { QuestionPage } from './queries'
import { errorText, onlyField, titleOf, type Words, wordsOf } from './words'

const FORM = 'question'
const ACTION = '/api/application/answers'

/** One question, or one short group of them: what is asked, an example, what it is for, and the way on. */
export function QuestionView(props: {
  readonly locale: Locale
  readonly page: QuestionPage
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const { ref, id, fields, errors, draft } = page
  const say = wordsOf(locale, 'application')
  const only = onlyField(fields)
  const title = titleOf(say, ref, draft)
  const hint = textOf(say, `page.${ref.page}.hint`)
  const why = textOf(say, `page.${ref.page}.why`)
  return (
    <>
      <Back say={say} locale={locale} page={page} />
      <ErrorSummary
        title={textsOf(locale, 'common')('errorSummary')}
        errors={errors.map((error) => ({
          field: error.part && error.part !== 'day' ? `${error.field}.${error.part}` : error.field,
          text: errorText(say, fields, error),
        }))}
      />
      {page.tooLong && (
        <Notice kind="warning" title={say('told.tooLong')}>
          <p>{say('told.tooLongText')}</p>
        </Notice>
      )}
      <p className={styles.section}>{say(`section.${page.section}`)}</p>
      {page.about !== '' && <p className={styles.about}>{say('about', { name: page.about })}</p>}
      {!only && (
        <>
          <PageTitle>{title}</PageTitle>
          {hint && <p>{hint}</p>}
        </>
      )}
      <Form
        id={FORM}
        action={ACTION}
        hidden={{
          ...{ language: locale, formKey, question: id, seen: page.seen },
          ...(page.others && { others: page.others }),
        }}
      >
        {fields.map((field) => (
          <FieldView key={field.name} {...{ say, locale, page, field }} {...(only ? { title, hint } : {})} />
        ))}
        {why && (
          <Details summary={say('whyAsked')}>
            <p>{why}</p>
          </Details>
        )}
        <ButtonGroup>
          <Button name="intent" value="continue">
            {say('continue')}
          </Button>
          <Button name="intent" value="save" kind="secondary">
            {say('saveAndLeave')}
          </Button>
          {page.removable && (
            <Button name="intent" value="remove" kind="plain">
              {say('remove')}
            </Button>
          )}
        </ButtonGroup>
      </Form>
      <Autosave form={FORM} action={ACTION} text={say('autosaved')} changedText={say('changedElsewhere')} />
    </>
  )
}

const textOf = (say: Words, key: string): string | undefined => (say.has(key) ? say(key) : undefined)

function Back(props: { readonly say: Words; readonly locale: Locale; readonly page: QuestionPage }) {
  const { say, locale, page } = props
  if (page.back === null) return <BackLink href={paths.application(locale)}>{say('backToSteps')}</BackLink>
  return <BackLink href={paths.applicationQuestion(locale, pageId(page.back))}>{say('back')}</BackLink>
}
