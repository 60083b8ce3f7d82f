import type { Metadata } from 'next'
import { findTaskPanel } from '@/features/deciding/queries'
import { TaskPanel } from '@/features/deciding/TaskPanel'
import { noteIn } from '@/features/deciding/words'
import { findReview } from '@/features/reviews/office-queries'
import { OfficeReviewView } from '@/features/reviews/OfficeReviewView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { asLocale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'reviews')
  return { title: t('office.title') }
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'review:answer')
  const review = await openPage(locale, 'office review', () => findReview(viewer, id))
  const task = await findTaskPanel(viewer, { subjectId: id })
  const note = noteIn(askedIn(await searchParams, 'move'))
  return (
    <OfficePage locale={locale} at={(other) => paths.officeReview(other, id)} viewer={viewer}>
      <OfficeReviewView
        locale={locale}
        review={review}
        panel={task && <TaskPanel locale={locale} task={task} note={note} formKey={formKeyOf(viewer)} />}
      />
    </OfficePage>
  )
}
