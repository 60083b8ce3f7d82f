import type { Metadata } from 'next'
import { DecisionsView } from '@/features/decisions/DecisionsView'
import { listDecisions } from '@/features/decisions/queries'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireCitizen } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'decisions')('title') }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireCitizen(locale, 'decision:read')
  const decisions = await openPage(locale, 'decisions', () => listDecisions(viewer))
  return (
    <FilePage locale={locale} at={paths.decisions} viewer={viewer}>
      <DecisionsView
        locale={locale}
        decisions={decisions}
        back={textsOf(locale, 'statement')('backToFile')}
      />
    </FilePage>
  )
}
