import type { Metadata } from 'next'
import { AccessCodesView } from '@/features/letters/AccessCodesView'
import { findCodeHolders } from '@/features/letters/queries'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const t = textsOf(locale, 'letters')
  const commonWords = textsOf(locale, 'common')
  const page = t('codes.title')
  const wrong = (await searchParams)['note'] === 'identity'
  return { title: wrong ? commonWords('titleWithErrors', { page }) : page }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const note = (await searchParams)['note']
  const viewer = await requireStaff(locale, 'access-code:renew')
  const holders = await openPage(locale, 'office access codes', () => findCodeHolders(viewer, id))
  return (
    <OfficePage locale={locale} at={(other) => paths.officeAccessCodes(other, id)} viewer={viewer}>
      <AccessCodesView
        locale={locale}
        holders={holders}
        note={typeof note === 'string' ? note : undefined}
        formKey={formKeyOf(viewer)}
      />
    </OfficePage>
  )
}
