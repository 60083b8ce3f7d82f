import type { Metadata } from 'next'
import { OpenFileView } from '@/features/opening/OpenFileView'
import { openingNotes, ownFileIn, type OpeningNote } from '@/features/opening/schema'
import { OfficePage } from '@/features/shell/OfficePage'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const errors: readonly OpeningNote[] = ['not-found', 'reason', 'words']
const noteIn = (query: Awaited<Props['searchParams']>) =>
  openingNotes.find((note) => note === askedIn(query, 'note'))

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'opening')('menu')
  const note = noteIn(await searchParams)
  const wrong = note !== undefined && errors.includes(note)
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireStaff(locale, 'file:open')
  const asked = await searchParams
  return (
    <OfficePage locale={locale} at={paths.openFile} viewer={viewer}>
      <OpenFileView
        locale={locale}
        formKey={formKeyOf(viewer)}
        breaksGlass={viewer.role !== 'contact'}
        note={noteIn(asked)}
        own={ownFileIn(asked)}
      />
    </OfficePage>
  )
}
