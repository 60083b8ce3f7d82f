import type { Metadata } from 'next'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { HandOverView } from '@/features/team/HandOverView'
import { findHandOver } from '@/features/team/queries'
import { teamNotes } from '@/features/team/schema'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Query = Record<string, string | string[] | undefined>
type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Query>
}

const noteIn = (query: Query) => teamNotes.find((note) => note === askedIn(query, 'note'))
const countIn = (query: Query, name: string) => Number.parseInt(askedIn(query, name).slice(0, 4), 10) || 0

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'team')('handOverTitle')
  const note = noteIn(await searchParams)
  const wrong = note !== undefined && note !== 'moved'
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const query = await searchParams
  const viewer = await requireStaff(locale, 'team:lead')
  const handOver = await openPage(locale, 'team member', () => findHandOver(viewer, id))
  return (
    <OfficePage locale={locale} at={(other) => paths.teamMember(other, id)} viewer={viewer}>
      <HandOverView
        locale={locale}
        formKey={formKeyOf(viewer)}
        handOver={handOver}
        note={noteIn(query)}
        moved={countIn(query, 'moved')}
        left={countIn(query, 'left')}
      />
    </OfficePage>
  )
}
