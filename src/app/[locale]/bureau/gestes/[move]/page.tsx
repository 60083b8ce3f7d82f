import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { errorsOf } from '@/features/deciding/errors'
import { MoveFormView } from '@/features/deciding/MoveFormView'
import { placeOf } from '@/features/deciding/places'
import { findMovePage } from '@/features/deciding/queries'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { BenefitLines } from '@/features/statement/PreviewView'
import { asLocale } from '@/i18n/locale'
import { paths, withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; move: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textsOf(asLocale((await params).locale), 'deciding')('form.one') }
}

export default async function Page({ params }: Props) {
  const { locale: language, move } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'task:move')
  const page = await openPage(locale, 'office move', () => findMovePage(viewer, move))
  // Someone moved it meanwhile, or it is someone else's: the panel says what was done, and by whom.
  if ('gone' in page) redirect(`${withQuery(placeOf(locale, page.gone), { move: `not-${page.why}` })}#task`)
  const { benefit } = page.around.calculation
  return (
    <OfficePage locale={locale} at={(other) => paths.officeMove(other, move)} viewer={viewer}>
      <MoveFormView
        locale={locale}
        page={page}
        errors={errorsOf(page, locale)}
        back={`${placeOf(locale, page.task)}#task`}
        lines={benefit?.computed ? <BenefitLines locale={locale} benefit={benefit} /> : null}
        formKey={formKeyOf(viewer)}
      />
    </OfficePage>
  )
}
