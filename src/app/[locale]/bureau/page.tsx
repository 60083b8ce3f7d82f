import type { Metadata } from 'next'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { askedIn, fieldsOf } from '@/features/worklist/asked'
import { toldIn } from '@/features/worklist/outcome'
import { listTasks } from '@/features/worklist/queries'
import { WorklistView } from '@/features/worklist/WorklistView'
import { asLocale, type Locale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'worklist')
  return { title: t('title') }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const query = await searchParams
  const asked = askedIn(query)
  const viewer = await requireStaff(locale, 'review:read', paths.assistedSignIn(locale))
  const worklist = await openPage(locale, 'office', () => listTasks(viewer, asked))
  return (
    <OfficePage
      locale={locale}
      at={(language: Locale) => withQuery(paths.office(language), fieldsOf(asked))}
      viewer={viewer}
    >
      <WorklistView
        {...{ locale, worklist, asked }}
        told={toldIn(query)}
        viewerId={viewer.staffId}
        formKey={formKeyOf(viewer)}
      />
    </OfficePage>
  )
}
