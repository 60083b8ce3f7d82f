import type { Metadata } from 'next'
import { MessagesView } from '@/features/messages/MessagesView'
import { readMessagesPage } from '@/features/messages/queries'
import { toldIn } from '@/features/messages/schema'
import { isError } from '@/features/messages/ToldView'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const toldOf = async ({ searchParams }: Props) => {
  const query = await searchParams
  return toldIn((name) => askedIn(query, name))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = asLocale((await props.params).locale)
  const page = textsOf(locale, 'messages')('title')
  const { told } = await toldOf(props)
  return { title: isError(told) ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page(props: Props) {
  const locale = asLocale((await props.params).locale)
  const viewer = await requireCitizen(locale, 'message:write')
  const page = await openPage(locale, 'messages', () => readMessagesPage(viewer))
  return (
    <FilePage locale={locale} at={paths.messages} viewer={viewer}>
      <MessagesView locale={locale} page={page} told={await toldOf(props)} formKey={formKeyOf(viewer)} />
    </FilePage>
  )
}
