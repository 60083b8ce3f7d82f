import type { Metadata } from 'next'
import { getTrial } from '@/features/administration/queries'
import { NO_GROUP, readTrial } from '@/features/administration/schema'
import { TrialView } from '@/features/administration/TrialView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale, type Locale } from '@/i18n/locale'
import { askedIn, paths, withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { requireStaff } from '@/server/viewer'

type Query = Record<string, string | string[] | undefined>
type Props = { readonly params: Promise<{ locale: string }>; readonly searchParams: Promise<Query> }

const whoIn = ({ who }: Query) => (who === undefined ? [] : [who].flat().slice(0, 10))
const trialIn = (query: Query) =>
  readTrial(askedIn(query, 'month'), askedIn(query, 'rise'), askedIn(query, 'day'), whoIn(query))

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'administration.preview')('title')
  const wrong = trialIn(await searchParams).kind === 'wrong'
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

/** `?month=` tries the amounts of a month to come; `?rise=` a rise in per cent, `?day=` another due day, `?who=` who files. */
export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const query = await searchParams
  const trial = trialIn(query)
  const viewer = await requireStaff(locale, 'administration:read')
  const page = await openPage(locale, 'policy trial', () => getTrial(viewer, trial))
  const asked = {
    month: trial.kind === 'month' ? trial.month : '',
    rise: askedIn(query, 'rise').slice(0, 40),
    day: askedIn(query, 'day').slice(0, 40),
    who: trial.kind === 'filers' ? [NO_GROUP, ...trial.groups] : [],
  }
  const at = (language: Locale) => withQuery(paths.policyPreview(language), asked)
  return (
    <OfficePage locale={locale} at={at} viewer={viewer}>
      <TrialView {...{ locale, page, trial }} />
    </OfficePage>
  )
}
