import type { ReactNode } from 'react'
import { LONGEST_MESSAGE } from '@/domain/messages/text'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { MOST_MESSAGE_FILES } from '@/server/file-rules'
import { Button, ButtonGroup } from '@/ui/Button'
import { FileField } from '@/ui/FileField'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { TextArea } from '@/ui/TextArea'
import type { ProgressPage } from './queries'
import type { Told } from './schema'

/** Where this adult writes to the office, the answer that is promised, and what they wrote to each other: `conversation`. */
export function MessagesView(props: {
  readonly locale: Locale
  readonly page: ProgressPage
  readonly told: Told | null
  readonly formKey: string
  readonly conversation: ReactNode
}) {
  const { locale, page, told, formKey } = props
  const t = textsOf(locale, 'following.messages')
  const say = textsOf(locale, 'following.told')
  const files = textsOf(locale, 'messages.files')
  const error = isWritingError(told) ? { error: say(told) } : {}
  const isAnswer = page.missing.own.some(({ kind }) => kind === 'information')
  const mayWrite = page.status !== 'draft' && page.status !== 'withdrawn'
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{t('title')}</h2>
      {page.status === 'draft' && <p>{t('afterSending')}</p>}
      {mayWrite && (
        <>
          <p>{t(page.couple ? 'lead' : 'leadAlone')}</p>
          {isAnswer && <Notice kind="warning" title={t('answers')} asideOfHeadings />}
          <PromiseView locale={locale} promise={page.promise} />
          <Form
            files
            action="/api/application/messages"
            hidden={{ language: locale, formKey, key: page.key }}
          >
            <TextArea
              name="text"
              label={t('write')}
              hint={t('writeHint')}
              rows={5}
              maxLength={LONGEST_MESSAGE}
              {...error}
            />
            <FileField
              name="files"
              label={files('add')}
              optional={files('optional')}
              hint={files('addHint', { count: MOST_MESSAGE_FILES })}
              accept="image/jpeg,image/png,application/pdf"
              multiple
            />
            <ButtonGroup>
              <Button>{t('send')}</Button>
            </ButtonGroup>
          </Form>
        </>
      )}
      {page.status !== 'draft' && props.conversation}
    </section>
  )
}

/** Whether what is told is to be put right where one writes. */
export const isWritingError = (told: Told | null): told is 'messageEmpty' | 'messageTooLong' | 'lineBroken' =>
  told === 'messageEmpty' || told === 'messageTooLong' || told === 'lineBroken'

function PromiseView(props: { readonly locale: Locale; readonly promise: ProgressPage['promise'] }) {
  const { locale, promise } = props
  const t = textsOf(locale, 'following.messages')
  if (promise.state === 'none') return null
  return <p>{t(promise.state, { day: formatDay(promise.day, locale) })}</p>
}
