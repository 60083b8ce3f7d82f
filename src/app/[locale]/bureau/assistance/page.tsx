import type { Metadata } from 'next'
import { StartView } from '@/features/assisted/StartView'
import { OfficePage } from '@/features/shell/OfficePage'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'assisted')('start.title') }
}

/** `?file=` is the number of the file from whose page it was asked. */
export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireStaff(locale, 'file:assist')
  const file = askedIn(await searchParams, 'file').slice(0, 40)
  return (
    <OfficePage locale={locale} at={paths.assisted} viewer={viewer}>
      <StartView locale={locale} formKey={formKeyOf(viewer)} file={file} />
    </OfficePage>
  )
}
