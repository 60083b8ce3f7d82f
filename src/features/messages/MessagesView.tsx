import { displayPhone, numberToCall } from '@/domain/offices/phone'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { MOST_MESSAGE_FILES } from '@/server/file-rules'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { Phone } from '@/ui/Phone'
import { Conversation } from './Conversation'
import type { MessagesPage } from './queries'
import type { ToldIn } from './schema'
import { isError, ToldView } from './ToldView'
import { WriteForm } from './WriteForm'

/** One's messages with the office: who reads them, when an answer comes, where to write, what was written. */
export function MessagesView(props: {
  readonly locale: Locale
  readonly page: MessagesPage
  readonly told: ToldIn
  readonly formKey: string
}) {
  const { locale, page, told, formKey } = props
  const t = textsOf(locale, 'messages')
  return (
    <>
      <ToldView locale={locale} told={told} />
      <PageTitle>{t('title')}</PageTitle>
      <p>{t(page.couple ? 'lead' : 'leadAlone')}</p>
      <PromiseView locale={locale} page={page} />
      {page.writes ? (
        <section aria-labelledby="write">
          <h2 id="write">{t('write')}</h2>
          <WriteForm
            locale={locale}
            action="/api/messages"
            hidden={{ language: locale, formKey, key: page.key }}
            label={t('words')}
            hint={t('wordsHint')}
            button={t('send')}
            text={page.typed}
            mostFiles={MOST_MESSAGE_FILES}
            {...(isError(told.told) && { error: t(`told.${told.told}`) })}
          />
        </section>
      ) : (
        <Notice kind="info" title={t('readOnly')} asideOfHeadings>
          <p>{t('readOnlyText')}</p>
        </Notice>
      )}
      <section aria-labelledby="messages">
        <h2 id="messages">{t('written')}</h2>
        <Conversation
          locale={locale}
          messages={page.messages}
          reader="person"
          fileHref={(id) => `/api/messages/files/${id}`}
        />
      </section>
    </>
  )
}

/** The answer that is promised, or how long one would wait for it. */
function PromiseView({ locale, page }: { readonly locale: Locale; readonly page: MessagesPage }) {
  const t = textsOf(locale, 'messages.promise')
  const { promise, office } = page
  const { phone, reaches } = numberToCall(office ?? { phone: null, tollFree: null })
  switch (promise.state) {
    case 'none':
      return page.writes && <p>{t('none', { days: page.replyDays })}</p>
    case 'promised':
      return (
        <Notice kind="info" title={t('promised', { day: formatDay(promise.day, locale) })} asideOfHeadings>
          <p>{t('promisedText')}</p>
        </Notice>
      )
    case 'late':
      return (
        <Notice kind="warning" title={t('late', { day: formatDay(promise.day, locale) })} asideOfHeadings>
          <p>{t.rich('lateText', { reaches, number: () => <Phone number={displayPhone(phone)} /> })}</p>
        </Notice>
      )
  }
}
