import type { ReactNode } from 'react'
import { randomUUID } from 'node:crypto'
import type { JourneyPage } from '@/domain/statement/journey'
import type { Locale } from '@/i18n/locale'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Steps } from '@/ui/Steps'
import type { Desk } from './desk'
import { draftVersion, formAddress } from './place'
import type { StatementPage } from './queries'
import { errorText, type Words } from './words'

/**
 * The form of one page. It keeps what was typed; its sending button names the other address. The key is drawn
 * when the form is opened, so that pressing twice counts once.
 */
export function PageForm(props: {
  readonly desk: Desk
  readonly page: JourneyPage
  readonly locale: Locale
  readonly formKey: string
  readonly seen?: string
  readonly children: ReactNode
}) {
  const { desk, page, locale, formKey, seen, children } = props
  return (
    <Form
      id="declaration"
      action={formAddress(desk, 'draft')}
      hidden={{ page, language: locale, formKey, seen, key: randomUUID(), draftVersion: draftVersion(desk) }}
    >
      {children}
    </Form>
  )
}

/** The pages this person goes through; nothing for a statement of one page. */
export function PageSteps(props: {
  readonly say: Words
  readonly page: StatementPage
  readonly current: JourneyPage
}) {
  const { say, page, current } = props
  if (page.pages.length < 2) return null
  const at = page.pages.indexOf(current)
  return (
    <Steps
      label={say('stepsLabel')}
      steps={page.pages.map((one, index) => {
        const state = index < at ? 'done' : index === at ? 'current' : 'next'
        return { text: say(`step.${one}`), state, stateText: say(`stepState.${state}`) }
      })}
    />
  )
}

/** What to put right on this page, in the words of its fields. */
export function PageErrors(props: {
  readonly say: Words
  readonly locale: Locale
  readonly page: StatementPage
  readonly current: JourneyPage
}) {
  const { say, locale, page, current } = props
  return (
    <ErrorSummary
      title={say('errorsTitle')}
      errors={page.errors
        .filter((error) => error.page === current)
        .map((error) => ({
          field: error.part && error.part !== 'day' ? `${error.field}.${error.part}` : error.field,
          text: errorText(say, error, locale, page.desk.fields),
        }))}
    />
  )
}

/** The sentence of a field's error on this page, if it has one. */
export function errorOf(
  say: Words,
  locale: Locale,
  page: StatementPage,
  current: JourneyPage,
  field: string,
): { readonly error?: string } {
  const error = page.errors.find((one) => one.page === current && one.field === field)
  return error ? { error: errorText(say, error, locale, page.desk.fields) } : {}
}
