import type { Metadata } from 'next'
import { LetterView } from '@/features/letters/LetterView'
import { findLetter } from '@/features/letters/queries'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'letters')
  return { title: t('letter.title') }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'letters:print')
  const letter = await openPage(locale, 'office letter', () => findLetter(viewer, id))
  return (
    <OfficePage locale={locale} at={(other) => paths.officeLetter(other, id)} viewer={viewer}>
      <LetterView locale={locale} letter={letter} formKey={formKeyOf(viewer)} />
    </OfficePage>
  )
}
