import type { Metadata } from 'next'
import { ExportForm } from '@/features/exports/ExportForm'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { getTeam } from '@/features/team/queries'
import { TeamView } from '@/features/team/TeamView'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'team')('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireStaff(locale, 'team:lead')
  const team = await openPage(locale, 'team', () => getTeam(viewer))
  return (
    <OfficePage locale={locale} at={paths.team} viewer={viewer}>
      <TeamView
        locale={locale}
        team={team}
        fileForm={<ExportForm locale={locale} formKey={formKeyOf(viewer)} />}
      />
    </OfficePage>
  )
}
