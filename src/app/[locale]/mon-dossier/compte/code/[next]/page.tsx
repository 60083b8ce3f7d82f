import type { Metadata } from 'next'
import { nextSchema } from '@/features/account/account-schema'
import { ProveAgainView } from '@/features/account/ProveAgainView'
import { findProof } from '@/features/account/money-queries'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; next: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'movements')
  return { title: t('prove.title') }
}

export default async function Page({ params }: Props) {
  const { locale: language, next: wanted } = await params
  const locale = asLocale(language)
  const { next } = nextSchema.parse({ next: wanted })
  const viewer = await requireCitizen(locale, 'account:read')
  const page = await openPage(locale, 'proveAgain', () => findProof(viewer))
  return (
    <FilePage locale={locale} at={(other) => paths.proveAgain(other, next)} viewer={viewer}>
      <ProveAgainView locale={locale} page={page} next={next} formKey={formKeyOf(viewer)} />
    </FilePage>
  )
}
