import type { Metadata } from 'next'
import { findConversation } from '@/features/messages/office-queries'
import { OfficeConversationView } from '@/features/messages/OfficeConversationView'
import { toldIn } from '@/features/messages/schema'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'messages.office')('one') }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'message:answer')
  const conversation = await openPage(locale, 'office messages', () => findConversation(viewer, id))
  const query = await searchParams
  const ask = (name: string) => askedIn(query, name)
  return (
    <OfficePage locale={locale} at={(other) => paths.officeMessages(other, id)} viewer={viewer}>
      <OfficeConversationView
        locale={locale}
        conversation={conversation}
        here={paths.officeMessages(locale, id)}
        formKey={formKeyOf(viewer)}
        told={toldIn(ask)}
        asked={{ to: ask('to'), answer: ask('answer') }}
      />
    </OfficePage>
  )
}
