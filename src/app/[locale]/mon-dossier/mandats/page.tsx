import type { Metadata } from 'next'
import { MandatesView } from '@/features/mandates/MandatesView'
import { listMandates } from '@/features/mandates/queries'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'mandates')
  return { title: t('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireCitizen(locale, 'mandate:act')
  const page = await openPage(locale, 'mandates', () => listMandates(viewer))
  return (
    <FilePage locale={locale} at={paths.mandates} viewer={viewer}>
      <MandatesView locale={locale} viewer={viewer} page={page} formKey={formKeyOf(viewer)} />
    </FilePage>
  )
}
