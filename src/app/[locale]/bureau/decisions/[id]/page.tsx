import type { Metadata } from 'next'
import { cache } from 'react'
import { placeOf } from '@/features/deciding/places'
import { findTaskPanel } from '@/features/deciding/queries'
import { TaskPanel } from '@/features/deciding/TaskPanel'
import { findOfficeDecision } from '@/features/decisions/office-queries'
import { OfficeDecisionView } from '@/features/decisions/OfficeDecisionView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, may, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

/** Read once per request, for the title and for the page: one look. */
const load = cache(async (locale: Locale, id: string) => {
  const viewer = await requireStaff(locale, 'review:read')
  const find = () => findOfficeDecision(viewer, id)
  return { viewer, decision: await openPage(locale, 'office decision', find) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const { decision } = await load(locale, id)
  const number = decision.notices[0]?.data.number ?? ''
  return { title: textsOf(locale, 'decisions.preview')('title', { number }) }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const { viewer, decision } = await load(locale, id)
  const { applicationId, householdId, taskId } = decision
  const task = may(viewer, 'task:move') ? await findTaskPanel(viewer, { id: taskId }) : null
  return (
    <OfficePage locale={locale} at={(language) => paths.officeDecision(language, id)} viewer={viewer}>
      <OfficeDecisionView
        locale={locale}
        decision={decision}
        backHref={
          task
            ? `${placeOf(locale, task)}#task`
            : householdId
              ? paths.officeFile(locale, householdId)
              : paths.officeApplication(locale, applicationId!)
        }
        beside={
          // One that another took the place of is read here, and moved from its own page.
          task?.decision?.id === id && (
            <TaskPanel locale={locale} task={task} note={null} formKey={formKeyOf(viewer)} isDecisionShown />
          )
        }
      />
    </OfficePage>
  )
}
