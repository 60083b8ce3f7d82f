import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { findOpened } from '@/features/opening/queries'
import { OpenedFileView } from '@/features/opening/OpenedFileView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { AnswersView } from '@/features/statement/AnswersView'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'opening')('one') }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'file:open')
  const file = await openPage(
    locale,
    'opened file',
    async () => (await findOpened(viewer, id)) ?? redirect(`${paths.openFile(locale)}?note=ended`),
  )
  return (
    <OfficePage locale={locale} at={(other) => paths.openedFile(other, id)} viewer={viewer}>
      <OpenedFileView
        locale={locale}
        file={file}
        answersOf={({ answers }) => (
          <AnswersView locale={locale} answers={answers} adults={answers.adults ?? []} />
        )}
      />
    </OfficePage>
  )
}
