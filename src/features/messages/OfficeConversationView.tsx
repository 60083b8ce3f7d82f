import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { PageTitle } from '@/ui/PageTitle'
import type { OfficeConversation } from './office-queries'
import { OfficeMessagesView, type AskedAnswer } from './OfficeMessagesView'
import type { ToldIn } from './schema'

/** The messages of one adult by themselves, and the way to their file. */
export function OfficeConversationView(props: {
  readonly locale: Locale
  readonly conversation: OfficeConversation
  readonly here: string
  readonly formKey: string
  readonly told: ToldIn
  readonly asked: AskedAnswer
}) {
  const { locale, conversation, ...form } = props
  const t = textsOf(locale, 'messages.office')
  const { applicationId, mailbox, number } = conversation
  return (
    <>
      <BackLink href={paths.office(locale)}>{textsOf(locale, 'review.application')('back')}</BackLink>
      <PageTitle caption={number}>{t('one')}</PageTitle>
      <p>
        {applicationId !== null ? (
          <a href={paths.officeApplication(locale, applicationId)}>{t('application')}</a>
        ) : (
          <a href={paths.officeFile(locale, mailbox.mailbox.householdId!)}>{t('file')}</a>
        )}
      </p>
      <OfficeMessagesView locale={locale} mailboxes={[mailbox]} {...form} />
    </>
  )
}
