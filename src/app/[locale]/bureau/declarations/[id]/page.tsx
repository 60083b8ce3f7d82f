import type { Metadata } from 'next'
import { findReceived } from '@/features/review/queries'
import { ReceivedStatementView } from '@/features/review/ReceivedStatementView'
import { OfficePage } from '@/features/shell/OfficePage'
import { openPage } from '@/features/shell/open-page'
import { AnswersView } from '@/features/statement/AnswersView'
import { DifferencesView } from '@/features/statement/DifferencesView'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireStaff } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'review')
  return { title: t('one') }
}

export default async function Page({ params }: Props) {
  const { locale: language, id } = await params
  const locale = asLocale(language)
  const viewer = await requireStaff(locale, 'review:read')
  const statement = await openPage(locale, 'office statement', () => findReceived(viewer, id))
  const { answers, differences, adults } = statement
  return (
    <OfficePage locale={locale} at={(other) => paths.officeStatement(other, id)} viewer={viewer}>
      <ReceivedStatementView
        locale={locale}
        statement={statement}
        changes={
          statement.comparedWith && (
            <DifferencesView locale={locale} differences={differences} adults={adults} />
          )
        }
        answers={<AnswersView locale={locale} answers={answers} adults={adults} />}
        formKey={formKeyOf(viewer)}
      />
    </OfficePage>
  )
}
