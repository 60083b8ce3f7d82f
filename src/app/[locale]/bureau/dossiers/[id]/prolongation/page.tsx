import type { Metadata } from 'next'
import { ExtendView } from '@/features/extending/ExtendView'
import { findExtending } from '@/features/extending/queries'
import { extendSchema, extendTolds, fieldOfTold } from '@/features/extending/schema'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Query = Record<string, string | string[] | undefined>
type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Query>
}

const toldIn = (query: Query) => extendTolds.find((told) => told === askedIn(query, 'told'))

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'extending')('title')
  const told = toldIn(await searchParams)
  const wrong = told !== undefined && told in fieldOfTold
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const query = await searchParams
  const viewer = await requireStaff(locale, 'statement:extend')
  const page = await openPage(locale, 'extension of a file', () => findExtending(viewer, id))
  return (
    <OfficePage locale={locale} at={(other) => paths.officeExtension(other, id)} viewer={viewer}>
      <ExtendView
        locale={locale}
        formKey={formKeyOf(viewer)}
        page={page}
        told={toldIn(query)}
        typed={extendSchema.parse(query)}
      />
    </OfficePage>
  )
}
