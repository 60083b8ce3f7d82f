import { formatDay, formatInstant, formatSize } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { Message } from '@/server/mailbox'
import { Hidden } from '@/ui/Hidden'
import { Tag } from '@/ui/Tag'
import styles from './messages.module.css'

/**
 * What an adult and the office wrote to each other, the latest first, each as it was written. `reader` decides who is
 * “you”; `fileHref` leads to a file. For the office, `language` is that of the person.
 */
export function Conversation(props: {
  readonly locale: Locale
  readonly messages: readonly Message[]
  readonly reader: 'person' | 'office'
  readonly fileHref: (id: string) => string
}) {
  const { locale, messages, reader } = props
  const t = textsOf(locale, 'messages')
  if (messages.length === 0) return <p>{t('none')}</p>
  return (
    <ol className={styles.messages}>
      {messages.map((message) => (
        <li key={message.id} className={styles.message}>
          <p className={styles.who}>
            <strong>{writerOf(locale, message, reader)}</strong> · {formatInstant(message.at, locale)}{' '}
            <StateTag {...{ locale, message, reader }} />
          </p>
          <p className={styles.words} dir="auto">
            {message.text}
          </p>
          <FilesOf {...props} message={message} />
        </li>
      ))}
    </ol>
  )
}

function writerOf(locale: Locale, { fromOffice, writer }: Message, reader: 'person' | 'office'): string {
  const t = textsOf(locale, 'messages.writer')
  if (reader === 'person') return t(fromOffice ? 'office' : 'you')
  return fromOffice ? t('staff', { name: writer ?? '' }) : t('person')
}

function StateTag(props: {
  readonly locale: Locale
  readonly message: Message
  readonly reader: 'person' | 'office'
}) {
  const { locale, reader } = props
  const { fromOffice, readAt, answered, replyBy } = props.message
  const t = textsOf(locale, 'messages.state')
  if (fromOffice && reader === 'person') return readAt === null && <Tag kind="info">{t('new')}</Tag>
  if (fromOffice) {
    return (
      <Tag kind="neutral">
        {readAt === null ? t('unread') : t('read', { day: formatInstant(readAt, locale) })}
      </Tag>
    )
  }
  if (answered || replyBy === null) return null
  return <Tag kind="warning">{t('waits', { day: formatDay(replyBy, locale) })}</Tag>
}

function FilesOf(props: {
  readonly locale: Locale
  readonly message: Message
  readonly fileHref: (id: string) => string
}) {
  const { locale, message, fileHref } = props
  const t = textsOf(locale, 'messages.files')
  if (message.files.length === 0) return null
  return (
    <ul className={styles.files} aria-label={t('title')}>
      {message.files.map(({ id, name, bytes, scan }) => {
        const text = t('file', { name, size: formatSize(bytes, locale) })
        return (
          <li key={id}>
            {scan === 'infected' ? (
              <>
                <bdi>{text}</bdi> · {t('infected')}
              </>
            ) : (
              <a href={fileHref(id)}>
                <Hidden>{t('open')} </Hidden>
                <bdi>{text}</bdi>
              </a>
            )}
            {scan === 'waiting' && ` · ${t('waiting')}`}
          </li>
        )
      })}
    </ul>
  )
}
