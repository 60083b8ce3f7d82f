import type { Metadata } from 'next'
import { cache } from 'react'
import { ClosingView } from '@/features/closing/ClosingView'
import { findClosing } from '@/features/closing/queries'
import { closingTolds } from '@/features/closing/schema'
import { FilePage } from '@/features/shell/FilePage'
import { openPage } from '@/features/shell/open-page'
import { ClosedNotice } from '@/features/statement/ClosedNotice'
import { asLocale, type Locale } from '@/i18n/locale'
import { askedIn, paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { formKeyOf, requireCitizen } from '@/server/viewer'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const open = cache(async (locale: Locale) => {
  const viewer = await requireCitizen(locale, 'account:read')
  return { viewer, page: await openPage(locale, 'closing', () => findClosing(viewer)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale)
  const page = textsOf(locale, 'closing')('title')
  const wrong = (await open(locale)).page.problems.length > 0
  return { title: wrong ? textsOf(locale, 'common')('titleWithErrors', { page }) : page }
}

export default async function Page({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale)
  const { viewer, page } = await open(locale)
  const told = askedIn(await searchParams, 'told')
  return (
    <FilePage locale={locale} at={paths.closing} viewer={viewer}>
      <ClosingView
        locale={locale}
        page={page}
        told={closingTolds.find((one) => one === told) ?? null}
        formKey={formKeyOf(viewer)}
        closed={page.closed && <ClosedNotice locale={locale} now={page.now} {...page.closed} />}
      />
    </FilePage>
  )
}
