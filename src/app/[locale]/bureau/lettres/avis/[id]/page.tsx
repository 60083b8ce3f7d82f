import type { Metadata } from 'next'
import { findNoticeLetter } from '@/features/decisions/office-queries'
import { NoticeLetterView } from '@/features/decisions/NoticeLetterView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'decisions.letters')('sheetTitle') }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'letters:print')
  const letter = await openPage(locale, 'notice to print', () => findNoticeLetter(viewer, id))
  return (
    <OfficePage locale={locale} at={(language) => paths.officeNoticeLetter(language, id)} viewer={viewer}>
      <NoticeLetterView locale={locale} letter={letter} formKey={formKeyOf(viewer)} />
    </OfficePage>
  )
}
