import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { MOST_MESSAGE_FILES } from '@/server/file-rules'
import type { Mailbox } from '@/server/mailbox'
import type { OfficeMailbox } from '@/server/office-mailboxes'
import { Button, ButtonGroup } from '@/ui/Button'
import { Details } from '@/ui/Details'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { Select } from '@/ui/Select'
import { cannedAnswers, cannedText } from './canned'
import { Conversation } from './Conversation'
import type { ToldIn } from './schema'
import { isError, ToldView } from './ToldView'
import { WriteForm } from './WriteForm'

/** What the address of the page asks for: a ready-made answer, and for whom. */
export type AskedAnswer = { readonly to: string; readonly answer: string }

/**
 * The messages of a file as the office reads them, adult by adult: never one for the other. Stands in any page of the
 * file: `here` is its address, to which the list of ready-made answers comes back.
 */
export function OfficeMessagesView(props: {
  readonly locale: Locale
  readonly mailboxes: readonly OfficeMailbox[]
  readonly here: string
  readonly formKey: string
  readonly told: ToldIn
  readonly asked: AskedAnswer
  /** The page has a section of its own for it, with its title. */
  readonly untitled?: true
}) {
  const { locale, mailboxes, told } = props
  const t = textsOf(locale, 'messages.office')
  const content = (
    <>
      <ToldView locale={locale} told={told} field={`text-${addressOf(mailboxes[0]?.mailbox)}`} />
      {mailboxes.length === 0 && <p>{t('nobody')}</p>}
      {mailboxes.map((mailbox) => (
        <MailboxView
          key={addressOf(mailbox.mailbox)}
          {...props}
          mailbox={mailbox}
          alone={mailboxes.length === 1}
        />
      ))}
    </>
  )
  if (props.untitled) return content
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{t('title')}</h2>
      {content}
    </section>
  )
}

/** How a mailbox is named within the page of its file. */
const addressOf = (mailbox: Mailbox | undefined): string => mailbox?.personId ?? mailbox?.adult ?? ''

function MailboxView(props: {
  readonly locale: Locale
  readonly mailbox: OfficeMailbox
  readonly alone: boolean
  readonly here: string
  readonly formKey: string
  readonly told: ToldIn
  readonly asked: AskedAnswer
}) {
  const { locale, mailbox, here, asked, told } = props
  const { messages, promise } = mailbox
  const t = textsOf(locale, 'messages.office')
  const own = addressOf(mailbox.mailbox)
  const isAsked = asked.to === own
  const text = isAsked ? cannedText(asked.answer, mailbox.language) : ''
  const name = nameOf(locale, mailbox)
  const open = promise.state !== 'none' || isAsked || (props.alone && isError(told.told))
  return (
    <section aria-labelledby={`mailbox-${own}`}>
      <h3 id={`mailbox-${own}`}>{t('with', { name })}</h3>
      {promise.state !== 'none' && (
        <Notice
          kind={promise.state === 'late' ? 'error' : 'warning'}
          title={t(promise.state, { day: formatDay(promise.day, locale) })}
          asideOfHeadings
        />
      )}
      <Details summary={t('writeTo', { name })} open={open}>
        <CannedForm {...{ locale, here, own }} answer={isAsked ? asked.answer : ''} />
        <WriteForm
          locale={locale}
          id={`-${own}`}
          action={actionOf(mailbox.mailbox)}
          hidden={{
            ...{ language: locale, formKey: props.formKey, key: mailbox.key, back: here },
            ...{ seen: messages.find(({ fromOffice }) => !fromOffice)?.id ?? '' },
            ...(mailbox.mailbox.personId !== null
              ? { person: mailbox.mailbox.personId }
              : { adult: mailbox.mailbox.adult }),
          }}
          label={t('words')}
          hint={t('wordsHint', { language: mailbox.language })}
          button={t('send')}
          text={text}
          lang={`${mailbox.language}-CA`}
          mostFiles={MOST_MESSAGE_FILES}
          {...(props.alone &&
            isError(told.told) && { error: textsOf(locale, 'messages')(`told.${told.told}`) })}
        />
      </Details>
      <Conversation
        locale={locale}
        messages={messages}
        reader="office"
        fileHref={(id) => `/api/documents/${id}/content`}
      />
    </section>
  )
}

function nameOf(locale: Locale, { name, mailbox }: OfficeMailbox): string {
  return name ?? textsOf(locale, 'messages.office')(`adult.${mailbox.adult ?? 'applicant'}`)
}

const actionOf = (mailbox: Mailbox): string =>
  mailbox.applicationId !== null
    ? `/api/applications/${mailbox.applicationId}/messages`
    : `/api/households/${mailbox.householdId}/messages`

/** Chooses a ready-made answer: the same page again, with its words in the form, to be read over and changed. */
function CannedForm(props: {
  readonly locale: Locale
  readonly here: string
  readonly own: string
  readonly answer: string
}) {
  const { locale, here, own, answer } = props
  const t = textsOf(locale, 'messages.office.canned')
  return (
    <Form action={`${here}#mailbox-${own}`} method="get" hidden={{ to: own }}>
      <Select
        id={`answer-${own}`}
        name="answer"
        label={t('label')}
        hint={t('hint')}
        empty={t('empty')}
        value={answer}
        choices={cannedAnswers(locale).map(({ name, title }) => ({ value: name, label: title }))}
      />
      <ButtonGroup>
        <Button kind="secondary">{t('button')}</Button>
      </ButtonGroup>
    </Form>
  )
}
