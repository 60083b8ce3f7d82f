import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { Tag } from '@/ui/Tag'
import { TextArea } from '@/ui/TextArea'
import type { ProgressPage } from './queries'
import { LONGEST_MESSAGE, type Told } from './schema'
import styles from './following.module.css'

/** What this adult and the office wrote to each other, the latest first, and where to write. */
export function MessagesView(props: {
  readonly locale: Locale
  readonly page: ProgressPage
  readonly told: Told | null
  readonly formKey: string
}) {
  const { locale, page, told, formKey } = props
  const t = textsOf(locale, 'following.messages')
  const say = textsOf(locale, 'following.told')
  const error = told === 'messageEmpty' || told === 'messageTooLong' ? { error: say(told) } : {}
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
          <Form action="/api/application/messages" hidden={{ language: locale, formKey, key: page.key }}>
            <TextArea
              name="text"
              label={t('write')}
              hint={t('writeHint')}
              rows={5}
              maxLength={LONGEST_MESSAGE}
              {...error}
            />
            <ButtonGroup>
              <Button>{t('send')}</Button>
            </ButtonGroup>
          </Form>
        </>
      )}
      {page.status !== 'draft' && page.messages.length === 0 && <p>{t('none')}</p>}
      {page.messages.length > 0 && (
        <ol className={styles.messages}>
          {page.messages.map(({ id, fromOffice, text, at, isNew }) => (
            <li key={id} className={styles.message}>
              <p className={styles.who}>
                <strong>{t(fromOffice ? 'fromOffice' : 'fromYou')}</strong> · {formatInstant(at, locale)}{' '}
                {isNew && <Tag kind="info">{t('new')}</Tag>}
              </p>
              <p className={styles.words} dir="auto">
                {text}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
