import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AnswersView } from '@/features/application/AnswersView'
import { wordsOf } from '@/features/application/words'
import { CodeForm } from '@/features/entering/CodeForm'
import { ShownCodeNotice } from '@/features/entering/ShownCodeNotice'
import { PhoneLines } from '@/features/information/PhoneLines'
import { ApplicationPage } from '@/features/shell/ApplicationPage'
import { openPage } from '@/features/shell/open-page'
import { OwnPartView } from '@/features/spouse/OwnPartView'
import { findSpousePage, type SpouseSide } from '@/features/spouse/queries'
import { SpouseView } from '@/features/spouse/SpouseView'
import { asLocale, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { currentApplicant, requireApplicant } from '@/server/applicant'
import { formKeyOf } from '@/server/viewer'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textsOf(asLocale((await params).locale), 'spouse')
  const { viewer } = await currentApplicant()
  const isSpouse = viewer.role === 'applicant' && viewer.adult === 'spouse'
  return { title: t(isSpouse ? 'spouseTitle' : 'title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = asLocale((await params).locale)
  const viewer = await requireApplicant(locale)
  const page = await openPage(locale, 'application-spouse', () => findSpousePage(viewer, locale))
  const own = { locale, formKey: formKeyOf(viewer), phones: <PhoneLines locale={locale} /> }
  return (
    <ApplicationPage locale={locale} at={paths.applicationSpouse} viewer={viewer}>
      {page.side === 'applicant' ? <SpouseView {...own} page={page} /> : <SpousePart {...own} page={page} />}
    </ApplicationPage>
  )
}

/** The first time, nothing comes before a way in that nobody else has. */
function SpousePart(props: {
  readonly locale: Locale
  readonly page: SpouseSide
  readonly formKey: string
  readonly phones: ReactNode
}) {
  const { locale, page, formKey } = props
  const t = textsOf(locale, 'spouse.spouse')
  if (!page.ownWord) return <CodeForm {...{ locale, formKey }} title={t('ownTitle')} lead={t('lead')} />
  const say = wordsOf(locale, 'application')
  return (
    <OwnPartView
      {...props}
      code={page.shown && <ShownCodeNotice locale={locale} shown={page.shown} address={page.address} />}
      household={<AnswersView {...{ say, locale }} {...page.household} mayChange={false} />}
    />
  )
}
