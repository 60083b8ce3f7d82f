import { formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Fieldset } from '@/ui/Fieldset'
import { PageTitle } from '@/ui/PageTitle'
import { Autosave } from '@/ui/Autosave'
import { shownFields } from './desk'
import { formAddress, pagePath } from './place'
import { type Draft, entryCount } from './draft'
import { FieldView } from './FieldView'
import { entryName, type FormSection, maxEntries, sectionOf } from './form'
import { PageErrors, PageForm, PageSteps } from './PageForm'
import type { StatementPage } from './queries'
import { tickedTopics } from './schema'
import { type Words, wordsOf } from './words'

/** Page 2: only the questions of what was ticked, each with an example, filled with what is known. */
export function QuestionsView(props: {
  readonly locale: Locale
  readonly page: StatementPage
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const { desk } = page
  const say = wordsOf(locale, 'statement')
  const fields = shownFields(desk)
  const topics = tickedTopics(desk.fields, desk.context)
  const prefilled = Object.keys(fields).length > Object.keys(desk.fields).length
  return (
    <>
      <BackLink href={pagePath(desk, locale, 'start')}>{say('back')}</BackLink>
      <PageErrors say={say} locale={locale} page={page} current="questions" />
      <PageTitle
        caption={
          desk.kind === 'change'
            ? say('changeTitle')
            : say('title', { ofMonth: formatOfMonth(desk.month, locale) })
        }
      >
        {say('questions.title')}
      </PageTitle>
      <PageSteps say={say} page={page} current="questions" />
      {prefilled && <p>{say('questions.prefilled')}</p>}
      <PageForm desk={desk} page="questions" locale={locale} formKey={formKey}>
        {topics.map((topic) => (
          <Topic key={topic} {...{ say, locale, page, fields }} section={sectionOf(topic)} />
        ))}
        <ButtonGroup>
          <Button name="intent" value="continue">
            {say('continue')}
          </Button>
          <Button name="intent" value="save" kind="plain">
            {say('save')}
          </Button>
        </ButtonGroup>
        <Autosave form="declaration" action={formAddress(desk, 'draft')} text={say('autosaved')} />
      </PageForm>
    </>
  )
}

function Topic(props: {
  readonly say: Words
  readonly locale: Locale
  readonly page: StatementPage
  readonly fields: Draft
  readonly section: FormSection
}) {
  const { say, locale, page, fields, section } = props
  const { topic } = section
  const count = entryCount(fields, section)
  const month = formatMonth(page.desk.month, locale)
  const entries = Array.from({ length: count }, (_, index) => index)
  const questions = (index: number) =>
    section.fields.map((field) => (
      <FieldView key={field.name} {...{ say, locale, page, fields, section, field, index }} />
    ))
  return (
    <section id={topic} aria-labelledby={`${topic}-titre`}>
      <h2 id={`${topic}-titre`}>{say(`question.${topic}.title`)}</h2>
      <p>{say(`question.${topic}.intro`, { month })}</p>
      {!section.list && questions(0)}
      {section.list &&
        entries.map((index) => (
          <Fieldset
            key={index}
            id={entryName(section, index)}
            legend={say(`question.${topic}.entry`, { number: index + 1 })}
          >
            {questions(index)}
            {count > 1 && (
              <Button name="intent" value={`remove:${topic}.${index}`} kind="plain">
                {say(`question.${topic}.remove`, { number: index + 1 })}
              </Button>
            )}
          </Fieldset>
        ))}
      {section.list && count < maxEntries && (
        <Button name="intent" value={`add:${topic}`} kind="secondary">
          {say(`question.${topic}.add`)}
        </Button>
      )}
    </section>
  )
}
