import type { ReactNode } from 'react'
import { DemoClock } from '@/features/demo/DemoClock'
import { findDemoTime } from '@/features/demo/queries'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'

/** Someone's application is never made ahead, nor kept. */
export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ locale: string }>; readonly children: ReactNode }

export default async function ApplicationLayout({ params, children }: Props) {
  const locale = asLocale((await params).locale)
  const now = await findDemoTime()
  return (
    <>
      {children}
      {now && <DemoClock locale={locale} now={now} returnTo={paths.application(locale)} />}
    </>
  )
}
