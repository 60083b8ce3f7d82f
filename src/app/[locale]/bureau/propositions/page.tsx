import type { Metadata } from 'next'
import { ProposalsView } from '@/features/proposals/ProposalsView'
import { getProposals } from '@/features/proposals/queries'
import { fieldOfNote, proposalNotes, typedIn, type ProposalNote } from '@/features/proposals/schema'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Query = Record<string, string | string[] | undefined>
type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<Query> }

const noteIn = (query: Query) =>
  proposalNotes.find((note) => note === askedIn(query, 'note')) as ProposalNote | undefined

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'proposals')('title')
  const note = noteIn(await searchParams)
  const wrong = note !== undefined && note in fieldOfNote
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const query = await searchParams
  const viewer = await requireStaff(locale, 'proposal:make')
  const page = await openPage(locale, 'proposals', () => getProposals(viewer))
  return (
    <OfficePage locale={locale} at={paths.proposals} viewer={viewer}>
      <ProposalsView
        locale={locale}
        formKey={formKeyOf(viewer)}
        page={page}
        note={noteIn(query)}
        typed={typedIn(query)}
      />
    </OfficePage>
  )
}
