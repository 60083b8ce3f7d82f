import { formatDay, formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { sendingWords } from '@/i18n/sending-words'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { PageTitle } from '@/ui/PageTitle'
import { Table } from '@/ui/Table'
import type { DemoMail } from './queries'

/** What the demo's people found in their letter boxes, so that anyone can sign in as one of them. */
export function DemoMailView({ locale, mail }: { readonly locale: Locale; readonly mail: DemoMail }) {
  const t = textsOf(locale, 'access.demo')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      <p>
        <a href={paths.accessCode(locale)}>{t('signIn')}</a>
      </p>
      {mail.messages.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Table
          id="messages"
          caption={t('messages')}
          columns={[
            { label: t('content') },
            { label: t('to') },
            { label: t('by'), short: true },
            { label: t('at') },
          ]}
          rows={mail.messages.map(({ at, name, channel, told }, index) => ({
            key: String(index),
            cells: [
              sendingWords(locale, told, mail.origin).text,
              name,
              channel ? t(`channel.${channel}`) : '',
              formatInstant(at, locale),
            ],
          }))}
        />
      )}
      <Table
        id="letters"
        caption={t('letters')}
        columns={[
          { label: t('name') },
          { label: t('file'), short: true },
          { label: t('birth') },
          { label: t('accessCode'), short: true },
        ]}
        rows={mail.letters.map(({ name, fileNumber, birthDate, code }) => ({
          key: `${fileNumber} ${name}`,
          cells: [name, fileNumber, formatDay(birthDate, locale), code],
        }))}
      />
    </>
  )
}
