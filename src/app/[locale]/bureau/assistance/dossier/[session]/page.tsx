import type { Metadata } from 'next'
import { Banner } from '@/features/assisted/Banner'
import { PaperView } from '@/features/assisted/PaperView'
import { listScans } from '@/features/assisted/scans'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { ChoicesView } from '@/features/statement/ChoicesView'
import { findFilingChoices } from '@/features/statement/assisted-queries'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireAssisted } from '@/server/assisted'
import { formKeyOf } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string; session: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, session } = await params
  const locale = asLocale(language)
  const { viewer } = await requireAssisted(locale, session)
  return { title: textsOf(locale, 'assisted')('home.title', { name: viewer.name }) }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, session } = await params
  const locale = asLocale(language)
  const { staff, ...visit } = await requireAssisted(locale, session)
  const formKey = formKeyOf(staff)
  const choices = await openPage(locale, 'assisted file', () => findFilingChoices(visit.viewer))
  const isPaper = visit.viewer.assisted?.channel === 'paper'
  const scans = isPaper ? await listScans(staff, session) : []
  return (
    <OfficePage locale={locale} at={(other) => paths.assistedFile(other, session)} viewer={staff}>
      <Banner locale={locale} visit={visit} formKey={formKey} />
      <ChoicesView locale={locale} name={visit.viewer.name} choices={choices} />
      {isPaper && (
        <PaperView
          locale={locale}
          sessionId={session}
          scans={scans}
          formKey={formKey}
          problem={askedIn(await searchParams, 'problem')}
        />
      )}
    </OfficePage>
  )
}
