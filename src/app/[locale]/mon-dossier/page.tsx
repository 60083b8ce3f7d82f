import type { Metadata } from 'next'
import { OwnApplications } from '@/features/entering/OwnApplications'
import { openPage } from '@/features/shell/open-page'
import { FilePage } from '@/features/shell/FilePage'
import { FileHomeView } from '@/features/statement/FileHomeView'
import { getFileHome } from '@/features/statement/queries'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'statement')
  return { title: t('home.title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireCitizen(locale, 'statement:read')
  const home = await openPage(locale, 'file', () => getFileHome(viewer))
  const formKey = formKeyOf(viewer)
  const applications = <OwnApplications {...{ locale, formKey }} applications={home.applications} />
  return (
    <FilePage locale={locale} at={paths.file} viewer={viewer}>
      <FileHomeView locale={locale} home={home} name={viewer.name} {...{ formKey, applications }} />
    </FilePage>
  )
}
